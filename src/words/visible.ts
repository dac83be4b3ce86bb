// Text from strangers, made fit to be shown: nothing in it is invisible, reorders its surroundings or runs on for ever.

/** A name longer than this is nobody's; the whole of it stays in the report. */
export const SHOWN_CHARACTERS = 120;

/** Controls, formats (bidi and zero-width ones among them), line and paragraph separators, surrogates, private and unassigned characters. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * `text` with hidden characters spelt out and its end clipped.
 *
 * @example visible("\u202Egnp.exe") === "[U+202E]gnp.exe"
 */
export function visible(text: string, shownCharacters = SHOWN_CHARACTERS): string {
  const characters = [...text];
  const isLong = characters.length > shownCharacters;
  const shown = isLong ? [...characters.slice(0, shownCharacters - 1), "…"] : characters;
  return shown.join("").replace(HIDDEN, (hidden) => `[U+${hidden.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`);
}
