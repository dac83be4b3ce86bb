// Names of legal entities: which cannot be vouched for, and which look like another's (Unicode, UTS 39).

import type { Address } from "./address.ts";
import { CONFUSABLES } from "./confusables.generated.ts";
import { isOfOneScriptAWord } from "./scripts.ts";

/** What no name may have: there is no honest use for it. */
export type NameDefect =
  | "hidden_character" // Controls, direction marks, zero-width and unassigned characters, blanks that are no plain space.
  | "not_normalised"; // Not in Unicode's normal form C, so that another spelling has the same look.

/** How a name may deceive a reader. A code that reports carry: added to, never renamed. */
export type Likeness =
  | "mixed_script" // A word of it mixes letters of different scripts.
  | "confusable"; // It looks like the name of somebody else.

/** Somebody under a name. */
export interface NamedParty {
  readonly address: Address;
  readonly name: string;
}

/** Besides what cannot be seen: every blank but the plain space, and the braille pattern that is blank. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;

/** Why nobody can be vouched for under this name, or `null`. */
export function defectIn(name: string): NameDefect | null {
  if (!name.isWellFormed() || HIDDEN.test(name)) return "hidden_character";
  return name === name.normalize("NFC") ? null : "not_normalised";
}

let looks: ReadonlyMap<string, string> | null = null;

/** What each confusable character looks like. Read when it is first needed: most programs never do. */
function looksTable(): ReadonlyMap<string, string> {
  const text = (codes: string): string => codes.split("-").map((code) => String.fromCodePoint(Number.parseInt(code, 16))).join("");
  return (looks ??= new Map(
    CONFUSABLES.trim().split("\n").flatMap((line) => {
      const [look, ...characters] = line.split(" ").map(text);
      return characters.map((character) => [character, look!] as const);
    }),
  ));
}

/** The skeleton (UTS 39, part 4): two texts with the same one look the same. It is not meant to be read. */
export function skeletonOf(text: string): string {
  const visible = text.normalize("NFD").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return [...visible].map((character) => looksTable().get(character) ?? character).join("").normalize("NFD");
}

const evenBlanks = (text: string): string => text.trim().replace(/\s+/gu, " ");

/** Names that share one of these look alike: as they are written, or but for the size and width of their letters. */
function looksOf(name: string): readonly string[] {
  const plain = evenBlanks(name);
  const even = evenBlanks(name.normalize("NFKC"));
  const small = [even.toLowerCase(), skeletonOf(even).toLowerCase()].map((text) => `small ${skeletonOf(text)}`);
  return [...new Set([skeletonOf(plain), ...small])];
}

const remembered = new Map<string, readonly string[]>();
/** Names come again with every report; strangers' must not fill the memory. */
const REMEMBERED_LIMIT = 50_000;

function rememberedLooks(name: string): readonly string[] {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_LIMIT) remembered.clear();
  const found = looksOf(name);
  remembered.set(name, found);
  return found;
}

/** Names in use, to be asked which of them a name looks like. */
export class NameBook {
  readonly #byLook = new Map<string, NamedParty[]>();

  constructor(parties: Iterable<NamedParty> = []) {
    for (const party of parties) this.add(party);
  }

  add(party: NamedParty): void {
    for (const look of rememberedLooks(party.name)) {
      const same = this.#byLook.get(look) ?? [];
      if (same.length === 0) this.#byLook.set(look, same);
      if (!same.some(({ address, name }) => address === party.address && name === party.name)) same.push(party);
    }
  }

  /** Somebody else whose name looks like this one, or is the very same; or `null`. */
  lookAlikeOf({ address, name }: NamedParty): NamedParty | null {
    return rememberedLooks(name).flatMap((look) => this.#byLook.get(look) ?? []).find((other) => other.address !== address) ?? null;
  }

  /** How the name may deceive a reader who knows the names in this book, or `null`. */
  likenessOf(party: NamedParty): Likeness | null {
    if (this.lookAlikeOf(party) !== null) return "confusable";
    return isOfOneScriptAWord(party.name) ? null : "mixed_script";
  }
}
