/** The exporter's commercial invoice: what was sold, to whom, at what price and on what terms. */
import {
  consignee,
  dates,
  exportCountry,
  exporter,
  goods,
  importCountry,
  kilograms,
  lots,
  money,
  netOf,
  numbers,
  priceOf,
  totals,
  voyage,
  type Lot,
} from "./deal.ts";
import { drawSignature, SIGNATURES } from "./ornament.ts";
import {
  BLACK,
  fine,
  foot,
  frame,
  italic,
  newSheet,
  PRINTED,
  row,
  rule,
  strong,
  table,
  tint,
  write,
  writeLines,
  type Area,
  type Column,
  type Line,
  type Sheet,
} from "./page.ts";

const { x: LEFT, width: WIDTH } = PRINTED;
const HALF = WIDTH / 2;

/** The commercial invoice of the sample deal. */
export function commercialInvoice(): Sheet {
  const sheet = newSheet({
    title: "Commercial invoice INV-1122345",
    author: exporter.name,
    issued: new Date("2026-06-02T09:00:00Z"),
    ink: "#1f4a57",
    pale: "#e8eff1",
    reference: "03c6884ba7628761e2a155d90f86fac3",
  });
  drawLetterhead(sheet);
  drawParties(sheet, 114);
  drawTerms(sheet, 194);
  drawItems(sheet, { x: LEFT, y: 296, width: WIDTH, height: 206 });
  drawTotals(sheet, { x: LEFT + 300, y: 502, width: WIDTH - 300, height: 104 });
  drawPacking(sheet, { x: LEFT, y: 502, width: 300, height: 104 });
  drawDeclaration(sheet, 630);
  foot(sheet);
  return sheet;
}

function drawLetterhead(sheet: Sheet): void {
  const { pdf, paper } = sheet;
  pdf.save().translate(LEFT, 42).rect(0, 0, 34, 34).fill(paper.ink);
  pdf.path("M8 8H26V11.5H12V15.2H23V18.8H12V22.5H26V26H8Z").fill("white").restore();
  write(
    sheet,
    { x: LEFT + 44, y: 42, width: 240 },
    { text: exporter.name, style: { font: "Helvetica-Bold", size: 14, colour: paper.ink } },
  );
  writeLines(sheet, { x: LEFT + 44, y: 60, width: 260 }, [
    fine(exporter.address.join(", ")),
    fine(`TIN ${exporter.tin}, AEO ${exporter.aeo}`),
  ]);
  write(
    sheet,
    { x: LEFT + 260, y: 42, width: WIDTH - 260 },
    { text: "Commercial invoice", style: { font: "Times-Roman", size: 23, colour: paper.ink, align: "right" } },
  );
  write(
    sheet,
    { x: LEFT + 260, y: 69, width: WIDTH - 260 },
    { text: `${numbers.invoice} of ${dates.invoice}`, style: { font: "Helvetica-Bold", size: 9.5, align: "right" } },
  );
  rule(sheet, [LEFT, 98], [LEFT + WIDTH, 98], 1.4);
}

function drawParties(sheet: Sheet, y: number): void {
  const address = ({ name, address: lines, tin }: typeof exporter | typeof consignee): Line[] => [
    strong(name),
    ...lines.map((text) => ({ text, style: {} })),
    fine(`TIN ${tin}`),
  ];
  row(sheet, { x: LEFT, y, width: WIDTH, height: 80 }, [
    { caption: "Seller and consignor", width: HALF, lines: address(exporter) },
    { caption: "Buyer and consignee", width: HALF, lines: address(consignee) },
  ]);
}

function drawTerms(sheet: Sheet, y: number): void {
  const quarter = WIDTH / 4;
  const area = { x: LEFT, width: WIDTH, height: 34 };
  row(sheet, { ...area, y }, [
    { caption: "Invoice number and date", width: HALF, lines: [strong(`${numbers.invoice}, ${dates.invoice}`)] },
    { caption: "Buyer's order", width: quarter, lines: [numbers.order] },
    { caption: "Date of order", width: quarter, lines: [dates.order] },
  ]);
  row(sheet, { ...area, y: y + 34 }, [
    { caption: "Means of transport", width: quarter, lines: [voyage.means] },
    { caption: "Booking", width: quarter, lines: [numbers.booking] },
    { caption: "Port of loading", width: quarter, lines: [voyage.from] },
    { caption: "Port of discharge", width: quarter, lines: [voyage.to] },
  ]);
  row(sheet, { ...area, y: y + 68 }, [
    { caption: "Country of origin", width: quarter, lines: [exportCountry] },
    { caption: "Country of destination", width: quarter, lines: [importCountry] },
    { caption: "Terms of delivery (Incoterms 2020)", width: quarter, lines: ["CIF Port Y"] },
    { caption: "Terms of payment", width: quarter, lines: ["Documents against payment"] },
  ]);
}

