// English around every page.

import type { FrameWords } from "../frameWords.ts";

export const englishFrame: FrameWords = {
  skip: "Skip to the page",
  navigation: "Pages",
  language: "Language",
  pages: { check: "Check", operators: "Operators", issuer: "Issue", trust: "Trust" },
};
