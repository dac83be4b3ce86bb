// What issuers and watchers can be told of: the kinds of events, and what an event looks like to whoever receives it.

import type { JsonObject } from "../../core/json.ts";
import { dateOf } from "../../core/report.ts";

/** A public contract: kinds are added, never renamed or reused. */
export const eventKinds = [
  "document.included", // The document's batch is in a block; its seal is there.
  "document.final", // No reorganisation takes it away any more.
  "document.reorganised", // The ledger lost the block that held it; it is carried there again.
  "standing.included", // What was said about a document's standing is in a block: verifiers see it.
  "standing.final", // No reorganisation takes it away any more.
  "standing.reorganised", // The ledger lost the block that held it; it is said again.
  "standing.refused", // The ledger can never take it; it is given up.
  "watch.verdict_changed", // A watched document is judged otherwise than you were told before.
] as const;

export type EventKind = (typeof eventKinds)[number];

/** Something that one issuer is told. Its sequence counts that issuer's events, without gaps. */
export interface ServiceEvent {
  /** Unique for all time; the same however often it is told. */
  readonly id: string;
  readonly sequence: number;
  readonly kind: EventKind;
  /** In Unix seconds. */
  readonly at: number;
  /** The document of the issuer's own that it is about, or `null`. */
  readonly documentId: string | null;
  readonly data: JsonObject;
}

/** The event as JSON, the same text for webhooks and streams, whenever it is written. */
export function eventText({ id, sequence, kind, at, data }: ServiceEvent): string {
  return JSON.stringify({ type: kind, id, sequence, timestamp: dateOf(Math.floor(at)), data });
}
