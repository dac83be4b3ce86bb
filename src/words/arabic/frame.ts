// Arabic around every page.

import type { FrameWords } from "../frameWords.ts";

export const arabicFrame: FrameWords = {
  skip: "الانتقال إلى المحتوى",
  navigation: "الصفحات",
  language: "اللغة",
  pages: { check: "التحقق", operators: "المشغلون", issuer: "الإصدار", trust: "الثقة" },
};
