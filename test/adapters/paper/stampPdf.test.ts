/**
 * Goal: a PDF gets a code that reads back, keeps every byte of its own and every stream of its page; what is broken or hostile is refused in words, soon.
 * Method: PDFs as several programs write them, stamped and read again by the same reader; one spoilt in one way per row; laws over cut and changed bytes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import decodeQR from "qr/decode.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PdfFile } from "../../../src/adapters/paper/pdfFile.ts";
import { Reference } from "../../../src/adapters/paper/pdfSyntax.ts";
import { stampPdf, type Stamp } from "../../../src/adapters/paper/stampPdf.ts";
import { Fault } from "../../../src/core/fault.ts";
import { packedPdf, plainPdf, type MadePage } from "./madePdfs.ts";

const stamp: Stamp = { link: `https://verify.example/c#1.${"eyJkIjoi".repeat(40)}.${"Bwc".repeat(28)}`, page: 1, at: null, millimetres: 45 };
const makers = [["plain", plainPdf], ["packed", packedPdf]] as const;

/** The decoded streams of a page, in order. */
function streamsOf(pdf: Uint8Array, page = 1): readonly string[] {
  const file = new PdfFile(pdf);
  const contents = file.page(page).dictionary.get("Contents");
  const inner = file.resolved(contents);
  const list = Array.isArray(inner) ? (inner as readonly unknown[]) : [contents];
  return list.map((each) => {
    const { value, stream } = file.object(each as Reference);
    return Buffer.from(file.inflated(value as ReadonlyMap<string, never>, stream!)).toString("latin1");
  });
}

/** Draws what the stamp draws into a picture of the page as it is seen, and reads the code in it. */
function codeSeenOn(drawing: string, { width, height }: { width: number; height: number }): string {
  const [, a, b, c, d, e, f] = /q ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) cm/.exec(drawing)!.map(Number) as unknown as number[];
  const scale = 2;
  const data = new Uint8Array(width * scale * height * scale * 4).fill(255);
  for (const [, x, y, w, h] of drawing.slice(drawing.indexOf("0 g")).matchAll(/([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re/g)) {
    const corners = [[Number(x), Number(y)], [Number(x) + Number(w), Number(y) + Number(h)]].map(([u, v]) => [a! * u! + c! * v! + e!, b! * u! + d! * v! + f!]);
    const [left, right] = corners.map(([u]) => u!).sort((one, other) => one - other);
    const [low, high] = corners.map(([, v]) => v!).sort((one, other) => one - other);
    for (let row = Math.round((height - high!) * scale); row < Math.round((height - low!) * scale); row += 1) {
      for (let column = Math.round(left! * scale); column < Math.round(right! * scale); column += 1) data.fill(0, (row * width * scale + column) * 4, (row * width * scale + column) * 4 + 3);
    }
  }
  return decodeQR({ width: width * scale, height: height * scale, data });
}

describe.each(makers)("%s", (_, make) => {
  test("its own bytes come first, its page's own streams stay, and the code reads back", () => {
    const before = make();
    const after = stampPdf(before, stamp);
    expect(Buffer.compare(after.subarray(0, before.length), before)).toBe(0);
    const [opened, own, closed, ...others] = streamsOf(after);
    expect([opened, own, others]).toEqual(["q", streamsOf(before)[0], []]);
    expect(closed).toMatch(/^Q /);
    expect(codeSeenOn(closed!, { width: 595, height: 842 })).toBe(stamp.link);
  });

  test("a second stamp leaves the first", () => {
    const once = stampPdf(make(), stamp);
    const twice = stampPdf(once, { ...stamp, at: { x: 10, y: 10 } });
    expect(streamsOf(twice)).toHaveLength(5);
    expect(Buffer.compare(twice.subarray(0, once.length), once)).toBe(0);
  });

  test("the same again makes the same bytes", () => {
    expect(Buffer.compare(stampPdf(make(), stamp), stampPdf(make(), stamp))).toBe(0);
  });

  test.each([0, 90, 180, 270])("turned by %i degrees it is drawn within the page", (turned) => {
    const drawing = streamsOf(stampPdf(make({ page: `/Rotate ${turned}` }), stamp)).at(-1)!;
    // Read upright or not: what matters is that it is on the paper and not mirrored.
    expect(codeSeenOn(drawing, { width: 595, height: 842 })).toBe(stamp.link);
  });

  test.each([
    ["two states left open",         "q 2 0 0 2 0 0 cm q",                         3],
    ["in order",                     "q 2 0 0 2 0 0 cm Q",                         1],
    ["what looks like it in a text", "BT (q q \\) q) Tj ET q",                     2],
    ["what looks like it in a picture", "BI /W 1 ID q q q\nEI q",                  2],
  ])("states of the page are ended: %s", (_what, content, ends) => {
    expect(/^(?:Q )+/.exec(streamsOf(stampPdf(make({ content }), stamp)).at(-1)!)![0]).toBe("Q ".repeat(ends));
  });
});

test("our own samples can be stamped, also on the page and place that is asked for", () => {
  const folder = new URL("../../../docs/samples/", import.meta.url);
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".pdf"))) {
    const before = Uint8Array.from(readFileSync(new URL(name, folder)));
    const after = stampPdf(before, { ...stamp, at: { x: 150, y: 10 }, page: -1 });
    expect(streamsOf(after).slice(1, -1), name).toEqual(streamsOf(before));
  }
});

