// Standings in Russian, with their reasons.

import type { Words } from "../words.ts";

export const standingReasons: Words["standingReasons"] = {
  unspecified: "не указана",
  issued_in_error: "выдан по ошибке",
  wrong_content: "неверное содержание",
  lost_or_stolen: "утеря или кража",
  fraud: "мошенничество",
  holder_request: "по просьбе владельца",
  under_investigation: "проводится расследование",
  conditions_no_longer_met: "условия выдачи больше не соблюдаются",
  superseded: "заменён более новой версией",
  ended: "срок завершён",
};

export const standings: Words["standings"] = { active: "Действует", suspended: "Приостановлен", revoked: "Отозван", replaced: "Заменён другим документом" };

export const standingWarnings: Words["standingWarnings"] = {
  not_above_issuer: "По данным доверенных органов этого сервиса вы никогда не подтверждали полномочия этой выдавшей организации для документов этого вида, поэтому ваше заявление здесь не учитывается. Другой сервис проверки может решить иначе.",
  document_unknown: "В реестре не назван документ с такими байтами, этого вида и от этой организации. Если он внесён без указания, ваше заявление всё равно учитывается.",
  not_looked_up: "Реестр не ответил вовремя, поэтому не удалось выяснить, учитывается ли ваше заявление.",
};
