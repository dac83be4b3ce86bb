// Boxes: framed areas with a caption. What does not fit one is kept for a continuation sheet; nothing is cut.

import { GREY, heightOf, INK, linesOf, type Area, type Block, type Line, type Sheet } from "./sheet.ts";

/** What did not fit its box. */
export interface Overflow {
  readonly caption: string;
  readonly lines: readonly Line[];
}

/** What stands in a box. */
export interface Content {
  readonly caption: string;
  readonly blocks: readonly Block[];
  /** What stands at its lower end. */
  readonly foot?: readonly Block[];
}

export const PADDING = 6;
const CAPTION_HEIGHT = 13;
/** Text is made smaller to this part of itself before it goes on elsewhere: smaller is hard to read on paper. */
const SHRINKINGS = [1, 0.92, 0.84];

/** A box; returns what did not fit. `continued` is said where something did not. */
export function box(sheet: Sheet, area: Area, { content: { caption, blocks, foot = [] }, continued }: { content: Content; continued: string }): readonly Overflow[] {
  sheet.frame(area);
  captionOf(sheet, area, caption);
  const inner = { x: area.x + PADDING, y: area.y + CAPTION_HEIGHT + 1, width: area.width - 2 * PADDING };
  const footLines = linesOf(foot, inner.width);
  const footHeight = heightOf(footLines);
  sheet.lines(footLines, { ...inner, y: area.y + area.height - footHeight - 4 });
  const room = area.height - CAPTION_HEIGHT - 4 - (footHeight === 0 ? 0 : footHeight + 6);
  const lines = smallEnough(blocks, { width: inner.width, room });
  const [fitting, rest] = fittingIn(lines, room);
  if (rest.length === 0) {
    sheet.lines(fitting, inner);
    return [];
  }
  // One line less, for saying that there is more.
  const [shown, kept] = fittingIn(lines, room - 9);
  const below = sheet.lines(shown, inner);
  sheet.write([{ text: `… ${continued}`, style: { size: 6.4, colour: INK } }], { ...inner, y: below });
  return [{ caption, lines: kept }];
}

/** A box's caption: its number in bold, then what is asked. */
export function captionOf(sheet: Sheet, { x, y, width }: Omit<Area, "height">, caption: string): void {
  const [, number = "", words = caption] = /^(\d+) (.*)$/s.exec(caption) ?? [];
  if (number !== "") sheet.write([{ text: number, style: { size: 6.8, weight: 700, colour: INK } }], { x: x + PADDING, y: y + 2.6, width: 14 });
  const inset = number === "" ? 0 : 4 + 4.2 * number.length;
  sheet.write([{ text: words, style: { size: 6.2, colour: GREY } }], { x: x + PADDING + inset, y: y + 3, width: width - inset - PADDING - 2 });
}

/** As many lines as stand in this height, and the rest. */
export function fittingIn(lines: readonly Line[], height: number): readonly [fitting: readonly Line[], rest: readonly Line[]] {
  let used = 0;
  let count = 0;
  while (count < lines.length && used + lines[count]!.height <= height + 0.01) used += lines[count++]!.height;
  return [lines.slice(0, count), lines.slice(count)];
}

function smallEnough(blocks: readonly Block[], { width, room }: { width: number; room: number }): readonly Line[] {
  const tries = SHRINKINGS.map((part) => () => linesOf(blocks.map(({ text, style }) => ({ text, style: { ...style, size: (style?.size ?? 8.6) * part } })), width));
  return tries.reduce<readonly Line[] | null>((found, lines) => (found !== null && heightOf(found) <= room ? found : lines()), null) ?? [];
}
