// The receipt of a check as a page to print: what was checked, by whom, when, by whose list, and what was found. One sheet, and more where the lists are long.

import type { Reason } from "../../core/outcome.ts";
import type { ReceiptSubject } from "../../core/shapes/rct.ts";
import type { StandingReason } from "../../core/ledger.ts";
import { isolate } from "../../words/isolate.ts";
import { languageOf } from "../../words/languages.ts";
import { punctuationOf, type Punctuation } from "../../words/punctuation.ts";
import { reasonWords, typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import type { Words } from "../../words/words.ts";
import { CODE_BOX, codeBox } from "./codeBox.ts";
import { GREY, heightOf, INK, linesOf, PRINTED, Sheet, type Block } from "./sheet.ts";
import { speltOut } from "./unprintable.ts";

/** What a receipt is drawn from. */
export interface ReceiptPaper {
  readonly receipt: ReceiptSubject;
  readonly issuer: { readonly name: string; readonly did: string };
  readonly codeLink: string;
  readonly words: Words;
}

const END = PRINTED.y + PRINTED.height;
const TERM = { size: 7.4, colour: GREY } as const;
const GAP = 7;

/** The bytes of the receipt: the same for the same input. */
export async function drawReceipt(paper: ReceiptPaper): Promise<Uint8Array> {
  const { receipt, issuer, words } = paper;
  const { receipt: said } = words;
  const sheet = new Sheet({ title: `${said.title} ${receipt.receiptNumber}`, author: issuer.name, language: words.language, date: new Date(receipt.checkedAt) });
  const top = drawHead(sheet, paper);
  const code = { x: PRINTED.x + PRINTED.width - CODE_BOX.width, y: top, width: CODE_BOX.width, height: CODE_BOX.height };
  codeBox(sheet, code, { link: paper.codeLink, caption: said.code, how: said.checkHow });
  const narrow = PRINTED.width - CODE_BOX.width - 16;
  const y = drawRows(sheet, foundRows(paper), { y: top, width: narrow });
  drawRows(sheet, restRows(paper), { y: Math.max(y, top + CODE_BOX.height + GAP), width: PRINTED.width });
  sheet.onEach((number) => drawFoot(sheet, paper, number));
  return await sheet.bytes();
}

function drawHead(sheet: Sheet, { receipt, issuer, words }: ReceiptPaper): number {
  const { receipt: said } = words;
  const blocks: readonly Block[] = [
    { text: said.title, style: { weight: 700, size: 17, colour: INK } },
    { text: receipt.receiptNumber, style: { weight: 700, size: 11 } },
    { text: `${said.checkedBy}${marksOf(words).colon}${shown(issuer.name)}`, style: { size: 9 } },
    { text: issuer.did, style: { size: 7, colour: GREY } },
  ];
  const lines = linesOf(blocks, PRINTED.width - 24);
  const area = { ...PRINTED, height: heightOf(lines) + 20 };
  sheet.tint(area);
  sheet.lines(lines, { x: area.x + 12, y: area.y + 10, width: area.width - 24 });
  return area.y + area.height + 14;
}

/** The language's own marks. */
const marksOf = ({ language }: Words): Punctuation => punctuationOf(languageOf([language]));

/** Somebody's name: it keeps its own direction and leaves the line that of the words around it, and what cannot be drawn is spelt out. */
const shown = (name: string): string => isolate(speltOut(visible(name)));

/** A term, and what is said of it. */
type Row = readonly Block[];

const row = (term: string, ...said: readonly Block[]): Row => [{ text: term, style: TERM }, ...said];

function foundRows({ receipt, words }: ReceiptPaper): readonly Row[] {
  const { receipt: said, verdicts } = words;
  const { label, means } = verdicts[receipt.verdict];
  const why = receipt.reason === undefined ? means : (reasonWords(receipt.reason as Reason, words)?.means ?? means);
  const because = receipt.standingReason === undefined ? [] : [{ text: words.standingReasons[receipt.standingReason as StandingReason] }];
  return [
    row(said.found, { text: label, style: { weight: 700, size: 15 } }, { text: why, style: { size: 9 } }, ...because),
    row(said.checkedAt, { text: words.dateTime(receipt.checkedAt), style: { weight: 700 } }),
    ...(receipt.asAt === undefined ? [] : [[{ text: words.asAtOnly(receipt.asAt) }]]),
    row(said.documentType, { text: typeWords(receipt.documentType as never, words).one }),
    ...(receipt.documentIssuer === undefined ? [] : [row(said.documentIssuer, { text: shown(receipt.documentIssuer.name ?? receipt.documentIssuer.id), style: { weight: 700 } }, { text: receipt.documentIssuer.id, style: { size: 7, colour: GREY } })]),
    ...(receipt.anchoredAt === undefined ? [] : [row(said.anchoredAt, { text: words.dateTime(receipt.anchoredAt) })]),
  ];
}

function restRows({ receipt, words }: ReceiptPaper): readonly Row[] {
  const { receipt: said, checks, outcomes } = words;
  const { block, trustRoots = [] } = receipt;
  const { blank, stop, listed, brackets: [open, close] } = marksOf(words);
  const believed = trustRoots.map(({ name, documentTypes }) => ({ text: `${shown(name)}${open}${documentTypes.map((type) => typeWords(type as never, words).many).join(listed)}${close}` }));
  return [
    row(said.digest, { text: receipt.digest, style: { size: 8 } }),
    row(said.block, ...(block === undefined ? [{ text: said.noBlock }] : [{ text: words.page.blockNamed(block.number, block.chainId, words.dateTime(block.time)) }, { text: block.hash, style: { size: 7, colour: GREY } }])),
    row(said.believed, ...(believed.length === 0 ? [{ text: said.believedNobody }] : believed)),
    row(said.findings, ...receipt.findings.map(({ check, outcome }) => ({ text: `${checks[check].question}${blank}${isMoot(check, outcome, receipt) ? checks[check].moot!.answer : outcomes[outcome]}${stop}` }))),
    [{ text: said.notToday, style: { size: 9, weight: 700 } }],
  ];
}

/** Without a seal nothing was there that could fit or not. */
const isMoot = (check: string, outcome: string, { seal }: ReceiptSubject): boolean => check === "integrity" && outcome === "passed" && seal === undefined;

/** @returns where the next row would stand. A row that does not fit goes on the next sheet. */
function drawRows(sheet: Sheet, rows: readonly Row[], { y, width }: { y: number; width: number }): number {
  return rows.reduce((top, blocks) => {
    const lines = linesOf(blocks, width);
    const fits = top + heightOf(lines) <= END;
    if (!fits) sheet.next();
    return sheet.lines(lines, { x: PRINTED.x, y: fits ? top : PRINTED.y, width }) + GAP;
  }, y);
}

function drawFoot(sheet: Sheet, { receipt, words }: ReceiptPaper, number: number): void {
  const style = { size: 6.4, colour: GREY } as const;
  sheet.rule([PRINTED.x, END + 3], [PRINTED.x + PRINTED.width, END + 3]);
  sheet.write([{ text: `${words.receipt.title} ${receipt.receiptNumber}`, style }], { ...PRINTED, y: END + 7, width: PRINTED.width - 80 });
  sheet.write([{ text: words.receipt.sheetOf(number, sheet.count), style: { ...style, align: "end" } }], { x: PRINTED.x + PRINTED.width - 80, y: END + 7, width: 80 });
}
