// What is said on the desk, in the language of the page.

import { operatorsPageTables } from "../../words/tables.ts";
import { wordsFrom } from "../frame/language.ts";

export const deskWords = await wordsFrom(operatorsPageTables);
