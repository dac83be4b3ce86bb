// What the flows need of the world. Adapters fulfil these; tests may misbehave through them on purpose.

import type { Address } from "../core/address.ts";
import type { Digest, Leaf, Root } from "../core/digest.ts";
import type { DocumentType } from "../core/documentType.ts";
import type { TrustRoot } from "../core/evidence.ts";
import type {
  AnchorName,
  AnchorRecord,
  Block,
  ChainHash,
  GrantName,
  GrantStatement,
  Head,
  LeafName,
  LedgerId,
  Standing,
  StandingReason,
  StandingStatement,
} from "../core/ledger.ts";

/** Seconds since 1970, with fractions. */
export type Clock = () => number;

/** The ledger as a verifier sees it. Every call rejects with the fault `ledger_unreachable` when no endpoint answers in time. */
export interface LedgerReader {
  readonly id: LedgerId;
  /** The newest block, asked for after this call was made. */
  head(): Promise<Head>;
  /** @returns the record as of block `at`, or `null` when there is none. */
  anchorOf(name: AnchorName, at: Block): Promise<AnchorRecord | null>;
  /** Everything `speaker` said about the leaf, oldest first, as of block `at`. */
  standingsOf(speaker: Address, name: LeafName, at: Block): Promise<readonly StandingStatement[]>;
  /** Everything the grantor said about the grantee for the type, oldest first, as of block `at`. */
  grantsOf(name: GrantName, at: Block): Promise<readonly GrantStatement[]>;
}

/** An event of one of the registries, or of the DID registry. */
export type LedgerEvent = EventPlace &
  (
    | ({ readonly kind: "anchored"; readonly size: number; readonly account: Address; readonly leaves: readonly Leaf[] } & AnchorName)
    | ({ readonly kind: "accredited"; readonly name: string; readonly credentialDigest: ChainHash; readonly particulars: ChainHash } & GrantName)
    | ({ readonly kind: "withdrawn" } & GrantName)
    | ({ readonly kind: "standingSet"; readonly speaker: Address } & LeafName)
    | { readonly kind: "deactivated"; readonly identity: Address }
  );

/** Where an event stands on the ledger. */
export interface EventPlace {
  readonly blockNumber: number;
  readonly blockHash: ChainHash;
  readonly logIndex: number;
}

/** The ledger's events, for whoever follows them. */
export interface LedgerEvents {
  head(): Promise<Head>;
  /** The block with this number, or `null` when the chain is shorter. */
  blockAt(number: number): Promise<Block | null>;
  /** Events of the blocks `from` … `to` (both included), in the ledger's order; all of them, unless fewer are `wanted`. */
  eventsBetween(from: number, to: number, wanted?: WantedEvents): Promise<readonly LedgerEvent[]>;
}

/** The events that bear on sealed documents: anchors of these roots, grants for these types, and whatever was deactivated. */
export interface WantedEvents {
  readonly roots: readonly Root[];
  readonly documentTypes: readonly DocumentType[];
}

/** An anchor as the index remembers it. */
export interface FoundAnchor extends AnchorName {
  readonly index: number;
  readonly size: number;
  readonly account: Address;
  readonly blockNumber: number;
}

/** A named grant as the index remembers it. */
export interface FoundGrant {
  readonly grantor: Address;
  readonly grantee: Address;
  readonly name: string;
  readonly particulars: ChainHash;
}

/** The index. It finds; the ledger decides. Its answers hold for one block, together: they are given in one go. */
export interface Index {
  /** The last block whose events are all in the index; `null` when it is empty. */
  reached(): Block | null;
  anchorsOf(leaf: Leaf): readonly FoundAnchor[];
  /** @returns the anchor's place in the index, or `null`. */
  anchorNamed(name: AnchorName): { readonly account: Address; readonly blockNumber: number } | null;
  /** Every grant for the type that leads from one of `roots` to `grantee`, ever, whether in force or not. Strangers' grants do not appear. */
  grantsAbove(grantee: Address, documentType: DocumentType, roots: readonly Address[]): readonly FoundGrant[];
  /** Every grantee that `roots` ever led to for the type. */
  grantsBelow(documentType: DocumentType, roots: readonly Address[]): readonly FoundGrant[];
  /** The block of the identity's first deactivation, or `null`. */
  deactivatedIn(identity: Address): number | null;
}

/** What following the ledger does to the index. Each call is one transaction. */
export interface IndexWriter extends Index {
  /** Adds the events of a stretch of blocks and notes its last block as reached. */
  add(events: readonly LedgerEvent[], reached: Block): void;
  /** Forgets everything above block `number`: those blocks are gone. */
  forgetAbove(number: number): void;
  /** The blocks that the index remembers having reached, newest first, for finding where a reorganisation began. */
  reachedBefore(): readonly Block[];
}

/** Brings the index up to a block. */
export interface IndexFollower {
  /** @returns whether the index stands at `block` itself, on the same branch. */
  reach(block: Block): Promise<boolean>;
}

/** What a verifier needs. */
export interface VerifyPorts {
  readonly ledger: LedgerReader;
  readonly index: Index;
  readonly follower: IndexFollower;
  readonly trustRoots: () => readonly TrustRoot[];
  readonly clock: Clock;
}

// --- writing -------------------------------------------------------------------------------------------------------

/** Something to be said on the ledger in an identity's name. */
export type WriteBody =
  | ({ readonly kind: "anchor"; readonly leaves: readonly Leaf[]; readonly isPublished: boolean } & AnchorName)
  | ({ readonly kind: "standing"; readonly leaves: readonly Leaf[] } & StandingChange & { readonly speaker: Address; readonly issuer: Address; readonly documentType: DocumentType })
  | ({ readonly kind: "accredit"; readonly from: number; readonly until: number; readonly mayPassOn: boolean; readonly name: string; readonly credentialDigest: ChainHash } & GrantName)
  | ({ readonly kind: "withdraw"; readonly from: number; readonly isCompromised: boolean } & GrantName)
  | { readonly kind: "delegate"; readonly identity: Address; readonly delegate: Address; readonly validitySeconds: number };

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
