// The page of recognitions in Russian.

import { date, dateTime } from "./dates.ts";
import type { RecognitionWords } from "../recognitionWords.ts";

export const russianRecognitions: RecognitionWords = {
  title: "Кто кого признаёт",
  lead: "Длящиеся права, такие как статус уполномоченного экономического оператора (УЭО), действуют лишь до тех пор, пока орган, которому доверяет этот сервис проверки, признаёт того, кто их предоставил. Здесь показаны внесённые в реестр признания, которые ведут от этих органов.",
  none: "Признаний, которые вели бы от органов, которым доверяет этот сервис проверки, пока нет.",
  silent: "Реестр не ответил вовремя. Загрузите страницу снова через несколько секунд.",
  tooMany: "Признаний больше, чем эта страница может оценить. Показаны лишь некоторые, и ни одно не названо действующим.",
  caption: ({ many }) => `Признание: ${many}`,
  recogniser: "Признаёт",
  recognised: "признаётся",
  inForce: (from, until) => `Действует с ${date(from)}${until === null ? "" : ` до ${date(until)}`}`,
  notInForce(reason, until) {
    const effective = until === null ? "" : ` с ${date(until)}`;
    switch (reason) {
      case "accreditation_expired":
        return `Закончилось${until === null ? "" : ` ${date(until)}`}`;
      case "accreditation_withdrawn":
        return `Отозвано${effective}`;
      case "accreditation_not_yet_valid":
        return "Ещё не действует";
      case "compromised":
        return `Отозвано${effective}: ключи объявлены украденными`;
      case "issuer_deactivated":
        return "Не действует: признанная организация закрыла свой идентификатор";
      case "grants_too_many":
        return "Неизвестно: слишком много аккредитаций для оценки";
      default:
        return "Не действует: признающая организация сама здесь не признана";
    }
  },
  nothing: "Нет",
  paths: "По какой цепочке признаний",
  path: (names) => `${names.join(" → ")}.`,
  asOf: (block, time) => `Прочитано в блоке ${block}, ${dateTime(time)}.`,
  forPrograms: "То же для программ",
};
