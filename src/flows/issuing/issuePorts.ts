// What issuing and carrying need of the world: a store, accounts that sign, a ledger to write to.

import type { Address } from "../../core/address.ts";
import type { Digest, Leaf } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Attribute } from "../../core/identities/keyAttribute.ts";
import type { AnchorName, Block, ChainHash, GrantName, Head, Standing, StandingReason } from "../../core/ledger.ts";
import type { Lease } from "../carrying/leasePorts.ts";
import type { Clock } from "../ports.ts";

/** A standing costs a storage slot each, so fewer fit a transaction (16,777,216 gas, EIP-7825: some 240) than leaves do. */
export const STANDINGS_PER_WRITE = 200;

/** Something to be said on the ledger in an identity's name. */
export type WriteBody =
  | ({ readonly kind: "anchor"; readonly leaves: readonly Leaf[]; readonly isPublished: boolean } & AnchorName)
  | ({ readonly kind: "standing"; readonly leaves: readonly Leaf[] } & StandingChange & { readonly speaker: Address; readonly issuer: Address; readonly documentType: DocumentType })
  | ({ readonly kind: "accredit"; readonly from: number; readonly until: number; readonly mayPassOn: boolean; readonly name: string; readonly credentialDigest: ChainHash } & GrantName)
  | ({ readonly kind: "withdraw"; readonly from: number; readonly isCompromised: boolean } & GrantName)
  | { readonly kind: "delegate"; readonly identity: Address; readonly delegate: Address; readonly validitySeconds: number }
  | { readonly kind: "revokeDelegate"; readonly identity: Address; readonly delegate: Address }
  | { readonly kind: "changeOwner"; readonly identity: Address; readonly owner: Address }
  | ({ readonly kind: "attribute"; readonly identity: Address; readonly validitySeconds: number } & Attribute)
  | ({ readonly kind: "revokeAttribute"; readonly identity: Address } & Attribute);

/** A change of standing as a caller asks for it. */
export interface StandingChange {
  readonly standing: Standing;
  readonly reason: StandingReason;
  readonly replacement: Digest | null;
}

/** `accepted` (a document without a batch yet) never applies to a write: a write is at least `batched`. `refused`: the ledger can never take it; no anchor ends so. */
export const writeStates = ["batched", "sent", "included", "final", "refused"] as const;
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
  /** @returns the block since which the ledger's last word is what `account` wants it to say with `body`, or `null`. What another account said does not count: its keys may be called stolen. */
  saidAlready(body: WriteBody, account: Address): Promise<Block | null>;
  /** The signed transaction for `body`, not yet sent. `replaced` is the attempt whose fee must be outbid. */
  sign(body: WriteBody, terms: { readonly account: Address; readonly nonce: number; readonly replaced: Attempt | null }): Promise<Pick<Attempt, "hash" | "raw" | "maxFeePerGas">>;
  /** Sends a signed transaction. A transaction that the node knows already is no fault. May fail after it went out: callers look before they send again. */
  broadcast(raw: `0x${string}`): Promise<void>;
  /** Has the account use up the nonce by a transaction that says nothing, for what waits behind it. May be called again until it is used. */
  fill(account: Address, nonce: number): Promise<void>;
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

/** What documents must have in common to share a batch. */
export type BatchKind = Pick<StoredDocument, "issuer" | "documentType" | "isPublished">;

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
  /** The issuance whose parts change by one act, in one transaction; `null` or absent for a document that was issued alone. */
  readonly together?: string | null;
}

/** What an issuer of this service says about the standing of a document that is not one of its own here. */
export interface StandingWord extends StandingChange {
  readonly id: string;
  readonly speaker: Address;
  /** Who anchored the document. */
  readonly issuer: Address;
  readonly documentType: DocumentType;
  readonly digest: Digest;
  readonly leaf: Leaf;
  /** The write that carries it. */
  readonly writeId: number;
}

/** What a caller asks to have said. `note` stays with this service. */
export type NewStandingWord = Omit<StandingWord, "writeId"> & { readonly note: string | null; readonly acceptedAt: number };

