// Vitals: how much waits in the store, and how much of it is in trouble. What operators watch.

import type { WriteState } from "../issuing/issuePorts.ts";

/** What waits in the store at one moment. Each is counted up to 100,000: an operator acts long before. */
export interface StoreVitals {
  /** Documents without a batch. */
  readonly documentsWaiting: number;
  /** When the oldest of them was accepted (Unix seconds); `null` when there is none. */
  readonly oldestAcceptedAt: number | null;
  /** Writes on their way to the ledger, by how far they have come. */
  readonly writes: ReadonlyMap<WriteState, number>;
  /** Those of them that something stops: an empty account, a key that does not open, a refusal. */
  readonly writesStopped: number;
  /** Deliveries to webhooks that are still to be made, and those that were given up. */
  readonly deliveriesWaiting: number;
  readonly deliveriesFailed: number;
}
