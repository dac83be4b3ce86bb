// The facts of credentials in Russian.

import type { CredentialFactWords } from "../credentialFacts.ts";
import { factCodes } from "../factCodes.ts";
import { russianOperatorCodes } from "./operatorCodes.ts";
import { russian } from "./table.ts";

export const russianCredentialFacts: CredentialFactWords = {
  labels: {
    ...{ number: "Номер", operator: "Оператор", authorisation: "Статус УЭО", programme: "Программа", tier: "Уровень", roles: "Роли", effectiveDate: "Действует с", lastValidation: "Последняя проверка условий" },
    ...{ office: "Подразделение", issuingCountry: "Страна органа", traderNumber: "Номер участника торговли (TIN)", recognisedBy: "Кем признан" },
    ...{ operatorNumber: "Номер", establishedIn: "Страна регистрации", carries: "Вид деятельности", modes: "Виды транспорта", licence: "Лицензия" },
    ...{ kind: "Режим", form: "Форма", issuedOn: "Дата выдачи", exporter: "Экспортёр", consignee: "Грузополучатель", origin: "Страна происхождения", destination: "Страна назначения", goods: "Товары", hsCode: "Код ГС", replaces: "Выдан взамен" },
    ...{ checkedAt: "Время проверки", found: "Результат тогда", digest: "Хеш документа", checkedType: "Вид документа" },
    ...{ accredited: "Кто аккредитован", documentTypes: "Для видов документов", mayPassOn: "Вправе аккредитовать других", jurisdiction: "Юрисдикция" },
  },
  codes: russianOperatorCodes,
  preferential: "преференциальный",
  nonPreferential: "непреференциальный",
  yes: "да",
  no: "нет",
  ...factCodes(russian),
  goods: (first, count) => (count === 1 ? first : `${first} и ещё ${count - 1}`),
};
