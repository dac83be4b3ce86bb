// The operators’ desk in Portuguese.

import { date } from "./dates.ts";
import type { OperatorWords } from "../operatorWords.ts";

export const portugueseOperators: OperatorWords = {
  operator: "Operador",
  authorisation: "Autorização",
  period: "Período",
  holds: (from, until) => [...(from === null ? [] : [`desde ${date(from)}`]), ...(until === null ? ["sem data de fim"] : [`até ${date(until)}`])].join(" "),
  nothing: {
    means: "Nada pode ser informado sobre um operador com este identificador. Ou ele não é conhecido aqui nem por um parceiro reconhecido, ou não deu o seu consentimento.",
    todo: "Compare o identificador com os papéis do operador. Peça-lhe o seu certificado e verifique-o.",
  },
  incomplete: "Nem todas as autoridades puderam ser ouvidas; por isso não conclua nada do que falta. Consulte de novo dentro de alguns minutos. Não foram ouvidas:",
  more: "Nem tudo pôde ser examinado; por isso não conclua nada do que falta. Consulte de novo dentro de alguns minutos.",
  silences: {
    no_address: "Não publicou onde o seu serviço recebe consultas.",
    no_answer: "O seu serviço não deu nenhuma resposta que se possa ler.",
    refused: "O seu serviço não quis responder. Talvez não reconheça este como parceiro.",
    unusable: "O que enviou não é um certificado seu sobre este operador.",
    cut_short: "Enviou menos do que tem.",
    cannot_ask: "Este serviço não tem em nome de quem consultar: nenhum emissor daqui pertence a um programa reconhecido e tem chave de assinatura.",
    too_many: "Há mais autoridades do que as que podem ser consultadas.",
  },
};
