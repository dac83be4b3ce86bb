// What the page of recognitions says.

import type { Reason } from "../core/outcome.ts";
import type { TypeWords } from "./words.ts";

/** The words of the page of recognitions. Names are fit to be shown; times are RFC 3339. */
export interface RecognitionWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly silent: string;
  /** When there are more than can be listed. */
  readonly tooMany: string;
  /** Over one type's table. */
  caption(type: TypeWords): string;
  /** Over the names of those who recognise, and of those who are recognised. */
  readonly recogniser: string;
  readonly recognised: string;
  /** In a cell. */
  inForce(from: string, until: string | null): string;
  notInForce(reason: Reason, until: string | null): string;
  readonly nothing: string;
  readonly paths: string;
  /** A path: names from a trust root to the recognised. */
  path(names: readonly string[]): string;
  asOf(block: number, time: string): string;
  readonly forPrograms: string;
}
