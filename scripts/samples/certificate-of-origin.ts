/** A non-preferential certificate of origin, in the numbered boxes that chambers of commerce use. */
import {
  consignee,
  dates,
  exportCountry,
  exporter,
  goods,
  grossOf,
  importCountry,
  kilograms,
  lots,
  netOf,
  numbers,
  totals,
  voyage,
} from "./deal.ts";
import { drawEmblem, drawSignature, drawStamp, drawWaves, SIGNATURES } from "./ornament.ts";
import {
  box,
  caption,
  fine,
  foot,
  frame,
  italic,
  newSheet,
  PRINTED,
  rule,
  strong,
  write,
  writeCells,
  type Area,
  type Sheet,
} from "./page.ts";

const LEFT = 262;
const RIGHT = PRINTED.width - LEFT;
const MIDDLE = PRINTED.x + LEFT;

/** The certificate of origin of the sample deal. */
export function certificateOfOrigin(): Sheet {
  const sheet = newSheet({
    title: "Certificate of origin XX-2026-208897",
    author: "Demo Chamber of Commerce",
    issued: new Date("2026-06-03T09:00:00Z"),
    ink: "#6b4320",
    pale: "#f3ece4",
    reference: "3b7df2e88881442d19e74831dbd234cc",
  });
  drawParties(sheet);
  drawTitle(sheet, { x: MIDDLE, y: 80, width: RIGHT, height: 88 });
  drawGoods(sheet, { x: PRINTED.x, y: 284, width: PRINTED.width, height: 278 });
  drawCertification(sheet, { x: PRINTED.x, y: 562, width: LEFT, height: 230 });
  drawDeclaration(sheet, { x: MIDDLE, y: 562, width: RIGHT, height: 230 });
  frame(sheet, { ...PRINTED, height: 752 }, 1.1);
  foot(sheet);
  return sheet;
}

function drawParties(sheet: Sheet): void {
  const left = { x: PRINTED.x, width: LEFT };
  const right = { x: MIDDLE, width: RIGHT };
  const consignor = [strong(exporter.name), ...exporter.address, fine(`TIN ${exporter.tin}`)];
  box(sheet, { ...left, y: 40, height: 84 }, { caption: "1 Consignor", lines: consignor });
  box(
    sheet,
    { ...left, y: 124, height: 84 },
    { caption: "3 Consignee", lines: [strong(consignee.name), ...consignee.address, fine(`TIN ${consignee.tin}`)] },
  );
  box(sheet, { ...right, y: 40, height: 40 }, { caption: "2 Number" });
  write(sheet, { x: MIDDLE + 6, y: 57, width: 150 }, { text: numbers.origin, style: { font: "Helvetica-Bold", size: 12 } });
  write(
    sheet,
    { x: MIDDLE, y: 58.5, width: RIGHT - 8 },
    { text: "ORIGINAL", style: { font: "Helvetica-Bold", size: 9.5, align: "right", spacing: 1.6, colour: sheet.paper.ink } },
  );
  box(sheet, { ...right, y: 168, height: 40 }, { caption: "4 Country of origin", lines: [strong(exportCountry)] });
  const transport = [`By sea: ${voyage.means}`, `From ${voyage.from} to ${voyage.to}`, `Intended departure ${dates.departure}`];
  box(sheet, { ...left, y: 208, height: 76 }, { caption: "5 Transport details", lines: transport });
  const remarks = [
    `Container ${numbers.container}, seal ${numbers.containerSeal}`,
    `Exporter's AEO certificate ${exporter.aeo}`,
    `UCR ${numbers.consignment}`,
  ];
  box(sheet, { ...right, y: 208, height: 76 }, { caption: "6 Remarks", lines: remarks });
}

function drawTitle(sheet: Sheet, area: Area): void {
  frame(sheet, area);
  const { ink } = sheet.paper;
  drawWaves(sheet, { ...area, y: area.y + 1, height: 15 }, { strands: 6, period: 56 });
  drawWaves(sheet, { ...area, y: area.y + area.height - 16, height: 15 }, { strands: 6, period: 56 });
  drawEmblem(sheet, [area.x + 32, area.y + area.height / 2], { kind: "compass", radius: 19 });
  const inner = { x: area.x + 60, width: area.width - 66 };
  write(sheet, { ...inner, y: area.y + 24 }, { text: "Demo Chamber of Commerce", style: { font: "Times-Italic", size: 11, colour: ink } });
  write(
    sheet,
    { ...inner, y: area.y + 38 },
    { text: "CERTIFICATE OF ORIGIN", style: { font: "Times-Bold", size: 14.2, colour: ink, spacing: 0.3 } },
  );
  write(sheet, { ...inner, y: area.y + 57 }, { text: "Non-preferential", style: { size: 7.6, colour: ink, spacing: 0.3 } });
}

