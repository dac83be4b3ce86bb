// Codes on paper in languages other than English: countries, and amounts of units and packages with the plural that the number asks for.

import { countriesIn } from "./countryNames.ts";
import type { PaperWords } from "./paperWords.ts";

/** Names by their codes: one name for every number, or one for each of the language's plural forms. */
export type CodeNames = Readonly<Record<string, string | readonly string[]>>;

/** How a language counts and what it calls the codes. */
export interface PaperCodes {
  /** BCP 47. */
  readonly language: string;
  /** Which of a code's names goes with which plural form of the language. */
  readonly forms: Readonly<Partial<Record<Intl.LDMLPluralRule, number>> & { other: number }>;
  readonly units: CodeNames;
  readonly kinds: CodeNames;
  readonly modes: Readonly<Record<string, string>>;
}

/** One name for one, another for more. */
export const ONE_AND_MORE = { one: 0, other: 1 } as const;

/** A no-break space between thousands, which is no decimal sign anywhere, and a comma before decimals. (No font of ours has the narrow space.) */
const spacedNumber = (decimal: string): string => decimal.replace(".", ",").replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0"));

/** The words that are made of codes. A code without a name stands as it is: a reader can look it up, and nothing is guessed. */
export function paperCodes({ language, forms, units, kinds, modes }: PaperCodes): Pick<PaperWords, "country" | "number" | "measure" | "packages" | "transportMode"> {
  const plural = new Intl.PluralRules(language);
  const counted = (names: CodeNames, code: string, amount: number): string => {
    const name = Object.hasOwn(names, code) ? names[code]! : code;
    return typeof name === "string" ? name : name[forms[plural.select(amount)] ?? forms.other]!;
  };
  return {
    country: countriesIn(language),
    number: spacedNumber,
    measure: (value, unit) => `${spacedNumber(value)} ${counted(units, unit, Number(value))}`,
    packages: (count, kind) => `${spacedNumber(String(count))} ${counted(kinds, kind, count)}`,
    transportMode: (mode) => (Object.hasOwn(modes, mode) ? modes[mode]! : mode),
  };
}
