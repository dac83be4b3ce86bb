// The six verdicts in Spanish. Participles agree with "documento", since the type's name may be of either gender.

import { date } from "./dates.ts";
import type { HeadlineParts, Words } from "../words.ts";

export const spanishVerdicts: Words["verdicts"] = {
  authentic: {
    label: "Auténtico",
    headline: ({ type, issuer, recognition }) => `Documento auténtico: ${type.one}${issuer === "" ? "" : `, emitido por ${issuer}`}${recognition === null ? "" : `, reconocido por ${recognition.by} desde el ${date(recognition.since)}`}`,
    means: "Son exactamente los bytes que se emitieron. El emisor estaba habilitado para emitirlos, y el documento sigue vigente.",
    todo: "Usted ya sabe quién emitió este archivo y que no ha cambiado: para eso no hace falta nada más. Que el contenido sea correcto sigue dependiendo de la palabra del emisor.",
    issuer: "Emitido por",
  },
  altered: {
    label: "Alterado",
    headline: ({ reason }) => (reason === "signature_invalid" || reason === "key_not_in_did" ? "El emisor no firmó esto" : reason === "path_broken" ? "El sello no corresponde a este documento" : "Este no es el documento que se selló"),
    means: "Viene con un sello que no le corresponde.",
    todo: "No confíe en este archivo. Pida el original al remitente.",
    issuer: "Emisor que nombra el sello",
    aboutFindings: "Las demás respuestas se refieren al documento que se selló, no a este archivo.",
  },
  not_found: {
    label: "Sin inscripción",
    headline: () => "No hay ninguna inscripción de este documento",
    means: "El registro no contiene ninguna inscripción de estos bytes.",
    todo: "Pida el archivo original al remitente, o pregunte al emisor si lo selló.",
    issuer: "Emisor",
  },
  undetermined: {
    label: "Sin respuesta todavía",
    headline: ({ reason }) => (reason === "ledger_unknown" ? "El sello pertenece a otro registro" : "No se puede determinar por ahora"),
    means: "Algo que hace falta no respondió, o todavía no es definitivo. Esto no es ni un sí ni un no.",
    todo: "Verifique de nuevo dentro de unos minutos.",
    issuer: "Emisor, sin confirmar",
  },
  not_entitled: {
    label: "Emisor no reconocido",
    headline: notEntitled,
    means: "El archivo es el que selló su emisor, pero ninguna autoridad en la que confía este verificador avala a ese emisor para este tipo de documento.",
    todo: "Antes de confiar en el documento, averigüe por otra vía quién es el emisor.",
    issuer: "Sellado por",
  },
  no_longer_valid: {
    label: "Ya no es válido",
    headline: noLongerValid,
    means: "Era auténtico cuando se emitió, pero ya no está vigente.",
    todo: "No lo acepte tal como está. Consulte al emisor.",
    issuer: "Emitido por",
  },
};

function notEntitled({ reason, type }: HeadlineParts): string {
  switch (reason) {
    case "accreditation_withdrawn":
      return "La acreditación del emisor había sido retirada";
    case "accreditation_expired":
      return "La acreditación del emisor había terminado";
    case "accreditation_not_yet_valid":
      return "El emisor todavía no estaba acreditado";
    case "compromised":
      return "Sellado con claves declaradas robadas";
    case "issuer_deactivated":
      return "Sellado después de que el emisor cerrara su identidad";
    case "other_type":
      return `Otro tipo de documento: ${type.one}`;
    default:
      return "Emisor no reconocido";
  }
}

const CHANGES = { suspended: "suspendido", revoked: "revocado", replaced: "sustituido por otro documento" } as const;

function noLongerValid({ standing, reason }: HeadlineParts): string {
  if (reason === "expired") return "Documento auténtico, pero su período ha terminado";
  if (reason === "not_yet_valid") return "Documento auténtico, pero su período todavía no ha comenzado";
  // A status list may say so where the ledger has no word of it.
  if ((reason === "revoked" || reason === "suspended") && standing?.standing !== reason) return `Documento auténtico, pero ${CHANGES[reason]}`;
  if (reason === "recognition_ended" || standing === null || standing.standing === "active") return "Documento auténtico, pero su emisor ya no está reconocido";
  // "Sustituido por X" would name the one who did it as the replacement.
  const by = standing.by === null ? "" : ` (declarado por ${standing.by})`;
  const since = standing.since === null ? "" : ` desde el ${date(standing.since)}`;
  return `Documento auténtico, pero ${CHANGES[standing.standing]}${since}${by}`;
}
