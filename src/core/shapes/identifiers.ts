// Identifiers of operators: the schemes, and the form and check digit of each where they are public.

import { beginsWithCountry } from "./codes.ts";
import { code } from "./shape.ts";

/** What an identifier of a scheme looks like. */
export interface SchemeForm {
  readonly pattern: RegExp;
  readonly expects: string;
  /** Asked when the pattern fits: the check digit, or the country. */
  readonly check?: (value: string) => boolean;
}

/** ISO 17442: letters count as 10 to 35, and the whole is 1 modulo 97 (ISO 7064). */
export function isLei(value: string): boolean {
  let rest = 0;
  for (const character of value) {
    const digit = Number.parseInt(character, 36);
    rest = (rest * (digit > 9 ? 100 : 10) + digit) % 97;
  }
  return rest === 1;
}

/** GS1: digits weigh 1 and 3 in turn, and the last makes the sum a multiple of 10. */
export function isGln(value: string): boolean {
  const sum = [...value].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

const ANY = { pattern: /^[\s\S]*$/u, expects: "an identifier" };

/** Every scheme, by its code. */
const FORMS = {
  "EORI":           { pattern: /^[A-Z]{2}[A-Z0-9]{1,15}$/u,  expects: "an EORI number, two letters and up to 15 letters or digits" },
  "WCO-TIN":        { pattern: /^[A-Z]{2}[A-Z0-9]{1,33}$/u,  expects: "a trader identification number, the country's two letters and up to 33 letters or digits", check: beginsWithCountry },
  "LEI":            { pattern: /^[A-Z0-9]{18}[0-9]{2}$/u,    expects: "a legal entity identifier (ISO 17442), 20 characters of which the last two are check digits", check: isLei },
  "GLN":            { pattern: /^[0-9]{13}$/u,               expects: "a global location number (GS1), 13 digits of which the last is a check digit", check: isGln },
  "DUNS":           { pattern: /^[0-9]{9}$/u,                expects: "a DUNS number, 9 digits" },
  "SCAC":           { pattern: /^[A-Z]{2,4}$/u,              expects: "a standard carrier alpha code, 2 to 4 letters" },
  "IATA-AIRLINE":   { pattern: /^[A-Z0-9]{2,3}$/u,           expects: "an airline designator, 2 or 3 letters or digits" },
  "IMO-COMPANY":    { pattern: /^[0-9]{7}$/u,                expects: "an IMO company number, 7 digits" },
  "FMC":            { pattern: /^[0-9]{1,6}$/u,              expects: "an organisation number of the Federal Maritime Commission, up to 6 digits" },
  "TIR-HOLDER":     { pattern: /^[A-Z]{3}\/[0-9]{3}\/[0-9]{1,10}$/u, expects: "a TIR holder's number, three letters, three digits and up to ten digits, as KEN/001/12345" },
  "US-MID":         { pattern: /^[A-Z]{2}[A-Z0-9]{3,13}$/u,  expects: "a manufacturer identification code, up to 15 letters or digits that begin with the country", check: beginsWithCountry },
  "IOR":            { pattern: /^[A-Z0-9-]{1,17}$/u,         expects: "an importer of record number, up to 17 letters, digits or hyphens" },
  "VAT":            { pattern: /^[A-Z0-9+*]{2,15}$/u,        expects: "a VAT number, 2 to 15 letters or digits without blanks" },
  "COMPANY-NUMBER": ANY,
  "NATIONAL":       ANY,
} as const satisfies Readonly<Record<string, SchemeForm>>;

export type Scheme = keyof typeof FORMS;

/** The schemes as a list of codes. */
export const scheme = code(Object.keys(FORMS) as Scheme[], "a scheme of identifiers, such as EORI, WCO-TIN, LEI, GLN, DUNS, SCAC, TIR-HOLDER, COMPANY-NUMBER or NATIONAL");

/** What is wrong with an identifier of a scheme, or `null`: its form, or its check digit. */
export function faultInIdentifier(schemeCode: Scheme, value: string): { code: "malformed" | "check_failed"; expects: string } | null {
  const { pattern, expects, check }: SchemeForm = FORMS[schemeCode];
  if (!pattern.test(value)) return { code: "malformed", expects };
  return check === undefined || check(value) ? null : { code: "check_failed", expects: `${expects}, and this one does not add up` };
}
