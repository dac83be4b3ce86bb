/**
 * Goal: what people's spreadsheets write is read as it was meant, and nothing that we write is carried out by one.
 * Method: tables of lines; as a law, any fields come back as they went out, but for what could be a formula.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine, fieldsIn, separatorIn } from "../../src/core/csv.ts";

describe("reading", () => {
  test.each<[line: string, fields: readonly string[] | null]>([
    ["a,b", ["a", "b"]],
    ["a", ["a"]],
    ["", [""]],
    [",", ["", ""]],
    ['"a,b",c', ["a,b", "c"]],
    ['"say ""no""",""', ['say "no"', ""]],
    ['"a', null],
    ['a"b', null],
    ['"a"b', null],
    ['"a""', null],
    ['""""', ['"']],
  ])("%j", (line, fields) => expect(fieldsIn(line, ",")).toEqual(fields));

  test.each([["identifier,scheme", ","], ["identifier;scheme", ";"], ["identifier\tscheme", "\t"], ["identifier", ","], ['"a,b";c', ";"]])("the separator of %j", (line, separator) => expect(separatorIn(line)).toBe(separator));
});

describe("writing", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "\u200b=1", "\u00a0=1", "＝1", "＋1", "－1", "＠1", "\u22121", "|cmd", "%0A", "\u0000=1"])("%j is no formula", (field) => {
    expect(fieldsIn(csvLine([field]).trimEnd(), ",")![0]).toMatch(/^'/);
  });

  test("a field never leaves its place", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 8 }), (fields) => {
        const line = csvLine(fields);
        expect(line.slice(0, -2)).not.toMatch(/[\r\n\u2028\u2029\u0085]/);
        const back = fieldsIn(line.slice(0, -2), ",")!;
        expect(back).toHaveLength(fields.length);
        for (const [at, field] of back.entries()) {
          expect(field).not.toMatch(/^[\s\p{C}]*[=+\-@|%＝＋－＠]/u);
          if (!field.startsWith("'")) expect(field).toBe(fields[at]);
        }
      }),
    );
  });
});
