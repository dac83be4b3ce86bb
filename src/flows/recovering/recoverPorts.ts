// What getting things back from the ledger needs of the world.

import type { Address } from "../../core/address.ts";
import type { Digest, Leaf } from "../../core/digest.ts";
import type { AnchorName, Block, Standing } from "../../core/ledger.ts";
import type { StandingChange } from "../issuing/issuePorts.ts";
import type { FoundAnchor } from "../ports.ts";

/** The part of the index from which seals are made again. */
export interface PublishedLeaves {
  /** Every anchor that holds the leaf, oldest first. */
  anchorsOf(leaf: Leaf): readonly FoundAnchor[];
  /** The anchor's leaves in their order, or `null` when the index knows none: they are private, or there is no such anchor. */
  leavesOf(name: AnchorName): readonly Leaf[] | null;
}

/** A document as it is taken into a store that does not know it. */
export interface AdoptedDocument {
  readonly id: string;
  readonly digest: Digest;
  readonly leaf: Leaf;
  readonly position: number;
  /** 0 for the first anchor of these bytes, counted up for each later one. */
  readonly generation: number;
  readonly standing: Standing;
  readonly replacement: Digest | null;
}

/** Documents of one final anchor, with all that a store must know of it. */
export interface AdoptedBatch {
  readonly name: AnchorName;
  readonly leaves: readonly Leaf[];
  readonly block: Block;
  /** The account that signs for the issuer here, should the ledger lose the anchor. */
  readonly account: Address;
  readonly documents: readonly AdoptedDocument[];
  /** Everything that the issuer said about these documents, oldest first. */
  readonly words: readonly AdoptedWord[];
}

/** One word on the standing of documents, and the block that holds it. */
export interface AdoptedWord extends StandingChange {
  readonly leaves: readonly Leaf[];
  readonly block: Block;
}

/** Takes documents into the store that were anchored before it was. */
export interface AdoptingStore {
  /** Stores the documents of one anchor as final, in one transaction. @returns how many: those that the store has already stay as they are. */
  adopt(batch: AdoptedBatch): Promise<number>;
}
