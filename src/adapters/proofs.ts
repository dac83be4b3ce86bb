// Proofs of a chain's state: headers (RLP), accounts and slots (Merkle-Patricia tries, EIP-1186), checked with nobody asked.

import { verifyMerkleProof } from "@ethereumjs/mpt";
import { RLP } from "@ethereumjs/rlp";
import type { HexBytes } from "../core/evidenceFile.ts";
import { fromHex, toHex } from "../core/hex.ts";
import type { ChainHash } from "../core/ledger.ts";
import { keccak } from "../core/ledgerSlots.ts";
import type { Header, ProofReader } from "../flows/verifying/offlinePorts.ts";

/** Where things stand in a header. Later forks only add fields behind these. */
const FIELD = { stateRoot: 3, number: 8, time: 11 } as const;
const FIELDS_AT_LEAST = 15;

/** The root of a trie that holds nothing: the hash of RLP's empty string. */
const EMPTY_ROOT = keccak(Uint8Array.of(0x80));

/** Reads proofs with the ethereumjs tries. */
export const proofReader: ProofReader = {
  headerIn,

  async accountIn(stateRoot, address, proof) {
    const value = await provenValue(stateRoot, address, proof);
    if (value === null || value === "absent") return value;
    const fields = listIn(value);
    const [, , storageRoot, codeHash] = fields ?? [];
    if (fields?.length !== 4 || storageRoot?.length !== 32 || codeHash?.length !== 32) return null;
    return { storageRoot: `0x${toHex(storageRoot)}`, codeHash: `0x${toHex(codeHash)}` };
  },

  async wordIn(storageRoot, slot, proof) {
    const value = await provenValue(storageRoot, slot, proof);
    if (value === null) return null;
    if (value === "absent") return "0".repeat(64);
    const bytes = decoded(value);
    return bytes instanceof Uint8Array && bytes.length <= 32 ? toHex(bytes).padStart(64, "0") : null;
  },
};

/** What the trie under `root` holds at `key`; `null` when the nodes do not lead from the root to an answer. */
async function provenValue(root: ChainHash, key: `0x${string}`, proof: readonly HexBytes[]): Promise<Uint8Array | "absent" | null> {
  // Below it there are no nodes to show.
  if (root === EMPTY_ROOT) return "absent";
  try {
    return (await verifyMerkleProof(bytesOf(key), proof.map(bytesOf), { root: bytesOf(root), useKeyHashing: true })) ?? "absent";
  } catch {
    // The library says no more than that the proof is invalid, whatever the nodes are.
    return null;
  }
}

function headerIn(header: HexBytes): Header | null {
  const bytes = bytesOf(header);
  const fields = listIn(bytes);
  if (fields === null || fields.length < FIELDS_AT_LEAST) return null;
  const [stateRoot, number, time] = [fields[FIELD.stateRoot]!, numberIn(fields[FIELD.number]!), numberIn(fields[FIELD.time]!)];
  if (stateRoot.length !== 32 || number === null || time === null) return null;
  return { hash: keccak(bytes), number, time, stateRoot: `0x${toHex(stateRoot)}` };
}

function numberIn(bytes: Uint8Array): number | null {
  const number = bytes.length === 0 ? 0 : Number(`0x${toHex(bytes)}`);
  return Number.isSafeInteger(number) ? number : null;
}

function listIn(bytes: Uint8Array): Uint8Array[] | null {
  const value = decoded(bytes);
  return Array.isArray(value) && value.every((each) => each instanceof Uint8Array) ? value : null;
}

function decoded(bytes: Uint8Array): unknown {
  try {
    return RLP.decode(bytes);
  } catch {
    return null;
  }
}

const bytesOf = (hex: `0x${string}`): Uint8Array => fromHex(hex.slice(2));
