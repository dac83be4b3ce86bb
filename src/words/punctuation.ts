// Marks that the pages set between words on their own: in Arabic and Chinese they look different, and bring their own room.

import type { Language } from "./languages.ts";

/** Marks, all but the full stop with the blank behind them where there is one. */
export interface Punctuation {
  readonly stop: string;
  /** Between sentences. */
  readonly blank: string;
  readonly colon: string;
  readonly comma: string;
  /** Between the things of a list. */
  readonly listed: string;
  readonly semicolon: string;
  /** Around what is said beside a name, with the blank before it. */
  readonly brackets: readonly [open: string, close: string];
}

const LATIN: Punctuation = { stop: ".", blank: " ", colon: ": ", comma: ", ", listed: ", ", semicolon: "; ", brackets: [" (", ")"] };

const CHINESE: Punctuation = { stop: "。", blank: "", colon: "：", comma: "，", listed: "、", semicolon: "；", brackets: ["（", "）"] };

const OTHERS: Partial<Readonly<Record<Language, Punctuation>>> = {
  ar: { stop: ".", blank: " ", colon: ": ", comma: "، ", listed: "، ", semicolon: "؛ ", brackets: [" (", ")"] },
  "zh-Hans": CHINESE,
  "zh-Hant": CHINESE,
};

/** The marks of this language. */
export const punctuationOf = (language: Language): Punctuation => OTHERS[language] ?? LATIN;
