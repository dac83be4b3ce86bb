/**
 * Goal: a certificate of origin on paper shows every word of it, in any of the scripts it can print, and is the same file each time.
 * Method: draw subjects plain, rich and far too long; read the text back from the file by its own fonts; look for what must not be in it.
 */
import { describe, expect, test } from "vitest";
import { drawOrigin, type OriginPaper } from "../../../src/adapters/paper/originPaper.ts";
import { named, unprintableIn } from "../../../src/adapters/paper/unprintable.ts";
import type { CooSubject } from "../../../src/core/shapes/coo.ts";
import { englishPaper } from "../../../src/words/english/paper.ts";
import { plainCoo, subjects } from "../../core/shapes/samples.ts";
import { textOf } from "./pdfText.ts";

const paper = (change: Partial<CooSubject> = {}, base: CooSubject = subjects.coo): OriginPaper => ({
  subject: { ...base, ...change },
  issuer: { name: "Example Chamber of Commerce", did: "did:web:chamber.example" },
  codeLink: `https://verify.example/c#1.${"e".repeat(330)}.${"A".repeat(86)}`,
  words: englishPaper,
});
const item = subjects.coo.items[0]!;
const squeezed = (text: string): string => text.replace(/[\s|]/g, "");
const allOf = async (change: Partial<CooSubject>): Promise<string> => squeezed((await (async () => textOf(await drawOrigin(paper(change))))()).join(""));

test("every box has its words; one sheet is enough", async () => {
  const [first, ...others] = textOf(await drawOrigin(paper()));
  expect(others).toEqual([]);
  const { replaces, exporterDeclaration, certification } = subjects.coo;
  for (const words of ["KE-2026-208897", "Example Trading Ltd", "Buyer NV", "80100 Mombasa", "Belgium (BE)", "EAC-EU EPA", "Form EUR.1", "MV Example", "EX/1-80", "ANTWERPEN", "80 cartons", "Roasted coffee", "HS 0901.21", "WO", "45.5 %", "960.5 kg", "INV-1122345", "12,000.00", "83", "ICC-WCF-CO-CHAIN KE123", replaces!.certificateNumber, "wrong consignee", "REPLACEMENT", "Sheet 1 of 1", certification.officerId!, exporterDeclaration.signedBy, "Nairobi (KENBO)", "3 June 2026"]) {
    expect(squeezed(first!), words).toContain(squeezed(words));
  }
  expect(squeezed(first!)).toContain(squeezed(exporterDeclaration.statement));
});

test("what is not there is said, where that matters: no preference, no importer, a copy, issued later", async () => {
  const text = squeezed(textOf(await drawOrigin(paper({}, plainCoo))).join(""));
  for (const words of ["Non-preferential", "Not known at the time of issue", "ISSUED RETROACTIVELY"]) expect(text).toContain(squeezed(words));
  expect(await allOf({ flags: { issuedRetroactively: false, certifiedTrueCopy: true } })).toContain(squeezed("DUPLICATE – CERTIFIED TRUE COPY"));
  expect(await allOf({ producerConfidential: true })).not.toContain(squeezed(subjects.coo.producer!.name));
});

describe("scripts", () => {
  test.each([
    ["Latin",      "Købmand & Sønner A/S, Łódź, İstanbul, Þór, Nguyễn Thị Ưng"],
    ["Cyrillic",   "ООО «Пример», Київ, Ґанок"],
    ["Greek",      "Παράδειγμα Ε.Π.Ε., Θεσσαλονίκη"],
    ["Chinese",    "上海示例贸易有限公司，高雄進出口"],
    ["Japanese",   "株式会社サンプルかな"],
  ])("%s is there as text", async (_, name) => {
    expect(await allOf({ exporter: { name } })).toContain(squeezed(name.normalize("NFC")));
  });

  test("Arabic stands from right to left, its numbers from left to right", async () => {
    const text = textOf(await drawOrigin(paper({ exporter: { name: "شركة المثال 12" } }))).join("");
    // Word by word from the left: the last one first.
    expect(text).toMatch(/12\|[^|]*\|?[^|]*\p{Script=Arabic}/u);
    expect(text).not.toContain("\ufffd");
  });

  test("a letter that no font of ours has is told, with its place", () => {
    expect(unprintableIn({ ...subjects.coo, consignee: { name: "Gut 한국" }, remarks: "ok\nso" })).toEqual([{ pointer: "/consignee/name", character: "한" }]);
    expect(unprintableIn(subjects.coo)).toEqual([]);
    expect(named("한")).toBe('"한" (U+D55C)');
  });
});

test("nothing is cut: forty items, remarks and statements of full length go on over further sheets, each with its number", async () => {
  const words = (count: number, name: string): string => Array.from({ length: count }, (_, at) => `${name}${at}.`).join(" ");
  const items = Array.from({ length: 40 }, (_, at) => ({ ...item, sequence: at + 1, description: words(at === 20 ? 120 : 6, `item${at}x`), marks: at === 7 ? words(60, "mark") : item.marks }));
  const change = { items, remarks: words(200, "remark"), certification: { ...subjects.coo.certification, statement: words(180, "sworn") }, exporterDeclaration: { ...subjects.coo.exporterDeclaration, statement: words(150, "said") }, totals: { packages: 3200 } };
  const pages = textOf(await drawOrigin(paper(change)));
  expect(pages.length).toBeGreaterThan(3);
  const text = squeezed(pages.join(""));
  for (const { description, marks } of items) for (const word of `${description} ${marks}`.split(/\s/)) expect(text).toContain(word);
  for (const word of `${change.remarks} ${change.certification.statement} ${change.exporterDeclaration.statement}`.split(" ")) expect(text).toContain(word);
  for (const [at, page] of pages.entries()) {
    expect(squeezed(page)).toContain(`Sheet${at + 1}of${pages.length}`);
    expect(squeezed(page)).toContain("KE-2026-208897");
  }
});

test("a single item may be longer than a sheet, with words longer than a line", async () => {
  const description = "W".repeat(1000);
  const marks = Array.from({ length: 128 }, (_, at) => `m${at}`).join("\n");
  const text = await allOf({ items: [{ ...item, description, marks }] });
  expect([...text].filter((letter) => letter === "W").length).toBeGreaterThanOrEqual(1000);
  for (const mark of marks.split("\n")) expect(text).toContain(mark);
});

test("the same input makes the same bytes; fonts are inside; nothing in it acts or leads elsewhere", async () => {
  const [first, second] = await Promise.all([drawOrigin(paper()), drawOrigin(paper())]);
  expect(Buffer.compare(first, second)).toBe(0);
  const text = Buffer.from(first).toString("latin1");
  expect(text.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(2);
  expect(text).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
  expect(text).not.toMatch(/\/(JavaScript|JS|AcroForm|OpenAction|AA|URI|Launch|EmbeddedFile|Annots)\b/);
});
