// CSV (RFC 4180) by the line: fields in, fields out, and nothing in them that a spreadsheet would carry out.

/** Between fields. Spreadsheets write semicolons where the comma stands in numbers. */
export type Separator = "," | ";" | "\t";

/** The separator that a first line uses; a comma where it has one field. */
export const separatorIn = (line: string): Separator => ([",", ";", "\t"] as const).find((each) => fieldsIn(line, each) !== null && fieldsIn(line, each)!.length > 1) ?? ",";

/** The fields of one line, without the quotes around them; `null` when a quote stands where none may, or is not closed in the line. */
export function fieldsIn(line: string, separator: Separator): readonly string[] | null {
  const fields: string[] = [];
  for (let at = 0; ; ) {
    const field = line[at] === '"' ? quotedAt(line, at) : plainAt(line, at, separator);
    if (field === null) return null;
    fields.push(field.text);
    if (field.end === line.length) return fields;
    if (line[field.end] !== separator) return null;
    at = field.end + 1;
  }
}

interface Field {
  readonly text: string;
  /** The place behind it. */
  readonly end: number;
}

function plainAt(line: string, start: number, separator: Separator): Field | null {
  const found = line.indexOf(separator, start);
  const end = found < 0 ? line.length : found;
  const text = line.slice(start, end);
  return text.includes('"') ? null : { text, end };
}

function quotedAt(line: string, start: number): Field | null {
  for (let at = line.indexOf('"', start + 1); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return { text: line.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
  return null;
}

/** What spreadsheets take for the beginning of a formula, the full-width spellings and what they skip before it included. */
const FORMULA = /^[\s\p{C}]*[=+\-\u2212@|%＝＋－＠]/u;

/** One line of CSV: every field in quotes, none of them a formula, on one line. */
export const csvLine = (fields: readonly string[]): string => `${fields.map((field) => `"${harmless(field).replaceAll('"', '""')}"`).join(",")}\r\n`;

const harmless = (field: string): string => {
  const flat = field.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ");
  return FORMULA.test(field) || flat !== field ? `'${flat}` : flat;
};
