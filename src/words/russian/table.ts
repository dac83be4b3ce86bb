// Russian: plain words, short sentences, the polite form. Before a name stands "организация", which takes its case; types stand after a colon.

import { date, dateTime } from "./dates.ts";
import { russianFaults } from "./faults.ts";
import { russianFrame } from "./frame.ts";
import { russianPage } from "./page.ts";
import { russianReasons } from "./reasons.ts";
import { russianReceipt } from "./receipt.ts";
import { russianSigned } from "./signed.ts";
import { russianSnapshot } from "./snapshot.ts";
import { standingReasons, standings, standingWarnings } from "./standings.ts";
import { russianVerdicts } from "./verdicts.ts";
import type { GrantParts, StandingParts, Words } from "../words.ts";

const UNSAYABLE = "Сейчас это сказать нельзя.";

/** The Russian table. */
export const russian: Words = {
  language: "ru",
  verdicts: russianVerdicts,
  outcomes: { passed: "Да", failed: "Нет", unknown: "Неизвестно" },
  checks: {
    integrity: {
      question: "Соответствует ли файл своей печати?",
      passed: "Это скреплённый печатью файл, бит в бит.",
      moot: { answer: "Печать не предоставлена", because: "Поэтому в реестре искали именно эти байты." },
      failed: "Файл и печать не относятся друг к другу.",
      unknown: "Сравнить не удалось.",
    },
    identified: {
      question: "Могла ли эту запись внести только выдавшая организация?",
      passed: "Реестр принимает запись только от самой выдавшей организации или от того, кого она назначила.",
      moot: { answer: "Записи, о которой можно спросить, нет", because: "Если запись есть, сделать её могла только сама организация или тот, кого она назначила." },
      failed: "Подписала не выдавшая организация.",
      unknown: "Не удалось выяснить, кто подписал.",
    },
    anchored: {
      question: "Есть ли запись в реестре?",
      passed: "Запись есть, и она окончательна.",
      failed: "Такой записи нет.",
      unknown: UNSAYABLE,
    },
    entitled: {
      question: "Имела ли выдавшая организация право его выдать?",
      passed: "Когда документ был скреплён печатью, полномочия выдавшей организации подтверждал орган, которому доверяет этот сервис проверки.",
      failed: "Это ничем не подтверждено.",
      unknown: UNSAYABLE,
    },
    current: {
      question: "Действует ли он до сих пор?",
      passed: "Никто из имеющих на это право его не отозвал.",
      failed: "Больше нет.",
      unknown: UNSAYABLE,
    },
    held: {
      question: "Подписал ли владелец ответ именно на этот запрос и именно для этого сервиса проверки?",
      passed: "Да: ключом того, о ком говорят удостоверения.",
      failed: "Ничто не подтверждает, что предъявляет именно владелец.",
      unknown: "Не удалось прочитать ключ владельца.",
    },
  },
  reasons: russianReasons,
  standings,
  standingReasons,
  standingWarnings,
  documentTypes: {
    "861": { one: "сертификат о происхождении товара", many: "сертификаты о происхождении товара" },
    "380": { one: "коммерческий инвойс", many: "коммерческие инвойсы" },
    "705": { one: "коносамент", many: "коносаменты" },
    "851": { one: "фитосанитарный сертификат", many: "фитосанитарные сертификаты" },
    AEO: { one: "свидетельство УЭО", many: "свидетельства УЭО" },
    TOI: { one: "идентификатор транспортного оператора", many: "идентификаторы транспортных операторов" },
    ACR: { one: "аккредитация", many: "аккредитации" },
    RCT: { one: "квитанция", many: "квитанции" },
  },
  unnamedType: (documentType) => ({ one: `документ вида ${documentType}`, many: `документы вида ${documentType}` }),
  anyDocument: { one: "документ", many: "документы" },
  faults: russianFaults,
  date,
  dateTime,
  standing,
  replacement: (digest) => `Хеш документа, который его заменил: ${digest}.`,
  replaced: (since) => `С ${date(since)} этот документ заменяет более ранний.`,
  predecessor: (digest) => `Хеш более раннего документа: ${digest}.`,
  grant,
  recognition,
  alsoVouching: (names) => `Полномочия выдавшей организации ${names.length === 1 ? "подтверждает и другой орган, которому" : "подтверждают и другие органы, которым"} доверяет этот сервис проверки: ${names.join("; ")}.`,
  asAt: (when, sentence) => `По состоянию на ${dateTime(when)}: ${sentence}`,
  asAtOnly: (when) => `Вы спросили о состоянии на ${dateTime(when)}. Ответ основан на том, что реестр сегодня говорит об этом моменте, и ничего не говорит о более позднем времени.`,
  authenticThen: {
    means: "Это именно те байты, которые были выданы. Выдавшая организация имела право их выдать, и в тот момент документ действовал.",
    todo: "Если важно, действует ли документ сегодня, проверьте его снова, не указывая момента в прошлом.",
  },
  notAnchoredThen: {
    means: "К тому моменту в реестре не было записи об этих байтах.",
    todo: "Если документ мог быть скреплён печатью позже, проверьте его снова на более поздний момент или не указывая момента.",
  },
  currentThen: {
    question: "Действовал ли он в тот момент?",
    passed: "К тому моменту никто из имеющих на это право его не отозвал.",
    failed: "В тот момент нет.",
    unknown: UNSAYABLE,
  },
  trustRoot: (name, { many }) => `Этот сервис проверки доверяет организации ${name}. Документы: ${many}.`,
  likenesses: {
    mixed_script: "Внимание: в этом названии смешаны буквы разных алфавитов. Сравните идентификатор.",
    confusable: "Внимание: это название похоже на чужое. Сравните идентификатор.",
  },
  noPath: (name, { many }) => `Ни один орган, которому доверяет этот сервис проверки, не подтверждает полномочия организации ${name}. Документы: ${many}.`,
  frame: russianFrame,
  page: russianPage,
  receipt: russianReceipt,
  snapshot: russianSnapshot,
  signed: russianSigned,
};

function standing({ standing, since, by, reason }: StandingParts): string {
  if (standing === "active" && since === null) return "Документ действует. Против него никто ничего не заявлял.";
  const when = since === null ? "" : ` с ${dateTime(since)}`;
  if (standing === "active") return `Документ снова действует${when}${by === null ? "" : `, восстановлен организацией ${by}`}.`;
  const who = by === null ? "" : ` (заявила организация ${by})`;
  return `${standings[standing]}${when}${who}. Причина: ${standingReasons[reason]}.`;
}

const term = (from: string, until: string | null): string => `Срок: с ${date(from)}${until === null ? "" : ` до ${date(until)}`}.`;

function recognition({ grantor, grantee, type, from, until }: GrantParts): string {
  return `Организация ${grantor} признаёт организацию ${grantee}. Документы: ${type.many}. ${term(from, until)}`;
}

function grant({ grantor, grantee, type, from, until }: GrantParts): string {
  return `Организация ${grantor} аккредитовала организацию ${grantee}. Документы: ${type.many}. ${term(from, until)}`;
}
