// A variable font at one weight. fontkit applies variations to plain fonts alone, and to WOFF2 not at all: here it is told how.

import { create, type Font, type Glyph, type OutlinePoint } from "fontkit";

/** The font in `bytes` (WOFF2, one axis: weight), with its outlines at that weight. Its version of fontkit is pinned, since this reaches into it. */
export function variedFont(bytes: Uint8Array, weight: number): Font {
  const font = create(bytes);
  font.variationCoords = [weight];
  const plain = font.getGlyph.bind(font);
  const seen = new WeakSet<Glyph>();
  font.getGlyph = (id, codePoints) => {
    const glyph = plain(id, codePoints);
    if (!seen.has(glyph)) vary(glyph, font);
    seen.add(glyph);
    return glyph;
  };
  return font;
}

function vary(glyph: Glyph, font: Font): void {
  const decode = glyph._decode.bind(glyph);
  glyph._decode = () => {
    const decoded = decode();
    if (decoded?.points === undefined) return decoded;
    const points = decoded.points.map((point) => point.copy());
    // The four points behind the outline stand for its advance, which these fonts do not vary.
    font._variationProcessor?.transformPoints(glyph.id, [...points, ...Array.from({ length: 4 }, phantom)]);
    return { ...decoded, points };
  };
}

const phantom = (): OutlinePoint => ({ x: 0, y: 0, onCurve: false, endContour: true, copy: phantom });
