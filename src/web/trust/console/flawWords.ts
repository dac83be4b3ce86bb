// What is wrong with a field of the administrator's forms.

import type { FieldFlaw } from "../../../words/grantConsoleWords.ts";
import { said } from "../speech.ts";

/** The flaw in words; `null` where there is none. */
export const flawWords = (flaw: FieldFlaw | undefined): string | null => (flaw === undefined ? null : said.administration.flaws[flaw]);
