// Russian for judging without a network.

import type { OfflineWords } from "../offlineWords.ts";
import { dateTime } from "./dates.ts";
import { standingReasons, standings } from "./standings.ts";

export const russianOffline: OfflineWords = {
  nothingProven: "Никого не спрашивали, и доказательство ничего не доказывает.",
  anchored: ({ number, time }) => `Достоверно на момент блока ${number}, ${dateTime(time)}: в реестре была запись выдавшей организации об этом документе.`,
  notFinal: ({ number }) => `По словам того, кто составил доказательство, блок ${number} не был окончательным: при реорганизации он мог исчезнуть.`,
  absent: ({ number, time }) => `Достоверно на момент блока ${number}, ${dateTime(time)}: такой записи в реестре не было. Она могла появиться позже.`,
  nothingSaid: "К этому блоку выдавшая организация ничего не заявила против документа.",
  lastSaid: ({ standing, reason }, time) => `К этому блоку последнее заявление выдавшей организации было «${standings[standing]}», с ${dateTime(time)}. Причина: ${standingReasons[reason]}.`,
  takenBack: "Не принимайте его, если сам реестр не говорит иного.",
  standingUnproven: "Что выдавшая организация заявила о нём к этому блоку, в доказательстве не указано.",
  unknown: "Без сети нельзя узнать, имела ли выдавшая организация право на выдачу и действует ли документ сегодня.",
  trust: ({ hash }) => `Всё это верно, только если ${hash} – блок этого реестра: получите это значение от того, кому доверяете, но никогда не от того, кто дал вам документ.`,
};
