// The language of the page: the one that its address names (`?lang=fr`), else the first that the browser asks for.

import { languageOf, languages, type Language, type Tables } from "../../words/languages.ts";
import { punctuationOf } from "../../words/punctuation.ts";
import { tables } from "../../words/tables.ts";

const LANGUAGE = "lang";

const named = new URLSearchParams(location.search).get(LANGUAGE);

/** What the page is written in. */
export const language: Language = languageOf(named === null ? navigator.languages : [named]);

/** This page's words out of tables that only some pages need. */
export const wordsFrom = <Table>(choice: Tables<Table>): Promise<Table> => choice[language]();

/** What every page says. */
export const words = await wordsFrom(tables);

/** What the page sets between words. */
export const marks = punctuationOf(language);

document.documentElement.lang = language;
document.documentElement.dir = languages[language].direction;

/** An address of this service that keeps the language that was chosen. */
export function hrefOf(path: string): string {
  return named === null ? path : inLanguage(path, language);
}

/** An address of this service in another language; what was asked for by the address stays. */
export function inLanguage(path: string, chosen: Language): string {
  const url = new URL(path, location.origin);
  url.searchParams.set(LANGUAGE, chosen);
  return url.pathname + url.search + url.hash;
}
