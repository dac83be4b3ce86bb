// Each language's words for paper, all at hand: for the service, which prints for many.

import { arabicPaper } from "./arabic/paper.ts";
import { englishPaper } from "./english/paper.ts";
import { frenchPaper } from "./french/paper.ts";
import { spanishPaper } from "./spanish/paper.ts";
import { portuguesePaper } from "./portuguese/paper.ts";
import { russianPaper } from "./russian/paper.ts";
import { simplifiedChinesePaper } from "./simplifiedChinese/paper.ts";
import { traditionalChinesePaper } from "./traditionalChinese/paper.ts";
import type { Language } from "./languages.ts";
import type { PaperWords } from "./paperWords.ts";

/** What is printed on paper, in every language. */
export const papers: Readonly<Record<Language, PaperWords>> = {
  en: englishPaper,
  fr: frenchPaper,
  es: spanishPaper,
  pt: portuguesePaper,
  ru: russianPaper,
  ar: arabicPaper,
  "zh-Hans": simplifiedChinesePaper,
  "zh-Hant": traditionalChinesePaper,
};
