// Keys, delegation and webhooks of an issuer, in Arabic.

import { isolate } from "../isolate.ts";
import type { IssuerWords } from "../issuerWords.ts";
import { dateTime } from "./dates.ts";

/** What is said about keys and delegation. */
export const arabicKeys: IssuerWords["keys"] = {
  keys: "مفاتيح API",
  keysLead: "مفاتيح جهة الإصدار هذه. ولا تحتفظ الخدمة منها إلا بما يلزم للتعرف عليها.",
  id: "المعرّف",
  scopes: "الصلاحيات",
  made: "تاريخ الإنشاء",
  lastUsed: "آخر استخدام",
  never: "لم يُستخدم قط",
  state: "الحالة",
  isThis: "المفتاح الذي سجلتم الدخول به",
  works: "يعمل دون تاريخ انتهاء",
  expired: (when) => `انتهت صلاحيته في ${dateTime(when)}`,
  revoked: (when) => `أُلغي في ${dateTime(when)}`,
  until: (when) => `يعمل حتى ${dateTime(when)}`,
  byOperator: "لا يستطيع القيام بما يلي إلا مشغّل هذه الخدمة، من سطر الأوامر لديه:",
  makeKey: "إنشاء مفتاح جديد",
  revokeKey: "إلغاء مفاتيح",
  delegation: "من يجوز له التحدث باسمكم",
  delegationLead: "كما هو في السجل الآن: من يملك هويتكم، وأي الحسابات يجوز لها الكتابة باسمها.",
  owner: "المالك",
  signsHere: "الحساب الذي يوقّع هنا",
  mayWrite: "هل يجوز له الكتابة الآن؟",
  mayWriteYes: "نعم",
  mayWriteNo: "لا. وما يُقبل الآن ينتظر إلى أن يجوز له ذلك.",
  deactivated: "جرى التخلي عن هذه الهوية نهائيًا. ولا يمكن إصدار أي جديد باسمها.",
  delegates: "المفوَّضون",
  noDelegates: "لا أحد: المالك وحده يجوز له الكتابة.",
  inForce: (until) => `حتى ${dateTime(until)}`,
  ended: (when) => `انتهى في ${dateTime(when)}`,
  readAt: "قُرئ عند الكتلة",
  renew: "إنشاء التفويض أو تجديده",
  endDelegation: "إنهاؤه",
  rotate: "تغيير مفتاح المالك",
};

/** What is said about webhooks. */
export const arabicHooks: IssuerWords["hooks"] = {
  title: "إشعارات Webhook",
  lead: "ترسل الخدمة الأحداث إلى عناوينكم، موقّعةً وفق مواصفة Standard Webhooks.",
  url: "العنوان",
  urlHint: "عبر https، على المنفذ 443، ويمكن الوصول إليه من الإنترنت.",
  events: "الأحداث",
  eventNames: {
    "document.included": "أصبح مستند في كتلة",
    "document.final": "أصبح مستند نهائيًا",
    "document.reorganised": "فقد السجل كتلة مستند",
    "standing.included": "أصبح تغيير وضع في كتلة",
    "standing.final": "أصبح تغيير وضع نهائيًا",
    "standing.reorganised": "فقد السجل تغيير وضع",
    "standing.refused": "رفض السجل تغيير وضع",
    "watch.verdict_changed": "تغيّر الحكم على مستند مراقَب",
  },
  add: "إضافة هذا العنوان للإشعارات",
  none: "لا توجد إشعارات Webhook بعد.",
  secret: "سر إشعار Webhook الجديد",
  secretHint: "يتحقق به برنامجكم من التواقيع. ولا يُعرض إلا هذه المرة: يُرجى نسخه الآن.",
  secretSeen: "نسختُه",
  working: "يعمل",
  disabled: (why) => `موقوف: ${isolate(why)}`,
  failing: (since, why) => `لا يعمل منذ ${dateTime(since)}: ${isolate(why)}`,
  remove: "إزالة",
  removeNamed: (url) => `إزالة: ${isolate(url)}`,
  removeQuestion: (url) => `هل تريدون إزالة إشعارات Webhook إلى ${isolate(url)}؟ ستُترك الأحداث التي لم تُسلَّم بعد.`,
  removed: "أُزيلت إشعارات Webhook إلى هذا العنوان.",
  cancel: "تراجع",
  eventsNeeded: "يُرجى اختيار حدث واحد على الأقل.",
};
