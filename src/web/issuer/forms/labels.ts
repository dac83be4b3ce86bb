// What members and codes are called in a form.

import { language } from "../../frame/language.ts";
import { says } from "../says.ts";

/** What a member is called: in the words of the page, else as its name is spelt. */
export function labelOf(name: string): string {
  const { members } = says.issue;
  if (Object.hasOwn(members, name)) return members[name]!;
  const spelt = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return spelt[0]!.toUpperCase() + spelt.slice(1);
}

/** Lists so long are countries or currencies, which every browser can name. */
const MANY = 100;

/** Every code with what it is called, ordered as people look for them. */
export function codesOf(name: string, codes: readonly string[]): readonly (readonly [code: string, name: string])[] {
  if (codes.length < MANY) {
    const known = says.issue.codes[name] ?? {};
    return codes.map((code) => [code, Object.hasOwn(known, code) ? known[code]! : labelOfCode(code)]);
  }
  const names = new Intl.DisplayNames([language], { type: codes[0]!.length === 2 ? "region" : "currency" });
  return codes.map((code) => [code, `${names.of(code) ?? code} (${code})`] as const).toSorted(([, left], [, right]) => left.localeCompare(right, language));
}

/** A code that is a word is spelt as words: `warehouseKeeper` as "Warehouse keeper". */
const labelOfCode = (code: string): string => (/^[a-z]+([A-Z][a-z]+)*$/.test(code) ? labelOf(code) : code);
