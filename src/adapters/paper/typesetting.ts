// Typesetting: text becomes lines of pieces, each of one face and one direction. Nothing is left out: what no face draws is refused before (unprintable.ts).

import bidiFactory, { type Bidi } from "bidi-js";
import { invariant } from "../../core/fault.ts";
import { faceFor, type Face, type Weight } from "./faces.ts";

// Its types tell of a module of the other kind.
const bidi = (bidiFactory as unknown as () => Bidi)();
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How text is set. */
export interface Setting {
  readonly size: number;
  readonly weight: Weight;
}

/** Text of one face and one direction, as far from the line's beginning as it stands. */
export interface Piece {
  readonly face: Face;
  readonly text: string;
  readonly offset: number;
}

/** One line, ready to be drawn. */
export interface SetLine {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** A line of a text that begins at the right. */
  readonly isRightToLeft: boolean;
}

/** The text in lines no wider than `width`. */
export function setLines(text: string, { width, ...setting }: Setting & { readonly width: number }): readonly SetLine[] {
  return printed(text).split("\n").flatMap((paragraph) => {
    const { paragraphs } = bidi.getEmbeddingLevels(paragraph);
    const isRightToLeft = ((paragraphs[0]?.level ?? 0) & 1) === 1;
    return brokenLines(paragraph, { width, ...setting }).map((line) => setLine(line, { ...setting, isRightToLeft }));
  });
}

/** How wide the text is on one line. */
export function widthOf(text: string, setting: Setting): number {
  return runsOf(text, setting.weight).reduce((sum, run) => sum + widthOfRun(run, setting.size), 0);
}

/** The text as it is set: composed characters, one kind of line end, and the wide no-break space for the narrow one of French, which no face has. */
export const printed = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").replaceAll("\t", " ").replaceAll("\u202f", "\u00a0");

/** The characters of a text, each with its marks. */
export const charactersOf = (text: string): readonly string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