const refused = (pdf: Uint8Array, change: Partial<Stamp> = {}): string => {
  try {
    stampPdf(pdf, { ...stamp, ...change });
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).code).toBe("pdf_unusable");
    return (error as Fault).message;
  }
  return expect.unreachable("it was stamped");
};
const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
const changed = (made: MadePage, from: string | RegExp, to: string): Uint8Array => bytes(Buffer.from(plainPdf(made)).toString("latin1").replace(from, to));

const wrong: readonly (readonly [what: string, pdf: () => Uint8Array, says: RegExp, change?: Partial<Stamp>])[] = [
  ["nothing",                    () => bytes(""),                                                     /does not begin/],
  ["no PDF",                     () => bytes("PK\x03\x04".repeat(100)),                               /does not begin/],
  ["a page of the web",          () => bytes("<html>%PDF-1.4"),                                        /does not begin/],
  ["cut off",                    () => plainPdf().subarray(0, 300),                                   /end is missing/],
  ["encrypted",                  () => plainPdf({ trailer: "/Encrypt 5 0 R" }),                       /encrypted/],
  ["encrypted, packed",          () => packedPdf({ trailer: "/Encrypt 5 0 R" }),                      /encrypted/],
  ["signed",                     () => plainPdf({ catalog: "/AcroForm <</SigFlags 3>>" }),            /signed/],
  ["no such page",               () => plainPdf(),                                                    /no page 2: there is 1/, { page: 2 }],
  ["no room for it",             () => plainPdf({ page: "/MediaBox [0 0 100 100]" }),                 /does not fit/],
  ["beside the page",            () => plainPdf(),                                                    /does not fit/, { at: { x: 200, y: 10 } }],
  ["pages in a circle",          () => changed({}, "/Kids [3 0 R]", "/Kids [2 0 R]"),                  /circles/],
  ["a page that is its parent",  () => changed({}, "/Pages 2 0 R", "/Pages 9 0 R"),                    /missing/],
  ["a length that leads to itself", () => changed({}, /Length \d\d>>\nstream\nBT \/F1/, "Length 4 0 R>>\nstream\nBT "), /circles/],
  ["a table that leads to itself", () => changed({}, "/Root 1 0 R", "/Prev 0 /Root 1 0 R"),            /number|value|object/],
  ["values nested without end",  () => plainPdf({ page: `/X ${"[".repeat(5_000)}` }),                  /nested too deeply/],
  ["a list without end",         () => plainPdf({ page: "/X [" }),                                     /no value|breaks off|no end/],
  ["a string without end",       () => plainPdf({ page: "/X (" }),                                     /no end/],
  ["an offset beyond the file",  () => changed({}, /startxref\n\d+/, "startxref\n99999999"),           /value|number|object|breaks off/],
];

for (const [what, pdf, says, change = {}] of wrong) {
  test(`${what}: refused in words`, () => {
    expect(refused(pdf(), change)).toMatch(says);
  });
}

test("what swells without measure is not inflated", () => {
  const bomb = deflateSync(Buffer.alloc(200 * 2 ** 20));
  const start = "%PDF-1.5\n";
  const pdf = Buffer.concat([bytes(`${start}7 0 obj\n<</Type /XRef /Size 8 /W [1 3 1] /Root 1 0 R /Filter /FlateDecode /Length ${bomb.length}>>\nstream\n`), bomb, bytes(`\nendstream\nendobj\nstartxref\n${start.length}\n%%EOF\n`)]);
  const before = process.memoryUsage().rss;
  expect(refused(pdf)).toMatch(/swells/);
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20);
});

test("whatever is cut or changed: an answer, and never one that lost bytes", () => {
  fc.assert(
    fc.property(fc.constantFrom(plainPdf(), packedPdf()), fc.nat(), fc.uint8Array({ maxLength: 6 }), fc.boolean(), (pdf, at, put, isCut) => {
      const place = at % pdf.length;
      const spoilt = isCut ? pdf.subarray(0, place) : Uint8Array.from([...pdf.subarray(0, place), ...put, ...pdf.subarray(place + put.length)]);
      try {
        const after = stampPdf(spoilt, stamp);
        expect(Buffer.compare(after.subarray(0, spoilt.length), spoilt)).toBe(0);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
      }
    }),
    { numRuns: 300 },
  );
});
