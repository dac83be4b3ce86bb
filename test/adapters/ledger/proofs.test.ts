/**
 * Goal: a block's header is spelt as its chain hashes it, whatever forks and consensus gave it; else it is refused.
 * Method: headers made here, hashed by another library, handed over as a node would.
 */
import { encodeRlp, keccak256, toBeHex } from "ethers";
import { expect, test } from "vitest";
import type { LedgerConnection } from "../../../src/adapters/ledger/connection.ts";
import { RpcError } from "../../../src/adapters/ledger/jsonRpc.ts";
import { proofSource } from "../../../src/adapters/ledger/proofs.ts";
import type { ChainHash } from "../../../src/core/ledger.ts";

const hash = (digit: string): string => `0x${digit.repeat(64)}`;
const oldest = { parentHash: hash("1"), sha3Uncles: hash("2"), miner: `0x${"3".repeat(40)}`, stateRoot: hash("4"), transactionsRoot: hash("5"), receiptsRoot: hash("6"), logsBloom: `0x${"0".repeat(512)}`, difficulty: "0x1", number: "0x100", gasLimit: "0x3938700", gasUsed: "0x0", timestamp: "0x6b0232bf", extraData: "0x", mixHash: hash("7"), nonce: "0x0000000000000000" };
const prague = { ...oldest, baseFeePerGas: "0x3b9aca00", withdrawalsRoot: hash("8"), blobGasUsed: "0x0", excessBlobGas: "0x0", parentBeaconBlockRoot: hash("9"), requestsHash: hash("a") };
const QUANTITIES = new Set(["difficulty", "number", "gasLimit", "gasUsed", "timestamp", "baseFeePerGas", "blobGasUsed", "excessBlobGas"]);
const rlp = (block: Record<string, string>): string => encodeRlp(Object.entries(block).map(([name, value]) => (QUANTITIES.has(name) ? (BigInt(value) === 0n ? "0x" : toBeHex(BigInt(value))) : value)));

const validators = [`0x${"b".repeat(40)}`, `0x${"c".repeat(40)}`];
const extra = (round: string, seals: string[]): string => encodeRlp([hash("0"), validators, [], round, seals]);

/** A node that gives this answer to everything. */
const nodeWith = (answer: unknown): LedgerConnection => ({ ledger: { chainId: 1, genesis: hash("e"), contracts: { anchorRegistry: {} } }, read: async () => answer, call: async () => answer }) as unknown as LedgerConnection;
const headerOf = (block: object) => proofSource(nodeWith(block)).headerAt(256);

const good: readonly [what: string, shown: Record<string, string>, hashed: Record<string, string>][] = [
  ["of the first days",          oldest,                                                    oldest],
  ["of London",                  { ...oldest, baseFeePerGas: "0x7" },                       { ...oldest, baseFeePerGas: "0x7" }],
  ["of Prague",                  prague,                                                    prague],
  ["of a QBFT chain",            { ...oldest, extraData: extra("0x02", [`0x${"d".repeat(130)}`]) }, { ...oldest, extraData: extra("0x", []) }],
];
for (const [what, shown, hashed] of good) {
  test(`a header ${what}`, async () => {
    expect(await headerOf({ ...shown, hash: keccak256(rlp(hashed)), size: "0x1" })).toEqual({ hash: keccak256(rlp(hashed)), header: rlp(hashed) });
  });
}

const refused: readonly [what: string, block: object][] = [
  ["that hashes otherwise",        { ...prague, hash: hash("f") }],
  ["with a field changed",         { ...prague, gasUsed: "0x1", hash: keccak256(rlp(prague)) }],
  ["with a field missing",         { ...prague, mixHash: undefined, hash: keccak256(rlp(prague)) }],
  ["with a field that is no hex",  { ...prague, miner: "nobody", hash: keccak256(rlp(prague)) }],
];
for (const [what, block] of refused) {
  test(`a header ${what} is refused`, async () => {
    await expect(headerOf(block)).rejects.toMatchObject({ code: "evidence_unavailable" });
  });
}

const proofs: readonly [what: string, answer: unknown][] = [
  ["nothing",                 null],
  ["no lists",                { address: validators[0], accountProof: "0x", storageProof: [] }],
  ["too few slots",           { address: validators[0], accountProof: [], storageProof: [] }],
  ["a node that is none",     { address: validators[0], accountProof: ["0xz"], storageProof: [{ proof: [] }] }],
  ["a slot that is null",     { address: validators[0], accountProof: [], storageProof: [null] }],
];
for (const [what, answer] of proofs) {
  test(`a proof that is ${what} is refused`, async () => {
    await expect(proofSource(nodeWith(answer)).proofAt(1, validators[0] as never, [hash("1") as ChainHash])).rejects.toMatchObject({ code: "evidence_unavailable" });
  });
}

test("a node without eth_getProof is told from one that forgot the state", async () => {
  const failing = (code: number) => proofSource({ ...nodeWith(null), call: async () => Promise.reject(new RpcError(code, "no")) } as unknown as LedgerConnection).proofAt(1, validators[0] as never, []);
  await expect(failing(-32601)).rejects.toMatchObject({ code: "evidence_unavailable" });
  expect(await failing(-32000)).toBeNull();
});
