// What issuing and carrying need of the world: a store, accounts that sign, a ledger to write to.

import type { Address } from "../core/address.ts";
import type { Digest, Leaf } from "../core/digest.ts";
import type { DocumentType } from "../core/documentType.ts";
import type { Attribute } from "../core/keyAttribute.ts";
import type { AnchorName, Block, ChainHash, GrantName, Head, Standing, StandingReason } from "../core/ledger.ts";
import type { Clock } from "./ports.ts";

/** Something to be said on the ledger in an identity's name. */
export type WriteBody =
  | ({ readonly kind: "anchor"; readonly leaves: readonly Leaf[]; readonly isPublished: boolean } & AnchorName)
  | ({ readonly kind: "standing"; readonly leaves: readonly Leaf[] } & StandingChange & { readonly speaker: Address; readonly issuer: Address; readonly documentType: DocumentType })
  | ({ readonly kind: "accredit"; readonly from: number; readonly until: number; readonly mayPassOn: boolean; readonly name: string; readonly credentialDigest: ChainHash } & GrantName)
  | ({ readonly kind: "withdraw"; readonly from: number; readonly isCompromised: boolean } & GrantName)
  | { readonly kind: "delegate"; readonly identity: Address; readonly delegate: Address; readonly validitySeconds: number }
  | ({ readonly kind: "attribute"; readonly identity: Address; readonly validitySeconds: number } & Attribute)
  | ({ readonly kind: "revokeAttribute"; readonly identity: Address } & Attribute);

/** A change of standing as a caller asks for it. */
export interface StandingChange {
  readonly standing: Standing;
  readonly reason: StandingReason;
  readonly replacement: Digest | null;
}

/** `accepted` (a document without a batch yet) never applies to a write: a write is at least `batched`. */
export const writeStates = ["batched", "sent", "included", "final"] as const;
export type WriteState = (typeof writeStates)[number];

/** A write on its way to the ledger. */
export interface Write {
  readonly id: number;
  /** The account that signs. */
  readonly account: Address;
  readonly body: WriteBody;
  readonly state: WriteState;
  /** Where it was included; absent before. */
  readonly block: Block | null;
  /** Why the ledger refuses it, when it does; the write waits and is tried again. */
  readonly problem: string | null;
  /** When it may be tried again after a refusal, in Unix seconds. */
  readonly notBefore: number;
}

/** One signed transaction that carries a write. A fee bump is a further one with the same nonce. */
export interface Attempt {
  readonly writeId: number;
  readonly account: Address;
  readonly nonce: number;
  readonly hash: ChainHash;
  readonly raw: `0x${string}`;
  /** In wei per gas. */
  readonly maxFeePerGas: bigint;
  readonly sentAt: number;
  /** When it was last sent again. */
  readonly lastSentAt: number;
}

/** What became of a transaction that was included. */
export interface Receipt {
  readonly block: Block;
  readonly isSuccess: boolean;
}

/** The ledger as an issuer sees it. Calls reject with `ledger_unreachable`; `sign` also with `write_refused` when the ledger would refuse the write now. */
export interface LedgerWriter {
  head(): Promise<Head>;
  /** How many transactions of the account are included in the newest block: the next nonce. */
  nonceOf(account: Address): Promise<number>;
  /** @returns where and how the transaction was included, or `null` when it is not. */
  receiptOf(hash: ChainHash): Promise<Receipt | null>;
  /** @returns the block since which the ledger's last word is what `body` wants it to say, or `null`. */
  saidAlready(body: WriteBody): Promise<Block | null>;
  /** The signed transaction for `body`, not yet sent. `replaced` is the attempt whose fee must be outbid. */
  sign(body: WriteBody, terms: { readonly account: Address; readonly nonce: number; readonly replaced: Attempt | null }): Promise<Pick<Attempt, "hash" | "raw" | "maxFeePerGas">>;
  /** Sends a signed transaction. A transaction that the node knows already is no fault. May fail after it went out: callers look before they send again. */
  broadcast(raw: `0x${string}`): Promise<void>;
}

/** A document as the store keeps it. */
export interface StoredDocument {
  readonly id: string;
  readonly issuer: Address;
  readonly documentType: DocumentType;
  readonly digest: Digest;
  readonly leaf: Leaf;
  readonly reference: string | null;
  readonly isPublished: boolean;
  /** 0 for the first anchor of these bytes, counted up by `reanchor`. */
  readonly generation: number;
  readonly acceptedAt: number;
  /** As last acknowledged. */
  readonly standing: Standing;
  readonly replacement: Digest | null;
  /** The batch it is in, and where; `null` while it is only accepted. */
  readonly batch: { readonly writeId: number; readonly position: number } | null;
}

/** What a caller asks to have anchored. */
export type NewDocument = Pick<StoredDocument, "issuer" | "documentType" | "digest" | "leaf" | "reference" | "isPublished"> & {
  readonly id: string;
  readonly isReanchor: boolean;
  /** The caller's Idempotency-Key with a digest of the request, or `null`. */
  readonly idempotency: { readonly key: string; readonly requestDigest: Digest } | null;
  readonly acceptedAt: number;
};

