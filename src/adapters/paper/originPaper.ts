// The certificate of origin as a PDF: the standard boxes in their places on the first sheet, continuation sheets for what does not fit.

import type { CooSubject } from "../../core/shapes/coo.ts";
import type { PaperWords } from "../../words/paperWords.ts";
import { box, fittingIn, PADDING, type Content, type Overflow } from "./boxes.ts";
import { CODE_BOX, codeBox } from "./codeBox.ts";
import { certificationBlocks, certificationFoot, consigneeBlocks, countryBlocks, declarationFoot, itemCells, markBlocks, partyBlocks, remarkBlocks, transportBlocks } from "./originContent.ts";
import { GREY, heightOf, INK, linesOf, PRINTED, Sheet, type Area, type Block } from "./sheet.ts";
import { rowsOf, tableIn, type Column, type Row } from "./table.ts";

/** What a certificate of origin is drawn from. */
export interface OriginPaper {
  readonly subject: CooSubject;
  readonly issuer: { readonly name: string; readonly did: string };
  /** The address with the code, as the QR code spells it. */
  readonly codeLink: string;
  readonly words: PaperWords;
}

const LEFT = 262;
const MIDDLE = PRINTED.x + LEFT;
const RIGHT = PRINTED.width - LEFT;
const HEAD_HEIGHT = 238;
const END_HEIGHT = CODE_BOX.height;
const TOTAL_HEIGHT = 18;
const END = PRINTED.y + PRINTED.height;

/** The bytes of the certificate: the same for the same input. */
export async function drawOrigin(paper: OriginPaper): Promise<Uint8Array> {
  const { subject, issuer, words } = paper;
  const title = `${words.origin.title} ${subject.certificateNumber}`;
  const sheet = new Sheet({ title, author: issuer.name, language: words.language, date: new Date(`${subject.issueDate}T00:00:00Z`) });
  const overflows = [...drawHead(sheet, paper), ...drawEnd(sheet, paper)];
  const marksHeight = drawMarks(sheet, paper);
  const top = PRINTED.y + HEAD_HEIGHT + marksHeight;
  const rows = rowsOf(columnsOf(words), subject.items.map((item) => itemCells(item, words)));
  const area = { ...PRINTED, y: top, height: END - END_HEIGHT - top - TOTAL_HEIGHT };
  const { left, end } = tableIn(sheet, area, { columns: columnsOf(words), rows });
  drawTotal(sheet, { ...PRINTED, y: END - END_HEIGHT - TOTAL_HEIGHT, height: TOTAL_HEIGHT }, { paper, isMore: left.length > 0 });
  if (left.length === 0) drawVoid(sheet, { ...area, y: end, height: area.y + area.height - end });
  drawContinuations(sheet, paper, { overflows, rows: left });
  sheet.onEach((number) => drawFoot(sheet, paper, number));
  return await sheet.bytes();
}

const columnsOf = ({ origin: { boxes } }: PaperWords): readonly Column[] => [
  { caption: boxes.item, width: 32 },
  { caption: boxes.packages, width: 112 },
  { caption: boxes.description, width: 160 },
  { caption: boxes.criterion, width: 56 },
  { caption: boxes.weight, width: 78 },
  { caption: boxes.invoice, width: 77 },
];

function drawHead(sheet: Sheet, paper: OriginPaper): readonly Overflow[] {
  const { subject, words } = paper;
  const { boxes } = words.origin;
  const left = { x: PRINTED.x, width: LEFT };
  const right = { x: MIDDLE, width: RIGHT };
  const { y } = PRINTED;
  drawTitle(sheet, { ...right, y, height: 92 }, paper);
  const number: Block = { text: subject.certificateNumber, style: { weight: 700, size: 11.4 } };
  const contents: readonly [Area, Content][] = [
    [{ ...left, y, height: 82 }, { caption: boxes.exporter, blocks: partyBlocks(subject.exporter, words) }],
    [{ ...right, y: y + 92, height: 36 }, { caption: boxes.number, blocks: [number] }],
    [{ ...left, y: y + 82, height: 82 }, { caption: boxes.consignee, blocks: consigneeBlocks(subject, words) }],
    [{ ...right, y: y + 128, height: 36 }, { caption: boxes.countries, blocks: countryBlocks(subject, words) }],
    [{ ...left, y: y + 164, height: 74 }, { caption: boxes.transport, blocks: transportBlocks(subject, words) }],
    [{ ...right, y: y + 164, height: 74 }, { caption: boxes.remarks, blocks: remarkBlocks(subject, words) }],
  ];
  return contents.flatMap(([area, content]) => box(sheet, area, { content, continued: words.continued }));
}

function drawTitle(sheet: Sheet, area: Area, { subject, issuer, words }: OriginPaper): void {
  sheet.tint(area);
  sheet.frame(area);
  const { origin } = words;
  const kind = subject.isPreferential ? [origin.preferential, subject.tradeAgreement ?? ""] : [origin.nonPreferential];
  const width = area.width - 24;
  const issuerLines = linesOf([{ text: issuer.name, style: { size: 9, colour: INK } }], width);
  const rest = linesOf([{ text: origin.title.toUpperCase(), style: { weight: 700, size: 15, colour: INK } }, { text: [...kind, origin.form(subject.formType)].filter((each) => each !== "").join("  ·  "), style: { size: 8.6, colour: INK } }], width);
  const lines = [...issuerLines, ...rest];
  sheet.lines(lines, { x: area.x + 12, y: area.y + Math.max(4, (area.height - heightOf(lines)) / 2), width });
}

