// Where each language's table of words is.

import type { CodeWords } from "./codeWords.ts";
import type { CredentialFactWords } from "./credentialFacts.ts";
import type { Tables } from "./languages.ts";
import type { Words } from "./words.ts";

/** What is said about reports, faults and standings, and on the page that checks documents. */
export const tables: Tables<Words> = {
  en: async () => (await import("./english/table.ts")).english,
  ar: async () => (await import("./arabic/table.ts")).arabic,
  "zh-Hans": async () => (await import("./simplifiedChinese/table.ts")).simplifiedChinese,
  "zh-Hant": async () => (await import("./traditionalChinese/table.ts")).traditionalChinese,
};

/** What is said about the code on a paper. */
export const codeTables: Tables<CodeWords> = {
  en: async () => (await import("./english/code.ts")).englishCode,
  ar: async () => (await import("./arabic/code.ts")).arabicCode,
  "zh-Hans": async () => (await import("./simplifiedChinese/code.ts")).simplifiedChineseCode,
  "zh-Hant": async () => (await import("./traditionalChinese/code.ts")).traditionalChineseCode,
};

/** What is said of the facts in credentials. */
export const factTables: Tables<CredentialFactWords> = {
  en: async () => (await import("./english/credentialFacts.ts")).englishCredentialFacts,
  ar: async () => (await import("./arabic/credentialFacts.ts")).arabicCredentialFacts,
  "zh-Hans": async () => (await import("./simplifiedChinese/credentialFacts.ts")).simplifiedChineseCredentialFacts,
  "zh-Hant": async () => (await import("./traditionalChinese/credentialFacts.ts")).traditionalChineseCredentialFacts,
};
