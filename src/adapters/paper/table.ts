// Tables that go on over several sheets: rows stay whole where they can, and are cut between lines where they must.

import { captionOf, fittingIn, PADDING } from "./boxes.ts";
import { heightOf, linesOf, type Area, type Block, type Line, type Sheet } from "./sheet.ts";

/** A column with its caption. */
export interface Column {
  readonly caption: string;
  readonly width: number;
}

/** A row: for each column the lines that are still to be drawn. */
export type Row = readonly (readonly Line[])[];

const CAPTION_HEIGHT = 22;
const ROW_GAP = 5;

/** Rows made of blocks, cell by cell. */
export const rowsOf = (columns: readonly Column[], rows: readonly (readonly (readonly Block[])[])[]): readonly Row[] =>
  rows.map((cells) => columns.map(({ width }, at) => linesOf(cells[at] ?? [], width - 2 * PADDING)));

/** Draws as many of the rows as the area holds; returns those that are left, and where the drawn ones end. */
export function tableIn(sheet: Sheet, area: Area, { columns, rows }: { columns: readonly Column[]; rows: readonly Row[] }): { readonly left: readonly Row[]; readonly end: number } {
  drawGrid(sheet, area, columns);
  const bottom = area.y + area.height - 3;
  const left = [...rows];
  let y = area.y + CAPTION_HEIGHT + 3;
  for (let row = left[0]; row !== undefined; row = left[0]) {
    const height = Math.max(...row.map(heightOf));
    const isWholeSheet = height > area.height - CAPTION_HEIGHT - 6;
    if (y + height > bottom && !isWholeSheet) break;
    const parts = row.map((lines) => fittingIn(lines, bottom - y));
    if (parts.every(([fitting]) => fitting.length === 0)) break;
    drawRow(sheet, { x: area.x, y }, { columns, row: parts.map(([fitting]) => fitting) });
    const rest = parts.map(([, later]) => later);
    y += Math.min(height, bottom - y) + ROW_GAP;
    if (rest.some((lines) => lines.length > 0)) {
      left[0] = rest;
      break;
    }
    left.shift();
  }
  return { left, end: y };
}

function drawGrid(sheet: Sheet, area: Area, columns: readonly Column[]): void {
  sheet.tint({ ...area, height: CAPTION_HEIGHT });
  sheet.frame(area);
  sheet.rule([area.x, area.y + CAPTION_HEIGHT], [area.x + area.width, area.y + CAPTION_HEIGHT]);
  let { x } = area;
  for (const { caption, width } of columns) {
    if (x > area.x) sheet.rule([x, area.y], [x, area.y + area.height]);
    captionOf(sheet, { x, y: area.y, width }, caption);
    x += width;
  }
}

function drawRow(sheet: Sheet, { x, y }: { x: number; y: number }, { columns, row }: { columns: readonly Column[]; row: Row }): void {
  let left = x;
  for (const [at, { width }] of columns.entries()) {
    sheet.lines(row[at] ?? [], { x: left + PADDING, y, width: width - 2 * PADDING });
    left += width;
  }
}
