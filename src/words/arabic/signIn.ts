// Signing in, in Arabic.

import { isolate } from "../isolate.ts";
import type { SignInWords } from "../signInWords.ts";

export const arabicSignIn: SignInWords = {
  title: "تسجيل الدخول",
  lead: "بمفتاح API لهذه الخدمة. تحصلون عليه من مشغّلها.",
  key: "مفتاح API",
  keyHint: "لا يُرسل إلا إلى هذه الخدمة، ويُنسى عند مغادرة هذه الصفحة أو إعادة تحميلها.",
  keep: "الاحتفاظ به إلى حين إغلاق علامة التبويب هذه",
  keepHint: "لا تحددوا هذا الخيار إلا على جهاز لا يستخدمه أحد غيركم.",
  signIn: "تسجيل الدخول",
  signingIn: "يجري سؤال الخدمة…",
  signOut: "تسجيل الخروج",
  empty: "يُرجى إدخال مفتاح API.",
  signedIn: (name) => `تتحدثون باسم ${isolate(name)}`,
  scopes: { issue: "الإصدار", accredit: "الاعتماد", read: "الاطلاع" },
  mayDo: (scopes) => `يسمح هذا المفتاح بما يلي: ${scopes.join("، ")}.`,
  kept: "يُحتفظ بالمفتاح إلى حين إغلاق علامة التبويب هذه.",
  notKept: "يُنسى المفتاح عند مغادرة هذه الصفحة أو إعادة تحميلها.",
  signedOut: "سُجّل خروجكم.",
};
