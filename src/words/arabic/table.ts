// Arabic: plain words, short sentences, the customs administrations' own terms. Inserted text is isolated: see isolate.ts.

import { arabicFaults } from "./faults.ts";
import { arabicPage } from "./page.ts";
import { arabicReasons } from "./reasons.ts";
import { arabicReceipt } from "./receipt.ts";
import { arabicSnapshot } from "./snapshot.ts";
import { arabicVerdicts } from "./verdicts.ts";
import { arabicFrame } from "./frame.ts";
import { arabicSigned } from "./signed.ts";
import { standingReasons, standings, standingWarnings } from "./standings.ts";
import { date, dateTime } from "./dates.ts";
import { isolate } from "../isolate.ts";
import type { GrantParts, StandingParts, Words } from "../words.ts";

const NOT_NOW = "لا يمكن الجزم بذلك الآن.";

/** The Arabic table. */
export const arabic: Words = {
  language: "ar",
  verdicts: arabicVerdicts,
  outcomes: { passed: "نعم", failed: "لا", unknown: "غير معروف" },
  checks: {
    integrity: {
      question: "هل يطابق الملف ختمه الرقمي؟",
      passed: "هو الملف المختوم بعينه دون أي فرق.",
      moot: { answer: "لم يُقدَّم ختم", because: "ولذلك جرى البحث في السجل عن هذا الملف بعينه." },
      failed: "الملف والختم لا يخص أحدهما الآخر.",
      unknown: "تعذرت المقارنة.",
    },
    identified: {
      question: "هل كان بوسع جهة الإصدار وحدها أن تقيّده؟",
      passed: "لا يقبل السجل القيد إلا من جهة الإصدار أو ممن عيّنته.",
      moot: { answer: "لا قيد يُسأل عنه", because: "وإن وُجد قيد، فلا يمكن أن يكون قد أجراه إلا جهة الإصدار أو من عيّنته." },
      failed: "من وقّع ليس جهة الإصدار.",
      unknown: "تعذرت معرفة من وقّع.",
    },
    anchored: {
      question: "هل هو مقيّد في السجل؟",
      passed: "القيد موجود، وهو نهائي.",
      failed: "لا يوجد قيد كهذا.",
      unknown: NOT_NOW,
    },
    entitled: {
      question: "هل كانت جهة الإصدار مخوَّلة بإصداره؟",
      passed: "عند ختم المستند كانت جهة تثق بها جهة التحقق هذه تؤكد أهلية جهة الإصدار.",
      failed: "لم يثبت ذلك.",
      unknown: NOT_NOW,
    },
    current: {
      question: "هل لا يزال ساريًا؟",
      passed: "لم يسحبه أحد ممن يحق لهم ذلك.",
      failed: "لم يعد ساريًا.",
      unknown: NOT_NOW,
    },
    held: {
      question: "هل وقّع الحامل رمز التحدي هذا بعينه، ولجهة التحقق هذه بعينها؟",
      passed: "نعم: بمفتاح من تتحدث عنه الشهادات الرقمية.",
      failed: "لم يثبت أن الحامل هو من يعرضها.",
      unknown: "تعذرت قراءة مفتاح الحامل.",
    },
  },
  reasons: arabicReasons,
  standings,
  standingReasons,
  standingWarnings,
  documentTypes: {
    "861": { one: "شهادة منشأ", many: "شهادات المنشأ" },
    "380": { one: "فاتورة تجارية", many: "الفواتير التجارية" },
    "705": { one: "بوليصة شحن", many: "بوالص الشحن" },
    "851": { one: "شهادة صحة نباتية", many: "شهادات الصحة النباتية" },
    AEO: { one: "شهادة مشغل اقتصادي معتمد (AEO)", many: "شهادات المشغل الاقتصادي المعتمد (AEO)" },
    TOI: { one: "معرّف مشغّل نقل", many: "معرّفات مشغّلي النقل" },
    ACR: { one: "وثيقة اعتماد", many: "وثائق الاعتماد" },
    RCT: { one: "إيصال تحقق", many: "إيصالات التحقق" },
  },
  unnamedType: (documentType) => ({ one: `مستند من النوع ${isolate(documentType)}`, many: `المستندات من النوع ${isolate(documentType)}` }),
  anyDocument: { one: "مستند", many: "المستندات" },
  faults: arabicFaults,
  date,
  dateTime,
  standing,
  replacement: (digest) => `البصمة الرقمية للمستند الذي حلّ محله هي ${isolate(digest)}.`,
  replaced: (since) => `حلّ هذا المستند محل مستند سابق في ${date(since)}.`,
  predecessor: (digest) => `البصمة الرقمية للمستند السابق هي ${isolate(digest)}.`,
  grant,
  recognition,
  alsoVouching: (names) => `${names.length === 1 ? "وتؤكد أهلية جهة الإصدار أيضًا جهة أخرى تثق بها جهة التحقق هذه" : "وتؤكد أهلية جهة الإصدار أيضًا جهات أخرى تثق بها جهة التحقق هذه"}: ${names.map(isolate).join("؛ ")}.`,
  asAt: (when, sentence) => `كما في ${dateTime(when)}: ${sentence}`,
  asAtOnly: (when) => `سألتم عن وضعه في ${dateTime(when)}. يستند الجواب إلى ما يقوله السجل اليوم عن تلك اللحظة، ولا يقول شيئًا عن أي لحظة بعدها.`,
  authenticThen: {
    means: "هذا هو المستند الذي صدر بعينه، دون أي تغيير. وكانت جهة الإصدار مخوَّلة بإصداره، وكان ساريًا في تلك اللحظة.",
    todo: "إن كان يهمكم ما إذا كان المستند ساريًا اليوم، فيُرجى التحقق منه مرة أخرى دون تحديد لحظة ماضية.",
  },
  notAnchoredThen: {
    means: "حتى تلك اللحظة لم يكن في السجل قيد لهذا الملف بعينه.",
    todo: "إن كان من الممكن أن يكون المستند قد خُتم بعدها، فيُرجى التحقق منه مرة أخرى في لحظة لاحقة، أو دون تحديد لحظة.",
  },
  currentThen: {
    question: "هل كان ساريًا في تلك اللحظة؟",
    passed: "حتى ذلك الحين لم يسحبه أحد ممن يحق لهم ذلك.",
    failed: "لم يكن ساريًا في تلك اللحظة.",
    unknown: NOT_NOW,
  },
  trustRoot: (name, { many }) => `تثق جهة التحقق هذه بالجهة ${isolate(name)} بشأن ${many}.`,
  likenesses: {
    mixed_script: "تنبيه: يخلط هذا الاسم أحرفًا من كتابات مختلفة. يُرجى مقارنة المعرّف.",
    confusable: "تنبيه: يشبه هذا الاسم اسم جهة أخرى. يُرجى مقارنة المعرّف.",
  },
  noPath: (name, { many }) => `لا توجد جهة تثق بها جهة التحقق هذه تؤكد أهلية ${isolate(name)} بشأن ${many}.`,
  frame: arabicFrame,
  page: arabicPage,
  receipt: arabicReceipt,
  snapshot: arabicSnapshot,
  signed: arabicSigned,
};

function standing({ standing, since, by, reason }: StandingParts): string {
  if (standing === "active" && since === null) return "المستند سارٍ. لم يقل أحد شيئًا ضده.";
  const when = since === null ? "" : ` منذ ${dateTime(since)}`;
  const who = by === null ? "" : ` بقرار من ${isolate(by)}`;
  return standing === "active" ? `أُعيد العمل بالمستند${when}${who}، وهو سارٍ من جديد.` : `${standings[standing]}${when}${who}: ${standingReasons[reason]}.`;
}

function recognition({ grantor, grantee, type, from, until }: GrantParts): string {
  const end = until === null ? "" : ` وحتى ${date(until)}`;
  return `${isolate(grantor)} تعترف ب${type.many} الصادرة عن ${isolate(grantee)} منذ ${date(from)}${end}.`;
}

function grant({ grantor, grantee, type, from, until }: GrantParts): string {
  const end = until === null ? "" : ` وحتى ${date(until)}`;
  return `${isolate(grantor)} تعتمد الجهة ${isolate(grantee)} بشأن ${type.many} منذ ${date(from)}${end}.`;
}
