// What is said around signing in, in the language of the page.

import { signInTables } from "../../../words/tables.ts";
import { visible } from "../../../words/visible.ts";
import { wordsFrom } from "../language.ts";

/** The words of the sign-in. */
export const says = await wordsFrom(signInTables);

/** What a key is for, in words; one that is not known here by its name. */
export const scopeWords = (scope: string): string => (says.scopes as Readonly<Record<string, string>>)[scope] ?? visible(scope);
