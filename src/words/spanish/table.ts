// Spanish: plain words, short sentences, the polite form; inserted names need no agreement.

import { date, dateTime } from "./dates.ts";
import { spanishFaults } from "./faults.ts";
import { spanishFrame } from "./frame.ts";
import { spanishPage } from "./page.ts";
import { spanishReasons } from "./reasons.ts";
import { spanishReceipt } from "./receipt.ts";
import { spanishSigned } from "./signed.ts";
import { spanishSnapshot } from "./snapshot.ts";
import { standingReasons, standings, standingWarnings } from "./standings.ts";
import { spanishVerdicts } from "./verdicts.ts";
import type { GrantParts, StandingParts, Words } from "../words.ts";

const UNSAYABLE = "No se puede decir por ahora.";

/** The Spanish table. */
export const spanish: Words = {
  language: "es",
  verdicts: spanishVerdicts,
  outcomes: { passed: "Sí", failed: "No", unknown: "No se sabe" },
  checks: {
    integrity: {
      question: "¿Corresponde el archivo a su sello?",
      passed: "Es el archivo sellado, bit por bit.",
      moot: { answer: "No se entregó ningún sello", because: "Por eso se buscaron en el registro exactamente estos bytes." },
      failed: "El archivo y el sello no van juntos.",
      unknown: "No se pudo comparar.",
    },
    identified: {
      question: "¿Solo el emisor pudo inscribirlo?",
      passed: "El registro acepta una inscripción solo del emisor o de alguien designado por el emisor.",
      moot: { answer: "No hay inscripción que examinar", because: "Donde hay una, solo el emisor o alguien designado por él puede haberla hecho." },
      failed: "No fue el emisor quien firmó.",
      unknown: "No se pudo averiguar quién firmó.",
    },
    anchored: {
      question: "¿Está en el registro?",
      passed: "La inscripción está ahí, y es definitiva.",
      failed: "No existe esa inscripción.",
      unknown: UNSAYABLE,
    },
    entitled: {
      question: "¿Estaba el emisor habilitado para emitirlo?",
      passed: "Una autoridad en la que confía este verificador avalaba al emisor cuando se selló el documento.",
      failed: "Nada lo demuestra.",
      unknown: UNSAYABLE,
    },
    current: {
      question: "¿Sigue vigente?",
      passed: "Nadie con derecho a hacerlo lo ha retirado.",
      failed: "Ya no.",
      unknown: UNSAYABLE,
    },
    held: {
      question: "¿Firmó el titular para esta solicitud y este verificador precisamente?",
      passed: "Sí: con una clave de aquel de quien hablan las credenciales.",
      failed: "Nada demuestra que sea el titular quien la presenta.",
      unknown: "No se pudo leer la clave del titular.",
    },
  },
  reasons: spanishReasons,
  standings,
  standingReasons,
  standingWarnings,
  documentTypes: {
    "861": { one: "certificado de origen", many: "certificados de origen" },
    "380": { one: "factura comercial", many: "facturas comerciales" },
    "705": { one: "conocimiento de embarque", many: "conocimientos de embarque" },
    "851": { one: "certificado fitosanitario", many: "certificados fitosanitarios" },
    AEO: { one: "certificado OEA", many: "certificados OEA" },
    TOI: { one: "identificador de operador de transporte", many: "identificadores de operador de transporte" },
    ACR: { one: "acreditación", many: "acreditaciones" },
    RCT: { one: "recibo", many: "recibos" },
  },
  unnamedType: (documentType) => ({ one: `documento de tipo ${documentType}`, many: `documentos de tipo ${documentType}` }),
  anyDocument: { one: "documento", many: "documentos" },
  faults: spanishFaults,
  date,
  dateTime,
  standing,
  replacement: (digest) => `La huella del documento que lo sustituye es ${digest}.`,
  replaced: (since) => `Este documento sustituyó a uno anterior el ${date(since)}.`,
  predecessor: (digest) => `La huella del documento anterior es ${digest}.`,
  grant,
  recognition,
  alsoVouching: (names) => `${names.length === 1 ? "Otra autoridad en la que confía este verificador conduce" : "Otras autoridades en las que confía este verificador conducen"} también al emisor: ${names.join("; ")}.`,
  asAt: (when, sentence) => `Al ${dateTime(when)}: ${sentence}`,
  asAtOnly: (when) => `Usted preguntó por la situación al ${dateTime(when)}. La respuesta se basa en lo que el registro dice hoy sobre ese momento, y no dice nada sobre ningún momento posterior.`,
  authenticThen: {
    means: "Son exactamente los bytes que se emitieron. El emisor estaba habilitado para emitirlos, y el documento estaba vigente en ese momento.",
    todo: "Si importa que el documento esté vigente hoy, verifíquelo de nuevo sin indicar un momento pasado.",
  },
  notAnchoredThen: {
    means: "En ese momento, el registro no contenía ninguna inscripción de estos bytes.",
    todo: "Si el documento pudo sellarse después, verifíquelo de nuevo para un momento posterior, o sin indicar un momento.",
  },
  currentThen: {
    question: "¿Estaba vigente en ese momento?",
    passed: "Hasta ese momento, nadie con derecho a hacerlo lo había retirado.",
    failed: "No en ese momento.",
    unknown: UNSAYABLE,
  },
  trustRoot: (name, { many }) => `Este verificador confía en ${name} para ${many}.`,
  likenesses: {
    mixed_script: "Atención: este nombre mezcla letras de alfabetos distintos. Compare el identificador.",
    confusable: "Atención: este nombre se parece al de otro. Compare el identificador.",
  },
  noPath: (name, { many }) => `Ninguna autoridad en la que confía este verificador conduce a ${name} para ${many}.`,
  frame: spanishFrame,
  page: spanishPage,
  receipt: spanishReceipt,
  snapshot: spanishSnapshot,
  signed: spanishSigned,
};

function standing({ standing, since, by, reason }: StandingParts): string {
  if (standing === "active" && since === null) return "Está vigente. Nadie ha declarado nada en contra.";
  const when = since === null ? "" : ` desde el ${dateTime(since)}`;
  if (standing === "active") return `Está vigente de nuevo${when}${by === null ? "" : `, rehabilitado por ${by}`}.`;
  // "Sustituido por X" would name the one who did it as the replacement.
  const who = by === null ? "" : ` (declarado por ${by})`;
  return `${standings[standing]}${when}${who}. Motivo: ${standingReasons[reason]}.`;
}

function recognition({ grantor, grantee, type, from, until }: GrantParts): string {
  const end = until === null ? "" : `, hasta el ${date(until)}`;
  return `${grantor} reconoce a ${grantee} para ${type.many} desde el ${date(from)}${end}.`;
}

function grant({ grantor, grantee, type, from, until }: GrantParts): string {
  const end = until === null ? "" : `, hasta el ${date(until)}`;
  return `${grantor} acredita a ${grantee} para ${type.many} desde el ${date(from)}${end}.`;
}
