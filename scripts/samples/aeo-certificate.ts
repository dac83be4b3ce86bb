/** A certificate of an authorized economic operator for customs simplifications and for security and safety (AEOF). */
import { exporter } from "./deal.ts";
import { drawEmblem, drawSignature, drawStamp, drawWaves, SIGNATURES } from "./ornament.ts";
import { BLACK, fine, foot, frame, newSheet, PRINTED, row, rule, strong, write, writeLines, type Line, type Sheet } from "./page.ts";

const INSET = 26;
const LEFT = PRINTED.x + INSET;
const WIDTH = PRINTED.width - 2 * INSET;
const ISSUED = "15 January 2026";

/** The exporter's AEO certificate. */
export function aeoCertificate(): Sheet {
  const sheet = newSheet({
    title: `AEO certificate ${exporter.aeo}`,
    author: "Demo Customs Administration",
    issued: new Date("2026-01-15T09:00:00Z"),
    ink: "#1d3766",
    pale: "#e9edf4",
    reference: "7c264f0167c6cdcda1ae2d58cd66fb7c",
  });
  drawBorder(sheet);
  drawTitle(sheet);
  drawHolder(sheet, 258);
  drawScope(sheet, 436);
  drawIssue(sheet, 592);
  foot(sheet, INSET);
  return sheet;
}

/** Interlaced waves between two frames, mitred by plain corners. */
function drawBorder(sheet: Sheet): void {
  const { pdf } = sheet;
  const [x, y, width, height, band] = [28, 28, 539.28, 785.89, 14];
  frame(sheet, { x, y, width, height }, 1.2);
  frame(sheet, { x: x + band, y: y + band, width: width - 2 * band, height: height - 2 * band }, 0.6);
  const waves = { strands: 5, period: 42 };
  for (const top of [y, y + height - band]) drawWaves(sheet, { x: x + band, y: top + 1, width: width - 2 * band, height: band - 2 }, waves);
  for (const left of [x, x + width - band]) {
    pdf
      .save()
      .translate(left + band, y + band)
      .rotate(90);
    drawWaves(sheet, { x: 0, y: 1, width: height - 2 * band, height: band - 2 }, waves);
    pdf.restore();
  }
  for (const left of [x, x + width - band]) {
    for (const top of [y, y + height - band]) {
      frame(sheet, { x: left, y: top, width: band, height: band }, 0.6);
      drawEmblem(sheet, [left + band / 2, top + band / 2], { kind: "rosette", radius: 5.4 });
    }
  }
}

function drawTitle(sheet: Sheet): void {
  const { ink: colour } = sheet.paper;
  const centred = (y: number, text: string, style: Line["style"]): number =>
    write(sheet, { x: LEFT, y, width: WIDTH }, { text, style: { colour, align: "center", ...style } });
  drawEmblem(sheet, [PRINTED.x + PRINTED.width / 2, 88], { kind: "rosette", radius: 27 });
  centred(124, "DEMO CUSTOMS ADMINISTRATION", { font: "Helvetica-Bold", size: 9.5, spacing: 2 });
  centred(138, "Exampleland (XX)", { size: 8.5 });
  centred(160, "Authorized Economic Operator", { font: "Times-Roman", size: 30 });
  centred(196, "Certificate: customs simplifications, security and safety (AEOF)", { font: "Times-Italic", size: 13 });
  centred(222, exporter.aeo, { font: "Courier-Bold", size: 15, colour: BLACK, spacing: 1 });
}

function drawHolder(sheet: Sheet, y: number): void {
  const half = WIDTH / 2;
  const area = { x: LEFT, width: WIDTH };
  row(sheet, { ...area, y, height: 88 }, [
    {
      caption: "1 Holder of the certificate",
      width: half,
      lines: [
        { text: exporter.name, style: { font: "Helvetica-Bold", size: 11.5, leading: 15 } },
        ...exporter.address,
        fine("Trading as ExTrade"),
      ],
    },
    {
      caption: "2 Issuing authority",
      width: half,
      lines: [
        strong("Demo Customs Administration"),
        "AEO Division, office XX000123",
        "5 Custom House Square",
        "00000 Exampleville",
        exporter.address[2],
      ],
    },
  ]);
  row(sheet, { ...area, y: y + 88, height: 36 }, [
    { caption: "3 Trader identification number (TIN)", width: half, lines: [strong(exporter.tin)] },
    { caption: "4 Certificate number", width: half, lines: [strong(exporter.aeo)] },
  ]);
  row(sheet, { ...area, y: y + 124, height: 36 }, [
    { caption: "5 Takes effect on", width: half, lines: [strong(ISSUED)] },
    { caption: "6 Valid until, unless suspended or revoked before", width: half, lines: [strong("14 January 2029")] },
  ]);
}

function drawScope(sheet: Sheet, y: number): void {
  const half = WIDTH / 2;
  const area = { x: LEFT, width: WIDTH };
  row(sheet, { ...area, y: y - 18, height: 92 }, [
    {
      caption: "7 Criteria found to be met",
      width: half,
      lines: [
        "Compliance with customs and tax rules",
        "Satisfactory management of records",
        "Proven financial solvency",
        "Practical standards of competence",
        "Security and safety standards",
        fine("Last validated on 1 December 2025."),
      ],
    },
    {
      caption: "8 Roles in the supply chain",
      width: half,
      lines: ["Exporter", "Importer", "Warehouse keeper"],
    },
  ]);
  row(sheet, { ...area, y: y + 74, height: 54 }, [
    {
      caption: "9 Establishments covered",
      width: half,
      lines: ["Head office, 1 Port Road, Exampleville", "Main warehouse, Exampleville (XXEXA)"],
    },
    {
      caption: "10 Recognised under mutual recognition",
      width: half,
      lines: ["Otherland (YY), XX-YY arrangement of 2024", "From 1 February 2026; security only"],
    },
  ]);
}

function drawIssue(sheet: Sheet, y: number): void {
  const words =
    "Demo Customs Administration certifies that the operator named in box 1 has been examined under the national programme XX-AEO, " +
    "in line with the WCO SAFE Framework of Standards, and holds the status of Authorized Economic Operator from the date in box 5.";
  write(sheet, { x: LEFT, y, width: WIDTH }, { text: words, style: { font: "Times-Roman", size: 11, leading: 14.4 } });
  drawStamp(sheet, [LEFT + 62, y + 114], {
    ring: "DEMO CUSTOMS ADMINISTRATION",
    foot: "AEO DIVISION",
    date: "15 JAN 2026",
    ink: "#9d2b35",
    tiltDegrees: 7,
  });
  const signed = { x: LEFT + 236, width: WIDTH - 236 };
  drawSignature(sheet, [signed.x + 44, y + 116], SIGNATURES.customs);
  rule(sheet, [signed.x, y + 120], [signed.x + signed.width, y + 120]);
  writeLines(sheet, { ...signed, y: y + 125 }, [strong("C. Specimen, Head of the AEO Division"), fine(`Exampleville, ${ISSUED}`)]);
}
