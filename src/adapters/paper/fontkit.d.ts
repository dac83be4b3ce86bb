// fontkit, as far as paper calls it: the package brings no types.

declare module "fontkit" {
  export interface OutlinePoint {
    x: number;
    y: number;
    readonly onCurve: boolean;
    readonly endContour: boolean;
    copy(): OutlinePoint;
  }
  export interface Path {
    readonly commands: readonly { readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath"; readonly args: readonly number[] }[];
  }
  export interface Glyph {
    readonly id: number;
    /** The characters that the glyph stood for when it was first used. */
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
    readonly path: Path;
    /** Private. The glyph's points, before a variation is applied. */
    _decode(): { points?: OutlinePoint[] } | null;
  }
  export interface Font {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    getGlyph(id: number, codePoints?: readonly number[]): Glyph;
    layout(text: string): { readonly advanceWidth: number; readonly glyphs: readonly Glyph[] };
    /** Private. Where on its axes a variable font is used. */
    variationCoords: readonly number[] | null;
    readonly _variationProcessor: { transformPoints(glyph: number, points: OutlinePoint[]): void } | null;
  }
  export function create(bytes: Uint8Array): Font;
}
