// Credentials and presentations in Spanish: the reasons that only they can have. A challenge is what the verifier asks for: a "solicitud".

import type { Words } from "../words.ts";

type OfCredentials =
  | "credential_type_unknown"
  | "shape_violated"
  | "expired"
  | "not_yet_valid"
  | "status_silent"
  | "presentation_malformed"
  | "presentation_expired"
  | "challenge_mismatch"
  | "challenge_unknown"
  | "challenge_used"
  | "challenge_expired"
  | "audience_mismatch"
  | "holder_not_subject";

const ANEW = "Cree una solicitud nueva y pida al titular que presente otra vez sus credenciales.";

export const spanishCredentialReasons: Pick<Words["reasons"], OfCredentials> = {
  credential_type_unknown: {
    means: "Es una credencial de un tipo que este verificador no conoce, así que nadie puede decir aquí quién tiene derecho a emitirla.",
    todo: "Use un verificador que conozca este tipo, o consulte al emisor. Nada demuestra que la credencial sea falsa.",
  },
  shape_violated: {
    means: "El emisor la firmó, pero lo que dice no es lo que dice una credencial de su tipo.",
    todo: "No confíe en ella. Pida al emisor una credencial completa; el informe nombra los elementos incorrectos.",
  },
  expired: {
    means: "El período que indica la credencial ha terminado.",
    todo: "No la acepte. Pida al titular una credencial que esté vigente hoy.",
  },
  not_yet_valid: {
    means: "El período que indica la credencial todavía no ha comenzado.",
    todo: "No la acepte antes de esa fecha. Verifique de nuevo cuando haya comenzado.",
  },
  status_silent: {
    means: "La credencial nombra una lista de estados, y esa lista no se pudo leer o no merece crédito. Esto no dice nada sobre la credencial.",
    todo: "Verifique de nuevo dentro de unos minutos. Hasta entonces, considere la credencial como no verificada.",
  },
  presentation_malformed: {
    means: "Se ofrece como una presentación firmada de credenciales, pero no está construida como tal.",
    todo: `No confíe en ella. ${ANEW}`,
  },
  presentation_expired: {
    means: "El titular firmó esta presentación hace demasiado tiempo, o para otro momento.",
    todo: ANEW,
  },
  challenge_mismatch: {
    means: "La presentación responde a una solicitud distinta de la suya.",
    todo: `Puede ser una presentación hecha para otra persona. ${ANEW}`,
  },
  challenge_unknown: {
    means: "Este servicio nunca creó esa solicitud, o ya no la recuerda.",
    todo: ANEW,
  },
  challenge_used: {
    means: "Esta solicitud ya fue respondida. Una presentación cuenta una sola vez.",
    todo: `Alguien puede estar mostrando una copia. ${ANEW}`,
  },
  challenge_expired: {
    means: "La respuesta a la solicitud llegó demasiado tarde.",
    todo: ANEW,
  },
  audience_mismatch: {
    means: "La presentación, o la solicitud, era para alguien distinto de quien la verifica.",
    todo: `Puede ser una presentación hecha en otro lugar y reenviada. ${ANEW}`,
  },
  holder_not_subject: {
    means: "Quien la presenta no es aquel de quien habla la credencial, o no firmó.",
    todo: "No la acepte de esta persona. Pida que la presente aquel de quien habla la credencial.",
  },
};
