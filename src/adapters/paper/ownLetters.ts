// Arabic letters share shapes that only their dots tell apart, and pdfkit gives each shape the letter that it first stood for.
// Here a shape stands in the file once for each of its letters, so that a name is searched and copied as it was written.

import type { Glyph } from "fontkit";

/** A font as pdfkit embeds it, as far as its text is encoded. */
interface EmbeddedFont {
  encode(text: string, features?: unknown): [codes: string[], positions: readonly unknown[]];
  layout(text: string, features?: unknown): { readonly glyphs: readonly Glyph[]; readonly positions: readonly unknown[] };
  readonly subset: { readonly glyphs: number[] };
  readonly widths: number[];
  /** For each glyph of the subset the characters that it stands for. */
  readonly unicode: (readonly number[])[];
  readonly scale: number;
}

/** More than all shapes with all their letters; a file's font has room for 65,536. */
const PLACES_LIMIT = 10_000;

const known = new WeakSet<EmbeddedFont>();

/** Has the font that this document writes with now keep the letters of Arabic words. Does nothing the second time. */
export function keepLetters(pdf: PDFKit.PDFDocument): void {
  const { _font: font } = pdf as unknown as { readonly _font: EmbeddedFont };
  if (known.has(font)) return;
  known.add(font);
  const encode = font.encode.bind(font);
  const places = new Map<string, number>();
  const placeOf = ({ id, advanceWidth }: Glyph, letters: readonly number[]): number => {
    const key = `${id} ${letters.join(" ")}`;
    const place = places.get(key) ?? font.subset.glyphs.push(id) - 1;
    places.set(key, place);
    font.widths[place] = advanceWidth * font.scale;
    font.unicode[place] = letters;
    return place;
  };
  font.encode = (text, features) => {
    if (!/\p{Script=Arabic}/u.test(text) || places.size > PLACES_LIMIT) return encode(text, features);
    const { glyphs, positions } = font.layout(text, features);
    const letters = lettersOf(text, glyphs);
    return [glyphs.map((glyph, at) => placeOf(glyph, letters[at]!).toString(16).padStart(4, "0")), positions];
  };
}

/** For each glyph, from the left, its letters of a word that is read from the right. How many a glyph has is certain, which ones is not. */
function lettersOf(word: string, glyphs: readonly Glyph[]): readonly (readonly number[])[] {
  const codePoints = Array.from(word, (character) => character.codePointAt(0)!);
  const counted = glyphs.reduce((sum, glyph) => sum + glyph.codePoints.length, 0);
  if (counted !== codePoints.length) return glyphs.map((glyph) => glyph.codePoints);
  let at = 0;
  return glyphs.toReversed().map((glyph) => codePoints.slice(at, (at += glyph.codePoints.length))).toReversed();
}
