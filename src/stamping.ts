// Stamping, for the command line: a code onto a PDF. What it draws with is loaded when it is used.

import type { Stamp } from "./adapters/paper/stampPdf.ts";

export type { Stamp } from "./adapters/paper/stampPdf.ts";

/** The PDF with the code on it: all of its own bytes, and what is new behind them. Throws `pdf_unusable`. */
export async function stampedPdf(bytes: Uint8Array, stamp: Stamp): Promise<Uint8Array> {
  return (await import("./adapters/paper/stampPdf.ts")).stampPdf(bytes, stamp);
}
