// Portuguese for judging without a network.

import type { OfflineWords } from "../offlineWords.ts";
import { dateTime } from "./dates.ts";
import { standingReasons, standings } from "./standings.ts";

export const portugueseOffline: OfflineWords = {
  nothingProven: "Ninguém foi consultado, e a prova nada demonstra.",
  anchored: ({ number, time }) => `Comprovado à data do bloco ${number}, ${dateTime(time)}: o livro-razão continha a inscrição deste documento pelo seu emissor.`,
  notFinal: ({ number }) => `Quem fez a prova diz que o bloco ${number} não era definitivo: uma reorganização pode tê-lo eliminado.`,
  absent: ({ number, time }) => `Comprovado à data do bloco ${number}, ${dateTime(time)}: o livro-razão não continha tal inscrição. Ela pode ter sido feita depois.`,
  nothingSaid: "Até esse bloco, o seu emissor nada tinha declarado contra ele.",
  lastSaid: ({ standing, reason }, time) => `Até esse bloco, a última declaração do seu emissor era «${standings[standing]}», desde ${dateTime(time)} (motivo: ${standingReasons[reason]}).`,
  takenBack: "Não o aceite, a não ser que o próprio livro-razão diga outra coisa.",
  standingUnproven: "O que o seu emissor tinha declarado até esse bloco não está na prova.",
  unknown: "Não se pode saber sem rede: se o emissor estava habilitado, e se o documento está em vigor hoje.",
  trust: ({ hash }) => `Tudo isto depende de ${hash} ser um bloco deste livro-razão: obtenha esse valor de alguém em quem confie, nunca de quem lhe deu o documento.`,
};
