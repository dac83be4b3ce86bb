// Countries in English, by their ISO 3166-1 codes.

import { countriesIn } from "../countryNames.ts";

/** The country's name, and the code; what is no code as it came. */
export const country = countriesIn("en");
