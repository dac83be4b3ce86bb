// A node's proofs of its state (EIP-1186), and its blocks' headers as bytes.

import { RLP } from "@ethereumjs/rlp";
import { keccak256 } from "ethers";
import { parseAddress } from "../../core/address.ts";
import type { ContractProof, HexBytes } from "../../core/evidenceFile.ts";
import { Fault } from "../../core/fault.ts";
import { ledgerIdOf, type ChainHash } from "../../core/ledger.ts";
import type { ProofSource } from "../../flows/offlinePorts.ts";
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
      const header = headerOf(block as Record<string, unknown>);
      if (header === null || keccak256(header) !== hash) throw new Fault("evidence_unavailable", `The header of block ${number}, as the ledger's endpoint gives it, does not hash to the block's hash ${hash}: this chain makes its hashes otherwise, and its state cannot be proven here.`);
      return { hash, header };
    },

    async proofAt(blockNumber, address, slots) {
      try {
        return contractFrom(await connection.call("eth_getProof", [address, slots, toQuantity(blockNumber)]), slots);
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        if (error.code === METHOD_UNKNOWN) throw new Fault("evidence_unavailable", `The ledger's endpoint does not prove its state (eth_getProof): ${error.message}. Ask another node.`, { cause: error });
        return null;
      }
    },
  };
}

const METHOD_UNKNOWN = -32601;

function headerOf(block: Record<string, unknown>): HexBytes | null {
  const given = FIELDS.slice(0, FIELDS.findLastIndex(([name]) => typeof block[name] === "string") + 1);
  const values = given.map(([name, isQuantity]) => fieldFrom(block[name], isQuantity));
  if (values.includes(null)) return null;
  return `0x${Buffer.from(RLP.encode(values as Uint8Array[])).toString("hex")}`;
}

function fieldFrom(value: unknown, isQuantity: boolean): Uint8Array | null {
  if (typeof value !== "string" || !/^0x[0-9a-f]*$/i.test(value)) return null;
  const hex = value.slice(2);
  if (!isQuantity) return hex.length % 2 === 0 ? Buffer.from(hex, "hex") : null;
  const shortest = hex.replace(/^0+/, "");
  return Buffer.from(shortest.padStart(shortest.length + (shortest.length % 2), "0"), "hex");
}

function contractFrom(answer: unknown, slots: readonly ChainHash[]): ContractProof {
  const { address, accountProof, storageProof } = (answer ?? {}) as Record<string, unknown>;
  if (!Array.isArray(accountProof) || !Array.isArray(storageProof) || storageProof.length !== slots.length) throw noProof();
  const nodes = (list: unknown): HexBytes[] => {
    if (!Array.isArray(list) || !list.every((node) => typeof node === "string" && /^0x([0-9a-f]{2})*$/i.test(node))) throw noProof();
    return list.map((node: string) => node.toLowerCase() as HexBytes);
  };
  return { address: parseAddress(address), accountProof: nodes(accountProof), slots: slots.map((slot, place) => ({ slot, proof: nodes((storageProof[place] as Record<string, unknown>)["proof"]) })) };
}

const noProof = (): Fault => new Fault("evidence_unavailable", "The ledger's endpoint gave something that is no proof of its state. Ask another node.");
