// The journal: administrative acts, each bound to the one before it by a hash, so that nothing can be changed, removed or moved unseen.

import { digestOf, type Digest } from "./digest.ts";
import { canonicalJson, type JsonObject } from "./json.ts";

/** What can be done. A public contract: acts are added, never renamed. */
export const acts = [
  "issuer_registered",
  "api_key_created",
  "api_key_revoked",
  "granted",
  "withdrawn",
  "delegated",
  "said_on_ledger", // Whatever else was put on its way to the ledger in an identity's name.
  "trust_root_added",
  "trust_root_removed",
  "setting_changed",
  "key_rotated",
  "identity_deactivated",
] as const;
export type Act = (typeof acts)[number];

/** An act as it is to be written down. */
export interface Deed {
  /** When, in Unix seconds. */
  readonly at: number;
  /** Who: see {@link byKey}, {@link byUser}, {@link BY_SERVICE}. */
  readonly by: string;
  readonly act: Act;
  /** What was done, in names that readers of the API know. Never a secret. */
  readonly details: JsonObject;
}

/** Whoever holds the API key with this id. */
export const byKey = (keyId: string): string => `key:${keyId}`;
/** A user of the operating system, on the command line. */
export const byUser = (name: string): string => `user:${name}`;
/** The service itself, on nobody's word. */
export const BY_SERVICE = "service";

/** A row of the journal. `number` counts from 1 without gaps; `details` is canonical JSON (RFC 8785). */
export interface JournalRow {
  readonly number: number;
  /** RFC 3339, in UTC. */
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly details: string;
  /** The hash of the row before; of the first row, {@link BEGINNING}. */
  readonly previous: string;
  /** SHA-256 over the canonical JSON of all the others. */
  readonly hash: string;
}

/** What the first row follows. */
const BEGINNING = "0".repeat(64);

/** The row that follows `last` (`null`: the first one). */
export function rowAfter(last: Pick<JournalRow, "number" | "hash"> | null, { at, by, act, details }: Deed): JournalRow {
  const row = { number: (last?.number ?? 0) + 1, at: new Date(at * 1000).toISOString(), by, act, details: canonicalJson(details), previous: last?.hash ?? BEGINNING };
  return { ...row, hash: hashOf(row) };
}

/** The hash that a row must have. */
export const hashOf = ({ number, at, by, act, details, previous }: Omit<JournalRow, "hash">): Digest =>
  digestOf(new TextEncoder().encode(canonicalJson({ journal: "tradeseal-journal/1", number, at, by, act, details, previous })));

/** What is wrong in the journal, and at which row. */
export interface JournalFlaw {
  /** `null`: it is not known which. */
  readonly number: number | null;
  readonly flaw:
    | "row_changed" // The row does not have its hash.
    | "row_missing" // A number is left out, stands twice or comes out of turn.
    | "chain_broken" // The row does not follow the one before it.
    | "head_missing" // The ledger vouches for a row that is not here any more.
    | "head_differs" // The ledger vouches for another row of this number.
    | "head_forgotten" // The ledger has a head of this journal that the service does not remember.
    | "head_not_on_ledger"; // A head was called final, and the ledger does not have it.
}

/** Follows the chain from row to row. Give it every row in the order in which they stand. */
export class JournalCheck {
  readonly flaws: JournalFlaw[] = [];
  #last: Pick<JournalRow, "number" | "hash"> = { number: 0, hash: BEGINNING };

  add(row: JournalRow): void {
    const { number, previous, hash } = row;
    const isInTurn = number === this.#last.number + 1;
    if (!isInTurn) this.#note(number, "row_missing");
    if (hash !== hashOf(row)) this.#note(number, "row_changed");
    // Behind a gap nothing can follow; that is one flaw, not two.
    if (isInTurn && previous !== this.#last.hash) this.#note(number, "chain_broken");
    this.#last = { number, hash };
  }

  #note(number: number, flaw: JournalFlaw["flaw"]): void {
    this.flaws.push({ number, flaw });
  }
}

/** A head: how far the journal had come, as a document that can be anchored. */
export interface JournalHead {
  readonly number: number;
  readonly hash: string;
}

/** The document type of heads. Ours: no list has a number for it. */
export const JOURNAL_TYPE = "JOURNAL";

/** The head as the very bytes that are anchored. */
export const headDocument = ({ number, hash }: JournalHead): Uint8Array => new TextEncoder().encode(canonicalJson({ format: "tradeseal-journal-head/1", number, hash }));
