// What members and codes are called in a form, in the language of the page.

import { memberCodes } from "../../../words/formWords.ts";
import { visible } from "../../../words/visible.ts";
import { language } from "../../frame/language.ts";
import type { Path } from "./draft.ts";
import { formSays } from "./formSays.ts";

/** What a table has for a place: for the entry of a list; else for the member around it and its own name together; else for its own name. */
export function wordAt(table: Readonly<Record<string, string>>, path: Path): string | null {
  const [around = "", name = ""] = ["", ...path.filter((step) => typeof step === "string")].slice(-2);
  const entry = typeof path.at(-1) === "number" ? [`${name}[]`] : [];
  const key = [...entry, `${around}.${name}`, name].find((each) => Object.hasOwn(table, each));
  return key === undefined ? null : table[key]!;
}

/** What the member at a place is called: in the words of the page, else as its name is spelt. */
export const labelOf = (path: Path): string => wordAt(formSays.members, path) ?? spelt(path);

/** Its name, spelt as words: they are English. */
export function spelt(path: Path): string {
  const words = nameIn(path).replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return visible(capitalised(words));
}

/** The member at a place, or the list around an entry. */
const nameIn = (path: Path): string => path.findLast((step) => typeof step === "string") || "?";

/** Lists so long are countries or currencies, which every browser can name. */
const MANY = 100;

/** Every code with what it is called, ordered as people look for them. */
export function codesAt(path: Path, codes: readonly string[]): readonly (readonly [code: string, name: string])[] {
  if (codes.length < MANY) {
    const table = wordsOfCodes(nameIn(path));
    return codes.map((code) => [code, Object.hasOwn(table, code) ? capitalised(table[code]!) : visible(code)]);
  }
  const names = new Intl.DisplayNames([language], { type: codes[0]!.length === 2 ? "region" : "currency" });
  return codes.map((code) => [code, `${names.of(code) ?? code} (${code})`] as const).toSorted(([, left], [, right]) => left.localeCompare(right, language));
}

const wordsOfCodes = (name: string): Readonly<Record<string, string>> => (Object.hasOwn(memberCodes, name) ? formSays.codes[memberCodes[name as keyof typeof memberCodes]] : {});

/** As it stands at the beginning of a line. */
function capitalised(text: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(language) + rest.join("");
}
