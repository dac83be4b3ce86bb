/**
 * Goal: a receipt can be printed in every language: no word on it has a letter that no face draws, its code's words stay in their box, and one sheet is enough for an ordinary one.
 * Method: measure the words around the code; draw one with an answer of the ledger and one without, and read the text back.
 */
import { describe, expect, it } from "vitest";
import { PADDING } from "../../../src/adapters/paper/boxes.ts";
import { CODE_BOX, CODE_POINTS } from "../../../src/adapters/paper/codeBox.ts";
import { drawReceipt } from "../../../src/adapters/paper/receiptPaper.ts";
import { heightOf, linesOf } from "../../../src/adapters/paper/sheet.ts";
import { unprintableIn } from "../../../src/adapters/paper/unprintable.ts";
import type { ReceiptSubject } from "../../../src/core/shapes/rct.ts";
import { languageTags, languages } from "../../../src/words/languages.ts";
import { tables } from "../../../src/words/tables.ts";
import type { Words } from "../../../src/words/words.ts";
import { subjects } from "../../core/shapes/samples.ts";
import { leavesOf } from "../../languages.ts";
import { textOf } from "./pdfText.ts";

const issuer = { name: "Example Customs", did: "did:web:customs.example" };
const codeLink = `https://verify.example/c#1.${"e".repeat(330)}.${"A".repeat(86)}`;
/** Letters alone: where pieces of a line begin and which blank stands between them is no matter here. */
const lettersOf = (text: string): string => text.replace(/[\s|]/g, "");
const drawn = async (receipt: ReceiptSubject, words: Words): Promise<readonly string[]> => textOf(await drawReceipt({ receipt, issuer, codeLink, words })).map(lettersOf);

/** From the code's words to the frame; a point more is the last line's own leading. */
const BELOW_CODE = CODE_BOX.height - CODE_POINTS - 30 + 1;

describe.each(languageTags)("%s", (tag) => {
  it("the words around the code stay in their box", async () => {
    const { receipt } = await tables[tag]();
    expect(linesOf([{ text: receipt.code, style: { size: 6.2 } }], CODE_BOX.width - 2 * PADDING)).toHaveLength(1);
    expect(heightOf(linesOf([{ text: receipt.checkHow, style: { size: 6.6 } }], CODE_BOX.width - 2 * PADDING))).toBeLessThanOrEqual(BELOW_CODE);
  });

  it("every letter that it may say can be printed", async () => {
    const { receipt, verdicts, reasons, checks, outcomes, standingReasons, documentTypes, asAtOnly, page } = await tables[tag]();
    const found = Object.values(verdicts).map(({ label, means }) => ({ label, means }));
    expect(unprintableIn(leavesOf({ receipt, found, reasons, checks, outcomes, standingReasons, documentTypes, asAtOnly, block: page.blockNamed }, {}).map(({ text }) => text.replace(/[⟦⟧\u2066-\u2069]/g, "")))).toEqual([]);
  });

  it("an ordinary one has one sheet, with every caption", async () => {
    const words = await tables[tag]();
    const pages = await drawn(subjects.rct, words);
    expect(pages).toHaveLength(1);
    // What stands from right to left is read back by scripts.test.ts.
    if (languages[tag].direction === "ltr") for (const caption of [words.receipt.title, words.receipt.found, words.receipt.findings, words.verdicts.no_longer_valid.label]) expect(pages[0]).toContain(lettersOf(caption));
  });

  it("one without an answer of the ledger can be drawn", async () => {
    const words = await tables[tag]();
    const { block, trustRoots, reason, standingReason, anchoredAt, documentIssuer, ...rest } = subjects.rct;
    const text = (await drawn({ ...rest, verdict: "undetermined", seal: "{}", asAt: "2026-06-01T10:00:00Z" }, words)).join("");
    expect(text).not.toContain("\ufffd");
    if (languages[tag].direction === "ltr") for (const said of [words.verdicts.undetermined.label, words.receipt.noBlock, words.receipt.believedNobody]) expect(text).toContain(lettersOf(said));
  });
});

it("the sheet sends to the document for how it stands today: the code on it holds too little of the digest to tell", async () => {
  const text = (await drawn(subjects.rct, await tables.en())).join("");
  expect(text).toContain(lettersOf("not how the document stands today. For that, check the document itself"));
  expect(text).not.toContain(lettersOf("stands today, and whether this sheet is real, the code tells"));
});
