// What is said about a document that was judged without a network: what is certain, what is not, and what all of it hangs on.

import type { StandingStatement } from "../core/ledger.ts";

/** The evidence's block, as people read it. */
export interface OfflineBlock {
  readonly number: number;
  readonly hash: string;
  /** RFC 3339. */
  readonly time: string;
}

/** Sentences about an offline judgement. */
export interface OfflineWords {
  readonly nothingProven: string;
  anchored(block: OfflineBlock): string;
  notFinal(block: OfflineBlock): string;
  absent(block: OfflineBlock): string;
  readonly nothingSaid: string;
  /** `time` is RFC 3339. */
  lastSaid(statement: StandingStatement, time: string): string;
  readonly takenBack: string;
  readonly standingUnproven: string;
  readonly unknown: string;
  trust(block: OfflineBlock): string;
}
