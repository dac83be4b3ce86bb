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
    const character = charactersOf(printed(value)).find((each) => each !== "\n" && (faceFor(each, 400) === null || faceFor(each, 700) === null));
    return character === undefined ? [] : [{ pointer: at, character }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => unprintableIn(member, `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`));
}

/** Names a character so that whoever reads it finds it. */
export const named = (character: string): string => `"${character}" (${[...character].map((each) => `U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`).join(" ")})`;
