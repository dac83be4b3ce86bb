/**
 * Goal: in every language a certificate fits its form: captions stay in their boxes, all letters can be printed, what fits one sheet in English does so anywhere.
 * Method: measure each caption in the width that the form gives it; draw the samples in each language and read the text back.
 */
import { describe, expect, it } from "vitest";
import { drawAeo } from "../../../src/adapters/paper/aeoPaper.ts";
import { CODE_BOX } from "../../../src/adapters/paper/codeBox.ts";
import { drawOrigin } from "../../../src/adapters/paper/originPaper.ts";
import { linesOf, PRINTED } from "../../../src/adapters/paper/sheet.ts";
import { widthOf } from "../../../src/adapters/paper/typesetting.ts";
import { unprintableIn } from "../../../src/adapters/paper/unprintable.ts";
import { languageTags, languages } from "../../../src/words/languages.ts";
import { aeo, type AeoSubject } from "../../../src/core/shapes/aeo.ts";
import { paperPart } from "../../../src/core/shapes/paperPart.ts";
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

const TERM = (PRINTED.width - 175) / 2;
/** The same for the AEO certificate: every caption stands on one line, beside a number of at most two digits. */
const AEO_ROOM: Readonly<Record<string, number>> = {
  number: 159, validFrom: TERM - 16, validUntil: TERM - 16, operator: 294, identifiers: PRINTED.width - 326, authorisation: PRINTED.width / 2 - 16,
  roles: PRINTED.width / 2 - 16, recognition: PRINTED.width - 16, issuer: PRINTED.width - CODE_BOX.width - 16, code: CODE_BOX.width - 16.4,
};
const issued = { issuer: { name: "Example Chamber of Commerce", did: "did:web:chamber.example" }, codeLink: `https://verify.example/c#1.${"e".repeat(330)}.${"A".repeat(86)}` };

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
  it("every letter can be printed", () => expect(unprintableIn(leavesOf(words, samples.papers!).map(({ text }) => text.replace(/[⟦⟧\u2066-\u2069]/g, "")))).toEqual([]));

  it("what fits one sheet in English fits one here", async () => {
    const pages = textOf(await drawOrigin({ subject: subjects.coo, ...issued, words }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).not.toContain("\ufffd");
  });

  it("every caption of an AEO certificate has its number and fits its box", () => {
    const wrong = Object.entries(words.aeo.boxes).filter(([box, caption], at) => {
      const [, number, text = ""] = /^(\d+) (.+)$/s.exec(caption) ?? [];
      return number !== String(at + 1) || widthOf(text, { size: 6.2, weight: 400 }) > AEO_ROOM[box]!;
    });
    expect(wrong).toEqual([]);
  });

  it.each([[1_884_608_000], [null]])("an AEO certificate until %s is one sheet, and no box goes on elsewhere", async (validUntil) => {
    const pages = textOf(await drawAeo({ subject: paperPart(aeo.subject, subjects.aeo) as AeoSubject, ...issued, validFrom: 1_790_000_000, validUntil, words }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).not.toContain("\ufffd");
    // What stands from right to left is read back by scripts.test.ts.
    if (languages[tag].direction === "ltr") for (const said of [words.aeo.title, words.aeo.statement, words.codes.authorisationTypes.AEOF, validUntil === null ? words.aeo.noEnd : words.moment("2029-09-20T14:13:20Z")]) expect(pages[0]!.replace(/[\s|]/g, "")).toContain(said.replace(/\s/g, ""));
  });
});