/** What the store answers: the stored word (an earlier one that says the same), or the final one that forbids it. */
export type WordAcceptance = { readonly word: StandingWord; readonly isNew: boolean } | { readonly forbiddenBy: StandingWord };

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
   * Stores a change of standing, and with it how every document of the same bytes, issuer and type now stands; and of everything that was issued with it.
   *
   * @returns `false`, having stored nothing, when the document does not stand any more as `document` says.
   */
  acceptStanding(document: StoredDocument, change: StandingChange & { readonly note: string | null; readonly acceptedAt: number }): Promise<boolean>;
  /** Whether both bytes are parts of what was issued together, directly or by what they share. */
  isIssuedWith(named: Pick<StoredDocument, "issuer" | "documentType" | "digest">, other: Digest): Promise<boolean>;
  /** Stores a word and the write that carries it, in one transaction; or finds that the speaker's last word about the leaf says the same, or is final. */
  acceptStandingWord(word: NewStandingWord, account: Address): Promise<WordAcceptance>;
  standingWordById(id: string): Promise<StandingWord | null>;
  /** Documents without a batch, oldest first, at most `limit`. */
  documentsWaiting(limit: number): Promise<readonly StoredDocument[]>;
  /** The kinds of batches for which documents wait. */
  batchesWaitedFor(): Promise<readonly BatchKind[]>;
  /** Documents without a batch that may share one of this kind, oldest first, at most `limit`. */
  documentsWaitingFor(kind: BatchKind, limit: number): Promise<readonly StoredDocument[]>;
  /** How many documents have no batch yet; counting stops at `limit`. */
  countWaiting(limit: number): Promise<number>;
  /** How many batches of the account are not final. */
  countOpenBatches(account: Address): Promise<number>;
  /** Where these writes stand. */
  statesOf(writeIds: readonly number[]): Promise<ReadonlyMap<number, WriteState>>;
  /** Makes a batch of `documents`: stores the write and gives each its place (by the leaf's place in `body`), in one transaction. */
  addBatch(body: WriteBody & { kind: "anchor" }, account: Address, documents: readonly StoredDocument[]): Promise<void>;
  /** Changes of standing without a write, oldest first, at most `limit`. */
  standingsWaiting(limit: number): Promise<readonly PendingStanding[]>;
  /** Stores the write that carries `changes`, in one transaction. */
  addStandingWrite(body: WriteBody & { kind: "standing" }, account: Address, changes: readonly PendingStanding[]): Promise<void>;
  /** Stores any other write, and writes it down in the journal; `doing` says who acts, else it is the service itself. */
  addWrite(body: WriteBody, account: Address, doing?: { readonly by: string; readonly at: number }): Promise<Write>;
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
  /** Leaves leaves out of a write that was not sent yet. */
  narrowWrite(id: number, body: WriteBody & { kind: "standing" }): Promise<void>;
  /** Opens writes again that were final above block `number`: the ledger has lost those blocks. @returns how many. */
  reopenAbove(number: number): Promise<number>;
  /** This store as the holder of `lease` uses it: what carries writes further is refused with `LeaseLost` once another worker has taken the lease. */
  under(lease: Lease): Store;
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
  /** The account that signs for it here: its owner's, or a delegate's. */
  readonly account: Address;
  /** The owner to whom the identity is being handed over; `BURN_ADDRESS` once it is being given up, for good; `null` else. */
  readonly successor: Address | null;
}

/** The issuers of this service and their API keys. `accountFor` answers `null` while an issuer is handed over: what it has to say waits. */
export interface Register extends Accounts {
  /** Registers the issuer, or changes its name, and writes that down in the journal, as done `by` somebody (else by the service itself). */
  addIssuer(issuer: Omit<Issuer, "successor">, createdAt: number, by?: string): Promise<void>;
  /** Notes to whom the identity is being handed over. */
  setSuccessor(issuer: Address, successor: Address): Promise<void>;
  /** Has `account` sign for the issuer from now on, and with it those of the `waiting` writes for which no transaction was made; its handing over is done. */
  setAccount(issuer: Address, account: Address, waiting: readonly number[]): Promise<void>;
  issuers(): Promise<readonly Issuer[]>;
  /** A new API key for the issuer, of every scope and without an end (see `ApiKeys` for others). It is shown this once: only its digest is kept. */
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
