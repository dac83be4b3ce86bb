// Changes of standing in words: what is printed of each document.

import type { Digest } from "../core/digest.ts";
import { standingReasons, type Standing } from "../core/ledger.ts";
import { visible } from "../words/visible.ts";
import type { Wait } from "./terminal/options.ts";

/** What shall be said of the documents. */
export interface Change {
  readonly standing: Standing;
  readonly replacement?: Digest;
  readonly reason?: string;
}

const STANDING_CHARACTERS = 9;

/** How a line about a change begins. */
export const standingLine = ({ standing }: Change, name: string): string => `${standing.padEnd(STANDING_CHARACTERS)} ${visible(name)}`;

/** How far a change has come, in words. */
export function progress(wait: Wait, isSaid: boolean): string {
  if (!isSaid) return "stored, and not on the ledger yet; it goes on by itself";
  if (wait === "none") return "stored; verifiers see it once it is on the ledger";
  return wait === "final" ? "final on the ledger: verifiers see it" : "on the ledger: verifiers see it";
}

/** What becomes of a reason that the ledger does not take. */
export const noteOn = (reason: string | undefined): string =>
  reason === undefined || standingReasons.some((known) => known === reason) ? "" : "; the ledger gives no reason, your text stays with the service as a private note";
