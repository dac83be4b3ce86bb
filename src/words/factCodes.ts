// The codes in facts of credentials, in words that the language's table has already.

import type { Verdict } from "../core/verdict.ts";
import { countriesIn } from "./countryNames.ts";
import type { CredentialFactWords } from "./credentialFacts.ts";
import { typeWords } from "./sentences.ts";
import type { Words } from "./words.ts";

/** Days, moments, verdicts, countries and document types as this language's table has them. A code that it does not know stands as it is. */
export function factCodes(words: Words): Pick<CredentialFactWords, "day" | "moment" | "verdict" | "country" | "documentType" | "numbered"> {
  return {
    day: words.date,
    moment: words.dateTime,
    verdict: (code) => (Object.hasOwn(words.verdicts, code) ? words.verdicts[code as Verdict].label : code),
    country: countriesIn(words.language),
    documentType: (code) => `${typeWords(code, words).many} (${code})`,
    numbered: (value, scheme) => (scheme === "" ? value : `${value} (${scheme})`),
  };
}
