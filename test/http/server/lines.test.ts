/**
 * Goal: wherever a stream is cut, the same lines come of it; and a line without end is not held.
 * Method: random bytes cut at random places, beside the plainest way to cut lines; memory while an endless line passes.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { LINE_LIMIT_BYTES, LineCutter, type Line } from "../../../src/http/server/lines.ts";

/** The plainest way: all of it at once. */
function plainly(bytes: Buffer): Line[] {
  const lines = bytes.toString("latin1").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((latin, place): Line => {
    const own = Buffer.from(latin, "latin1");
    const text = own.toString("utf8");
    const number = place + 1;
    return !Buffer.from(text).equals(own) ? { number, flaw: "not_utf8" } : { number, text };
  });
}

/** Whether a line that is too long is UTF-8 is nobody's question. */
const asExpected = (bytes: Buffer): Line[] =>
  plainly(bytes).map((line, place) => (bytes.toString("latin1").split("\n")[place]!.length > LINE_LIMIT_BYTES ? { number: line.number, flaw: "too_long" } : line));

test("law: the same lines, wherever the pieces end", () => {
  const long = fc.integer({ min: LINE_LIMIT_BYTES - 2, max: LINE_LIMIT_BYTES + 2 }).map((length) => Buffer.alloc(length, "x"));
  const part = fc.oneof(fc.constant(Buffer.from("\n")), fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => Buffer.from(text)), fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)), long);
  fc.assert(fc.property(fc.array(part, { maxLength: 14 }), fc.array(fc.nat(9_000), { maxLength: 9 }), (parts, cuts) => {
    const bytes = Buffer.concat(parts);
    const cutter = new LineCutter();
    const lines: Line[] = [];
    let start = 0;
    for (const cut of cuts) lines.push(...cutter.push(bytes.subarray(start, (start += cut))));
    lines.push(...cutter.push(bytes.subarray(start)), ...cutter.end());
    const flawsAside = (line: Line): Line => ("flaw" in line ? { number: line.number, flaw: "too_long" } : line);
    expect(lines.map(flawsAside)).toEqual(asExpected(bytes).map(flawsAside));
  }), { numRuns: 2_000 });
});

test("a line without end is not held", () => {
  const cutter = new LineCutter();
  const piece = Buffer.alloc(65_536, "x");
  const before = process.memoryUsage().arrayBuffers;
  for (let sent = 0; sent < 1_000; sent += 1) expect(cutter.push(piece)).toEqual([]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20);
  expect(cutter.push(Buffer.from("\nshort\n"))).toEqual([{ number: 1, flaw: "too_long" }, { number: 2, text: "short" }]);
});
