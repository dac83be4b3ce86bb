// What verifying and following need of the world. Adapters fulfil these; tests may misbehave through them on purpose.

import type { Address } from "../core/address.ts";
import type { Period } from "../core/credentials/dates.ts";
import type { Digest, Leaf, Root } from "../core/digest.ts";
import type { DocumentType } from "../core/documentType.ts";
import type { TrustRoot } from "../core/evidence.ts";
import type { AnchorName, AnchorRecord, Block, ChainHash, GrantName, GrantStatement, Head, LeafName, LedgerId, StandingStatement } from "../core/ledger.ts";

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
  /** The block of the newest change of the identity's DID (ERC-1056), as of block `at`; 0 when it never changed. */
  didChangedIn(identity: Address, at: Block): Promise<number>;
}

/** An event of one of the registries, or of the DID registry. */
export type LedgerEvent = EventPlace &
  (
    | ({ readonly kind: "anchored"; readonly size: number; readonly account: Address; readonly leaves: readonly Leaf[] } & AnchorName)
    | ({ readonly kind: "accredited"; readonly mayPassOn: boolean; readonly name: string; readonly credentialDigest: ChainHash; readonly particulars: ChainHash } & GrantName)
    | ({ readonly kind: "withdrawn" } & GrantName)
    | ({ readonly kind: "standingSet"; readonly speaker: Address; readonly replacement: Digest | null } & LeafName)
    | { readonly kind: "didChanged"; readonly identity: Address; readonly isDeactivated: boolean }
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

/** Names a document by its bytes, as one of an issuer and a type. */
export interface DigestName extends Omit<LeafName, "leaf"> {
  readonly digest: Digest;
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
  /** The block of the newest change of the identity's DID that the index knows; 0 when it knows none. */
  changedIn(identity: Address): number;
  /** The leaves of which one of these identities ever said how they stand, the newest word first, at most `limit`. */
  spokenAbout(speakers: readonly Address[], limit: number): readonly Leaf[];
  /** The leaves of which the issuer itself ever said, for its own document of this type, that the one with this digest takes their place; the newest word first, at most `limit`. */
  replacedWith(replacement: DigestName, limit: number): readonly Leaf[];
  /** The newest block that was final when the index last read, or `null`. A chain that does not hold it is not believed. */
  finalMark(): Block | null;
}

/** What following the ledger does to the index. Each call is one transaction. */
export interface IndexWriter extends Index {
  /**
   * Adds the events of the stretch of blocks that begins behind `after`, and notes its last block as reached.
   *
   * @returns `false`, having added nothing, when the index does not stand at `after` any more.
   */
  add(events: readonly LedgerEvent[], stretch: { readonly after: Block | null; readonly reached: Block }): boolean;
  /** Remembers a block that no reorganisation takes away. */
  markFinal(block: Block): void;
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
  /** What was issued here together with these bytes; `null` when nothing was. Absent where nothing is issued. */
  readonly issuedWith?: (issued: DigestName) => Promise<IssuedWith | null>;
  /** By their leaves, the digests of documents that were anchored and published here. The ledger keeps none. Absent where nothing is issued. */
  readonly publishedDigests?: (leaves: readonly Leaf[], named: Omit<LeafName, "leaf">) => Promise<ReadonlyMap<Leaf, Digest>>;
}

/** What stands or falls together with a document, as its issuer's own service knows it. */
export interface IssuedWith {
  /** When the credential among it holds; `null` where there is none. */
  readonly period: Period | null;
  /** Everything else. */
  readonly leaves: readonly Leaf[];
}
