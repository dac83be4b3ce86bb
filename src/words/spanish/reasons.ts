// Every reason in Spanish: what it means, and what to do now.

import { spanishCredentialReasons } from "./credentials.ts";
import type { Words } from "../words.ts";

const AGAIN = "Verifique de nuevo dentro de unos minutos. Hasta entonces, considere el documento como no verificado.";
const EVIDENCE_AGAIN = "No confíe en esta prueba. Pídala de nuevo.";
const ANOTHER_DOCUMENT = "No confíe en él. Pida al emisor un documento nuevo, por una vía que usted ya sepa que es suya.";

export const spanishReasons: Words["reasons"] = {
  file_differs: {
    means: "Estos bytes no son aquellos para los que se hizo el sello.",
    todo: "No confíe en este archivo. Basta una letra cambiada, un escaneo o guardarlo de nuevo para que sea otro archivo: pida el original al remitente.",
  },
  path_broken: {
    means: "El sello no conduce a la inscripción que nombra.",
    todo: "No confíe en este sello. Pídalo de nuevo al remitente, o verifique el documento solo, sin sello.",
  },
  not_anchored: {
    means: "El registro no contiene ninguna inscripción de estos bytes.",
    todo: "Pida el archivo original al remitente: un escaneo, una impresión o una copia guardada de nuevo es otro archivo. Si es el original, pregunte al emisor si lo selló.",
  },
  awaiting_finality: {
    means: "La inscripción es muy reciente y todavía no es definitiva.",
    todo: "Espere un poco y verifique de nuevo. Hasta entonces, considere el documento como no verificado.",
  },
  ledger_silent: {
    means: "El registro no respondió a tiempo. Esto no dice nada sobre el documento.",
    todo: AGAIN,
  },
  ledger_unknown: {
    means: "El sello nombra un registro que este verificador no consulta. Esto no dice nada sobre el documento.",
    todo: "Use un verificador que consulte ese registro. El emisor puede decirle dónde encontrar uno.",
  },
  index_behind: {
    means: "Este verificador todavía no ha leído la parte más reciente del registro. Esto no dice nada sobre el documento.",
    todo: AGAIN,
  },
  grants_too_many: {
    means: "Las acreditaciones en torno a este emisor son más de las que este verificador puede seguir.",
    todo: "Avise al operador de este verificador. Hasta entonces, considere el documento como no verificado.",
  },
  no_accreditation: {
    means: "Ninguna autoridad en la que confía este verificador avala a este emisor para este tipo de documento.",
    todo: "Antes de confiar en el documento, averigüe por otra vía quién es el emisor. Nada demuestra que el archivo sea falso; lo desconocido aquí es su emisor.",
  },
  accreditation_withdrawn: {
    means: "La acreditación del emisor había sido retirada para el momento en que se selló el documento.",
    todo: "No confíe en él antes de consultar a la autoridad que acreditó al emisor.",
  },
  accreditation_expired: {
    means: "La acreditación del emisor ya había terminado cuando se selló el documento.",
    todo: "Pida al emisor un documento sellado mientras estaba acreditado, o consulte a la autoridad que lo acreditó.",
  },
  accreditation_not_yet_valid: {
    means: "La acreditación del emisor comenzó después de que se sellara el documento.",
    todo: "Pida al emisor que selle de nuevo el documento, ahora que está acreditado.",
  },
  compromised: {
    means: "Las claves del emisor están declaradas robadas para el momento en que se selló el documento, así que otra persona pudo sellarlo.",
    todo: ANOTHER_DOCUMENT,
  },
  issuer_deactivated: {
    means: "El documento se selló después de que el emisor cerrara esta identidad.",
    todo: ANOTHER_DOCUMENT,
  },
  other_type: {
    means: "Se selló como un documento de un tipo distinto del que usted espera.",
    todo: "Compruebe si es el documento que necesita. Si lo es, verifíquelo de nuevo sin indicar un tipo esperado.",
  },
  revoked: {
    means: "El documento ha sido retirado definitivamente.",
    todo: "No lo acepte. Pida un documento que esté vigente hoy.",
  },
  suspended: {
    means: "El documento está suspendido. Más adelante puede ser rehabilitado o revocado.",
    todo: "No lo acepte por ahora. Consulte a quienes lo suspendieron, o verifique de nuevo más tarde.",
  },
  replaced: {
    means: "Otro documento ha ocupado su lugar.",
    todo: "No acepte este. Pida el documento que lo sustituyó, y verifique aquel.",
  },
  credential_malformed: {
    means: "Se presenta como una credencial firmada, pero no está construida como tal.",
    todo: "No confíe en ella. Pida al titular la credencial tal como se emitió.",
  },
  signature_invalid: {
    means: "La firma no es la del emisor: la credencial fue modificada, u otra persona la firmó.",
    todo: "No confíe en ella. Pida al titular la credencial tal como se emitió.",
  },
  key_not_in_did: {
    means: "La clave con la que se firmó no figuraba en el registro entre las del emisor cuando se hizo la inscripción.",
    todo: "No confíe en ella. Pregunte al emisor si firmó esto, por una vía que usted ya sepa que es suya.",
  },
  did_unresolvable: {
    means: "No se pudieron leer las claves del emisor. Esto no dice nada sobre la credencial.",
    todo: AGAIN,
  },
  ...spanishCredentialReasons,
  recognition_ended: {
    means: "Un derecho como este dura solo mientras una autoridad avala a quien lo otorgó, y ya ninguna lo hace.",
    todo: "No confíe en él. Pida al titular un certificado de un emisor que esté reconocido hoy.",
  },
  not_in_evidence: {
    means: "La prueba disponible no lo demuestra, y no se consultó a nadie.",
    todo: "Lo que se muestra como comprobado lo está, a la fecha del bloque de la prueba. Verifique el documento en el registro en cuanto haya red: solo allí se puede saber si el emisor estaba habilitado y si el documento sigue vigente.",
  },
  evidence_other_block: {
    means: "La prueba se refiere a un bloque distinto de aquel en el que usted confía, así que aquí no demuestra nada.",
    todo: "Compare la huella del bloque con su fuente, o pida una prueba hecha en ese bloque.",
  },
  evidence_header_differs: {
    means: "La prueba muestra un encabezado que no es el del bloque en el que usted confía, así que no demuestra nada.",
    todo: EVIDENCE_AGAIN,
  },
  evidence_other_account: {
    means: "La prueba se refiere a un contrato distinto del que guarda las inscripciones de este registro.",
    todo: EVIDENCE_AGAIN,
  },
  evidence_other_code: {
    means: "En ese bloque, el contrato no era aquel por el que se conoce este registro.",
    todo: "No confíe en esta prueba. Pida una prueba hecha en un bloque posterior, y compare su archivo de registro con la fuente.",
  },
  evidence_other_record: {
    means: "La prueba no habla de la inscripción de este documento.",
    todo: "Compruebe si la prueba y el sello van juntos, o pida la prueba de nuevo.",
  },
  evidence_broken: {
    means: "La prueba fue modificada o está incompleta: no conduce del bloque a la inscripción.",
    todo: EVIDENCE_AGAIN,
  },
};
