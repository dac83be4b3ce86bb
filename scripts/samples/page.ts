/** The sheet a sample is drawn on: boxes with captions, tables, and the marks that say it is a specimen. */
import PDFDocument from "pdfkit";

/** What differs from paper to paper: its name, its colours and the random value at its foot. */
export interface Paper {
  readonly title: string;
  readonly author: string;
  readonly issued: Date;
  /** Printed lines, captions and headings. */
  readonly ink: string;
  /** The word behind the text. */
  readonly pale: string;
  /** 128 random bits in hexadecimal, drawn once, so that nobody can guess the digest from the facts alone. */
  readonly reference: string;
}

export interface Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly paper: Paper;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Style {
  readonly font?: string;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: "left" | "center" | "right";
  readonly spacing?: number;
  readonly leading?: number;
}

export interface Line {
  readonly text: string;
  readonly style: Style;
}

export interface Column {
  readonly caption: string;
  readonly width: number;
  readonly align?: "left" | "right";
}

/** The printed area of A4, in points. */
export const PRINTED: Area = { x: 40, y: 40, width: 515, height: 762 };
export const BLACK = "#1b1b1d";
const GREY = "#5c5f66";
const LEADING = 11.6;
const PADDING = 6;
const HAIRLINE = 0.5;

/** A line in bold: the name a reader looks for first. */
export const strong = (text: string): Line => ({ text, style: { font: "Helvetica-Bold" } });

/** A line in italics: a scientific name. */
export const italic = (text: string): Line => ({ text, style: { font: "Helvetica-Oblique" } });

/** A line in small grey: what explains rather than states. */
export const fine = (text: string): Line => ({ text, style: { size: 7.2, colour: GREY } });

/** An empty A4 sheet that already carries the pale word. Streams stay uncompressed, since zlib's output varies between versions. */
export function newSheet(paper: Paper): Sheet {
  const { title, author, issued } = paper;
  const info = { Title: title, Author: author, Subject: "SPECIMEN", Producer: "Tradeseal", Creator: "Tradeseal" };
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    compress: false,
    pdfVersion: "1.7",
    lang: "en",
    displayTitle: true,
    info: { ...info, CreationDate: issued, ModDate: issued },
  });
  const sheet = { pdf, paper };
  drawSpecimenWord(sheet);
  return sheet;
}

/** The bytes of the finished sheet. */
export async function finish({ pdf }: Sheet): Promise<Buffer> {
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.once("end", resolve));
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawSpecimenWord({ pdf, paper }: Sheet): void {
  const { width, height } = pdf.page;
  const size = 138;
  pdf
    .save()
    .translate(width / 2, height / 2)
    .rotate(-54);
  pdf.font("Helvetica-Bold", size).fillColor(paper.pale);
  const wordWidth = pdf.widthOfString("SPECIMEN", { characterSpacing: 6 });
  pdf.text("SPECIMEN", -wordWidth / 2, -size * 0.36, { lineBreak: false, characterSpacing: 6 });
  pdf.restore();
}

/** Text in an area, wrapped to its width; returns the height it took. */
export function write({ pdf }: Sheet, area: Omit<Area, "height">, line: Line): number {
  const { font = "Helvetica", size = 9, colour = BLACK, align = "left", spacing = 0, leading = size + 2.6 } = line.style;
  pdf.font(font, size).fillColor(colour);
  keepSpacesOpen(pdf);
  const options = { width: area.width, align, characterSpacing: spacing, lineGap: leading - pdf.currentLineHeight(true) };
  const height = pdf.heightOfString(line.text, options);
  pdf.text(line.text, area.x, area.y, options);
  return height;
}

/**
 * Takes back the kerning between a space and a letter: Adobe's metrics draw the T of "Example Trading" so near that the space seems lost.
 * Reaches into pdfkit's present font, since its options offer no such thing; the version is pinned.
 */
function keepSpacesOpen(pdf: PDFKit.PDFDocument): void {
  const { kernPairs } = (pdf as unknown as { _font: { font: { kernPairs: Record<string, number> } } })._font.font;
  for (const pair of Object.keys(kernPairs)) {
    if (pair.startsWith("space\0") || pair.endsWith("\0space")) delete kernPairs[pair];
  }
}

/** Lines one under the other; a plain string is set in the usual face. Returns the y under the last. */
export function writeLines(sheet: Sheet, area: Omit<Area, "height">, lines: readonly (string | Line)[]): number {
  let y = area.y;
  for (const line of lines) {
    const set = typeof line === "string" ? { text: line, style: {} } : line;
    y += write(sheet, { ...area, y }, { ...set, style: { leading: LEADING, ...set.style } });
  }
  return y;
}

/** A hairline between two points. */
export function rule({ pdf, paper }: Sheet, from: readonly [number, number], to: readonly [number, number], width = HAIRLINE): void {
  pdf
    .moveTo(...from)
    .lineTo(...to)
    .lineWidth(width)
    .strokeColor(paper.ink)
    .stroke();
}

