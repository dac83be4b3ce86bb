// The six verdicts in Portuguese. Participles agree with "documento", since the type's name may be of either gender.

import { date } from "./dates.ts";
import type { HeadlineParts, Words } from "../words.ts";

export const portugueseVerdicts: Words["verdicts"] = {
  authentic: {
    label: "Autêntico",
    headline: ({ type, issuer, recognition }) => `Documento autêntico: ${type.one}${issuer === "" ? "" : `, emitido por ${issuer}`}${recognition === null ? "" : `, reconhecido por ${recognition.by} desde ${date(recognition.since)}`}`,
    means: "São exatamente os bytes que foram emitidos. O emissor estava habilitado a emiti-los, e o documento continua em vigor.",
    todo: "Já se sabe quem emitiu este documento e que ele não foi alterado: para isso não é preciso mais nada. Se o conteúdo está certo, isso ainda depende da palavra do emissor.",
    issuer: "Emitido por",
  },
  altered: {
    label: "Alterado",
    headline: ({ reason }) => (reason === "signature_invalid" || reason === "key_not_in_did" ? "O emissor não assinou isto" : reason === "path_broken" ? "O selo não corresponde a este documento" : "Este não é o documento que foi selado"),
    means: "Vem com um selo que não lhe corresponde.",
    todo: "Não confie neste documento. Peça o original ao remetente.",
    issuer: "Emissor nomeado pelo selo",
    aboutFindings: "As outras respostas referem-se ao documento que foi selado, não a este.",
  },
  not_found: {
    label: "Sem inscrição",
    headline: () => "Nenhuma inscrição deste documento",
    means: "O livro-razão não contém nenhuma inscrição destes bytes.",
    todo: "Peça o documento original ao remetente, ou pergunte ao emissor se ele foi selado.",
    issuer: "Emissor",
  },
  undetermined: {
    label: "Ainda sem resposta",
    headline: ({ reason }) => (reason === "ledger_unknown" ? "O selo pertence a outro livro-razão" : "Não é possível determinar por enquanto"),
    means: "Algo que é necessário não respondeu, ou ainda não é definitivo. Isto não é um sim nem um não.",
    todo: "Verifique de novo dentro de alguns minutos.",
    issuer: "Emissor, não confirmado",
  },
  not_entitled: {
    label: "Emissor não reconhecido",
    headline: notEntitled,
    means: "O documento é o que o seu emissor selou, mas nenhuma autoridade em que este verificador confia responde por esse emissor para este tipo de documento.",
    todo: "Antes de confiar no documento, descubra por outra via quem é o emissor.",
    issuer: "Selado por",
  },
  no_longer_valid: {
    label: "Já não é válido",
    headline: noLongerValid,
    means: "Era autêntico quando foi emitido, mas já não está em vigor.",
    todo: "Não o aceite como está. Pergunte ao emissor.",
    issuer: "Emitido por",
  },
};

function notEntitled({ reason, type }: HeadlineParts): string {
  switch (reason) {
    case "accreditation_withdrawn":
      return "A habilitação do emissor tinha sido retirada";
    case "accreditation_expired":
      return "A habilitação do emissor tinha terminado";
    case "accreditation_not_yet_valid":
      return "O emissor ainda não estava habilitado";
    case "compromised":
      return "Selado com chaves declaradas roubadas";
    case "issuer_deactivated":
      return "Selado depois de o emissor ter encerrado a sua identidade";
    case "other_type":
      return `Outro tipo de documento: ${type.one}`;
    default:
      return "Emissor não reconhecido";
  }
}

const CHANGES = { suspended: "suspenso", revoked: "revogado", replaced: "substituído por outro documento" } as const;

function noLongerValid({ standing, reason }: HeadlineParts): string {
  if (reason === "expired") return "Documento autêntico, mas o seu período de validade terminou";
  if (reason === "not_yet_valid") return "Documento autêntico, mas o seu período de validade ainda não começou";
  // A status list may say so where the ledger has no word of it.
  if ((reason === "revoked" || reason === "suspended") && standing?.standing !== reason) return `Documento autêntico, mas ${CHANGES[reason]}`;
  if (reason === "recognition_ended" || standing === null || standing.standing === "active") return "Documento autêntico, mas o seu emissor já não é reconhecido";
  // "Substituído por X" would name the one who did it as the replacement.
  const by = standing.by === null ? "" : ` (declarado por ${standing.by})`;
  const since = standing.since === null ? "" : ` desde ${date(standing.since)}`;
  return `Documento autêntico, mas ${CHANGES[standing.standing]}${since}${by}`;
}
