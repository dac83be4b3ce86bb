// The six verdicts in Arabic. Only the first may sound like a yes, and only the second like a forgery.

import { date } from "./dates.ts";
import { isolate } from "../isolate.ts";
import type { HeadlineParts, Words } from "../words.ts";

export const arabicVerdicts: Words["verdicts"] = {
  authentic: {
    label: "أصلي",
    // "من إصدار" in place of "صادر": it fits masculine and feminine types alike.
    headline: ({ type, issuer, recognition }) => `أصلي: ${type.one}${issuer === "" ? "" : ` من إصدار ${isolate(issuer)}`}${recognition === null ? "" : `، باعتراف من ${isolate(recognition.by)} منذ ${date(recognition.since)}`}`,
    means: "هذا هو المستند الذي صدر بعينه، دون أي تغيير. وكانت جهة الإصدار مخوَّلة بإصداره، ولا يزال ساريًا.",
    todo: "لا يلزم أي إجراء آخر لمعرفة الجهة التي أصدرت هذا الملف والتأكد من أنه لم يتغير. أما صحة محتواه فتبقى على مسؤولية جهة الإصدار.",
    issuer: "جهة الإصدار",
  },
  altered: {
    label: "مُغيَّر",
    headline: ({ reason }) => (reason === "signature_invalid" || reason === "key_not_in_did" ? "لم توقّع جهة الإصدار هذا" : reason === "path_broken" ? "الختم الرقمي لا يطابق هذا المستند" : "هذا ليس المستند الذي خُتم"),
    means: "يرافق هذا الملف ختم رقمي لا يطابقه.",
    todo: "لا تعتمدوا على هذا الملف. يُرجى طلب الملف من المرسل كما صدر.",
    issuer: "جهة الإصدار المذكورة في الختم",
    aboutFindings: "الإجابات الأخرى تخص المستند الذي خُتم، ولا تخص هذا الملف.",
  },
  not_found: {
    label: "لا قيد له",
    headline: () => "لا يوجد قيد لهذا المستند",
    means: "لا يوجد في السجل قيد لهذا الملف بعينه.",
    todo: "يُرجى طلب الملف من المرسل كما صدر، أو سؤال جهة الإصدار عما إذا كان المستند قد خُتم.",
    issuer: "جهة الإصدار",
  },
  undetermined: {
    label: "لا جواب بعد",
    headline: ({ reason }) => (reason === "ledger_unknown" ? "الختم الرقمي يتبع سجلًا آخر" : "لا يمكن الحكم عليه الآن"),
    means: "لم يرد جواب عن أمر لازم، أو لم يصبح نهائيًا بعد. هذا ليس قبولًا ولا رفضًا.",
    todo: "يُرجى إعادة التحقق بعد بضع دقائق.",
    issuer: "جهة الإصدار (غير مؤكدة)",
  },
  not_entitled: {
    label: "جهة الإصدار غير معترف بها",
    headline: notEntitled,
    means: "الملف هو ما ختمته جهة إصداره، لكن لا توجد جهة تثق بها جهة التحقق هذه تؤكد أهلية جهة الإصدار لهذا النوع من المستندات.",
    todo: "قبل الاعتماد على المستند، يُرجى التأكد بوسيلة أخرى من هوية جهة الإصدار.",
    issuer: "خُتم من قِبل",
  },
  no_longer_valid: {
    label: "لم يعد ساريًا",
    headline: noLongerValid,
    means: "كان أصليًا عند إصداره، لكنه لم يعد ساريًا.",
    todo: "لا تقبلوه على حاله. يُرجى الرجوع إلى جهة الإصدار.",
    issuer: "جهة الإصدار",
  },
};

function notEntitled({ reason, type }: HeadlineParts): string {
  switch (reason) {
    case "accreditation_withdrawn":
      return "كان اعتماد جهة الإصدار قد سُحب";
    case "accreditation_expired":
      return "كان اعتماد جهة الإصدار قد انتهى";
    case "accreditation_not_yet_valid":
      return "لم تكن جهة الإصدار قد اعتُمدت بعد";
    case "compromised":
      return "خُتم بمفاتيح أُعلن عن سرقتها";
    case "issuer_deactivated":
      return "خُتم بعد أن أغلقت جهة الإصدار هويتها";
    case "other_type":
      return `مستند من نوع آخر: ${type.one}`;
    default:
      return "جهة الإصدار غير معترف بها";
  }
}

const CHANGES = { suspended: "أُوقف مؤقتًا", revoked: "أُلغي", replaced: "استُبدل بمستند آخر" } as const;

/** The bad news first: an Arabic line that began with "genuine" would read as a yes. */
function noLongerValid({ standing, reason }: HeadlineParts): string {
  if (reason === "expired") return "انتهت مدته، لكنه كان أصليًا عند إصداره";
  if (reason === "not_yet_valid") return "لم تبدأ مدته بعد، لكنه أصلي";
  // A status list may say so where the ledger has no word of it.
  if ((reason === "revoked" || reason === "suspended") && standing?.standing !== reason) return `${CHANGES[reason]}، لكنه كان أصليًا عند إصداره`;
  if (reason === "recognition_ended" || standing === null || standing.standing === "active") return "لم تعد جهة الإصدار معترفًا بها، لكن المستند كان أصليًا عند إصداره";
  const since = standing.since === null ? "" : ` منذ ${date(standing.since)}`;
  const by = standing.by === null ? "" : ` بقرار من ${isolate(standing.by)}`;
  return `${CHANGES[standing.standing]}${since}${by}، لكنه كان أصليًا عند إصداره`;
}
