// The words that only this page needs.

import { deskTables } from "../../words/tables.ts";
import { wordsFrom } from "../frame/language.ts";

/** What the check page says beyond one verdict. */
export const said = await wordsFrom(deskTables);
