// Comma-separated values (RFC 4180) that no spreadsheet takes for formulas.

/** What a spreadsheet might take for the beginning of a formula, also after blanks, in full width, or hidden. */
const FORMULA = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|^[\t\r\n]/u;

/** `text` as one cell: quoted, with an apostrophe before what could be taken for a formula. */
export function csvCell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** The rows as a file: a line each, ended by CR LF, in UTF-8 with the mark by which spreadsheets know it. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
