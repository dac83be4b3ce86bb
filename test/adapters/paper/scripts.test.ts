/**
 * Goal: papers in Arabic and Chinese say everything in their own letters, in the order in which these are read.
 * Method: set lines of mixed direction and look at their pieces from the left; draw a certificate in each language and read it back.
 */
import { describe, expect, test } from "vitest";
import { drawAeo } from "../../../src/adapters/paper/aeoPaper.ts";
import { CODE_BOX } from "../../../src/adapters/paper/codeBox.ts";
import { drawOrigin } from "../../../src/adapters/paper/originPaper.ts";
import { drawReceipt } from "../../../src/adapters/paper/receiptPaper.ts";
import { setLines } from "../../../src/adapters/paper/typesetting.ts";
import { unprintableIn } from "../../../src/adapters/paper/unprintable.ts";
import type { AeoSubject } from "../../../src/core/shapes/aeo.ts";
import type { ReceiptSubject } from "../../../src/core/shapes/rct.ts";
import { arabicPaper } from "../../../src/words/arabic/paper.ts";
import { arabic } from "../../../src/words/arabic/table.ts";
import { englishPaper } from "../../../src/words/english/paper.ts";
import type { PaperWords } from "../../../src/words/paperWords.ts";
import { simplifiedChinesePaper } from "../../../src/words/simplifiedChinese/paper.ts";
import { simplifiedChinese } from "../../../src/words/simplifiedChinese/table.ts";
import { traditionalChinesePaper } from "../../../src/words/traditionalChinese/paper.ts";
import { traditionalChinese } from "../../../src/words/traditionalChinese/table.ts";
import type { Words } from "../../../src/words/words.ts";
import { subjects } from "../../core/shapes/samples.ts";
import { objectsIn, textOf } from "./pdfText.ts";

const fromTheLeft = (text: string): readonly string[] => setLines(text, { width: 500, size: 9, weight: 400 })[0]!.pieces.map((piece) => piece.text);
const squeezed = (text: string): string => text.replace(/[\s|]/g, "");
// An Arabic line is drawn from the left, and so is each of its words.
const asDrawn = (caption: string): readonly string[] => caption.match(/\p{Script=Arabic}{3,}/gu)?.map((word) => [...word].toReversed().join("")) ?? [squeezed(caption)];
const drawn = (words: PaperWords): Promise<Uint8Array> =>
  drawOrigin({ subject: subjects.coo, issuer: { name: "Example Chamber of Commerce", did: "did:web:chamber.example" }, codeLink: `https://verify.example/c#1.${"e".repeat(330)}`, words });

describe("lines of mixed direction", () => {
  test("signs beside a number stand on their side of it", () => {
    expect(fromTheLeft("بضاعة (2026), رقم INV-5.")).toEqual([".", "INV-5", " ", "رقم", " ", ",(", "2026", ")", " ", "بضاعة"]);
  });

  test("isolated words keep their order in a line of the other direction, and the signs that isolate them are not drawn", () => {
    expect(fromTheLeft("Nairobi, \u20683 يونيو 2026\u2069")).toEqual(["Nairobi, ", "2026", " ", "يونيو", " ", "3"]);
    expect(fromTheLeft("Nairobi, 3 يونيو 2026").slice(0, 2), "without isolates the day stands apart from its month").toEqual(["Nairobi, 3 ", "2026"]);
  });
});

describe.each<[string, PaperWords]>([
  ["Arabic", arabicPaper],
  ["simplified Chinese", simplifiedChinesePaper],
  ["traditional Chinese", traditionalChinesePaper],
])("a certificate in %s", (_language, words) => {
  test("has its captions and its values", async () => {
    const text = squeezed(textOf(await drawn(words)).join(""));
    const captions = Object.values(words.origin.boxes).flatMap(asDrawn);
    for (const word of [...captions, "KE-2026-208897", "BuyerNV", "INV-1122345", "960.5", "12,000.00", "(KE)", "2026"]) expect(text).toContain(word);
    expect(text).not.toMatch(/[\u2066-\u2069\ufffd]/);
  });

  test("could print every word of it", () => {
    expect(unprintableIn(words.origin)).toEqual([]);
    expect(unprintableIn([words.checkHow, words.continued, words.continuationSheet, words.continuationOf("1"), words.sheet(1, 2), words.transportMode("6"), words.packages(3, "VR"), words.measure("5", "KWH")])).toEqual([]);
  });
});

const drawnAeo = (words: PaperWords): Promise<Uint8Array> =>
  drawAeo({ subject: subjects.aeo as AeoSubject, issuer: { name: "Example Customs Administration", did: "did:web:customs.example" }, validFrom: 1_790_000_000, validUntil: null, codeLink: `https://verify.example/c#1.${"e".repeat(330)}`, words });

