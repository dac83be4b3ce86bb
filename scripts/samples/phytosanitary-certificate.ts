/** A phytosanitary certificate, in the words and order of the model in ISPM 12, annex 1. */
import { consignee, dates, exportCountry, exporter, goods, importCountry, lots, numbers, totals, voyage } from "./deal.ts";
import { drawEmblem, drawSignature, drawStamp, SIGNATURES } from "./ornament.ts";
import { box, fine, foot, frame, italic, newSheet, PRINTED, row, rule, strong, tint, write, writeLines, type Sheet } from "./page.ts";

const { x: LEFT, width: WIDTH } = PRINTED;
const HALF = WIDTH / 2;
const OFFICE = "Demo Plant Protection Organisation";

/** The phytosanitary certificate of the sample deal. */
export function phytosanitaryCertificate(): Sheet {
  const sheet = newSheet({
    title: `Phytosanitary certificate ${numbers.phytosanitary}`,
    author: OFFICE,
    issued: new Date("2026-06-03T13:00:00Z"),
    ink: "#22573b",
    pale: "#e8f1eb",
    reference: "d5530ac5c79bcc57717df5cb842f6ea1",
  });
  drawHead(sheet);
  drawConsignment(sheet, 132);
  drawCertification(sheet, 366);
  drawTreatment(sheet, 484);
  drawIssue(sheet, 612);
  frame(sheet, { ...PRINTED, height: 752 }, 1.1);
  foot(sheet);
  return sheet;
}

function drawHead(sheet: Sheet): void {
  const { ink: colour } = sheet.paper;
  drawEmblem(sheet, [LEFT + 32, 68], { kind: "leaf", radius: 20 });
  write(sheet, { x: LEFT + 64, y: 51, width: 300 }, { text: OFFICE, style: { font: "Times-Italic", size: 11, colour } });
  write(
    sheet,
    { x: LEFT + 64, y: 65, width: 320 },
    { text: "PHYTOSANITARY CERTIFICATE", style: { font: "Times-Bold", size: 17, colour, spacing: 0.3 } },
  );
  write(sheet, { x: LEFT + WIDTH - 150, y: 52, width: 142 }, { text: "No.", style: { size: 6.4, colour, align: "right" } });
  write(
    sheet,
    { x: LEFT + WIDTH - 180, y: 67, width: 172 },
    { text: numbers.phytosanitary, style: { font: "Helvetica-Bold", size: 12, align: "right" } },
  );
  row(sheet, { x: LEFT, y: 96, width: WIDTH, height: 36 }, [
    { caption: "Plant Protection Organization of", width: HALF, lines: [strong(exportCountry)] },
    { caption: "TO: Plant Protection Organization(s) of", width: HALF, lines: [strong(importCountry)] },
  ]);
}

function drawHeading(sheet: Sheet, y: number, text: string): void {
  const band = { x: LEFT, y, width: WIDTH, height: 18 };
  tint(sheet, band);
  frame(sheet, band);
  write(
    sheet,
    { x: LEFT + 6, y: y + 5, width: WIDTH },
    { text, style: { font: "Helvetica-Bold", size: 8.2, colour: sheet.paper.ink, spacing: 0.2 } },
  );
}

function drawConsignment(sheet: Sheet, y: number): void {
  drawHeading(sheet, y, "I. Description of consignment");
  const area = { x: LEFT, width: WIDTH };
  row(sheet, { ...area, y: y + 18, height: 66 }, [
    { caption: "Name and address of exporter", width: HALF, lines: [strong(exporter.name), ...exporter.address] },
    { caption: "Declared name and address of consignee", width: HALF, lines: [strong(consignee.name), ...consignee.address] },
  ]);
  row(sheet, { ...area, y: y + 84, height: 48 }, [
    {
      caption: "Number and description of packages",
      width: HALF,
      lines: [`${totals.bags} jute bags of 60 kg net`, `Container ${numbers.container}`],
    },
    { caption: "Distinguishing marks", width: HALF, lines: [goods.marks, `Lots ${lots.map((lot) => lot.number).join(", ")}`] },
  ]);
  row(sheet, { ...area, y: y + 132, height: 36 }, [
    { caption: "Place of origin", width: HALF / 2, lines: [exportCountry] },
    { caption: "Declared means of conveyance", width: HALF / 2, lines: [voyage.means] },
    { caption: "Declared point of entry", width: HALF, lines: [voyage.to] },
  ]);
  row(sheet, { ...area, y: y + 168, height: 66 }, [
    {
      caption: "Name of produce and quantity declared",
      width: HALF,
      lines: [
        strong("Green coffee beans, not roasted"),
        `Net ${totals.net}, gross ${totals.gross}`,
        fine(`HS ${goods.hsCode}; invoice ${numbers.invoice} of ${dates.invoice}`),
      ],
    },
    { caption: "Botanical name of plants", width: HALF, lines: [italic(goods.botanicalName)] },
  ]);
}

