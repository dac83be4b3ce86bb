// What the forms say beside the console's own words, in the language of the page.

import { formTables } from "../../../words/tables.ts";
import { wordsFrom } from "../../frame/language.ts";

/** The words of the forms. */
export const formSays = await wordsFrom(formTables);