function brokenLines(paragraph: string, { width, ...setting }: Setting & { readonly width: number }): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of partsOf(paragraph).flatMap((whole) => narrowEnough(whole, { width, ...setting }))) {
    if (line !== "" && widthOf((line + part).trimEnd(), setting) > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  return [...lines, line.trimEnd()];
}

/** Behind these a line may end: not behind a no-break space, which stands within numbers and before French marks. */
const BREAK_BEHIND = /(?![\u00a0\u202f])[\s\-–—/,;\u3001\u3002\uff0c\uff1b\uff1a]$/;
/** Scripts without blanks: a line may end between any two characters, but not before these. */
const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const NEVER_FIRST = /^[\s)\]}」』】》〉、。，．：；！？）ー々]/u;
const NEVER_LAST = /[([{「『【《〈（]$/u;

/** The parts that a line break may stand between. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of charactersOf(text)) {
    const mayBreak = part !== "" && !NEVER_FIRST.test(character) && !NEVER_LAST.test(part) && (BREAK_BEHIND.test(part) || IDEOGRAPH.test(character) || IDEOGRAPH.test(lastOf(part)));
    // A number keeps its sign, its comma and its slash.
    const isWithinNumber = /\d[-–/,]$/.test(part) && /^\d/.test(character);
    if (mayBreak && !isWithinNumber) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return part === "" ? parts : [...parts, part];
}

const lastOf = (text: string): string => [...text].at(-1) ?? "";

/** A part that is wider than a line is cut wherever the line ends. */
function narrowEnough(part: string, { width, ...setting }: Setting & { readonly width: number }): readonly string[] {
  if (widthOf(part.trimEnd(), setting) <= width) return [part];
  const cut: string[] = [];
  let piece = "";
  for (const character of charactersOf(part)) {
    if (piece !== "" && widthOf(piece + character, setting) > width) {
      cut.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...cut, piece];
}

/** Unicode's isolates: they say which words keep their own direction, and nothing of them is drawn. */
const ISOLATES = /[\u2066-\u2069]/g;
const isIsolate = (character: string): boolean => /[\u2066-\u2069]/.test(character);

interface Run {
  readonly face: Face;
  readonly text: string;
}

/** Pieces of one face, in the order in which they are read. */
function runsOf(text: string, weight: Weight): readonly Run[] {
  const runs: { face: Face; text: string }[] = [];
  for (const character of charactersOf(text.replaceAll(ISOLATES, ""))) {
    const face = faceFor(character, weight);
    invariant(face !== null, `what no face draws is refused before it is set: ${JSON.stringify(character)}`);
    const last = runs.at(-1);
    if (last?.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}

const widths = new Map<string, number>();
const WIDTHS_LIMIT = 50_000;

function widthOfRun({ face, text }: Run, size: number): number {
  // Word by word, as pdfkit sets them: kerning across a blank would make the two differ.
  return text.split(/(?<=\s)/).reduce((sum, word) => sum + widthOfWord(face, word), 0) * size;
}

function widthOfWord(face: Face, word: string): number {
  const key = `${face.name} ${word}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = face.bytes === null ? outlinedWidth(face, word) : face.font.layout(word).advanceWidth / face.font.unitsPerEm;
    if (widths.size >= WIDTHS_LIMIT) widths.clear();
    widths.set(key, width);
  }
  return width;
}

const outlinedWidth = ({ font }: Face, text: string): number => [...text].reduce((sum, character) => sum + font.glyphForCodePoint(character.codePointAt(0)!).advanceWidth, 0) / font.unitsPerEm;

/** The line's pieces from left to right (Unicode's bidirectional algorithm, rule L2, over pieces in place of characters). */
function setLine(line: string, { size, weight, isRightToLeft }: Setting & { readonly isRightToLeft: boolean }): SetLine {
  const { levels } = bidi.getEmbeddingLevels(line, isRightToLeft ? "rtl" : "ltr");
  const runs = runsOf(line, weight).flatMap(byLevel(levels.filter((_, at) => !isIsolate(line[at]!))));
  const ordered = reordered(runs);
  let width = 0;
  const pieces = ordered.map(({ face, text }) => {
    const piece = { face, text, offset: width };
    width += widthOfRun({ face, text }, size);
    return piece;
  });
  return { pieces, width, isRightToLeft };
}

interface LevelRun extends Run {
  readonly level: number;
}

/** Cuts runs where the direction changes, and right-to-left ones at blanks: pdfkit sets words one behind the other, from the left. */
function byLevel(levels: Uint8Array): (run: Run) => readonly LevelRun[] {
  let at = 0;
  return ({ face, text }) => {
    const cut: { face: Face; text: string; level: number }[] = [];
    for (const character of charactersOf(text)) {
      const level = levels[at]!;
      const last = cut.at(-1);
      const isRight = (level & 1) === 1;
      const shown = isRight ? (bidi.getMirroredCharacter(character) ?? character) : character;
      const isWordEnd = isRight && (/\s/.test(character) || /\s$/.test(last?.text ?? ""));
      if (last?.level === level && !isWordEnd) last.text += shown;
      else cut.push({ face, text: shown, level });
      at += character.length;
    }
    invariant(at <= levels.length, "runs are parts of their line");
    return cut.map((each) => ({ ...each, text: (each.level & 1) === 1 ? fromTheRight(each.text) : each.text }));
  };
}

/** Fonts are set by their script: letters of a right-to-left one are turned round by the font's own rules, lonely signs are not. */
const fromTheRight = (text: string): string => (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? text : charactersOf(text).toReversed().join(""));

function reordered(runs: readonly LevelRun[]): readonly LevelRun[] {
  const order = [...runs];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      if (order[start]!.level < level) continue;
      let end = start;
      while (end < order.length && order[end]!.level >= level) end += 1;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}
