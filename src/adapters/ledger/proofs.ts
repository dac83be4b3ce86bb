// A node's proofs of its state (EIP-1186), and its blocks' headers as bytes.

import { RLP } from "@ethereumjs/rlp";
import { keccak256 } from "ethers";
import type { Address } from "../../core/address.ts";
import type { ContractProof, HexBytes } from "../../core/evidenceFile.ts";
import { Fault } from "../../core/fault.ts";
import { ledgerIdOf, type ChainHash } from "../../core/ledger.ts";
import type { ProofSource } from "../../flows/verifying/offlinePorts.ts";
import type { LedgerConnection } from "./connection.ts";
import { RpcError } from "./jsonRpc.ts";
import { hashFrom, toQuantity } from "./quantities.ts";

/** A header's fields in their order. Those from `baseFeePerGas` on came with later forks, in this order. */
const FIELDS: readonly (readonly [name: string, isQuantity: boolean])[] = [
  ...(["parentHash", "sha3Uncles", "miner", "stateRoot", "transactionsRoot", "receiptsRoot", "logsBloom"] as const).map((name) => [name, false] as const),
  ...(["difficulty", "number", "gasLimit", "gasUsed", "timestamp"] as const).map((name) => [name, true] as const),
  ...(["extraData", "mixHash", "nonce"] as const).map((name) => [name, false] as const),
  ...([["baseFeePerGas", true], ["withdrawalsRoot", false], ["blobGasUsed", true], ["excessBlobGas", true], ["parentBeaconBlockRoot", false], ["requestsHash", false]] as const),
];

/** Proofs over `connection`. What the node gives is not believed here: the flow that asks checks it. */
export function proofSource(connection: LedgerConnection): ProofSource {
  return {
    ledger: ledgerIdOf(connection.ledger),
    head: () => connection.head(),

    async headerAt(number) {
      const block = await connection.read("eth_getBlockByNumber", [toQuantity(number), false]);
      if (block === null) return null;
      const hash = hashFrom((block as Record<string, unknown>)["hash"]);
      const header = headersOf(block as Record<string, unknown>).find((each) => keccak256(each) === hash);
      if (header === undefined) throw new Fault("evidence_unavailable", `The header of block ${number}, as the ledger's endpoint gives it, does not hash to the block's hash ${hash}: this chain makes its hashes otherwise, and its state cannot be proven here.`);
      return { hash, header };
    },

    async proofAt(blockNumber, address, slots) {
      try {
        return contractFrom(await connection.call("eth_getProof", [address, slots, toQuantity(blockNumber)]), { address, slots });
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        if (error.code === METHOD_UNKNOWN) throw new Fault("evidence_unavailable", `The ledger's endpoint does not prove its state (eth_getProof): ${error.message}. Ask another node.`, { cause: error });
        return null;
      }
    },
  };
}

const METHOD_UNKNOWN = -32601;

/** The bytes that may be the header's: whichever hash to the block's hash are. */
function headersOf(block: Record<string, unknown>): HexBytes[] {
  const given = FIELDS.slice(0, FIELDS.findLastIndex(([name]) => typeof block[name] === "string") + 1);
  const values = given.map(([name, isQuantity]) => fieldFrom(block[name], isQuantity));
  if (values.includes(null)) return [];
  const unsealed = withoutSeals(values[EXTRA_DATA]!);
  const spellings = [values, ...(unsealed === null ? [] : [values.with(EXTRA_DATA, unsealed)])];
  return spellings.map((fields) => `0x${Buffer.from(RLP.encode(fields as Uint8Array[])).toString("hex")}` as const);
}

const EXTRA_DATA = FIELDS.findIndex(([name]) => name === "extraData");

/** A QBFT chain hashes its headers as they were before the validators sealed them: without seals, in round 0. */
function withoutSeals(extraData: Uint8Array): Uint8Array | null {
  try {
    const parts = RLP.decode(extraData);
    return Array.isArray(parts) && parts.length === 5 ? RLP.encode([...parts.slice(0, 3), new Uint8Array(), []]) : null;
  } catch {
    return null;
  }
}

function fieldFrom(value: unknown, isQuantity: boolean): Uint8Array | null {
  if (typeof value !== "string" || !/^0x[0-9a-f]*$/i.test(value)) return null;
  const hex = value.slice(2);
  if (!isQuantity) return hex.length % 2 === 0 ? Buffer.from(hex, "hex") : null;
  const shortest = hex.replace(/^0+/, "");
  return Buffer.from(shortest.padStart(shortest.length + (shortest.length % 2), "0"), "hex");
}

/** Proofs of what was asked for: whether they are, checking them tells. */
function contractFrom(answer: unknown, { address, slots }: { address: Address; slots: readonly ChainHash[] }): ContractProof {
  const { accountProof, storageProof } = (answer ?? {}) as Record<string, unknown>;
  if (!Array.isArray(accountProof) || !Array.isArray(storageProof) || storageProof.length !== slots.length) throw noProof();
  const nodes = (list: unknown): HexBytes[] => {
    if (!Array.isArray(list) || !list.every((node) => typeof node === "string" && /^0x([0-9a-f]{2})*$/i.test(node))) throw noProof();
    return list.map((node: string) => node.toLowerCase() as HexBytes);
  };
  return { address, accountProof: nodes(accountProof), slots: slots.map((slot, place) => ({ slot, proof: nodes((storageProof[place] as Record<string, unknown> | null)?.["proof"]) })) };
}

const noProof = (): Fault => new Fault("evidence_unavailable", "The ledger's endpoint gave something that is no proof of its state. Ask another node.");
