// What is said around signing in, in the language of the page.

import { signInTables } from "../../../words/tables.ts";
import { wordsFrom } from "../language.ts";

/** The words of the sign-in. */
export const says = await wordsFrom(signInTables);
