/**
 * Goal: whatever strangers called their files and themselves, no cell is a formula, and a reader by RFC 4180 gets every text back.
 * Method: 5,000 drawn texts, and those that are known to bite.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, csvOf } from "../../src/web/check/many/csv.ts";

/** By RFC 4180, written here anew. */
function cellsIn(file: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, end] of file.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted!.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

/** What a spreadsheet begins to calculate at. */
const isFormula = (cell: string): boolean => /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell) || /^[\t\r\n]/.test(cell);

describe("cells", () => {
  // prettier-ignore
  it.each([
    ["=1+1", `"'=1+1"`], ["+1", `"'+1"`], ["-1", `"'-1"`], ["@x", `"'@x"`], ["\t=1", `"'\t=1"`], ["\r=1", `"'\r=1"`], ["\uff1d1", `"'\uff1d1"`], ["  =1", `"'  =1"`], ["\u200b=1", `"'\u200b=1"`],
    ["a=1", `"a=1"`], ["", `""`], ['say "yes"', `"say ""yes"""`], ["a,b\r\nc", `"a,b\r\nc"`],
  ])("%j", (text, cell) => expect(csvCell(text)).toBe(cell));

  it("property: none is a formula, and all come back", () => {
    const biting = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", "\uff1d", " ").chain((start) => fc.string().map((rest) => start + rest)));
    fc.assert(
      fc.property(fc.array(fc.array(biting, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = cellsIn(csvOf(rows));
        expect(read.flat().some(isFormula)).toBe(false);
        expect(read.map((row) => row.map((cell, at) => (cell === rows[read.indexOf(row)]![at] ? cell : cell.slice(1))))).toEqual(rows);
      }),
      { numRuns: 1_000 },
    );
  });
});
