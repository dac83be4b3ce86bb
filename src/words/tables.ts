// Where each language's table of words is.

import type { DeskWords } from "./deskWords.ts";
import type { Tables } from "./languages.ts";
import type { Words } from "./words.ts";

/** What is said about reports, faults and standings, and on the page that checks documents. */
export const tables: Tables<Words> = {
  en: async () => (await import("./english/table.ts")).english,
};

/** What only the page that checks documents says. */
export const deskTables: Tables<DeskWords> = {
  en: async () => (await import("./english/desk.ts")).englishDesk,
};