function drawGoods(sheet: Sheet, area: Area): void {
  const columns = [
    { caption: "7 Item number; marks, numbers, number and kind of packages; description of goods; HS code", width: 345 },
    { caption: "8 Gross weight or\nother quantity", width: 85 },
    { caption: "9 Number and date\nof invoice", width: 85 },
  ];
  const bounds = columns.map((_, index) => area.x + columns.slice(0, index).reduce((sum, column) => sum + column.width, 0));
  frame(sheet, area);
  for (const [index, column] of columns.entries()) {
    const x = bounds[index] ?? area.x;
    caption(sheet, { x, y: area.y, width: column.width }, column.caption);
    if (index) rule(sheet, [x, area.y], [x, area.y + area.height]);
  }
  drawItems(sheet, { ...area, y: area.y + 26, height: area.height - 4 });
}

function drawItems(sheet: Sheet, area: Area): void {
  const columns = [26, 66, 68, 185, 85, 85].map((width) => ({ width }));
  let y = area.y;
  for (const lot of lots) {
    const description = [
      strong(lot.name),
      italic(goods.botanicalName),
      "Not roasted, not decaffeinated",
      `${lot.grade}, lot ${lot.number}`,
      `HS ${goods.hsCode}`,
    ];
    const weights = [kilograms(grossOf(lot.bags)), fine(`net ${kilograms(netOf(lot.bags))}`)];
    const cells = [
      [String(lot.sequence)],
      [lot.marks],
      [`${lot.bags} bags`, fine("jute, 60 kg net")],
      description,
      weights,
      [numbers.invoice, fine(dates.invoice)],
    ];
    y = writeCells(sheet, { x: area.x, y }, { columns, cells }) + 10;
  }
  const bottom = area.y + area.height - 46;
  rule(sheet, [area.x, bottom], [area.x + area.width, bottom]);
  const total = [[], [strong("Total")], [strong(`${totals.bags} bags`)], ["Three hundred and twenty bags"], [strong(totals.gross)], []];
  writeCells(sheet, { x: area.x, y: bottom + 5 }, { columns, cells: total });
  drawVoid(sheet, { ...area, y: y + 2, height: bottom - y - 16 });
}

/** The stroke that keeps anybody from adding an item later. */
function drawVoid(sheet: Sheet, { x, y, width, height }: Area): void {
  const [left, right] = [x + 10, x + width - 10];
  rule(sheet, [left, y], [right, y]);
  rule(sheet, [right, y], [left, y + height]);
  rule(sheet, [left, y + height], [right, y + height]);
}

function drawCertification(sheet: Sheet, area: Area): void {
  const lines = ["The undersigned authority certifies that the goods described in box 7 originate in the country shown in box 4."];
  box(sheet, area, { caption: "10 Certification", lines });
  drawStamp(sheet, [area.x + 94, area.y + 112], {
    ring: "DEMO CHAMBER OF COMMERCE",
    foot: "EXAMPLEVILLE",
    date: "03 JUN 2026",
    ink: "#27459a",
    tiltDegrees: -9,
  });
  drawSignature(sheet, [area.x + 150, area.y + 176], SIGNATURES.chamber);
  drawSigned(sheet, area, {
    date: dates.certificates,
    words: "Place and date; signature and stamp of the certifying authority",
    name: "A. Officer",
  });
}

function drawDeclaration(sheet: Sheet, area: Area): void {
  const lines = [
    "The undersigned declares that the details and statements above are correct, and that the goods described in box 7, destined for " +
      `${importCountry}, were produced in the country shown in box 4 and comply with the rules of origin that apply to it.`,
  ];
  box(sheet, area, { caption: "11 Declaration by the exporter", lines });
  drawSignature(sheet, [area.x + 140, area.y + 176], SIGNATURES.exporter);
  drawSigned(sheet, area, {
    date: dates.invoice,
    words: "Place and date; signature of the authorised signatory",
    name: exporter.signatory,
  });
}

function drawSigned(sheet: Sheet, area: Area, { date, words, name }: { date: string; words: string; name: string }): void {
  const y = area.y + area.height - 42;
  const inner = { x: area.x + 6, width: area.width - 12 };
  write(sheet, { ...inner, y }, { text: `Exampleville, ${date}`, style: {} });
  write(sheet, { ...inner, y }, { text: name, style: { align: "right" } });
  rule(sheet, [inner.x, y + 14], [inner.x + inner.width, y + 14]);
  write(sheet, { ...inner, y: y + 19 }, { text: words, style: { size: 6.4, colour: sheet.paper.ink } });
}
