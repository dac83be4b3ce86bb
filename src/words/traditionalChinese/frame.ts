// Traditional Chinese around every page.

import type { FrameWords } from "../frameWords.ts";

export const traditionalChineseFrame: FrameWords = {
  skip: "跳至主要內容",
  navigation: "頁面",
  language: "語言",
  pages: { check: "查核", operators: "營運商", issuer: "簽發", trust: "信任" },
};
