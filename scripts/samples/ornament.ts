/** What makes a paper look issued: stamps, signatures, emblems and the fine lines printers put behind a title. */
import type { Area, Sheet } from "./page.ts";

export type Emblem = "compass" | "rosette" | "leaf" | "none";
type Point = readonly [x: number, y: number];

export interface Stamp {
  readonly ring: string;
  readonly foot: string;
  readonly date: string;
  readonly ink: string;
  readonly tiltDegrees: number;
}

/** Pen strokes of the people who sign, from the line they sign on. */
export const SIGNATURES = {
  exporter:
    "M0 0C6 -18 10 -30 14 -26C18 -22 10 -4 12 -2C16 -6 20 -26 26 -24C30 -22 22 -2 26 -1C31 -2 34 -12 38 -11C41 -9 36 -2 39 -1C44 -2 45 -10 50 -9C47 -4 50 0 56 -3C62 -8 64 -22 61 -22C57 -18 58 -1 64 -2C72 -4 78 -10 98 -8M-4 5C30 -1 66 0 92 2",
  chamber:
    "M0 0C10 -14 20 -34 25 -32C29 -28 20 -4 23 0M6 -11C18 -14 28 -14 36 -17M34 -2C30 -12 44 -20 47 -12C48 -3 36 2 34 -4C40 -8 46 2 52 -5C58 -14 62 -32 58 -31C54 -26 53 2 58 1C63 -4 68 -30 64 -28C60 -22 60 1 65 0C72 -2 70 -9 76 -7C80 -4 82 -8 96 -9",
  customs:
    "M0 -4C2 -22 22 -34 25 -24C26 -14 6 -8 8 -1C12 5 26 -6 31 -14C34 -18 30 -2 34 -2C38 -3 39 -12 43 -11C46 -8 40 -1 45 -1C52 -3 52 -24 57 -26C60 -22 50 -2 55 0C62 0 64 -10 69 -8C66 -3 70 1 76 -4C82 -8 88 -3 104 -12",
  plant:
    "M2 -28C4 -16 0 -4 2 2C8 -6 4 -30 16 -30C27 -26 14 -12 6 -13C14 -12 20 0 28 -1C34 -4 30 -13 36 -12C39 -8 33 -1 38 -1C44 -2 43 -11 48 -10C51 -7 46 0 51 -1C57 -3 60 -14 64 -12C60 -6 62 2 56 10C50 16 44 10 54 5C68 -2 80 -4 96 -6",
} as const;

const STAMP_RADIUS = 46;
const STAMP_LETTERS = 6.4;
const SIGNATURE_INK = "#1c2f6b";

/** Hundredths of a point: finer is invisible, and coarser than any difference between processors. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;
const at = (radius: number, angle: number): Point => [hundredths(radius * Math.cos(angle)), hundredths(radius * Math.sin(angle))];

/** A round rubber stamp: two rings, the office around, the date across. */
export function drawStamp({ pdf }: Sheet, [x, y]: Point, stamp: Stamp): void {
  pdf.save().translate(x, y).rotate(stamp.tiltDegrees).fillOpacity(0.82).strokeOpacity(0.82);
  pdf.strokeColor(stamp.ink).fillColor(stamp.ink);
  pdf.circle(0, 0, STAMP_RADIUS).lineWidth(1.5).stroke();
  pdf
    .circle(0, 0, STAMP_RADIUS - 2.8)
    .lineWidth(0.4)
    .stroke();
  pdf
    .circle(0, 0, STAMP_RADIUS - 14.5)
    .lineWidth(0.7)
    .stroke();
  pdf.font("Helvetica-Bold", STAMP_LETTERS);
  const above = drawArc(pdf, stamp.ring, "above");
  const below = drawArc(pdf, stamp.foot, "below");
  const [starX, starY] = at(STAMP_RADIUS - 8.6, (above - below) / 2);
  for (const side of [-1, 1]) drawStar(pdf, [side * starX, starY], 2.2);
  drawStampDate(pdf, stamp.date);
  pdf.restore();
}

function drawStampDate(pdf: PDFKit.PDFDocument, date: string): void {
  pdf.font("Helvetica-Bold", 8.4);
  pdf.text(date, -pdf.widthOfString(date) / 2, 3, { lineBreak: false, baseline: "alphabetic" });
  for (const y of [-8, 8]) pdf.moveTo(-26, y).lineTo(26, y).lineWidth(0.5).stroke();
  drawStar(pdf, [0, -15.5], 4);
  drawStar(pdf, [0, 15.5], 4);
}

/** Letters along the ring; returns half the angle they span. */
function drawArc(pdf: PDFKit.PDFDocument, text: string, side: "above" | "below"): number {
  const spacing = 0.8;
  const widths = [...text].map((letter) => pdf.widthOfString(letter) + spacing);
  const radius = STAMP_RADIUS - (side === "above" ? 11.2 : 6.3);
  const half = widths.reduce((sum, width) => sum + width, 0) / 2;
  let along = -half;
  for (const [index, letter] of [...text].entries()) {
    const width = widths[index] ?? 0;
    const degrees = hundredths(((along + width / 2) / radius) * (180 / Math.PI));
    pdf.save().rotate(side === "above" ? degrees : -degrees);
    pdf.text(letter, (spacing - width) / 2, side === "above" ? -radius : radius, { lineBreak: false, baseline: "alphabetic" });
    pdf.restore();
    along += width;
  }
  return half / radius;
}

