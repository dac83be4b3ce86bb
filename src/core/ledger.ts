// What the ledger says: blocks, records and statements, as values.

import type { Address } from "./address.ts";
import type { Digest, Leaf, Root } from "./digest.ts";
import type { DocumentType } from "./documentType.ts";

/** A 32-byte hash as the chain spells it: `0x` and 64 lower-case hex characters. */
export type ChainHash = `0x${string}`;

/** What a seal must name so that nobody takes one ledger for another. */
export interface LedgerId {
  readonly chainId: number;
  /** Hash of block 0. */
  readonly genesis: ChainHash;
  readonly anchorRegistry: Address;
}

/** One contract of the ledger: where it stands, and keccak-256 of the code that stands there. */
export interface LedgerContract {
  readonly address: Address;
  readonly codeHash: ChainHash;
}

/** A ledger in full, as published in `ledger.json`. */
export interface Ledger {
  readonly chainId: number;
  readonly genesis: ChainHash;
  readonly contracts: Readonly<Record<ContractName, LedgerContract>>;
  /** A block before which nothing of ours was said: reading begins there, else at block 0. It is no part of what the ledger is. */
  readonly firstBlock?: number;
}

export const contractNames = ["didRegistry", "anchorRegistry", "standingRegistry", "accreditationRegistry"] as const;
export type ContractName = (typeof contractNames)[number];

/** The ledger's identification as seals carry it. */
export const ledgerIdOf = ({ chainId, genesis, contracts }: Ledger): LedgerId => ({ chainId, genesis, anchorRegistry: contracts.anchorRegistry.address });

/** Whether two identifications name the same ledger. */
export const isSameLedger = (left: LedgerId, right: LedgerId): boolean =>
  left.chainId === right.chainId && left.genesis === right.genesis && left.anchorRegistry === right.anchorRegistry;

/** A block, named so that a reorganisation cannot go unnoticed. `time` in Unix seconds. */
export interface Block {
  readonly number: number;
  readonly hash: ChainHash;
  readonly time: number;
}

/** The newest block, and the number of the newest one that no reorganisation takes away. */
export interface Head extends Block {
  readonly finalNumber: number;
}

/** The ledger's record of a root under one issuer and type. `time` in Unix seconds. */
export interface AnchorRecord {
  readonly time: number;
  readonly blockNumber: number;
  readonly size: number;
  readonly hasLeaves: boolean;
}

/** Names an anchor: records are kept per issuer and type. */
export interface AnchorName {
  readonly issuer: Address;
  readonly documentType: DocumentType;
  readonly root: Root;
}

export const standings = ["active", "suspended", "revoked", "replaced"] as const;
/** How a document stands. The ledger's numbers are the places in {@link standings}. */
export type Standing = (typeof standings)[number];

export const standingReasons = [
  "unspecified",
  "issued_in_error",
  "wrong_content",
  "lost_or_stolen",
  "fraud",
  "holder_request",
  "under_investigation",
  "conditions_no_longer_met",
  "superseded",
  "ended",
] as const;
/** Why a standing was set. The ledger's numbers are the places in {@link standingReasons}; a number beyond them reads as `unspecified`. */
export type StandingReason = (typeof standingReasons)[number];

/** Names what a standing is about: one leaf of one issuer and type. */
export interface LeafName {
  readonly issuer: Address;
  readonly documentType: DocumentType;
  readonly leaf: Leaf;
}

/** One statement about a leaf's standing. `time` in Unix seconds; `account` acted in the speaker's name. */
export interface StandingStatement {
  readonly standing: Standing;
  readonly reason: StandingReason;
  readonly replacement: Digest | null;
  readonly time: number;
  readonly blockNumber: number;
  readonly account: Address;
}

/** Names a list of grants and withdrawals. */
export interface GrantName {
  readonly grantor: Address;
  readonly grantee: Address;
  readonly documentType: DocumentType;
}

/** A grant without an end runs until this second. */
export const NO_END = 2 ** 40 - 1;

/** One statement of a grantor: granted from … until (exclusive), or withdrawn from … on. Times in Unix seconds. */
export interface GrantStatement {
  readonly isGranted: boolean;
  readonly from: number;
  readonly until: number;
  readonly mayPassOn: boolean;
  readonly isCompromised: boolean;
  /** When the statement was recorded. */
  readonly time: number;
  readonly blockNumber: number;
  /** keccak-256 over name and credential digest, so that a name seen in an event can be checked. */
  readonly particulars: ChainHash;
}
