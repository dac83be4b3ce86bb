// The sheet that papers are drawn on: A4, lines of text, hairlines, the code. It knows nothing of what is certified.

import PDFDocument from "pdfkit";
import { languageOf, languages } from "../../words/languages.ts";
import type { Weight } from "./faces.ts";
import { keepLetters } from "./ownLetters.ts";
import { OutlinedFonts } from "./outlinedFont.ts";
import { setLines, type SetLine } from "./typesetting.ts";

/** A rectangle, in points from the upper left corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How text looks. */
export interface Style {
  readonly size?: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly align?: "start" | "centre" | "end";
}

/** Text in one style. */
export interface Block {
  readonly text: string;
  readonly style?: Style;
}

/** Text as it stands in a box. */
export const plain = (text: string): Block => ({ text });

/** Small text beside it. */
export const fine = (text: string): Block => ({ text, style: { size: 7, colour: GREY } });

/** Those that are there. */
export const given = (...texts: readonly (string | null | undefined | false)[]): readonly string[] => texts.filter((text): text is string => typeof text === "string" && text !== "");

/** A line as it will be drawn. */
export interface Line {
  readonly set: SetLine;
  readonly size: number;
  readonly colour: string;
  readonly align: NonNullable<Style["align"]>;
  readonly height: number;
}

/** What a reader program shows of a document, and what its bytes depend on beside what is drawn. */
export interface About {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The moment that the file itself names: one that was given, so that the same input makes the same bytes. */
  readonly date: Date;
}

export const PRINTED: Area = { x: 40, y: 36, width: 515, height: 756 };
export const BLACK = "#16181d";
export const GREY = "#5a6069";
export const INK = "#1d3f5e";
const HAIRLINE = 0.5;
const LEADING = 1.32;
/** From a line's top to its baseline, as a part of its height. */
const RISE = 0.78;

/** The blocks as lines of this width. */
export function linesOf(blocks: readonly Block[], width: number): readonly Line[] {
  return blocks.flatMap(({ text, style = {} }) => {
    const { size = 8.6, weight = 400, colour = BLACK, align = "start" } = style;
    return setLines(text, { width, size, weight }).map((set) => ({ set, size, colour, align, height: size * LEADING }));
  });
}

/** How high lines stand together. */
export const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, { height }) => sum + height, 0);

/** A document being drawn. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly #outlined: OutlinedFonts;
  readonly #known = new Set<string>();
  readonly #chunks: Buffer[] = [];
  /** In a language that is written from the right, boxes change sides; what is drawn in them, codes among it, does not. */
  readonly #isMirrored: boolean;

  constructor({ title, author, language, date }: About) {
    const info = { Title: title, Author: author, Producer: "Tradeseal", Creator: "Tradeseal", CreationDate: date, ModDate: date };
    // pdfkit's own first font would stand in the file without being embedded.
    this.pdf = new PDFDocument({ size: "A4", margin: 0, pdfVersion: "1.7", lang: language, displayTitle: true, bufferPages: true, font: null as unknown as string, info });
    this.pdf.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
    this.#outlined = new OutlinedFonts(this.pdf);
    this.#isMirrored = languages[languageOf([language])].direction === "rtl";
  }

  /** The left edge of what is this wide and begins at `x`, counted from where reading begins. */
  #left(x: number, width: number): number {
    return this.#isMirrored ? 2 * PRINTED.x + PRINTED.width - x - width : x;
  }

  /** Begins another sheet. */
  next(): void {
    this.pdf.addPage();
  }

  /** Draws lines one under the other from the area's top; returns where the next would stand. */
  lines(lines: readonly Line[], { x, y, width }: Omit<Area, "height">): number {
    let top = y;
    for (const { set, size, colour, align, height } of lines) {
      const free = width - set.width;
      // What begins at the right is set at the right; on a sheet that is read from the right, everything begins there.
      const isAtEnd = this.#isMirrored ? align === "start" : align === "end" || (align === "start" && set.isRightToLeft);
      const left = this.#left(x, width) + (align === "centre" ? free / 2 : isAtEnd ? free : 0);
      this.#draw(set, { x: left, y: top + height * RISE, size, colour });
      top += height;
    }
    return top;
  }

  /** Sets and draws blocks; returns where the next would stand. */
  write(blocks: readonly Block[], area: Omit<Area, "height">): number {
    return this.lines(linesOf(blocks, area.width), area);
  }

  #draw({ pieces }: SetLine, { x, y, size, colour }: { x: number; y: number; size: number; colour: string }): void {
    this.pdf.fillColor(colour);
    for (const { face, text, offset } of pieces) {
      if (text.trim() === "") continue;
      if (face.bytes === null) this.#outlined.draw(face, { text, x: x + offset, y, size });
      else {
        if (!this.#known.has(face.name)) this.pdf.registerFont(face.name, Buffer.from(face.bytes));
        this.#known.add(face.name);
        this.pdf.font(face.name, size);
        keepLetters(this.pdf);
        this.pdf.text(text, x + offset, y, { lineBreak: false, baseline: "alphabetic" });
      }
    }
  }

  /** A hairline between two points. */
  rule(from: readonly [x: number, y: number], to: readonly [x: number, y: number]): void {
    const [[x, y], [toX, toY]] = [from, to];
    this.pdf.moveTo(this.#left(x, 0), y).lineTo(this.#left(toX, 0), toY).lineWidth(HAIRLINE).strokeColor(INK).stroke();
  }

  /** A frame around the area. */
  frame({ x, y, width, height }: Area, lineWidth = HAIRLINE): void {
    this.pdf.rect(this.#left(x, width), y, width, height).lineWidth(lineWidth).strokeColor(INK).stroke();
  }

  /** A pale ground. */
  tint({ x, y, width, height }: Area, colour = "#eef2f6"): void {
    this.pdf.rect(this.#left(x, width), y, width, height).fill(colour);
  }

  /** Squares of a code, edge to edge in the area. */
  squares(rows: readonly (readonly boolean[])[], { x, y, width }: Omit<Area, "height">): void {
    const side = width / rows.length;
    const left = this.#left(x, width);
    for (const [down, row] of rows.entries()) {
      for (let from = 0; from < row.length; from += 1) {
        if (!row[from]) continue;
        let to = from;
        while (row[to] === true) to += 1;
        this.pdf.rect(left + from * side, y + down * side, (to - from) * side, side);
        from = to;
      }
    }
    this.pdf.fill("#000000");
  }

  /** How many sheets there are. */
  get count(): number {
    return this.pdf.bufferedPageRange().count;
  }

  /** Draws on each sheet, when it is known how many there are. */
  onEach(draw: (number: number) => void): void {
    for (let at = 0; at < this.count; at += 1) {
      this.pdf.switchToPage(at);
      draw(at + 1);
    }
  }

  /** The bytes of the finished document. */
  async bytes(): Promise<Uint8Array> {
    this.#outlined.end();
    const ended = new Promise((resolve) => this.pdf.once("end", resolve));
    this.pdf.end();
    await ended;
    return Uint8Array.from(Buffer.concat(this.#chunks));
  }
}
