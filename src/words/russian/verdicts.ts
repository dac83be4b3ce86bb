// The six verdicts in Russian. Participles agree with "документ"; before a name stands "организация", which takes its case.

import { date } from "./dates.ts";
import type { HeadlineParts, Words } from "../words.ts";

export const russianVerdicts: Words["verdicts"] = {
  authentic: {
    label: "Подлинный",
    headline: ({ type, issuer, recognition }) => `Подлинный документ: ${type.one}${issuer === "" ? "" : `, выдан организацией ${issuer}`}${recognition === null ? "" : `, признан организацией ${recognition.by} с ${date(recognition.since)}`}`,
    means: "Это именно те байты, которые были выданы. Выдавшая организация имела право их выдать, и документ по-прежнему действует.",
    todo: "Чтобы знать, кто выдал этот файл и что он не изменён, больше ничего не нужно. Верно ли содержание, по-прежнему известно лишь со слов выдавшей организации.",
    issuer: "Кем выдан",
  },
  altered: {
    label: "Изменён",
    headline: ({ reason }) => (reason === "signature_invalid" || reason === "key_not_in_did" ? "Выдавшая организация этого не подписывала" : reason === "path_broken" ? "Печать не подходит к этому документу" : "Это не тот документ, который был скреплён печатью"),
    means: "К нему приложена печать, которая ему не соответствует.",
    todo: "Не полагайтесь на этот файл. Попросите у отправителя исходный файл.",
    issuer: "Организация, названная в печати",
    aboutFindings: "Остальные ответы относятся к документу, который был скреплён печатью, а не к этому файлу.",
  },
  not_found: {
    label: "Записи нет",
    headline: () => "Записи об этом документе нет",
    means: "В реестре нет записи об этих байтах.",
    todo: "Попросите у отправителя исходный файл или спросите выдавшую организацию, скрепляла ли она его печатью.",
    issuer: "Выдавшая организация",
  },
  undetermined: {
    label: "Ответа пока нет",
    headline: ({ reason }) => (reason === "ledger_unknown" ? "Печать относится к другому реестру" : "Сейчас определить невозможно"),
    means: "Один из нужных источников не ответил, или данные ещё не окончательны. Это не «да» и не «нет».",
    todo: "Повторите проверку через несколько минут.",
    issuer: "Выдавшая организация, не подтверждена",
  },
  not_entitled: {
    label: "Выдавшая организация не признана",
    headline: notEntitled,
    means: "Файл именно тот, который скрепила печатью эта организация, но никто из тех, кому доверяет этот сервис проверки, не подтверждает её полномочия для документов этого вида.",
    todo: "Прежде чем полагаться на документ, выясните другим путём, что это за организация.",
    issuer: "Кем скреплён печатью",
  },
  no_longer_valid: {
    label: "Больше не действует",
    headline: noLongerValid,
    means: "При выдаче он был подлинным, но больше не действует.",
    todo: "Не принимайте его в таком виде. Обратитесь к выдавшей организации.",
    issuer: "Кем выдан",
  },
};

function notEntitled({ reason, type }: HeadlineParts): string {
  switch (reason) {
    case "accreditation_withdrawn":
      return "Аккредитация выдавшей организации была отозвана";
    case "accreditation_expired":
      return "Аккредитация выдавшей организации закончилась";
    case "accreditation_not_yet_valid":
      return "Выдавшая организация ещё не была аккредитована";
    case "compromised":
      return "Скреплён печатью с ключами, объявленными украденными";
    case "issuer_deactivated":
      return "Скреплён печатью после закрытия идентификатора организации";
    case "other_type":
      return `Документ другого вида: ${type.one}`;
    default:
      return "Выдавшая организация не признана";
  }
}

const CHANGES = { suspended: "приостановлен", revoked: "отозван", replaced: "заменён другим документом" } as const;

function noLongerValid({ standing, reason }: HeadlineParts): string {
  if (reason === "expired") return "Подлинный документ, но его срок закончился";
  if (reason === "not_yet_valid") return "Подлинный документ, но его срок ещё не начался";
  // A status list may say so where the ledger has no word of it.
  if ((reason === "revoked" || reason === "suspended") && standing?.standing !== reason) return `Подлинный документ, но ${CHANGES[reason]}`;
  if (reason === "recognition_ended" || standing === null || standing.standing === "active") return "Подлинный документ, но выдавшая его организация больше не признана";
  const by = standing.by === null ? "" : ` (заявила организация ${standing.by})`;
  const since = standing.since === null ? "" : ` с ${date(standing.since)}`;
  return `Подлинный документ, но ${CHANGES[standing.standing]}${since}${by}`;
}
