// What is said about recognitions, in the language of the page.

import { recognitionTables } from "../../words/tables.ts";
import { wordsFrom } from "./language.ts";

export const recognitionWords = await wordsFrom(recognitionTables);
