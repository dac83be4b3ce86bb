// What is said about codes, in the language of the page.

import { codeTables } from "../../words/tables.ts";
import { wordsFrom } from "../frame/language.ts";

export const codeWords = await wordsFrom(codeTables);
