/**
 * Goal: papers in Arabic and Chinese say everything in their own letters, in the order in which these are read.
 * Method: set lines of mixed direction and look at their pieces from the left; draw a certificate in each language and read it back.
 */
import { describe, expect, test } from "vitest";
import { drawOrigin } from "../../../src/adapters/paper/originPaper.ts";
import { setLines } from "../../../src/adapters/paper/typesetting.ts";
import { unprintableIn } from "../../../src/adapters/paper/unprintable.ts";
import { arabicPaper } from "../../../src/words/arabic/paper.ts";
import { englishPaper } from "../../../src/words/english/paper.ts";
import type { PaperWords } from "../../../src/words/paperWords.ts";
import { simplifiedChinesePaper } from "../../../src/words/simplifiedChinese/paper.ts";
import { traditionalChinesePaper } from "../../../src/words/traditionalChinese/paper.ts";
import { subjects } from "../../core/shapes/samples.ts";
import { objectsIn, textOf } from "./pdfText.ts";

const fromTheLeft = (text: string): readonly string[] => setLines(text, { width: 500, size: 9, weight: 400 })[0]!.pieces.map((piece) => piece.text);
const squeezed = (text: string): string => text.replace(/[\s|]/g, "");
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
    // An Arabic line is drawn from the left, and so is each of its words.
    const captions = Object.values(words.origin.boxes).flatMap((caption) => (words === arabicPaper ? caption.match(/\p{Script=Arabic}{3,}/gu)!.map((word) => [...word].toReversed().join("")) : [squeezed(caption)]));
    for (const word of [...captions, "KE-2026-208897", "BuyerNV", "INV-1122345", "960.5", "12,000.00", "(KE)", "2026"]) expect(text).toContain(word);
    expect(text).not.toMatch(/[\u2066-\u2069\ufffd]/);
  });

  test("could print every word of it", () => {
    expect(unprintableIn(words.origin)).toEqual([]);
    expect(unprintableIn([words.checkHow, words.continued, words.continuationSheet, words.continuationOf("1"), words.sheet(1, 2), words.transportMode("6"), words.packages(3, "VR"), words.measure("5", "KWH")])).toEqual([]);
  });
});

test("an Arabic form has its sides changed, the others do not", async () => {
  const content = async (words: PaperWords): Promise<string> => [...objectsIn(await drawn(words)).values()].map(({ stream }) => stream?.toString("latin1") ?? "").join("");
  const titleAt = (x: number): string => `${x} 36 253 92 re`;
  expect(await content(englishPaper)).toContain(titleAt(302));
  expect(await content(arabicPaper)).toContain(titleAt(40));
});
