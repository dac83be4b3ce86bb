// Where each language's table of words is.

import type { CodeWords } from "./codeWords.ts";
import type { DeskWords } from "./deskWords.ts";
import type { IssuerWords } from "./issuerWords.ts";
import type { Tables } from "./languages.ts";
import type { SignInWords } from "./signInWords.ts";
import type { TrustWords } from "./trustWords.ts";
import type { Words } from "./words.ts";

/** What is said about reports, faults and standings, and on the page that checks documents. */
export const tables: Tables<Words> = {
  en: async () => (await import("./english/table.ts")).english,
};

/** What is said about the code on a paper. */
export const codeTables: Tables<CodeWords> = {
  en: async () => (await import("./english/code.ts")).englishCode,
};

/** What only the page that checks documents says. */
export const deskTables: Tables<DeskWords> = {
  en: async () => (await import("./english/desk.ts")).englishDesk,
};

/** What the page of trust says. */
export const trustTables: Tables<TrustWords> = {
  en: async () => (await import("./english/trust.ts")).englishTrust,
};

/** What is said around signing in. */
export const signInTables: Tables<SignInWords> = {
  en: async () => (await import("./english/signIn.ts")).englishSignIn,
};

/** What the issuer's console says. */
export const issuerTables: Tables<IssuerWords> = {
  en: async () => (await import("./english/issuer.ts")).englishIssuer,
};
