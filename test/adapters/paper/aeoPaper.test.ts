/**
 * Goal: an AEO certificate on paper shows all that everybody with the paper may see, and nothing that is for authorities; it is the same file each time.
 * Method: draw it plain, rich and far too long; read the text back from the file by its own fonts; look for what must not be in it.
 */
import { expect, test } from "vitest";
import { drawAeo, type AeoPaper } from "../../../src/adapters/paper/aeoPaper.ts";
import { aeo, type AeoSubject } from "../../../src/core/shapes/aeo.ts";
import { paperPart } from "../../../src/core/shapes/paperPart.ts";
import { englishPaper } from "../../../src/words/english/paper.ts";
import { subjects } from "../../core/shapes/samples.ts";
import { textOf } from "./pdfText.ts";

const shown = paperPart(aeo.subject, subjects.aeo) as AeoSubject;
const paper = (change: Partial<AeoSubject> = {}, more: Partial<AeoPaper> = {}): AeoPaper => ({
  ...{ subject: { ...shown, ...change }, issuer: { name: "Example Customs Administration", did: "did:web:customs.example" }, validFrom: 1_790_000_000, validUntil: 1_884_608_000 },
  ...{ codeLink: `https://verify.example/c#1.${"e".repeat(330)}.${"A".repeat(86)}`, words: englishPaper, ...more },
});
const squeezed = (text: string): string => text.replace(/[\s|]/g, "");

test("every box has its words; one sheet is enough", async () => {
  const [first, ...others] = textOf(await drawAeo(paper()));
  expect(others).toEqual([]);
  const { authorisation, legalName, tin, otherIdentifiers = [] } = subjects.aeo;
  for (const words of ["Authorised economic operator", "Example Customs Administration", authorisation.number, legalName, "ExTrade", "1 Port Road", "80100 Mombasa", "Kenya (KE)", tin.identifier, ...otherIdentifiers.map(({ value }) => value), "AEOF: customs simplifications, security and safety", "KE-AEO, Validated", "15 January 2026", "1 December 2025", "exporter, importer, warehouse keeper", "manufacturer", "Uganda (UG)", "EAC regional AEO programme", "1 February 2026", "security only", "AEOKE0123456789", "AEO Division (KE000123)", "21 September 2026, 14:13 UTC", "20 September 2029, 14:13 UTC", "did:web:customs.example", subjects.aeo.id, "Sheet 1 of 1"]) {
    expect(squeezed(first!), words).toContain(squeezed(words));
  }
});

test("what is for authorities alone is not on it, nor what no shape names", () => {
  const part = JSON.stringify(paperPart(aeo.subject, { ...subjects.aeo, secret: "unknown member" }));
  for (const hidden of ["KEEXATRA1NAI", "Main warehouse", "KEMBA", "2028-12-01", "geographicScope", "unknown member"]) {
    if (!hidden.startsWith("unknown") && hidden !== "geographicScope") expect(JSON.stringify(subjects.aeo)).toContain(hidden);
    expect(part).not.toContain(hidden);
  }
  expect(JSON.parse(part)).toMatchObject({ legalName: subjects.aeo.legalName, tin: subjects.aeo.tin, mutualRecognition: subjects.aeo.mutualRecognition });
});

test("without an end, without partners: that is said", async () => {
  const { mutualRecognition: _, tradeNames: _1, otherIdentifiers: _2, ...bare } = shown;
  const text = squeezed(textOf(await drawAeo({ ...paper({}, { validUntil: null }), subject: bare })).join(""));
  for (const words of ["until further notice", "No partner is named on this certificate."]) expect(text).toContain(squeezed(words));
});

test("nothing is cut: a hundred partners and twenty trade names go on over further sheets, each with its number", async () => {
  const partners = Array.from({ length: 100 }, (_, at) => ({ partner: "UG" as const, arrangementRef: `Arrangement number ${at} of a hundred`, limits: `limit${at}x` }));
  const names = Array.from({ length: 20 }, (_, at) => `Trade${at}name of this operator, which is long enough for a line of its own`);
  const pages = textOf(await drawAeo(paper({ mutualRecognition: partners, tradeNames: names, legalName: "An operator whose legal name goes on and on ".repeat(4).trim() })));
  const all = squeezed(pages.join(""));
  for (const { arrangementRef, limits } of partners) for (const words of [arrangementRef, limits]) expect(all).toContain(squeezed(words));
  for (const at of names.keys()) expect(all).toContain(`Trade${at}name`);
  expect(pages.length).toBeGreaterThan(1);
  for (const [at, page] of pages.entries()) {
    expect(squeezed(page)).toContain(`Sheet${at + 1}of${pages.length}`);
    expect(squeezed(page)).toContain(subjects.aeo.authorisation.number);
  }
});

test("the same input makes the same bytes; nothing in it acts or leads elsewhere", async () => {
  const [first, second] = await Promise.all([drawAeo(paper()), drawAeo(paper())]);
  expect(Buffer.compare(first, second)).toBe(0);
  expect(Buffer.from(first).toString("latin1")).not.toMatch(/\/(JavaScript|JS|AcroForm|OpenAction|AA|URI|Launch|EmbeddedFile|Annots)\b/);
});
