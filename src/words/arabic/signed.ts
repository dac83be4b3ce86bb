// Credentials, codes and presentations in Arabic, where the words for files would be wrong.

import { isolate } from "../isolate.ts";
import { isAboutHolder, type SignedWords } from "../signedWords.ts";

export const arabicSigned: SignedWords = {
  checks: {
    integrity: {
      question: "هل هو كما وُقّع بعينه؟",
      passed: "يطابق التوقيع كل حرف فيه.",
      failed: "غُيّر، أو وقّعه غير جهة إصداره.",
      unknown: "تعذرت معرفة ذلك.",
    },
    identified: {
      question: "هل وُقّع بمفتاح جهة الإصدار نفسها؟",
      passed: "المفتاح مدرج في السجل لجهة الإصدار.",
      failed: "المفتاح غير مدرج في السجل لجهة الإصدار.",
      unknown: "تعذرت معرفة صاحب المفتاح.",
    },
  },
  verdicts: {
    authentic: {
      means: "هذا ما وقّعته جهة الإصدار بعينه. وكانت مخوَّلة بإصداره، ولا يزال ساريًا.",
      todo: "لا يلزم أي إجراء آخر لمعرفة الجهة التي أصدرته والتأكد من أنه لم يتغير. يُرجى مقارنة ما يقوله بمن هو أمامكم أو بما هو أمامكم. أما صحة محتواه فتبقى على مسؤولية جهة الإصدار.",
    },
    altered: {
      headline: ({ reason }) => (isAboutHolder(reason) ? "لم يثبت أن الحامل هو من يعرض هذا" : "هذا ليس ما وقّعته جهة الإصدار"),
      means: "يُقدَّم هذا على أنه موقّع، لكن التوقيع لا يثبت ذلك.",
      issuer: "مقيّد من قِبل",
      aboutFindings: "الإجابات الأخرى تخص ما يُقدَّم هذا على أنه هو.",
    },
    not_found: { headline: () => "لا يوجد قيد لهذه الشهادة الرقمية" },
  },
  said: "ما وقّعته جهة الإصدار",
  claimed: "ما يُدَّعى فيه، ولم يثبت أن أحدًا قاله",
  certificate: "النوع",
  holder: "الحامل",
  holds: "مدة السريان",
  issuerAsClaimed: "جهة الإصدار، كما يذكر هو نفسه",
  format: "الصيغة",
  wrong: "الخطأ",
  unknownType: "من نوع غير معروف هنا",
  formats: { "vc+jwt": "vc+jwt (نموذج بيانات W3C 2.0)", jwt_vc_json: "jwt_vc_json (نموذج بيانات W3C 1.1)", "dc+sd-jwt": "dc+sd-jwt (SD-JWT: يجوز للحامل حجب بعض البيانات)" },
  accreditation: ({ verdict, grantee, grantor, type }) => `${verdict}: وثيقة اعتماد ممنوحة للجهة ${isolate(grantee)} من الجهة ${isolate(grantor)} لإصدار ${type.many}`,
  claimedAccreditation: ({ verdict, grantee, grantor, type }) => `${verdict}: يُقدَّم على أنه وثيقة اعتماد ممنوحة للجهة ${isolate(grantee)} من الجهة ${isolate(grantor)} لإصدار ${type.many}`,
  period: (from, until) => `${from === null ? "" : `من ${from} `}${until === null ? "حتى إشعار آخر" : `حتى ${until}`}`,
};