function drawStar(pdf: PDFKit.PDFDocument, [x, y]: Point, radius: number): void {
  const corners = Array.from({ length: 10 }, (_, index) => at(index % 2 ? radius * 0.42 : radius, (index * Math.PI) / 5 - Math.PI / 2));
  pdf.polygon(...corners.map(([dx, dy]): [number, number] => [x + dx, y + dy])).fill();
}

/** A signature, as an outline drawn with a pen. */
export function drawSignature({ pdf }: Sheet, [x, y]: Point, outline: string): void {
  pdf.save().translate(x, y).lineCap("round").lineJoin("round");
  pdf.path(outline).lineWidth(1).strokeColor(SIGNATURE_INK).stroke().restore();
}

/** The mark of an office. */
export function drawEmblem({ pdf, paper }: Sheet, [x, y]: Point, { kind, radius }: { kind: Emblem; radius: number }): void {
  pdf.save().translate(x, y).strokeColor(paper.ink).fillColor(paper.ink).lineWidth(0.6);
  if (kind === "compass") drawCompass(pdf, radius);
  if (kind === "rosette") drawRosette(pdf, radius);
  if (kind === "leaf") drawLeaf(pdf, radius);
  pdf.restore();
}

function drawCompass(pdf: PDFKit.PDFDocument, radius: number): void {
  pdf
    .circle(0, 0, radius)
    .stroke()
    .circle(0, 0, radius * 0.88)
    .lineWidth(0.3)
    .stroke();
  const points = [
    { reach: 0.62, turn: Math.PI / 4 },
    { reach: 0.98, turn: 0 },
  ];
  for (const { reach, turn } of points) {
    for (const quarter of [0, 1, 2, 3]) {
      const angle = turn + (quarter * Math.PI) / 2;
      const tip = at(radius * reach, angle);
      const sides = [-1, 1].map((side) => at(radius * 0.22, angle + (side * Math.PI) / 4));
      pdf.polygon([0, 0], [...tip], [...(sides[0] ?? tip)]).stroke();
      pdf.polygon([0, 0], [...tip], [...(sides[1] ?? tip)]).fill();
    }
  }
}

function drawRosette(pdf: PDFKit.PDFDocument, radius: number): void {
  const steps = radius < 10 ? 96 : 240;
  for (const [lobes, depth] of [
    [12, 0.22],
    [12, -0.22],
    [8, 0.4],
  ] as const) {
    const points = Array.from({ length: steps }, (_, step): [number, number] => {
      const angle = (step * 2 * Math.PI) / steps;
      return [...at(radius * (1 - Math.abs(depth) + depth * Math.cos(lobes * angle)), angle)];
    });
    pdf
      .polygon(...points)
      .lineWidth(0.4)
      .stroke();
  }
  pdf
    .circle(0, 0, radius * 0.3)
    .lineWidth(0.6)
    .stroke();
  drawStar(pdf, [0, 0], radius * 0.22);
}

function drawLeaf(pdf: PDFKit.PDFDocument, radius: number): void {
  pdf
    .circle(0, 0, radius)
    .stroke()
    .circle(0, 0, radius * 0.88)
    .lineWidth(0.3)
    .stroke();
  pdf
    .save()
    .rotate(32)
    .scale(radius / 20)
    .lineWidth(0.8);
  pdf.path("M0 -15C9 -8 10 4 0 11C-10 4 -9 -8 0 -15Z").stroke();
  pdf.path("M0 -15C9 -8 10 4 0 11Z").fill();
  pdf.path("M0 -12L0 16M0 6L-5.6 0.5M0 0L-6 -5M0 -6L-4.4 -10").stroke().restore();
}

/** Fine interlaced waves over an area, as security printers draw them. */
export function drawWaves({ pdf, paper }: Sheet, area: Area, { strands, period }: { strands: number; period: number }): void {
  pdf.save().rect(area.x, area.y, area.width, area.height).clip();
  pdf.strokeColor(paper.ink).strokeOpacity(0.34).lineWidth(0.3);
  const amplitude = area.height / 2;
  for (let strand = 0; strand < strands; strand += 1) {
    const shift = (strand * period) / strands;
    drawWave(pdf, [area.x - period + shift, area.y + amplitude], { length: area.width + period, period, amplitude });
  }
  pdf.restore();
}

/** A sine curve from cubic arcs, half a period each. */
function drawWave(
  pdf: PDFKit.PDFDocument,
  [x, y]: Point,
  { length, period, amplitude }: { length: number; period: number; amplitude: number },
): void {
  const half = period / 2;
  pdf.moveTo(x, y);
  for (let arc = 0; arc * half < length; arc += 1) {
    const left = x + arc * half;
    const crest = y + (arc % 2 ? 1 : -1) * amplitude * 1.32;
    const curve = [left + half * 0.364, crest, left + half * 0.636, crest, left + half, y].map(hundredths);
    pdf.bezierCurveTo(...(curve as [number, number, number, number, number, number]));
  }
  pdf.stroke();
}
