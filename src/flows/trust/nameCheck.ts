// Name check: nobody is accredited under a name that deceives, unless somebody answers for it.

import type { Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { defectIn, type Likeness, type NameBook, type NameDefect } from "../../core/names.ts";

const DEFECTS: Readonly<Record<NameDefect, string>> = {
  hidden_character: "it has a character that cannot be seen: a control or direction mark, a zero-width or unassigned character, or a blank that is no plain space",
  not_normalised: "it is not in Unicode's normal form C, so another spelling would look the same",
};

/** A name that somebody shall be accredited under. */
export interface AskedName {
  readonly address: Address;
  readonly name: string;
  /** Somebody answers for the likeness: it is two entities' honest name. */
  readonly isLikenessKnown: boolean;
}

/**
 * Lets an honest name pass.
 *
 * @returns the likeness that somebody answers for, or `null` when there is none.
 * @throws Fault `name_refused` for what no name may have, `name_look_alike` for a likeness nobody answers for.
 */
export function checkName({ address, name, isLikenessKnown }: AskedName, books: readonly NameBook[]): Likeness | null {
  const defect = defectIn(name);
  if (defect !== null) throw new Fault("name_refused", `Nobody can be accredited under this name: ${DEFECTS[defect]}.`);
  const likeness = books.flatMap((book) => book.likenessOf({ address, name }) ?? []).toSorted()[0] ?? null;
  if (likeness !== null && !isLikenessKnown) throw refusalOf({ address, name }, books);
  return likeness;
}

function refusalOf(party: { readonly address: Address; readonly name: string }, books: readonly NameBook[]): Fault {
  const other = books.map((book) => book.lookAlikeOf(party)).find((found) => found !== null) ?? null;
  if (other === null) return new Fault("name_look_alike", "A word of this name mixes letters of different scripts, so it may look like a name that it is not.");
  return new Fault("name_look_alike", `This name looks like "${other.name}", which is ${other.address}, another identity.`, { looksLike: { address: other.address, name: other.name } });
}
