// Where each language's table of words is.

import type { CodeWords } from "./codeWords.ts";
import type { CredentialFactWords } from "./credentialFacts.ts";
import type { Tables } from "./languages.ts";
import type { Words } from "./words.ts";

/** What is said about reports, faults and standings, and on the page that checks documents. */
export const tables: Tables<Words> = {
  en: async () => (await import("./english/table.ts")).english,
  fr: async () => (await import("./french/table.ts")).french,
  es: async () => (await import("./spanish/table.ts")).spanish,
  pt: async () => (await import("./portuguese/table.ts")).portuguese,
  ru: async () => (await import("./russian/table.ts")).russian,
};

/** What is said about the code on a paper. */
export const codeTables: Tables<CodeWords> = {
  en: async () => (await import("./english/code.ts")).englishCode,
  fr: async () => (await import("./french/code.ts")).frenchCode,
  es: async () => (await import("./spanish/code.ts")).spanishCode,
  pt: async () => (await import("./portuguese/code.ts")).portugueseCode,
  ru: async () => (await import("./russian/code.ts")).russianCode,
};

/** What is said about the facts that a credential tells. */
export const factTables: Tables<CredentialFactWords> = {
  en: async () => (await import("./english/credentialFacts.ts")).englishCredentialFacts,
  fr: async () => (await import("./french/credentialFacts.ts")).frenchCredentialFacts,
  es: async () => (await import("./spanish/credentialFacts.ts")).spanishCredentialFacts,
  pt: async () => (await import("./portuguese/credentialFacts.ts")).portugueseCredentialFacts,
  ru: async () => (await import("./russian/credentialFacts.ts")).russianCredentialFacts,
};