/** What the store answers about a document it was given: the stored one (perhaps an earlier one), or that the key was used for another request. */
export type Acceptance = { readonly document: StoredDocument; readonly isNew: boolean } | { readonly conflict: "idempotency" };

/** A change of standing that was acknowledged and is not in a write yet. */
export interface PendingStanding extends StandingChange {
  readonly id: number;
  readonly document: Pick<StoredDocument, "issuer" | "documentType" | "leaf">;
  readonly acceptedAt: number;
}

/** Where documents and writes are kept. What a promise has resolved is on the disk. */
export interface Store {
  /** Stores all of them in one transaction, in order; one answer each. */
  acceptDocuments(documents: readonly NewDocument[]): Promise<readonly Acceptance[]>;
  documentById(id: string): Promise<StoredDocument | null>;
  documentsByDigest(issuer: Address, digest: Digest): Promise<readonly StoredDocument[]>;
  /** The next `limit` documents behind place `last` (0 at first), and the place of the last of them. */
  documentsAfter(last: number, limit: number): Promise<{ readonly documents: readonly StoredDocument[]; readonly last: number }>;
  /** Whether a change of the document's standing is not included yet. */
  hasStandingUnderway(documentId: string): Promise<boolean>;
  /**
   * Stores a change of standing, and with it how every document of the same bytes, issuer and type now stands.
   *
   * @returns `false`, having stored nothing, when the document does not stand any more as `document` says.
   */
  acceptStanding(document: StoredDocument, change: StandingChange & { readonly note: string | null; readonly acceptedAt: number }): Promise<boolean>;
  /** Documents without a batch, oldest first, at most `limit`. */
  documentsWaiting(limit: number): Promise<readonly StoredDocument[]>;
  /** Makes a batch of `documents`: stores the write and gives each its place (by the leaf's place in `body`), in one transaction. */
  addBatch(body: WriteBody & { kind: "anchor" }, account: Address, documents: readonly StoredDocument[]): Promise<void>;
  /** Changes of standing without a write, oldest first, at most `limit`. */
  standingsWaiting(limit: number): Promise<readonly PendingStanding[]>;
  /** Stores the write that carries `changes`, in one transaction. */
  addStandingWrite(body: WriteBody & { kind: "standing" }, account: Address, changes: readonly PendingStanding[]): Promise<void>;
  /** Stores any other write. */
  addWrite(body: WriteBody, account: Address): Promise<Write>;
  writeById(id: number): Promise<Write | null>;
  /** Accounts that have writes which are not final. */
  accountsAtWork(): Promise<readonly Address[]>;
  /** The account's writes that are not final, oldest first, at most `limit`. */
  openWrites(account: Address, limit: number): Promise<readonly Write[]>;
  /** The attempts of these writes, oldest first. */
  attemptsOf(writeIds: readonly number[]): Promise<readonly Attempt[]>;
  /** The nonces that attempts of the account for writes that are not final are bound to. */
  noncesTaken(account: Address): Promise<readonly number[]>;
  /** Stores an attempt and marks its write `sent`, in one transaction, before anything is broadcast. */
  addAttempt(attempt: Attempt): Promise<void>;
  noteBroadcast(hash: ChainHash, at: number): Promise<void>;
  /** Sets where a write stands. `attemptsForgotten` frees it from its nonce. */
  setWrite(id: number, change: Partial<Pick<Write, "state" | "block" | "problem" | "notBefore">> & { readonly attemptsForgotten?: boolean }): Promise<void>;
  /** Opens writes again that were final above block `number`: the ledger has lost those blocks. @returns how many. */
  reopenAbove(number: number): Promise<number>;
}

/** The accounts that this service signs for. */
export interface Accounts {
  /** The account that signs in the identity's name, or `null` when this service holds no key for it. */
  accountFor(identity: Address): Promise<Address | null>;
}

/** An issuer that this service works for. */
export interface Issuer {
  readonly address: Address;
  /** As registered here; reports take names from grants instead. */
  readonly name: string;
  readonly account: Address;
}

/** The issuers of this service and their API keys. */
export interface Register extends Accounts {
  addIssuer(issuer: Issuer, createdAt: number): Promise<void>;
  issuers(): Promise<readonly Issuer[]>;
  /** A new API key for the issuer. It is shown this once: only its digest is kept. */
  addApiKey(issuer: Address, createdAt: number): Promise<string>;
  /** @returns the issuer that the key belongs to, or `null`. Takes the same time for every wrong key. */
  issuerByApiKey(apiKey: string): Promise<Issuer | null>;
}

/** What issuing needs. */
export interface IssuePorts {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly clock: Clock;
  /** A new unguessable id. */
  readonly newId: () => string;
  /** A leaf that nobody has seen. */
  readonly randomLeaf: () => Leaf;
}

/** What carrying needs. */
export interface CarryPorts {
  readonly store: Store;
  readonly ledger: LedgerWriter;
  readonly clock: Clock;
  /** How long a transaction may wait before it is sent again. */
  readonly resendAfterSeconds: number;
  /** How long a transaction may wait before its fee is raised. */
  readonly outbidAfterSeconds: number;
  /** Told about what an operator should know. */
  readonly notice: (message: string, details: Readonly<Record<string, unknown>>) => void;
}
