// What the console says, in the language of the page.

import { issuerTables } from "../../words/tables.ts";
import { wordsFrom } from "../frame/language.ts";

/** The words of the issuer's console. */
export const says = await wordsFrom(issuerTables);