/** A hairline frame. */
export function frame({ pdf, paper }: Sheet, { x, y, width, height }: Area, lineWidth = HAIRLINE): void {
  pdf.rect(x, y, width, height).lineWidth(lineWidth).strokeColor(paper.ink).stroke();
}

/** The small printed caption in the upper left of a box, with the box's number before it. */
export function caption(sheet: Sheet, { x, y, width }: Omit<Area, "height">, text: string): void {
  const [, number, words = text] = /^(\d+) (.*)$/s.exec(text) ?? [];
  const top = y + 4.5;
  const colour = sheet.paper.ink;
  if (number)
    write(sheet, { x: x + PADDING, y: top - 0.6, width: 14 }, { text: number, style: { font: "Helvetica-Bold", size: 7.2, colour } });
  const left = x + PADDING + (number ? 5.5 + 4 * number.length : 0);
  write(sheet, { x: left, y: top, width: width - (left - x) - 2 }, { text: words, style: { size: 6.4, colour, leading: 7.6 } });
}

/** A framed box with its caption and what was filled in. */
export function box(sheet: Sheet, area: Area, content: { caption: string; lines?: readonly (string | Line)[] }): void {
  frame(sheet, area);
  caption(sheet, area, content.caption);
  const inner = { x: area.x + PADDING, y: area.y + 16.5, width: area.width - 2 * PADDING };
  writeLines(sheet, inner, content.lines ?? []);
}

/** Boxes side by side in one row, sharing the area by the given widths. */
export function row(
  sheet: Sheet,
  area: Area,
  boxes: readonly { width: number; caption: string; lines: readonly (string | Line)[] }[],
): void {
  let x = area.x;
  for (const { width, ...content } of boxes) {
    box(sheet, { ...area, x, width }, content);
    x += width;
  }
}

/** A ruled table: captions in a tinted band, then the rows, then open columns down to the end of the area. */
export function table(
  sheet: Sheet,
  area: Area,
  { columns, rows }: { columns: readonly Column[]; rows: readonly (readonly (string | Line)[][])[] },
): number {
  const bandHeight = 20;
  tint(sheet, { ...area, height: bandHeight });
  frame(sheet, area);
  rule(sheet, [area.x, area.y + bandHeight], [area.x + area.width, area.y + bandHeight]);
  drawColumns(sheet, area, columns);
  let y = area.y + bandHeight + 7;
  for (const cells of rows) y = writeCells(sheet, { ...area, y }, { columns, cells }) + 9;
  return y;
}

function drawColumns(sheet: Sheet, area: Area, columns: readonly Column[]): void {
  let x = area.x;
  for (const column of columns) {
    if (x > area.x) rule(sheet, [x, area.y], [x, area.y + area.height]);
    const style: Style = { size: 6.4, colour: sheet.paper.ink, leading: 7.2, align: column.align ?? "left" };
    const height = column.caption.includes("\n") ? 15 : 7;
    write(sheet, { x: x + PADDING, y: area.y + (21 - height) / 2, width: column.width - 2 * PADDING }, { text: column.caption, style });
    x += column.width;
  }
}

/** One row of a table without its lines; returns the y under the tallest cell. */
export function writeCells(
  sheet: Sheet,
  area: Omit<Area, "width" | "height">,
  { columns, cells }: { columns: readonly Omit<Column, "caption">[]; cells: readonly (readonly (string | Line)[])[] },
): number {
  let { x } = area;
  let lowest = area.y;
  for (const [index, column] of columns.entries()) {
    const align = column.align ?? "left";
    const lines = (cells[index] ?? []).map((line) =>
      typeof line === "string" ? { text: line, style: { align } } : { ...line, style: { align, ...line.style } },
    );
    lowest = Math.max(lowest, writeLines(sheet, { x: x + PADDING, y: area.y, width: column.width - 2 * PADDING }, lines));
    x += column.width;
  }
  return lowest;
}

/** A band of the ink so thin that the pale word still shows through. */
export function tint({ pdf, paper }: Sheet, { x, y, width, height }: Area): void {
  pdf.save().fillOpacity(0.07).rect(x, y, width, height).fill(paper.ink).restore();
}

/** The foot of every sample: what it is, and its random value. */
export function foot(sheet: Sheet, inset = 0): void {
  const y = 806 - inset;
  const x = PRINTED.x + inset;
  const width = PRINTED.width - 2 * inset;
  const small: Style = { size: 6.6, colour: GREY };
  write(sheet, { x, y, width }, { text: "Specimen. Made for trying out Tradeseal; no legal force.", style: small });
  write(
    sheet,
    { x: x + width - 142, y: y - 0.4, width: 142 },
    { text: sheet.paper.reference, style: { ...small, font: "Courier", size: 7, colour: BLACK, align: "right" } },
  );
  write(sheet, { x: x + width - 250, y, width: 106 }, { text: "Document reference", style: { ...small, align: "right" } });
}
