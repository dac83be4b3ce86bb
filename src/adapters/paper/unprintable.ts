// What no face draws. It is told before anything is issued: an empty box in a name is worse than a refusal.

import { faceFor } from "./faces.ts";
import { charactersOf, printed } from "./typesetting.ts";

/** A text with a character that cannot be printed. */
export interface Unprintable {
  /** Where it stands (RFC 6901). */
  readonly pointer: string;
  readonly character: string;
}

/** The first character of each text in `value` that no face draws, at pointers that begin with `at`. */
export function unprintableIn(value: unknown, at = ""): readonly Unprintable[] {
  if (typeof value === "string") {
    const character = charactersOf(printed(value)).find(isUnprintable);
    return character === undefined ? [] : [{ pointer: at, character }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => unprintableIn(member, `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`));
}

const isUnprintable = (character: string): boolean => character !== "\n" && (faceFor(character, 400) === null || faceFor(character, 700) === null);

/** `text` with each character that no face draws spelt out: for names of others on a paper that must be drawn whoever they are. */
export const speltOut = (text: string): string => charactersOf(printed(text)).map((each) => (isUnprintable(each) ? [...each].map((one) => `[${codeOf(one)}]`).join("") : each)).join("");

const codeOf = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;

/** Names a character so that whoever reads it finds it. */
export const named = (character: string): string => `"${character}" (${[...character].map(codeOf).join(" ")})`;