const COLUMNS: readonly Column[] = [
  { caption: "Item", width: 30 },
  { caption: "Marks", width: 68 },
  { caption: "Description of goods", width: 173 },
  { caption: "HS code", width: 48 },
  { caption: "Bags", width: 38, align: "right" },
  { caption: "Net weight", width: 54, align: "right" },
  { caption: "USD per kg", width: 46, align: "right" },
  { caption: "Amount, USD", width: 58, align: "right" },
];

function drawItems(sheet: Sheet, area: Area): void {
  table(sheet, area, { columns: COLUMNS, rows: lots.map(itemOf) });
}

function itemOf(lot: Lot): (string | Line)[][] {
  const description = [
    strong(lot.name),
    italic(goods.botanicalName),
    "Not roasted, not decaffeinated",
    `${lot.grade}, lot ${lot.number}`,
    fine("In jute bags of 60 kg net"),
  ];
  const amounts = [String(lot.bags), kilograms(netOf(lot.bags)), money(lot.centsPerKilogram), money(priceOf(lot))];
  return [[String(lot.sequence)], [lot.marks], description, [goods.hsCode], ...amounts.map((amount) => [amount])];
}

function drawPacking(sheet: Sheet, area: Area): void {
  row(sheet, area, [
    {
      caption: "Packages, weights and container",
      width: area.width,
      lines: [
        `${totals.bags} bags, marked ${goods.marks}`,
        `Net weight ${totals.net}, gross weight ${totals.gross}`,
        `One 20-foot container ${numbers.container}`,
        `Seal ${numbers.containerSeal}`,
        `UCR ${numbers.consignment}`,
      ],
    },
  ]);
}

function drawTotals(sheet: Sheet, area: Area): void {
  const amounts = [
    ["Value FOB Exampleville", totals.fob],
    ["Freight to Port Y", totals.freight],
    ["Insurance", totals.insurance],
  ] as const;
  frame(sheet, area);
  const inner = { x: area.x + 8, width: area.width - 14 };
  for (const [index, [words, amount]] of amounts.entries()) {
    const y = area.y + 11 + index * 19;
    write(sheet, { ...inner, y }, { text: words, style: {} });
    write(sheet, { ...inner, y }, { text: amount, style: { align: "right" } });
  }
  const band = { ...area, y: area.y + 68, height: 36 };
  tint(sheet, band);
  rule(sheet, [band.x, band.y], [band.x + band.width, band.y]);
  const bold = { font: "Helvetica-Bold", size: 11, colour: BLACK };
  write(sheet, { ...inner, y: band.y + 12.5 }, { text: "Total CIF Port Y", style: bold });
  write(sheet, { ...inner, y: band.y + 12.5 }, { text: `USD ${totals.cif}`, style: { ...bold, align: "right" } });
}

function drawDeclaration(sheet: Sheet, y: number): void {
  const words = { x: LEFT, width: 282 };
  const label = (text: string): Line => ({ text, style: { size: 6.4, colour: sheet.paper.ink } });
  writeLines(sheet, { ...words, y }, [label("Amount in words"), "US dollars ninety-nine thousand nine hundred and ninety only."]);
  writeLines(sheet, { ...words, y: y + 38 }, [
    label("Payment"),
    "Cash against documents through Demo Bank, Exampleville,",
    `quoting ${numbers.invoice}.`,
  ]);
  const declaration = `We declare that this invoice shows the actual price of the goods described, that no other invoice has been or will be issued for them, and that their country of origin is ${exportCountry}.`;
  writeLines(sheet, { ...words, y: y + 88 }, [label("Declaration"), declaration]);
  const signed = { x: LEFT + 316, width: WIDTH - 316 };
  writeLines(sheet, { ...signed, y }, [label("For and on behalf of"), strong(exporter.name)]);
  drawSignature(sheet, [signed.x + 20, y + 92], SIGNATURES.exporter);
  rule(sheet, [signed.x, y + 105], [signed.x + signed.width, y + 105]);
  writeLines(sheet, { ...signed, y: y + 110 }, [`${exporter.signatory}, Export Manager`, fine(`Exampleville, ${dates.invoice}`)]);
}
