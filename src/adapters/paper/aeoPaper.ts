// The AEO certificate as a PDF: who is authorised, as what, since and until when, by whom, and the code by which anybody finds out whether it still stands.

import type { AeoSubject } from "../../core/shapes/aeo.ts";
import type { PaperWords } from "../../words/paperWords.ts";
import { authorisationBlocks, identifierBlocks, issuerFoot, operatorBlocks, recognitionBlocks, roleBlocks } from "./aeoContent.ts";
import { box, fittingIn, PADDING, type Content, type Overflow } from "./boxes.ts";
import { CODE_BOX, codeBox } from "./codeBox.ts";
import { GREY, heightOf, INK, linesOf, PRINTED, Sheet, type Area, type Block } from "./sheet.ts";

/** What an AEO certificate is drawn from. */
export interface AeoPaper {
  /** Without what is for authorities alone. */
  readonly subject: AeoSubject;
  readonly issuer: { readonly name: string; readonly did: string };
  /** Unix seconds; `null`: without an end. */
  readonly validFrom: number;
  readonly validUntil: number | null;
  /** The address with the code, as the QR code spells it. */
  readonly codeLink: string;
  readonly words: PaperWords;
}

const HEAD_HEIGHT = 126;
const TERMS_HEIGHT = 42;
const OPERATOR_HEIGHT = 146;
const AUTHORISATION_HEIGHT = 114;
const LEFT = 310;
const END = PRINTED.y + PRINTED.height;

/** The bytes of the certificate: the same for the same input. */
export async function drawAeo(paper: AeoPaper): Promise<Uint8Array> {
  const { subject, issuer, words, validFrom } = paper;
  const sheet = new Sheet({ title: `${words.aeo.name} ${subject.authorisation.number}`, author: issuer.name, language: words.language, date: new Date(validFrom * 1000) });
  drawHead(sheet, { ...PRINTED, height: HEAD_HEIGHT }, paper);
  const overflows = [...drawBoxes(sheet, paper), ...drawEnd(sheet, paper)];
  drawContinuations(sheet, paper, overflows);
  sheet.onEach((number) => drawFoot(sheet, paper, number));
  return await sheet.bytes();
}

function drawHead(sheet: Sheet, area: Area, { issuer, words }: AeoPaper): void {
  sheet.tint(area);
  sheet.frame(area);
  const width = area.width - 48;
  const lines = linesOf(
    [
      { text: issuer.name, style: { size: 11, colour: INK, align: "centre" } },
      { text: words.aeo.title, style: { size: 22, weight: 700, colour: INK, align: "centre" } },
      { text: words.aeo.certificate, style: { size: 12, colour: INK, align: "centre" } },
    ],
    width,
  );
  sheet.lines(lines, { x: area.x + 24, y: area.y + Math.max(4, (area.height - heightOf(lines)) / 2), width });
}

function drawBoxes(sheet: Sheet, paper: AeoPaper): readonly Overflow[] {
  const { subject, words, validFrom, validUntil } = paper;
  const { boxes } = words.aeo;
  const large = (text: string, size: number): readonly Block[] => [{ text, style: { weight: 700, size } }];
  const moment = (seconds: number): string => words.moment(new Date(seconds * 1000).toISOString());
  const terms = PRINTED.y + HEAD_HEIGHT;
  const operator = terms + TERMS_HEIGHT;
  const authorisation = operator + OPERATOR_HEIGHT;
  const recognition = authorisation + AUTHORISATION_HEIGHT;
  const side = PRINTED.width - LEFT;
  const half = PRINTED.width / 2;
  const [x, right] = [PRINTED.x, PRINTED.x + LEFT];
  const third = (PRINTED.width - 175) / 2;
  const contents: readonly [Area, Content][] = [
    [{ x, y: terms, width: 175, height: TERMS_HEIGHT }, { caption: boxes.number, blocks: large(subject.authorisation.number, 12.5) }],
    [{ x: x + 175, y: terms, width: third, height: TERMS_HEIGHT }, { caption: boxes.validFrom, blocks: large(moment(validFrom), 9.4) }],
    [{ x: x + 175 + third, y: terms, width: third, height: TERMS_HEIGHT }, { caption: boxes.validUntil, blocks: large(validUntil === null ? words.aeo.noEnd : moment(validUntil), 9.4) }],
    [{ x, y: operator, width: LEFT, height: OPERATOR_HEIGHT }, { caption: boxes.operator, blocks: operatorBlocks(subject, words) }],
    [{ x: right, y: operator, width: side, height: OPERATOR_HEIGHT }, { caption: boxes.identifiers, blocks: identifierBlocks(subject, words) }],
    [{ x, y: authorisation, width: half, height: AUTHORISATION_HEIGHT }, { caption: boxes.authorisation, blocks: authorisationBlocks(subject, words) }],
    [{ x: x + half, y: authorisation, width: half, height: AUTHORISATION_HEIGHT }, { caption: boxes.roles, blocks: roleBlocks(subject, words) }],
    [{ x, y: recognition, width: PRINTED.width, height: END - CODE_BOX.height - recognition }, { caption: boxes.recognition, blocks: recognitionBlocks(subject, words) }],
  ];
  return contents.flatMap(([area, content]) => box(sheet, area, { content, continued: words.continued }));
}

