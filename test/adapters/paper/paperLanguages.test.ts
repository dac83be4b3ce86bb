/**
 * Goal: in every language a certificate fits its form: captions stay in their boxes, all letters can be printed, what fits one sheet in English does so anywhere.
 * Method: measure each caption in the width that the form gives it; draw the samples in each language and read the text back.
 */
import { describe, expect, it } from "vitest";
import { CODE_BOX } from "../../../src/adapters/paper/codeBox.ts";
import { drawOrigin } from "../../../src/adapters/paper/originPaper.ts";
import { linesOf } from "../../../src/adapters/paper/sheet.ts";
import { widthOf } from "../../../src/adapters/paper/typesetting.ts";
import { unprintableIn } from "../../../src/adapters/paper/unprintable.ts";
import { languageTags } from "../../../src/words/languages.ts";
import { papers } from "../../../src/words/papers.ts";
import { subjects } from "../../core/shapes/samples.ts";
import { leavesOf } from "../../languages.ts";
import { samples } from "../../languageSamples.ts";
import { textOf } from "./pdfText.ts";

/** What the form leaves beside the number of a caption, and how many lines: boxes have one, the table's head two. */
const ROOM: Readonly<Record<string, readonly [width: number, lines: number]>> = {
  exporter: [247, 1], number: [247, 1], consignee: [247, 1], countries: [247, 1], transport: [247, 1], remarks: [247, 1],
  item: [17, 2], packages: [97, 2], description: [145, 2], criterion: [37, 2], weight: [59, 2], invoice: [58, 2],
  certification: [164, 1], declaration: [164, 1], code: [133, 1],
};

describe.each(languageTags)("%s", (tag) => {
  const words = papers[tag];

  it("every caption has its number and fits its box", () => {
    const wrong = Object.entries(words.origin.boxes).filter(([box, caption], at) => {
      const [, number, text] = /^(\d+) (.+)$/s.exec(caption) ?? [];
      const [width, most] = ROOM[box]!;
      const words = (text ?? "").split(/[^\S\u00a0]|(?<=[-,;])/).filter((word) => !/\p{Script=Han}/u.test(word));
      const isCut = words.some((word) => widthOf(word, { size: 6.2, weight: 400 }) > width);
      return number !== String(at + 1) || isCut || linesOf([{ text: text ?? "", style: { size: 6.2 } }], width).length > most;
    });
    expect(wrong).toEqual([]);
  });

  it("what stands below the code has two lines", () => expect(linesOf([{ text: words.checkHow, style: { size: 6.6 } }], CODE_BOX.width - 12).length).toBeLessThanOrEqual(2));
  it("every letter can be printed", () => expect(unprintableIn(leavesOf(words, samples.papers!).map(({ text }) => text.replace(/[⟦⟧]/g, "")))).toEqual([]));

  it("what fits one sheet in English fits one here", async () => {
    const pages = textOf(await drawOrigin({ subject: subjects.coo, issuer: { name: "Example Chamber of Commerce", did: "did:web:chamber.example" }, codeLink: `https://verify.example/c#1.${"e".repeat(330)}.${"A".repeat(86)}`, words }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).not.toContain("\ufffd");
  });
});
