// What was found where something else was expected: short, and with nothing hidden in it.

/** So much of a text is enough to find it by. */
const SHOWN_CHARACTERS = 60;
/** The same that `visible` in the words spells out; the core cannot lean on it. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** The value as it stands after "found". */
export function found(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? `"${shortened(value)}"` : String(value);
}

/** Text from strangers, clipped, its hidden characters spelt out. */
export function shortened(text: string): string {
  // A slice of code units first: a text of a gigabyte is not taken apart for sixty characters.
  const characters = [...text.slice(0, 2 * SHOWN_CHARACTERS + 2)];
  const shown = characters.length > SHOWN_CHARACTERS ? [...characters.slice(0, SHOWN_CHARACTERS - 1), "…"] : characters;
  return shown.join("").replace(HIDDEN, (hidden) => `[U+${hidden.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`);
}
