// What comparing a store's writes with the ledger needs of the store.

import type { Write } from "../issuing/issuePorts.ts";

/** Blocks `from` … `to`, both included. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** The writes of a store, page by page. */
export interface AuditingStore {
  /** Writes that the store calls final in these blocks, behind write `after`, by their numbers, at most `limit`. */
  writesIn(blocks: BlockRange, after: number, limit: number): Promise<readonly Write[]>;
  /** Writes that are still on their way, behind write `after`, by their numbers, at most `limit`. */
  writesUnderway(after: number, limit: number): Promise<readonly Write[]>;
}
