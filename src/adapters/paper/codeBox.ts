// The code on paper: a QR code of 45 mm, with how to use it.

import encodeQR from "qr";
import { captionOf, PADDING } from "./boxes.ts";
import { GREY, type Area, type Sheet } from "./sheet.ts";

const POINTS_A_MILLIMETRE = 72 / 25.4;
/** At this size a code of 600 characters is read back from a blurred picture of 200 dots an inch; at 35 mm it is not. */
export const CODE_POINTS = 45 * POINTS_A_MILLIMETRE;
/** The room that such a box needs, with the white edge that readers look for. */
export const CODE_BOX = { width: CODE_POINTS + 24.4, height: CODE_POINTS + 56 } as const;

/** The squares of the QR code that leads to `link`, row by row, dark ones true, without an edge. */
export function squaresOf(link: string): readonly (readonly boolean[])[] {
  const EDGE = 1;
  return encodeQR(link, "raw", { ecc: "medium", border: EDGE }).slice(EDGE, -EDGE).map((row) => row.slice(EDGE, -EDGE));
}

/** Draws the box: the code in its middle, what it is for above and below. */
export function codeBox(sheet: Sheet, area: Area, { link, caption, how }: { link: string; caption: string; how: string }): void {
  sheet.frame(area);
  captionOf(sheet, area, caption);
  const x = area.x + (area.width - CODE_POINTS) / 2;
  sheet.squares(squaresOf(link), { x, y: area.y + 20, width: CODE_POINTS });
  sheet.write([{ text: how, style: { size: 6.6, colour: GREY, align: "centre" } }], { x: area.x + PADDING, y: area.y + CODE_POINTS + 30, width: area.width - 2 * PADDING });
}
