// The page of recognitions in Arabic.

import { date, dateTime } from "./dates.ts";
import { isolate } from "../isolate.ts";
import type { RecognitionWords } from "../recognitionWords.ts";

export const arabicRecognitions: RecognitionWords = {
  title: "من يعترف بمن",
  lead: "الحقوق التي تدوم، كصفة المشغل الاقتصادي المعتمد، لا تسري إلا ما دامت جهة تثق بها جهة التحقق هذه تعترف بمن منحها. وهذه هي الاعترافات المقيدة في السجل والمتفرعة عن تلك الجهات.",
  none: "لا توجد بعد اعترافات متفرعة عن الجهات التي تثق بها جهة التحقق هذه.",
  silent: "لم يستجب السجل في الوقت المحدد. يُرجى إعادة تحميل الصفحة بعد ثوانٍ.",
  tooMany: "عدد الاعترافات أكبر مما تستطيع هذه الصفحة تقييمه. لا يظهر هنا إلا بعضها، ولا يوصف أي منها بأنه سارٍ.",
  caption: ({ many }) => `الاعتراف ب${many}`,
  recogniser: "الجهة المعترِفة",
  recognised: "الجهة المعترَف بها",
  inForce: (from, until) => `سارٍ منذ ${date(from)}${until === null ? "" : ` وحتى ${date(until)}`}`,
  notInForce(reason, until) {
    switch (reason) {
      case "accreditation_expired":
        return `انتهى${until === null ? "" : ` في ${date(until)}`}`;
      case "accreditation_withdrawn":
        return `سُحب${until === null ? "" : ` اعتبارًا من ${date(until)}`}`;
      case "accreditation_not_yet_valid":
        return "لم يسرِ بعد";
      case "compromised":
        return `سُحب: أُعلن عن سرقة المفاتيح${until === null ? "" : ` اعتبارًا من ${date(until)}`}`;
      case "issuer_deactivated":
        return "غير سارٍ: أغلقت الجهة المعترَف بها هويتها";
      case "grants_too_many":
        return "غير معروف: عدد الاعتمادات أكبر من أن يُقيَّم";
      default:
        return "غير سارٍ: الجهة المعترِفة نفسها غير معترف بها هنا";
    }
  },
  nothing: "لا شيء",
  paths: "عبر أي مسار",
  path: (names) => `${names.slice(1).map((name, at) => `${isolate(names[at]!)} تعترف بالجهة ${isolate(name)}`).join("؛ ")}.`,
  asOf: (block, time) => `قُرئ عند الكتلة ${block}، ${dateTime(time)}.`,
  forPrograms: "البيانات نفسها للبرامج",
};
