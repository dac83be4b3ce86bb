// Portuguese for Brazil and Portugal alike: plain words, short sentences, the polite form, no word that only one of them uses.

import { date, dateTime } from "./dates.ts";
import { portugueseFaults } from "./faults.ts";
import { portugueseFrame } from "./frame.ts";
import { portuguesePage } from "./page.ts";
import { portugueseReasons } from "./reasons.ts";
import { portugueseReceipt } from "./receipt.ts";
import { portugueseSigned } from "./signed.ts";
import { portugueseSnapshot } from "./snapshot.ts";
import { standingReasons, standings, standingWarnings } from "./standings.ts";
import { portugueseVerdicts } from "./verdicts.ts";
import type { GrantParts, StandingParts, Words } from "../words.ts";

const UNSAYABLE = "Não é possível dizer por enquanto.";

/** The Portuguese table. */
export const portuguese: Words = {
  language: "pt",
  verdicts: portugueseVerdicts,
  outcomes: { passed: "Sim", failed: "Não", unknown: "Não se sabe" },
  checks: {
    integrity: {
      question: "O documento corresponde ao seu selo?",
      passed: "É o documento selado, bit por bit.",
      moot: { answer: "Nenhum selo foi entregue", because: "Por isso procuraram-se no livro-razão exatamente estes bytes." },
      failed: "O documento e o selo não pertencem um ao outro.",
      unknown: "Não foi possível comparar.",
    },
    identified: {
      question: "Só o emissor pode tê-lo inscrito?",
      passed: "O livro-razão só aceita uma inscrição do emissor ou de alguém que o emissor designou.",
      moot: { answer: "Nenhuma inscrição a examinar", because: "Onde há uma, só o emissor ou alguém que ele designou pode tê-la feito." },
      failed: "Não foi o emissor quem assinou.",
      unknown: "Não foi possível descobrir quem assinou.",
    },
    anchored: {
      question: "Está no livro-razão?",
      passed: "A inscrição está lá, e é definitiva.",
      failed: "Não existe tal inscrição.",
      unknown: UNSAYABLE,
    },
    entitled: {
      question: "O emissor estava habilitado a emiti-lo?",
      passed: "Uma autoridade em que este verificador confia respondia pelo emissor quando o documento foi selado.",
      failed: "Nada o demonstra.",
      unknown: UNSAYABLE,
    },
    current: {
      question: "Continua em vigor?",
      passed: "Ninguém com direito a fazê-lo o retirou.",
      failed: "Já não.",
      unknown: UNSAYABLE,
    },
    held: {
      question: "O titular assinou para este exato pedido e para este exato verificador?",
      passed: "Sim: com uma chave daquele de quem as credenciais falam.",
      failed: "Nada demonstra que seja o titular quem a apresenta.",
      unknown: "Não foi possível ler a chave do titular.",
    },
  },
  reasons: portugueseReasons,
  standings,
  standingReasons,
  standingWarnings,
  documentTypes: {
    "861": { one: "certificado de origem", many: "certificados de origem" },
    "380": { one: "fatura comercial", many: "faturas comerciais" },
    "705": { one: "conhecimento de embarque", many: "conhecimentos de embarque" },
    "851": { one: "certificado fitossanitário", many: "certificados fitossanitários" },
    AEO: { one: "certificado OEA", many: "certificados OEA" },
    TOI: { one: "identificador de operador de transporte", many: "identificadores de operador de transporte" },
    ACR: { one: "habilitação", many: "habilitações" },
    RCT: { one: "recibo", many: "recibos" },
  },
  unnamedType: (documentType) => ({ one: `documento do tipo ${documentType}`, many: `documentos do tipo ${documentType}` }),
  anyDocument: { one: "documento", many: "documentos" },
  faults: portugueseFaults,
  date,
  dateTime,
  standing,
  replacement: (digest) => `O resumo criptográfico do documento que o substitui é ${digest}.`,
  replaced: (since) => `Este documento substituiu um anterior em ${date(since)}.`,
  predecessor: (digest) => `O resumo criptográfico do documento anterior é ${digest}.`,
  grant,
  recognition,
  alsoVouching: (names) => `${names.length === 1 ? "Outra autoridade em que este verificador confia também conduz" : "Outras autoridades em que este verificador confia também conduzem"} ao emissor: ${names.join("; ")}.`,
  asAt: (when, sentence) => `Em ${dateTime(when)}: ${sentence}`,
  asAtOnly: (when) => `A pergunta era qual a situação em ${dateTime(when)}. A resposta baseia-se no que o livro-razão diz hoje sobre esse momento, e nada diz sobre momentos posteriores.`,
  authenticThen: {
    means: "São exatamente os bytes que foram emitidos. O emissor estava habilitado a emiti-los, e o documento estava em vigor nesse momento.",
    todo: "Se importa saber se o documento está em vigor hoje, verifique-o de novo sem indicar um momento passado.",
  },
  notAnchoredThen: {
    means: "Até esse momento, o livro-razão não continha nenhuma inscrição destes bytes.",
    todo: "Se o documento pode ter sido selado mais tarde, verifique-o de novo para um momento posterior, ou sem indicar um momento.",
  },
  currentThen: {
    question: "Estava em vigor nesse momento?",
    passed: "Até esse momento, ninguém com direito a fazê-lo o tinha retirado.",
    failed: "Não nesse momento.",
    unknown: UNSAYABLE,
  },
  trustRoot: (name, { many }) => `Este verificador confia em ${name} para ${many}.`,
  likenesses: {
    mixed_script: "Atenção: este nome mistura letras de alfabetos diferentes. Compare o identificador.",
    confusable: "Atenção: este nome parece-se com o de outra entidade. Compare o identificador.",
  },
  noPath: (name, { many }) => `Nenhuma autoridade em que este verificador confia conduz a ${name} para ${many}.`,
  frame: portugueseFrame,
  page: portuguesePage,
  receipt: portugueseReceipt,
  snapshot: portugueseSnapshot,
  signed: portugueseSigned,
};

function standing({ standing, since, by, reason }: StandingParts): string {
  if (standing === "active" && since === null) return "Está em vigor. Ninguém declarou nada contra ele.";
  const when = since === null ? "" : ` desde ${dateTime(since)}`;
  if (standing === "active") return `Está de novo em vigor${when}${by === null ? "" : `, restabelecido por ${by}`}.`;
  // "Substituído por X" would name the one who did it as the replacement.
  const who = by === null ? "" : ` (declarado por ${by})`;
  return `${standings[standing]}${when}${who}. Motivo: ${standingReasons[reason]}.`;
}

function recognition({ grantor, grantee, type, from, until }: GrantParts): string {
  const end = until === null ? "" : `, até ${date(until)}`;
  return `${grantor} reconhece ${grantee} para ${type.many} desde ${date(from)}${end}.`;
}

function grant({ grantor, grantee, type, from, until }: GrantParts): string {
  const end = until === null ? "" : `, até ${date(until)}`;
  return `${grantor} habilita ${grantee} para ${type.many} desde ${date(from)}${end}.`;
}