describe.each<[string, PaperWords, readonly string[]]>([
  // Each line from the left: in an Arabic line the limits come first, the arrangement last, and the day stays behind its word.
  ["Arabic",              arabicPaper,             ["securityonly·2026رياربف1ذنم·EACregionalAEOprogramme", "عدوتسمنيمأ،دروتسم،"]],
  ["simplified Chinese",  simplifiedChinesePaper,  ["EACregionalAEOprogramme·始于2026年2月1日·securityonly", "出口商、进口商、仓库经营人"]],
  ["traditional Chinese", traditionalChinesePaper, ["EACregionalAEOprogramme·始於2026年2月1日·securityonly", "出口商、進口商、倉庫經營人"]],
])("an AEO certificate in %s", (_language, words, lines) => {
  test("has its captions, and each line in the order in which it is read", async () => {
    const { boxes, title, certificate, noEnd, statement, paperOnly, programme, lastValidated } = words.aeo;
    const text = squeezed(textOf(await drawnAeo(words)).join(""));
    for (const line of [...[...Object.values(boxes), title, certificate, noEnd, statement, paperOnly, programme, lastValidated].flatMap(asDrawn), ...lines]) expect(text).toContain(line);
    expect(text).not.toMatch(/[\u2066-\u2069\ufffd]/);
  });

  test("could print every word of it", () => expect(unprintableIn([words.aeo, words.codes])).toEqual([]));
});

const contentOf = (pdf: Uint8Array): string => [...objectsIn(pdf).values()].map(({ stream }) => stream?.toString("latin1") ?? "").join("");

test("an Arabic form has its sides changed, the others do not", async () => {
  const content = async (words: PaperWords): Promise<string> => contentOf(await drawn(words));
  const titleAt = (x: number): string => `${x} 36 253 92 re`;
  expect(await content(englishPaper)).toContain(titleAt(302));
  expect(await content(arabicPaper)).toContain(titleAt(40));
});

const drawnReceipt = (receipt: ReceiptSubject, words: Words): Promise<Uint8Array> =>
  drawReceipt({ receipt, issuer: { name: "Example Customs Co.", did: "did:web:customs.example" }, codeLink: `https://verify.example/c#1.${"e".repeat(330)}`, words });

describe.each<[string, Words, readonly string[]]>([
  // Each line from the left: brackets and full stop at the left end of Arabic lines, the name's own full stop at the right end of the name.
  ["Arabic",              arabic,             ["Example Customs Co.:ققحتلا", "(أشنملاتاداهش)Example Customs Co.", "UTC10:00،2026وينوي3", ".معن؟", "1نم1ةقرولا"]],
  ["simplified Chinese",  simplifiedChinese,  ["核验者：Example Customs Co.", "Example Customs Co.（原产地证书）", "2026年6月3日 10:00 UTC", "？是。", "第1页，共1页"]],
  ["traditional Chinese", traditionalChinese, ["查核者：Example Customs Co.", "Example Customs Co.（原產地證明書）", "2026年6月3日 10:00 UTC", "？是。", "第1頁，共1頁"]],
])("a receipt in %s", (_language, words, lines) => {
  const { title, checkedBy, checkedAt, digest, documentType, documentIssuer: issuerOfIt, anchoredAt, block, believed, found, findings, notToday, code, checkHow } = words.receipt;
  const captions = [title, checkedBy, checkedAt, digest, documentType, issuerOfIt, anchoredAt, block, believed, found, findings, notToday, code, checkHow].flatMap(asDrawn);
  const text = async (documentIssuer = subjects.rct.documentIssuer!): Promise<string> => {
    const trustRoots = [{ ...subjects.rct.trustRoots![0]!, name: "Example Customs Co." }];
    return squeezed(textOf(await drawnReceipt({ ...subjects.rct, documentIssuer, trustRoots }, words)).join(""));
  };

  test("has its captions, and each line in the order in which it is read", async () => {
    const drawnText = await text();
    for (const line of [...captions, ...lines.map(squeezed)]) expect(drawnText).toContain(line);
  });

  test("is drawn whatever the document's issuer is called, with what cannot be drawn spelt out", async () => {
    expect(await text({ id: "did:web:x.example", name: "\u202EChamber 한\u2069" })).toContain("[U+202E]Chamber[U+D55C][U+2069]");
  });

  test("could print every word of it", () => expect(unprintableIn([words.receipt, words.checks, words.reasons, words.standingReasons, words.documentTypes, words.receipt.sheetOf(1, 2)])).toEqual([]));
});

test("an Arabic receipt has its code at the left, the others at the right", async () => {
  const frameFrom = async (words: Words): Promise<string | undefined> => /(\S+) \S+ \S+ \S+ re\n0\.5 w/.exec(contentOf(await drawnReceipt(subjects.rct, words)))?.[1];
  expect(Number(await frameFrom(arabic))).toBe(40);
  expect(Number(await frameFrom(simplifiedChinese))).toBeCloseTo(555 - CODE_BOX.width, 1);
});
