// What is said about operators and their authorisations, in the language of the page.

import { operatorTables } from "../../words/tables.ts";
import { wordsFrom } from "../frame/language.ts";

export const operatorWords = await wordsFrom(operatorTables);
