// The officer's desk in Arabic. What means "genuine" and "authorised" is said of the verdict `authentic` alone.

import { date, dateTime } from "./dates.ts";
import { isolate } from "../isolate.ts";
import { arabicCredentialFacts } from "./credentialFacts.ts";
import { arabicIdentifierSchemes } from "./identifierSchemes.ts";
import { arabicOperatorsPagePresenting } from "./operatorsPagePresenting.ts";
import { standings } from "./standings.ts";
import type { DeskParts, OperatorsPageWords } from "../operatorsPageWords.ts";
import { isAboutHolder } from "../signedWords.ts";

export const arabicOperatorsPage: OperatorsPageWords = {
  title: "الاستعلام عن المشغلين",
  lead: "هل هذا المشغل معتمد، ومن اعتمده، وهل الاعتماد سارٍ اليوم؟ يُحكم على كل جواب هنا، استنادًا إلى السلطات التي تثق بها جهة التحقق هذه.",
  viewsLabel: "ما الذي تريدون معرفته؟",
  views: {
    operator: { name: "مشغل واحد", title: "الاستعلام عن مشغل", lead: "بأحد معرّفاته كاملًا. وتطّلعون على ما وافق المشغل على الإفصاح عنه." },
    list: { name: "قائمة", title: "الاستعلام عن قائمة مشغلين", lead: "يُرجى لصق عمود من جدول. وتظهر الأجوبة عند ورودها." },
    paper: { name: "ورقة", title: "البحث عن شهادة ورقية", lead: "لشهادة منشأ لا تحمل رمزًا: رقمها وجهة إصدارها وبيان آخر مكتوب عليها." },
    presentation: { name: "طلب عرض", title: "مطالبة مشغل بعرض شهادته", lead: "يوقّع المشغل، الآن تحديدًا، على أن الشهادة شهادته." },
    recognitions: { name: "الاعترافات", title: "من يعترف بمن", lead: "لا يُعتد بالصفة إلا ما دامت سلطة تثق بها جهة التحقق هذه تعترف بمن منحها." },
  },
  headline,
  outcomes: {
    ...{ authentic: "سارٍ", altered: "مُغيَّر", not_found: "لا قيد له", undetermined: "لا جواب بعد", not_entitled: "جهة الإصدار غير معترف بها", no_longer_valid: "غير سارٍ" },
    ...{ nothing: "لا يجوز الإفصاح عن شيء", unknown: "غير معروف", unasked: "لم يُسأل عنه" },
  },
  authorised: {
    means: "الشهادة هي ما وقّعته جهة الإصدار بعينه. وكانت جهة الإصدار مخوَّلة بإصدارها، وهي معترف بها اليوم، ولا تزال الشهادة سارية.",
    todo: "يُرجى مقارنة الاسم بمن هو أمامكم، والاعتماد بما هو مطلوب. يستطيع أي شخص أن يذكر معرّف غيره: وللتأكد من أن المشغل نفسه أمامكم، يُرجى أن تطلبوا منه عرض شهادته.",
  },
  facts: arabicCredentialFacts,
  ask: "استعلام",
  asking: "يجري السؤال",
  stop: "إيقاف",
  again: "إعادة السؤال",
  noAnswer: "لم يرد جواب",

  identifier: "المعرّف",
  identifierHint: "رقم TIN أو EORI أو LEI أو رقم الشركة أو DID أو غيرها. ولا أهمية للمسافات والنقاط والشرطات.",
  identifierMissing: "يُرجى إدخال معرّف من 1 إلى 500 حرف.",
  scheme: "نوع المعرّف",
  anyScheme: "أي نوع",
  schemes: arabicIdentifierSchemes,
  found: { here: "هذه الخدمة", partner: "خدمة سلطة شريكة؛ وقد حُكم عليه هنا" },
  foundTerm: "مصدر الجواب",
  nothingTitle: "لا شيء معروف هنا، أو لا يجوز الإفصاح عن شيء",
  incompleteTitle: "هذا الجواب غير كامل",
  incompleteNothing: "لا يمكن الجزم بذلك الآن: لم ترد أجوبة الجميع",
  answerFor: (identifier) => `الجواب بشأن ${isolate(identifier)}`,
  asOf: (block, time) => `قُرئ عند الكتلة ${block}، ${dateTime(time)}.`,

  key: {
    fold: "لدي مفتاح API",
    hint: "يتيح لكم المفتاح الاستعلام عن قوائم طويلة، وإن كنتم سلطة معترفًا بها أُفصح لكم عن المزيد.",
  },

  list: {
    label: "المعرّفات، كل منها في سطر",
    hint: (limit) => `يجوز أن يذكر عمود ثانٍ نوع المعرّف، مثل EORI. الحد الأقصى لعدد الأسطر من دون مفتاح API هو ${limit}، بمعدل 20 سطرًا تقريبًا في الدقيقة؛ وبالمفتاح 10,000.`,
    file: "اختيار ملف CSV",
    start: "الاستعلام عن القائمة",
    empty: "يُرجى لصق معرّف واحد على الأقل.",
    tooMany: (count, limit) => `عدد الأسطر ${count}، والحد الأقصى لما يمكن الاستعلام عنه بهذه الطريقة ${limit}. يُرجى تقصير القائمة${limit < 10_000 ? "، أو إدخال مفتاح API" : ""}.`,
    progress: (done, of) => `وردت أجوبة ${done} من ${of}`,
    pausing: (seconds) => `لا تقبل الخدمة إلا عددًا محدودًا من الأسئلة في الدقيقة. ويُستأنف العمل بعد ${seconds} ث.`,
    stopped: "أُوقف الاستعلام. والأسطر التي لا جواب لها لم يُسأل عنها.",
    done: "لكل سطر جواب.",
    caption: "الأجوبة سطرًا بسطر",
    columns: { line: "السطر", identifier: "المعرّف", answer: "الجواب", operator: "المشغل الاقتصادي", until: "حتى", issuer: "جهة الإصدار" },
    filter: "عرض",
    filterText: "البحث في الجدول",
    all: "جميع الأجوبة",
    noneFits: "لا يوجد سطر مطابق. يُرجى اختيار «جميع الأجوبة» وإفراغ خانة البحث.",
    more: (count) => `عرض المزيد (${count})`,
    shown: (count, of) => (count === of ? `عدد الأسطر: ${count}` : `الأسطر المعروضة: ${count} من ${of}`),
    download: "حفظ بصيغة CSV",
    print: "طباعة",
    incomplete: "لم ترد أجوبة الجميع",
    furtherOnes: (count) => (count === 1 ? "واعتماد آخر" : `واعتمادات أخرى، وعددها ${count}`),
  },

  paper: {
    issuer: "جهة الإصدار",
    chooseIssuer: "اختيار جهة الإصدار",
    otherIssuer: "جهة أخرى: بمعرّفها (DID)",
    issuersUnknown: "تعذر تحميل قائمة جهات الإصدار. يُرجى ذكر جهة الإصدار بمعرّفها (DID).",
    did: "معرّف جهة الإصدار (DID)",
    didHint: `${isolate("did:ethr:…")} متضمنًا السلسلة، أو ${isolate("0x")} ثم 40 رمزًا.`,
    didWrong: `هذا ليس معرّف جهة إصدار. يُرجى نسخه كاملًا: ${isolate("did:ethr:0x…:0x")} ثم 40 رمزًا.`,
    number: "رقم الشهادة",
    thing: "بيان آخر مكتوب عليها",
    things: { exporterName: "اسم المصدِّر", consigneeName: "اسم المرسَل إليه", exporterIdentifier: "معرّف المصدِّر", invoiceNumber: "رقم الفاتورة", transportDocument: "مستند النقل" },
    value: "كما هو مطبوع",
    valueHint: "لا أهمية للأحرف الكبيرة والمسافات والنقاط.",
    missing: "يُرجى ملء هذه الخانة كما هو مكتوب على الورقة.",
    nothing: {
      headline: "لا توجد شهادة مطابقة",
      means: "لا توجد لجهة الإصدار هذه شهادة تطابق ما ذكرتموه. ولا يُفصح عما إذا كان الخطأ في الرقم أم في البيان الآخر، ولا يدل هذا على شيء بشأن أوراق صدرت عن جهات أخرى.",
      todo: "يُرجى مقارنة الرقم وجهة الإصدار والبيان الآخر بالورقة حرفًا بحرف. فإن كانت مطابقة، فيُرجى سؤال جهة الإصدار.",
    },
    holds: {
      headline: ({ type, issuer }) => `مقيّد في السجل وسارٍ: ${type.one} من إصدار ${isolate(issuer)}`,
      means: "قيّدت جهة الإصدار شهادة بهذا الرقم، وكانت مخوَّلة بذلك، ولا تزال الشهادة سارية. وهذا يخص نسخة جهة الإصدار نفسها، ولا يخص ورقتكم.",
      todo: "يُرجى أن تطلبوا من المرسل ملف الشهادة وأن تتحققوا منه، أو أن تطلبوا من جهة الإصدار المقارنة معكم. فقد تحمل ورقة رقمًا سليمًا وتقول شيئًا آخر.",
    },
    copy: "ما عُثر عليه هو صورة طبق الأصل، ويجب أن تذكر الورقة ذلك. أما الورقة التي تحمل هذا الرقم ولا تذكره فهي شهادة أخرى، وهي التي فُقدت.",
    certificate: (number, day) => `الشهادة ${isolate(number)} بتاريخ ${date(day)}`,
  },

  ...arabicOperatorsPagePresenting,

  recognitions: {
    whole: "الجدول كاملًا مع المسارات",
    caption: "الاعترافات بالحقوق التي تدوم",
    columns: { recogniser: "الجهة المعترِفة", recognised: "الجهة المعترَف بها", type: "بشأن", state: "الحالة" },
    more: (count) => `في صفحة الاعترافات غيرها، وعددها ${count}.`,
  },

  recent: {
    title: "آخر عمليات التحقق على هذا الجهاز",
    remember: "تذكّر عمليات التحقق على هذا الجهاز",
    rememberHint: "الوقت والنوع والأحرف الأربعة الأخيرة والجواب؛ ولا تُحفظ الأسماء أبدًا. يُرجى إبقاء هذا معطّلًا على جهاز يستخدمه غيركم.",
    none: "لم يُحفظ شيء بعد. ويظهر هنا ما تستعلمون عنه من الآن فصاعدًا.",
    caption: "آخر عمليات التحقق، الأحدث أولًا",
    columns: { time: "الوقت", kind: "النوع", end: "ينتهي بـ", answer: "الجواب حينها" },
    clear: "محوها كلها",
    cleared: "مُحيت كلها.",
    lines: (count) => (count === 1 ? "سطر واحد" : `عدد الأسطر: ${count}`),
  },
};

