// Saving what the page has as a file on the device.

import { csvLine } from "../../core/csv.ts";

/** Long enough for the slowest browser to begin. */
const KEEP_MS = 60_000;

/** Has the browser save `content` under `name`. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}

/** Has the browser save the rows as a table for a spreadsheet, in which nothing is a formula. By the mark at its beginning spreadsheets know that it is UTF-8. */
export const saveTable = (rows: readonly (readonly string[])[], name: string): void => saveFile(new Blob(["\ufeff", ...rows.map(csvLine)], { type: "text/csv;charset=utf-8" }), name);
