// Credentials, codes and presentations in Spanish, where the words for files would be wrong.

import { isAboutHolder, type SignedWords } from "../signedWords.ts";

export const spanishSigned: SignedWords = {
  checks: {
    integrity: {
      question: "¿Es exactamente lo que se firmó?",
      passed: "La firma corresponde a cada letra.",
      failed: "El contenido fue modificado, o lo firmó otra persona.",
      unknown: "No se pudo averiguar.",
    },
    identified: {
      question: "¿Se firmó con una clave del propio emisor?",
      passed: "El registro atribuye esta clave al emisor.",
      failed: "El registro no atribuye esta clave al emisor.",
      unknown: "No se pudo averiguar de quién es la clave.",
    },
  },
  verdicts: {
    authentic: {
      means: "Es exactamente lo que firmó su emisor. El emisor estaba habilitado para emitirlo, y lo firmado sigue vigente.",
      todo: "Usted ya sabe quién lo emitió y que no ha cambiado: para eso no hace falta nada más. Compare lo que dice con la persona o la cosa que tiene delante. Que el contenido sea correcto sigue dependiendo de la palabra del emisor.",
    },
    altered: {
      headline: ({ reason }) => (isAboutHolder(reason) ? "Nada demuestra que sea el titular quien lo presenta" : "Esto no es lo que firmó el emisor"),
      means: "Se presenta como firmado, pero la firma no lo confirma.",
      issuer: "Inscrito por",
      aboutFindings: "Las demás respuestas se refieren a lo que dice ser.",
    },
    not_found: { headline: () => "No hay ninguna inscripción de esta credencial" },
  },
  said: "Lo que firmó el emisor",
  claimed: "Lo que afirma, sin que nada demuestre que alguien lo haya dicho",
  certificate: "Tipo",
  holder: "Titular",
  holds: "Validez",
  issuerAsClaimed: "Emisor, según la propia credencial",
  format: "Formato",
  wrong: "Incorrecto",
  unknownType: "de un tipo desconocido aquí",
  formats: { "vc+jwt": "vc+jwt (modelo de datos W3C 2.0)", jwt_vc_json: "jwt_vc_json (modelo de datos W3C 1.1)", "dc+sd-jwt": "dc+sd-jwt (SD-JWT: el titular puede reservarse elementos)" },
  accreditation: ({ verdict, grantee, grantor, type }) => `${verdict}: acreditación otorgada a ${grantee} por ${grantor} para emitir ${type.many}`,
  claimedAccreditation: ({ verdict, grantee, grantor, type }) => `${verdict}: se presenta como una acreditación otorgada a ${grantee} por ${grantor} para emitir ${type.many}`,
  period: (from, until) => `${from === null ? "" : `desde el ${from} `}${until === null ? "hasta nuevo aviso" : `hasta el ${until}`}`,
};
