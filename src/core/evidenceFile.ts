// Evidence beside a seal, format tradeseal-evidence/1 (docs/evidence-format.md): what the ledger kept at one block, with proofs.

import { parseAddress, isAddress, type Address } from "./address.ts";
import { Fault } from "./fault.ts";
import { canonicalJson, isObject, parseJson, type Json, type JsonObject } from "./json.ts";
import type { ChainHash, LedgerId } from "./ledger.ts";

/** Bytes as the chain spells them: `0x` and an even number of lower-case hex characters. */
export type HexBytes = `0x${string}`;

/** What stands in one slot of a contract's storage, with the trie nodes that prove it. */
export interface SlotProof {
  readonly slot: ChainHash;
  /** From the storage's root down. */
  readonly proof: readonly HexBytes[];
}

/** A contract at the block, with the trie nodes that prove its account, and some of its slots. */
export interface ContractProof {
  readonly address: Address;
  /** From the block's state root down. */
  readonly accountProof: readonly HexBytes[];
  readonly slots: readonly SlotProof[];
}

/** Evidence, every field checked for its form; whether it is *true* is what verifying tells. */
export interface EvidenceFile {
  readonly ledger: LedgerId;
  readonly block: { readonly hash: ChainHash; readonly header: HexBytes; readonly isFinal: boolean };
  /** `AnchorRegistry`, with the slot of the anchor. */
  readonly anchor: ContractProof;
  /** `StandingRegistry`, with the slots of what the issuer said about the document; absent when that is not proven. */
  readonly standing: ContractProof | null;
}

const EVIDENCE_FORMAT = "tradeseal-evidence/1";
/** A hundred statements with their proofs stay far below. */
const EVIDENCE_LIMIT_BYTES = 1_048_576;
/** A trie of 2^256 keys is at most 64 nodes deep. */
const PROOF_LIMIT = 65;
const SLOTS_LIMIT = 256;
/** Seals of hundreds of validators fit. A longer one could be nested so deeply that reading it takes seconds. */
const HEADER_LIMIT_BYTES = 32_768;
const CHAIN_HASH = /^0x[0-9a-f]{64}$/;
const BYTES = /^0x([0-9a-f]{2})*$/;

/** The evidence that `bytes` spell. Throws `evidence_malformed`, naming the member that is wrong. */
export function parseEvidence(bytes: Uint8Array): EvidenceFile {
  const { format, ledger, block, anchor, standing } = membersOf(bytes);
  must(format === EVIDENCE_FORMAT, "format", `"${EVIDENCE_FORMAT}"`);
  must(isObject(block), "block", "an object");
  const { hash, header, isFinal } = block;
  must(isHash(hash), "block.hash", "0x and 64 lower-case hex characters");
  must(isBytes(header) && header.length <= 2 + HEADER_LIMIT_BYTES * 2, "block.header", `0x and at most ${HEADER_LIMIT_BYTES} bytes in lower-case hex`);
  must(typeof isFinal === "boolean", "block.isFinal", "true or false");
  return {
    ledger: ledgerFrom(ledger),
    block: { hash, header, isFinal },
    anchor: contractFrom("anchor", anchor),
    standing: standing === undefined ? null : contractFrom("standing", standing),
  };
}

/** The evidence in its one canonical spelling. */
export function writeEvidence({ ledger: { chainId, genesis, anchorRegistry }, block: { hash, header, isFinal }, anchor, standing }: EvidenceFile): string {
  const members = { format: EVIDENCE_FORMAT, ledger: { chainId, genesis, anchorRegistry }, block: { hash, header, isFinal }, anchor, ...(standing === null ? {} : { standing }) };
  return canonicalJson(members as unknown as JsonObject);
}

function membersOf(bytes: Uint8Array): JsonObject {
  if (bytes.length > EVIDENCE_LIMIT_BYTES) throw new Fault("evidence_malformed", `Evidence has at most ${EVIDENCE_LIMIT_BYTES} bytes.`);
  try {
    const value = parseJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    if (isObject(value)) return value;
  } catch (error) {
    throw new Fault("evidence_malformed", `The evidence is not readable JSON: ${(error as Error).message}.`, { cause: error });
  }
  throw new Fault("evidence_malformed", "Evidence is a JSON object.");
}

function ledgerFrom(value: Json | undefined): LedgerId {
  must(isObject(value), "ledger", "an object");
  const { chainId, genesis, anchorRegistry } = value;
  must(Number.isSafeInteger(chainId) && (chainId as number) > 0, "ledger.chainId", "a whole number above 0");
  must(isHash(genesis), "ledger.genesis", "0x and 64 lower-case hex characters");
  must(isAddress(anchorRegistry), "ledger.anchorRegistry", "0x and 40 hex characters");
  return { chainId: chainId as number, genesis, anchorRegistry: parseAddress(anchorRegistry) };
}

function contractFrom(member: string, value: Json | undefined): ContractProof {
  must(isObject(value), member, "an object");
  const { address, accountProof, slots } = value;
  must(isAddress(address), `${member}.address`, "0x and 40 hex characters");
  must(Array.isArray(slots) && slots.length > 0 && slots.length <= SLOTS_LIMIT, `${member}.slots`, `a list of 1 to ${SLOTS_LIMIT} slots`);
  return { address: parseAddress(address), accountProof: proofFrom(`${member}.accountProof`, accountProof), slots: (slots as Json[]).map((slot) => slotFrom(`${member}.slots`, slot)) };
}

function slotFrom(member: string, value: Json): SlotProof {
  must(isObject(value), member, "a list of objects");
  const { slot, proof } = value;
  must(isHash(slot), `${member}.slot`, "0x and 64 lower-case hex characters");
  return { slot, proof: proofFrom(`${member}.proof`, proof) };
}

function proofFrom(member: string, value: Json | undefined): readonly HexBytes[] {
  must(Array.isArray(value) && value.length <= PROOF_LIMIT && value.every(isBytes), member, `at most ${PROOF_LIMIT} times 0x and bytes in lower-case hex`);
  return value as unknown as HexBytes[];
}

const isHash = (value: unknown): value is ChainHash => typeof value === "string" && CHAIN_HASH.test(value);
const isBytes = (value: unknown): value is HexBytes => typeof value === "string" && BYTES.test(value);

function must(condition: unknown, member: string, expected: string): asserts condition {
  if (!condition) throw new Fault("evidence_malformed", `The evidence's ${member} must be ${expected}.`);
}
