// What evidence without a node needs of the world: somebody who checks proofs, and a node that makes them.

import type { Address } from "../../core/address.ts";
import type { ContractProof, HexBytes } from "../../core/evidenceFile.ts";
import type { Word } from "../../core/ledgerSlots.ts";
import type { Block, ChainHash, LedgerId } from "../../core/ledger.ts";

/** A block's header, as far as proofs need it. */
export interface Header extends Block {
  readonly stateRoot: ChainHash;
}

/** An account as a proof shows it. */
export interface ProvenAccount {
  readonly codeHash: ChainHash;
  readonly storageRoot: ChainHash;
}

/** Arithmetic over proofs. It asks nobody: bytes alone decide. `null` stands for bytes that prove nothing. */
export interface ProofReader {
  /** The header that the bytes spell. */
  headerIn(header: HexBytes): Header | null;
  /** The account at `address`; "absent" where the trie proves that there is none. */
  accountIn(stateRoot: ChainHash, address: Address, proof: readonly HexBytes[]): Promise<ProvenAccount | "absent" | null>;
  /** What stands in the slot; zero where the trie proves that it was never written. */
  wordIn(storageRoot: ChainHash, slot: ChainHash, proof: readonly HexBytes[]): Promise<Word | null>;
}

/** A node that proves its state. Every call rejects with `ledger_unreachable`, or `evidence_unavailable` when the node cannot prove it. */
export interface ProofSource {
  readonly ledger: LedgerId;
  head(): Promise<Block & { readonly finalNumber: number }>;
  /** The header of the block, or `null` when the chain is shorter. */
  headerAt(number: number): Promise<{ readonly hash: ChainHash; readonly header: HexBytes } | null>;
  /** @returns `null` when the node does not keep that block's state any more. */
  proofAt(blockNumber: number, address: Address, slots: readonly ChainHash[]): Promise<ContractProof | null>;
}
