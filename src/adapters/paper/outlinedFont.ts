// Fonts made of outlines (Type 3), for faces that pdfkit cannot embed: Chinese and Japanese. Their text can be searched and copied like any other.

import type { Path } from "fontkit";
import type { Face } from "./faces.ts";

/** A Type 3 font's codes are one byte. */
const GLYPHS_A_FONT = 255;

interface OutlinedFont {
  readonly name: string;
  readonly reference: PDFKit.PDFKitReference;
  readonly glyphs: { readonly character: string; readonly advance: number; readonly outline: PDFKit.PDFKitReference }[];
}

/** What a document holds of a face: references that are written at its end. */
type Reference = PDFKit.PDFKitReference & { end(bytes?: string): void; write(text: string): void };
type Drawing = PDFKit.PDFDocument & { ref(dictionary: object): Reference; addContent(text: string): void; readonly page: { readonly fonts: Record<string, unknown> } };

/** The outlined fonts of one document. */
export class OutlinedFonts {
  readonly #pdf: Drawing;
  readonly #fonts: OutlinedFont[] = [];
  readonly #places = new Map<string, { readonly font: OutlinedFont; readonly code: number }>();

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf as Drawing;
  }

  /** Draws the text with its baseline's beginning at `x`, `y`, in the present colour. */
  draw(face: Face, { text, x, y, size }: { text: string; x: number; y: number; size: number }): void {
    let at = x;
    for (const character of text) {
      const { font, code } = this.#placeOf(face, character);
      this.#pdf.page.fonts[font.name] = font.reference;
      // The page is drawn upside down, from its upper left corner.
      this.#pdf.addContent(`BT /${font.name} ${number(size)} Tf 1 0 0 -1 ${number(at)} ${number(y)} Tm <${hex(code)}> Tj ET`);
      at += (font.glyphs[code - 1]!.advance * size) / 1000;
    }
  }

  /** Writes the fonts. Call it once, before the document ends. */
  end(): void {
    for (const { reference, glyphs } of this.#fonts) {
      const names = glyphs.map((_, at) => `g${at + 1}`);
      const procedures = Object.fromEntries(glyphs.map(({ outline }, at) => [names[at]!, outline]));
      Object.assign((reference as unknown as { data: object }).data, {
        ...{ Type: "Font", Subtype: "Type3", FontBBox: [-500, -500, 1500, 1500], FontMatrix: [0.001, 0, 0, 0.001, 0, 0], Resources: {} },
        ...{ CharProcs: procedures, Encoding: { Type: "Encoding", Differences: [1, ...names] }, FirstChar: 1, LastChar: glyphs.length },
        ...{ Widths: glyphs.map(({ advance }) => advance), ToUnicode: this.#unicodeOf(glyphs.map(({ character }) => character)) },
      });
      (reference as Reference).end();
    }
  }

  #placeOf(face: Face, character: string): { readonly font: OutlinedFont; readonly code: number } {
    const key = `${face.name} ${character}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    let font = this.#fonts.at(-1);
    if (font === undefined || font.glyphs.length === GLYPHS_A_FONT) {
      font = { name: `O${this.#fonts.length + 1}`, reference: this.#pdf.ref({}), glyphs: [] };
      this.#fonts.push(font);
    }
    const glyph = face.font.glyphForCodePoint(character.codePointAt(0)!);
    const scale = 1000 / face.font.unitsPerEm;
    const advance = glyph.advanceWidth * scale;
    const outline = this.#pdf.ref({});
    outline.end(`${number(advance)} 0 -500 -500 1500 1500 d1\n${operators(glyph.path, scale)} f`);
    font.glyphs.push({ character, advance, outline });
    const place = { font, code: font.glyphs.length };
    this.#places.set(key, place);
    return place;
  }

  #unicodeOf(characters: readonly string[]): Reference {
    const entries = characters.map((character, at) => `<${hex(at + 1)}> <${[...new Uint8Array(Buffer.from(character, "utf16le").swap16())].map(hex).join("")}>`);
    const blocks: string[] = [];
    for (let at = 0; at < entries.length; at += 100) blocks.push(`${Math.min(100, entries.length - at)} beginbfchar\n${entries.slice(at, at + 100).join("\n")}\nendbfchar`);
    const reference = this.#pdf.ref({});
    reference.end(`/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Outlined def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n${blocks.join("\n")}\nendcmap\nend\nend`);
    return reference;
  }
}

const hex = (byte: number): string => byte.toString(16).padStart(2, "0");
const number = (value: number): string => String(Math.round(value * 100) / 100);

/** A path in PDF's operators; TrueType's quadratic curves become cubic ones. */
function operators({ commands }: Path, scale: number): string {
  let [x, y] = [0, 0];
  return commands.map(({ command, args }) => {
    const points = args.map((value) => value * scale);
    const [a = 0, b = 0, c = 0, d = 0] = points;
    const from = [x, y] as const;
    [x, y] = points.length >= 2 ? [points.at(-2)!, points.at(-1)!] : from;
    if (command === "moveTo") return `${number(a)} ${number(b)} m`;
    if (command === "lineTo") return `${number(a)} ${number(b)} l`;
    if (command === "bezierCurveTo") return `${points.map(number).join(" ")} c`;
    if (command === "closePath") return "h";
    return `${[from[0] + (2 * (a - from[0])) / 3, from[1] + (2 * (b - from[1])) / 3, c + (2 * (a - c)) / 3, d + (2 * (b - d)) / 3, c, d].map(number).join(" ")} c`;
  }).join(" ");
}