function drawEnd(sheet: Sheet, { subject, issuer, codeLink, words }: AeoPaper): readonly Overflow[] {
  const area = { ...PRINTED, y: END - CODE_BOX.height, height: CODE_BOX.height };
  const width = PRINTED.width - CODE_BOX.width;
  const content: Content = { caption: words.aeo.boxes.issuer, blocks: [{ text: words.aeo.statement, style: { size: 9.4 } }], foot: issuerFoot(subject, { issuer, words }) };
  codeBox(sheet, { ...area, x: PRINTED.x + width, width: CODE_BOX.width }, { link: codeLink, caption: words.aeo.boxes.code, how: words.checkHow });
  return box(sheet, { ...area, width }, { content, continued: words.continued });
}

function drawContinuations(sheet: Sheet, paper: AeoPaper, overflows: readonly Overflow[]): void {
  const { words } = paper;
  let waiting = overflows;
  while (waiting.length > 0) {
    sheet.next();
    let y = drawContinuationHead(sheet, paper);
    const later: Overflow[] = [];
    for (const { caption, lines } of waiting) {
      const [fitting, rest] = later.length > 0 ? [[], lines] : fittingIn(lines, END - y - 16);
      if (fitting.length > 0) {
        sheet.write([{ text: words.continuationOf(caption), style: { size: 7, colour: INK, weight: 700 } }], { x: PRINTED.x + PADDING, y, width: PRINTED.width });
        y = sheet.lines(fitting, { x: PRINTED.x + PADDING, y: y + 11, width: PRINTED.width - 2 * PADDING }) + 8;
      }
      if (rest.length > 0) later.push({ caption, lines: rest });
    }
    waiting = later;
  }
}

/** @returns where the sheet's own content begins. */
function drawContinuationHead(sheet: Sheet, { subject, issuer, words }: AeoPaper): number {
  const area = { ...PRINTED, height: 44 };
  sheet.tint(area);
  sheet.frame(area);
  const half = area.width / 2;
  sheet.write([{ text: words.continuationSheet, style: { weight: 700, size: 11, colour: INK } }, { text: issuer.name, style: { size: 8, colour: INK } }], { x: area.x + 8, y: area.y + 8, width: half - 12 });
  sheet.write([{ text: `${words.aeo.name} ${subject.authorisation.number}`, style: { weight: 700, size: 9.4, align: "end" } }], { x: area.x + half, y: area.y + 15, width: half - 8 });
  return area.y + area.height + 8;
}

function drawFoot(sheet: Sheet, { subject, words }: AeoPaper, number: number): void {
  const y = END + 6;
  const small = { size: 6.4, colour: GREY } as const;
  sheet.write([{ text: `${words.aeo.name} ${subject.authorisation.number}  ·  ${words.aeo.paperOnly}`, style: small }], { ...PRINTED, y, width: PRINTED.width - 80 });
  sheet.write([{ text: words.sheet(number, sheet.count), style: { ...small, align: "end" } }], { x: PRINTED.x + PRINTED.width - 80, y, width: 80 });
  sheet.frame({ ...PRINTED }, 1);
}