function drawCertification(sheet: Sheet, y: number): void {
  const words = [
    "This is to certify that the plants, plant products or other regulated articles described herein have been inspected and/or tested according to appropriate official procedures and are considered to be free from the quarantine pests specified by the importing contracting party and to conform with the current phytosanitary requirements of the importing contracting party, including those for regulated non-quarantine pests.",
    "They are deemed to be practically free from other pests.",
  ];
  let top = y + 10;
  for (const text of words)
    top += write(sheet, { x: LEFT + 6, y: top, width: WIDTH - 12 }, { text, style: { font: "Times-Roman", size: 10, leading: 12.6 } }) + 3;
  drawHeading(sheet, y + 80, "II. Additional declaration");
}

function drawTreatment(sheet: Sheet, y: number): void {
  const area = { x: LEFT, width: WIDTH };
  writeLines(sheet, { x: LEFT + 6, y: y - 14, width: WIDTH - 12 }, [
    "Inspected on 1 June 2026 and found free from the coffee berry borer,",
    italic("Hypothenemus hampei"),
  ]);
  drawHeading(sheet, y + 14, "III. Disinfestation and/or disinfection treatment");
  row(sheet, { ...area, y: y + 32, height: 36 }, [
    { caption: "Date", width: 129, lines: ["24 to 29 May 2026"] },
    { caption: "Treatment", width: 128.5, lines: ["Fumigation"] },
    { caption: "Chemical (active ingredient)", width: 128.5, lines: ["Phosphine"] },
    { caption: "Concentration", width: 129, lines: ["2 g/m³"] },
  ]);
  row(sheet, { ...area, y: y + 68, height: 36 }, [
    { caption: "Duration and temperature", width: 129, lines: ["120 hours at 25 °C"] },
    { caption: "Additional information", width: 386, lines: ["In the exporter's warehouse before loading; aired for 24 hours."] },
  ]);
}

function drawIssue(sheet: Sheet, y: number): void {
  const area = { x: LEFT, y: y - 24, width: WIDTH, height: 182 };
  const left = { ...area, width: HALF };
  box(sheet, left, { caption: "(Stamp of organization)" });
  drawStamp(sheet, [left.x + HALF / 2, left.y + 92], {
    ring: "DEMO PLANT PROTECTION",
    foot: "ORGANISATION",
    date: "03 JUN 2026",
    ink: "#2f4aa0",
    tiltDegrees: -6,
  });
  const right = { x: LEFT + HALF, width: HALF };
  box(sheet, { ...right, y: area.y, height: 36 }, { caption: "Place of issue", lines: ["Exampleville"] });
  box(sheet, { ...right, y: area.y + 36, height: 36 }, { caption: "Name of authorized officer", lines: ["P. Inspector"] });
  box(sheet, { ...right, y: area.y + 72, height: 36 }, { caption: "Date", lines: [dates.certificates] });
  box(sheet, { ...right, y: area.y + 108, height: 74 }, { caption: "(Signature)" });
  drawSignature(sheet, [right.x + 76, area.y + 158], SIGNATURES.plant);
  const liability = `No financial liability with respect to this certificate shall attach to ${OFFICE} or to any of its officers or representatives.`;
  write(
    sheet,
    { x: LEFT + 6, y: area.y + area.height + 8, width: WIDTH - 12 },
    { text: liability, style: { size: 7.2, colour: sheet.paper.ink } },
  );
  rule(sheet, [LEFT, area.y + area.height], [LEFT + WIDTH, area.y + area.height]);
}
