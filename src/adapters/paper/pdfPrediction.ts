// PNG's prediction (RFC 2083, 6), with which PDFs store their tables of objects.

import { numberIn, unusable, type Dictionary, type Value } from "./pdfSyntax.ts";

/** The bytes as they were before prediction, by a filter's parameters. Throws `pdf_unusable` for what no table uses. */
export function unpredicted(bytes: Uint8Array, parameters: Value | undefined): Uint8Array {
  if (!(parameters instanceof Map)) return bytes;
  const given = parameters as Dictionary;
  const predictor = numberIn(given.get("Predictor")) ?? 1;
  if (predictor === 1) return bytes;
  const columns = numberIn(given.get("Columns")) ?? 1;
  const isPlain = (numberIn(given.get("Colors")) ?? 1) === 1 && (numberIn(given.get("BitsPerComponent")) ?? 8) === 8;
  if (predictor < 10 || !isPlain || columns < 1 || columns > 1_000) throw unusable("it is packed in a way that is not read here");
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (columns + 1)]!;
    for (let at = 0; at < columns; at += 1) {
      const place = row * columns + at;
      const [left, up, corner] = [at === 0 ? 0 : out[place - 1]!, row === 0 ? 0 : out[place - columns]!, at === 0 || row === 0 ? 0 : out[place - columns - 1]!];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      if (guess === undefined) throw unusable("its table of objects is broken");
      out[place] = bytes[row * (columns + 1) + 1 + at]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
