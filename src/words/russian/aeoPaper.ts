// The AEO certificate on paper in Russian.

import type { AeoPaperWords } from "../paperWords.ts";

export const russianAeoPaper: AeoPaperWords = {
  name: "Свидетельство УЭО",
  title: "Уполномоченный экономический оператор",
  certificate: "Свидетельство",
  boxes: {
    number: "1 Номер свидетельства",
    validFrom: "2 Действует с",
    validUntil: "3 Действует до",
    operator: "4 Оператор",
    identifiers: "5 Идентификаторы",
    authorisation: "6 Статус",
    roles: "7 Роли и отрасли",
    recognition: "8 Взаимное признание",
    issuer: "9 Кем выдано",
    code: "10 Проверка этого документа",
  },
  noEnd: "до дальнейшего уведомления",
  tradeNames: "Торговые наименования",
  traderNumber: "Идентификационный номер участника торговли",
  programme: "Программа",
  effectiveSince: "Действует с",
  lastValidated: "Последняя проверка условий",
  roles: "Роли",
  sectors: "Отрасли",
  since: "с",
  noRecognition: "В этом свидетельстве не назван ни один партнёр.",
  statement: "Названный ниже орган удостоверяет, что этот оператор имеет статус, указанный в этом документе. Статус может быть приостановлен или отозван в любое время: каков он сегодня, скажет код рядом.",
  paperOnly: "Сама по себе эта бумага не доказывает, что статус по-прежнему действует.",
};
