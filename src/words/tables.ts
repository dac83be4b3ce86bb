// Where each language's table of words is.

import type { CodeWords } from "./codeWords.ts";
import type { OperatorsPageWords } from "./operatorsPageWords.ts";
import type { Tables } from "./languages.ts";
import type { Words } from "./words.ts";

/** What is said about reports, faults and standings, and on the page that checks documents. */
export const tables: Tables<Words> = {
  en: async () => (await import("./english/table.ts")).english,
};

/** What is said about the code on a paper. */
export const codeTables: Tables<CodeWords> = {
  en: async () => (await import("./english/code.ts")).englishCode,
};

/** What is said on the officer's desk. */
export const operatorsPageTables: Tables<OperatorsPageWords> = {
  en: async () => (await import("./english/operatorsPage.ts")).englishOperatorsPage,
};