/** The bad news first. "من إصدار" and the standing after a colon fit masculine and feminine types alike. */
function headline({ verdict, reason, type, issuer, standing, recognition }: DeskParts): string {
  switch (verdict) {
    case "authentic":
      return `المشغل معتمد، والمستند أصلي: ${type.one} من إصدار ${isolate(issuer)}${recognition === null ? "" : `، باعتراف من ${isolate(recognition.by)} منذ ${date(recognition.since)}`}`;
    case "no_longer_valid":
      return `غير سارٍ: ${type.one} من إصدار ${isolate(issuer)}، ${ending({ reason, standing })}`;
    case "undetermined":
      return "لا يمكن الجزم بذلك الآن";
    case "not_entitled":
      return `غير معترف به: لا توجد جهة تثق بها جهة التحقق هذه تؤكد أهلية ${isolate(issuer)}`;
    case "altered":
      return isAboutHolder(reason) ? "لم يثبت أن الحامل هو من يعرض هذا" : "هذا ليس ما وقّعته جهة الإصدار";
    default:
      return "لا يوجد قيد لذلك";
  }
}

function ending({ reason, standing }: Pick<DeskParts, "reason" | "standing">): string {
  if (reason === "recognition_ended") return "وقد انتهى الاعتراف بجهة الإصدار";
  if (reason === "expired") return "وقد انتهت المدة";
  if (reason === "not_yet_valid") return "ولم تبدأ المدة بعد";
  if (standing === null || standing.standing === "active") return "دون مفعول الآن";
  const since = standing.since === null ? "" : ` منذ ${date(standing.since)}`;
  const by = standing.by === null ? "" : ` بقرار من ${isolate(standing.by)}`;
  return `والوضع: ${standings[standing.standing]}${since}${by}`;
}