/** @returns how high the band is. */
function drawMarks(sheet: Sheet, { subject, words }: OriginPaper): number {
  const lines = linesOf(markBlocks(subject, words), PRINTED.width - 12);
  if (lines.length === 0) return 0;
  const area = { ...PRINTED, y: PRINTED.y + HEAD_HEIGHT, height: heightOf(lines) + 8 };
  sheet.tint(area, "#f8eeee");
  sheet.frame(area);
  sheet.lines(lines, { x: area.x + 6, y: area.y + 4, width: area.width - 12 });
  return area.height;
}

function drawTotal(sheet: Sheet, area: Area, { paper: { subject, words }, isMore }: { paper: OriginPaper; isMore: boolean }): void {
  sheet.frame(area);
  const packages = subject.items.reduce((sum, { packages: { count } }) => sum + count, 0);
  sheet.write([{ text: `${words.origin.totalPackages}: ${words.number(String(packages))}`, style: { weight: 700 } }], { x: area.x + 6, y: area.y + 3.2, width: area.width / 2 });
  if (isMore) sheet.write([{ text: `… ${words.continued}`, style: { size: 7, colour: INK, align: "end" } }], { x: area.x + area.width / 2, y: area.y + 4.5, width: area.width / 2 - 6 });
}

/** The stroke that keeps anybody from adding an item later. */
function drawVoid(sheet: Sheet, { x, y, width, height }: Area): void {
  if (height < 12) return;
  const [left, right, top, bottom] = [x + 8, x + width - 8, y + 5, y + height - 6];
  sheet.rule([left, top], [right, top]);
  sheet.rule([right, top], [left, bottom]);
  sheet.rule([left, bottom], [right, bottom]);
}

function drawEnd(sheet: Sheet, { subject, issuer, codeLink, words }: OriginPaper): readonly Overflow[] {
  const { boxes } = words.origin;
  const area = { ...PRINTED, y: END - END_HEIGHT, height: END_HEIGHT };
  const side = (PRINTED.width - CODE_BOX.width) / 2;
  const contents: readonly Content[] = [
    { caption: boxes.certification, blocks: certificationBlocks(subject), foot: certificationFoot(subject, { words, issuer: issuer.name }) },
    { caption: boxes.declaration, blocks: [{ text: subject.exporterDeclaration.statement }], foot: declarationFoot(subject, words) },
  ];
  codeBox(sheet, { ...area, x: PRINTED.x + 2 * side, width: CODE_BOX.width }, { link: codeLink, caption: boxes.code, how: words.checkHow });
  return contents.flatMap((content, at) => box(sheet, { ...area, x: PRINTED.x + at * side, width: side }, { content, continued: words.continued }));
}

function drawContinuations(sheet: Sheet, paper: OriginPaper, { overflows, rows }: { overflows: readonly Overflow[]; rows: readonly Row[] }): void {
  const { words } = paper;
  let waiting = overflows;
  let left = rows;
  while (waiting.length > 0 || left.length > 0) {
    sheet.next();
    let y = drawContinuationHead(sheet, paper);
    const later: Overflow[] = [];
    for (const { caption, lines } of waiting) {
      const [fitting, rest] = later.length > 0 ? [[], lines] : fittingIn(lines, END - y - 16);
      if (fitting.length > 0) {
        sheet.write([{ text: words.continuationOf(caption), style: { size: 7, colour: INK, weight: 700 } }], { x: PRINTED.x + PADDING, y, width: PRINTED.width });
        y = sheet.lines(fitting, { x: PRINTED.x + PADDING, y: y + 11, width: LEFT }) + 8;
      }
      if (rest.length > 0) later.push({ caption, lines: rest });
    }
    waiting = later;
    if (waiting.length > 0 || left.length === 0 || END - y < 90) continue;
    const area = { ...PRINTED, y, height: END - y };
    const drawn = tableIn(sheet, area, { columns: columnsOf(words), rows: left });
    if (drawn.left.length === 0) drawVoid(sheet, { ...area, y: drawn.end, height: END - drawn.end });
    left = drawn.left;
  }
}

/** @returns where the sheet's own content begins. */
function drawContinuationHead(sheet: Sheet, { subject, issuer, words }: OriginPaper): number {
  const area = { ...PRINTED, height: 44 };
  sheet.tint(area);
  sheet.frame(area);
  const width = area.width / 2 - 12;
  sheet.write([{ text: words.continuationSheet, style: { weight: 700, size: 11, colour: INK } }, { text: issuer.name, style: { size: 8, colour: INK } }], { x: area.x + 8, y: area.y + 8, width });
  const number = `${words.origin.title} ${subject.certificateNumber}`;
  sheet.write([{ text: number, style: { weight: 700, size: 9.4, align: "end" } }, { text: words.day(subject.issueDate), style: { size: 8, align: "end" } }], { x: area.x + area.width / 2, y: area.y + 9, width: area.width / 2 - 8 });
  return area.y + area.height + 8;
}

function drawFoot(sheet: Sheet, { subject, issuer, words }: OriginPaper, number: number): void {
  const y = END + 6;
  const small = { size: 6.4, colour: GREY } as const;
  sheet.write([{ text: `${words.origin.title} ${subject.certificateNumber}  ·  ${issuer.did}`, style: small }], { ...PRINTED, y, width: PRINTED.width - 80 });
  sheet.write([{ text: words.sheet(number, sheet.count), style: { ...small, align: "end" } }], { x: PRINTED.x + PRINTED.width - 80, y, width: 80 });
  sheet.frame({ ...PRINTED }, 1);
}
