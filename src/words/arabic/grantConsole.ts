// The administrator's part of the page of trust, in Arabic.

import type { GrantConsequence, GrantConsoleWords, WithdrawalConsequence } from "../grantConsoleWords.ts";
import { dateTime } from "./dates.ts";
import { isolate } from "../isolate.ts";

export const arabicGrantConsole: GrantConsoleWords = {
  title: "الاعتماد والاعتراف والسحب",
  lead: "للسلطات. ما تقولونه هنا يُكتب في السجل باسمكم، ويمكن للجميع قراءته.",
  scopeMissing: "لا يسمح هذا المفتاح بالاعتماد. يُرجى أن تطلبوا من مشغّل هذه الخدمة مفتاحًا بصلاحية الاعتماد «accredit».",
  accredit: "اعتماد جهة",
  accreditTitle: "اعتماد جهة",
  accreditLead: "تقولون في السجل إنه يجوز لجهة أن تصدر مستندات من نوع معيّن.",
  recognise: "الاعتراف ببرنامج AEO",
  recogniseTitle: "الاعتراف ببرنامج المشغل الاقتصادي المعتمد (AEO)",
  recogniseLead: "تقولون في السجل إنكم تعترفون بشهادات المشغل الاقتصادي المعتمد الصادرة عن إدارة جمركية شريكة.",
  withdraw: "سحب",
  renew: "تجديد",
  withdrawNamed: (grantee, type) => `سحب الاعتماد من ${isolate(grantee)}: ${type}`,
  renewNamed: (grantee, type) => `تجديد اعتماد ${isolate(grantee)}: ${type}`,
  withdrawTitle: (grantee) => `سحب الاعتماد من ${isolate(grantee)}`,
  fields: {
    known: "الجهة",
    somebodyElse: "جهة أخرى",
    grantee: "الهوية (DID أو عنوان)",
    granteeHint: `${isolate("did:ethr:0x…:0x…")} أو ${isolate("0x")} ويليه 40 رمزًا. خذوها من الجهة المعتمَدة بوسيلة تعلمون مسبقًا أنها وسيلتها.`,
    name: "الاسم القانوني",
    nameHint: "كما سيقرؤه من يتحقق. ويبقى في السجل إلى الأبد. لا تكتبوا أبدًا اسم شخص.",
    type: "نوع المستند",
    otherType: "نوع آخر (برمزه)",
    typeCode: "رمز النوع",
    from: "من (UTC)",
    fromHint: "إن تُرك فارغًا فمن الآن. ويجوز أن يكون في الماضي.",
    until: "حتى (UTC)",
    untilHint: "لا تدخل تلك اللحظة نفسها في المدة. وإن تُرك فارغًا فلا تاريخ انتهاء.",
    mayPassOn: "يحق للجهة المعتمَدة اعتماد غيرها",
    mayPassOnHint: "عندئذ يمكنها أن تعتمد لهذا النوع جهات أخرى لا تختارونها أنتم.",
    effective: "يسري السحب اعتبارًا من (UTC)",
    effectiveHint: "إن تُرك فارغًا فمن الآن. ويجوز أن يكون في الماضي أو في المستقبل.",
    compromised: "سُرقت مفاتيح الجهة المعتمَدة",
    compromisedHint: "عندئذ لا يُعتد بشيء قيل بهذه المفاتيح اعتبارًا من تلك اللحظة: لا مستند ولا إلغاء ولا اعتماد. أما ما صدر قبلها فيبقى على حاله. وعند الشك اختاروا اللحظة الأسبق. ولكي يُعتد بها من جديد، اعتمدوها مرة أخرى لاحقًا.",
  },
  flaws: {
    grantee: `يُرجى إدخال معرّف ${isolate("did:ethr")} من هذا السجل، أو عنوان: ${isolate("0x")} ويليه 40 رمزًا من 0 إلى 9 ومن a إلى f.`,
    own: "هذه هويتكم أنتم. ولا أحد يعتمد نفسه.",
    type: "يتكون النوع من 1 إلى 8 أحرف لاتينية كبيرة أو أرقام، مثل 861 أو AEO.",
    name: "يُرجى إدخال الاسم القانوني، على ألا يتجاوز 200 بايت.",
    from: "هذه ليست لحظة محددة. يُرجى إدخال اليوم والوقت.",
    until: "هذه ليست لحظة محددة. يُرجى إدخال اليوم والوقت.",
    order: "سينتهي قبل أن يبدأ. يُرجى اختيار نهاية لاحقة.",
  },
  goOn: "متابعة",
  back: "تعديل",
  cancel: "تراجع",
  confirmTitle: "ما يترتب على ذلك",
  send: "كتابة ذلك في السجل",
  sendWithdrawal: "سحب الاعتماد",
  sending: "يجري الإرسال…",
  sendAgain: "إعادة الإرسال",
  sendAgainHint: "لن يُقال شيء مرتين: فالخدمة تتعرف على هذا الطلب.",
  isClosed: "إغلاق",
  grantConsequences,
  recognitionConsequences,
  withdrawalConsequences,
  lookAlike: {
    title: "قد يلتبس أحد هذين الاسمين بالآخر",
    asked: "الجهة التي توشكون على اعتمادها",
    other: "اسم معروف من قبل",
    mixed: "تخلط كلمة في هذا الاسم أحرفًا من كتابات مختلفة، فقد يبدو اسمًا غير ما هو.",
    answerFor: "صاحبا الاسمين كلاهما معروفان بالنزاهة. أتحمل المسؤولية عن ذلك، ويُحفظ هذا في دفتر يوميات هذه الخدمة.",
    todo: "يُرجى مقارنة المعرّفين. وإن كان الاسم خطأ، فعودوا إليه وعدّلوه.",
  },
  said: {
    title: "ما قلتموه",
    caption: "الاعتمادات التي منحتموها أو سحبتموها، الأحدث أولًا",
    none: "لم تقولوا شيئًا بعد. ابدؤوا باعتماد جهة.",
    what: "القول",
    state: "المرحلة التي بلغها",
    ledgerSays: "ما يقوله السجل الآن",
    act: "تغييره",
    older: "عرض الأقدم",
    kinds: { grant: "اعتماد", withdrawal: "سحب" },
    compromised: "أُعلن عن سرقة المفاتيح",
    states: { batched: "محفوظ، وفي طريقه إلى السجل", sent: "أُرسل إلى السجل", included: "في السجل، ولم يصبح نهائيًا بعد", final: "نهائي" },
    words: { granted: "مُنح", withdrawn: "سُحب", compromised: "أُعلن عن سرقة المفاتيح", nothing: "لا شيء عن هذه اللحظة", silent: "لم يستجب السجل" },
    alreadySaid: "كان هذا آخر ما قيل في السجل، ولذلك لا يُقيَّد مرة ثانية.",
    saidAnew: "سبق أن قلتم هذا، لكنه لم يكن معتدًّا به. ويُقال الآن من جديد.",
    withoutCredential: "لا تحمل هذا الاعتمادَ شهادةٌ رقمية موقّعة: فمفتاحكم ليس هنا. والاعتماد معتدّ به في كل الأحوال.",
    progress: (kind, grantee, state) => `${kind === "grant" ? "اعتماد" : "سحب الاعتماد من"} ${isolate(grantee)}: ${state}.`,
    problem: (text) => `يرفضه السجل في الوقت الحالي، وتُعاد المحاولة: ${isolate(text)}`,
    notKnown: "تعذر السؤال عن مرحلته. وهو محفوظ، ويتابع طريقه تلقائيًا.",
  },
};

function grantConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  const [by, to] = [isolate(grantor), isolate(grantee)];
  return [
    `منذ أن يصبح ذلك نهائيًا، تؤكد ${by} أهلية ${to} بشأن ${type.many}، ${period(from, until)}.`,
    `وكل من يثق بالجهة ${by} يعدّ الجهة ${to} عندئذ مخوَّلة بالإصدار: ${type.many}.`,
    mayPassOn ? `ويجوز للجهة ${to} أن تعتمد غيرها بشأن ${type.many}، ويُعتد بمن تعتمدهم كذلك.` : `ولا يجوز للجهة ${to} أن تعتمد غيرها.`,
    "لا يمكن محو ذلك. ويمكنكم سحبه لاحقًا؛ ويبقى القولان عندئذ مقروءين.",
  ];
}

function recognitionConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  const [by, to] = [isolate(grantor), isolate(grantee)];
  return [
    `منذ أن يصبح ذلك نهائيًا، تعترف ${by} ب${type.many} الصادرة عن ${to}، ${period(from, until)}.`,
    `وكل من يثق بالجهة ${by} يعدّ المشغلين عندئذ حائزين الصفة التي منحتهم إياها ${to}، ما دام هذا الاعتراف قائمًا.`,
    mayPassOn ? `ويُعتد كذلك بالبرامج التي تعترف بها ${to} بدورها.` : `ولا يُعتد بموجب هذا الاعتراف بالبرامج التي تعترف بها ${to} بدورها.`,
    "لا يمكن محو ذلك. ويمكنكم سحبه لاحقًا؛ ويبقى القولان عندئذ مقروءين.",
  ];
}

function withdrawalConsequences({ grantor, grantee, type, from, isCompromised, isLasting }: WithdrawalConsequence): readonly string[] {
  const [by, to] = [isolate(grantor), isolate(grantee)];
  const when = from === null ? "الآن" : dateTime(from);
  const before = isLasting ? `لا يُعترف بعد ذلك عن طريقكم ب${type.many} الصادرة عن ${to}، حتى ما صدر منها من قبل.` : `يبقى على حاله ما خُتم قبل تلك اللحظة: ${type.many}.`;
  return [
    `منذ أن يُقيَّد ذلك في السجل، لا تعود ${by} تؤكد أهلية ${to} بشأن ${type.many} اعتبارًا من ${when}. ويُعتد بالسحب فورًا.`,
    before,
    ...(isCompromised ? [`يُعلن عن سرقة مفاتيح ${to} اعتبارًا من ${when}. ولا يُعتد بشيء قيل بها بعد ذلك بشأن ${type.many}: لا مستندات ولا إلغاءات ولا اعتمادات.`] : []),
    `ويفقد هذا الحقَّ أيضًا من اعتمدتهم ${to} بموجبه وحده.`,
    "لا يمكن محو ذلك. ويمكنكم منح الاعتماد من جديد لاحقًا.",
  ];
}

function period(from: string | null, until: string | null): string {
  const begin = from === null ? "من الآن" : `من ${dateTime(from)}`;
  return until === null ? `${begin} دون تاريخ انتهاء` : `${begin} حتى ${dateTime(until)}`;
}
