// Where each language's table of words is.

import type { Tables } from "./languages.ts";
import type { SignInWords } from "./signInWords.ts";
import type { TrustWords } from "./trustWords.ts";
import type { Words } from "./words.ts";

/** What is said about reports, faults and standings, and on the page that checks documents. */
export const tables: Tables<Words> = {
  en: async () => (await import("./english/table.ts")).english,
};

/** What the page of trust says. */
export const trustTables: Tables<TrustWords> = {
  en: async () => (await import("./english/trust.ts")).englishTrust,
};

/** What is said around signing in. */
export const signInTables: Tables<SignInWords> = {
  en: async () => (await import("./english/signIn.ts")).englishSignIn,
};
