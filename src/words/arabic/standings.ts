// Standings in Arabic, with their reasons.

import type { Words } from "../words.ts";

export const standingReasons: Words["standingReasons"] = {
  unspecified: "لم يُذكر سبب",
  issued_in_error: "صدر بالخطأ",
  wrong_content: "محتواه خاطئ",
  lost_or_stolen: "فُقد أو سُرق",
  fraud: "احتيال",
  holder_request: "بطلب من حامله",
  under_investigation: "قيد التحقيق",
  conditions_no_longer_met: "لم تعد شروطه مستوفاة",
  superseded: "حلّ محله ما هو أحدث منه",
  ended: "انتهى",
};

export const standings: Words["standings"] = { active: "سارٍ", suspended: "موقوف مؤقتًا", revoked: "ملغى", replaced: "مستبدَل بمستند آخر" };

export const standingWarnings: Words["standingWarnings"] = {
  not_above_issuer: "وفق مراجع الثقة المعتمدة في هذه الخدمة، لم يسبق لكم أن أكدتم أهلية جهة الإصدار هذه لهذا النوع من المستندات، ولذلك لا يُعتد هنا بقولكم. وقد يختلف الأمر لدى جهة تحقق أخرى.",
  document_unknown: "لا يَذكر السجل أي مستند بهذا المحتوى بعينه من جهة الإصدار هذه ومن هذا النوع. فإن كان المستند قد قُيّد دون أن يُذكر، فقولكم معتدّ به في كل الأحوال.",
  not_looked_up: "لم يستجب السجل في الوقت المحدد، ولذلك لم يُتحقق مما إذا كان قولكم معتدًّا به.",
};
