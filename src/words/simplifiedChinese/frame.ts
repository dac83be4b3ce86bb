// Simplified Chinese around every page.

import type { FrameWords } from "../frameWords.ts";

export const simplifiedChineseFrame: FrameWords = {
  skip: "跳到正文",
  navigation: "页面",
  language: "语言",
  pages: { check: "核验", operators: "经营者", issuer: "签发", trust: "信任" },
};
