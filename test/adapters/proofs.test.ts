/**
 * Goal: proofs are bytes from strangers: whatever they are, reading them gives an answer, and only true ones give a yes.
 * Method: a trie made here by another road; properties over any bytes, and over a good proof with anything done to it.
 */
import { createMerkleProof, createMPT } from "@ethereumjs/mpt";
import { encodeRlp } from "ethers";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { proofReader } from "../../src/adapters/proofs.ts";
import { parseAddress, type Address } from "../../src/core/address.ts";
import type { HexBytes } from "../../src/core/evidenceFile.ts";
import { fromHex, toHex } from "../../src/core/hex.ts";
import type { ChainHash } from "../../src/core/ledger.ts";

const hex = (bytes: Uint8Array): HexBytes => `0x${toHex(bytes)}`;
const slotOf = (number: number): ChainHash => `0x${number.toString(16).padStart(64, "0")}`;
const SLOTS = 200;
const EMPTY_ROOT = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";
let root: ChainHash;
let proofs: HexBytes[][];

beforeAll(async () => {
  const trie = await createMPT({ useKeyHashing: true });
  for (let slot = 0; slot < SLOTS; slot += 1) await trie.put(fromHex(slotOf(slot).slice(2)), fromHex(encodeRlp(`0x${(slot + 1).toString(16).padStart(4, "0")}`).slice(2)));
  root = hex(trie.root()) as ChainHash;
  proofs = await Promise.all(Array.from({ length: SLOTS + 50 }, async (_, slot) => (await createMerkleProof(trie, fromHex(slotOf(slot).slice(2)))).map(hex)));
});

describe("any bytes get an answer", () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map(hex);
  test("as a header, as an account's proof, as a slot's proof", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.array(bytes, { maxLength: 5 }), async (header, nodes) => {
        proofReader.headerIn(header);
        expect(await proofReader.accountIn(root, parseAddress(`0x${"a".repeat(40)}`) as Address, nodes)).toBeNull();
        expect(await proofReader.wordIn(root, slotOf(1), nodes)).toBeNull();
      }),
    );
  });

  test("also lists in lists in lists", () => {
    let nested = Uint8Array.of(0xc0);
    for (let depth = 0; depth < 55; depth += 1) nested = Uint8Array.of(0xc0 + nested.length, ...nested);
    expect(proofReader.headerIn(hex(nested))).toBeNull();
    expect(proofReader.headerIn(`0x${"f9ffff".repeat(20_000)}`)).toBeNull();
    expect(proofReader.headerIn(`0x${"c1".repeat(200_000)}`)).toBeNull();
  });
});

describe("only the truth is proven", () => {
  test("what stands there, and what does not", async () => {
    for (const [slot, proof] of proofs.entries()) expect(BigInt(`0x${await proofReader.wordIn(root, slotOf(slot), proof)}`)).toBe(slot < SLOTS ? BigInt(slot + 1) : 0n);
    expect(await proofReader.wordIn(EMPTY_ROOT, slotOf(1), [])).toBe("0".repeat(64));
    expect(await proofReader.wordIn(root, slotOf(1), [])).toBeNull();
  });

  test("any nodes of the trie, in any order, prove the truth about a slot or nothing", async () => {
    const nodes = [...new Set(proofs.flat())];
    await fc.assert(
      fc.asyncProperty(fc.nat(SLOTS + 49), fc.shuffledSubarray(nodes, { maxLength: 40 }), async (slot, some) => {
        const word = await proofReader.wordIn(root, slotOf(slot), some);
        if (word !== null) expect(BigInt(`0x${word}`)).toBe(slot < SLOTS ? BigInt(slot + 1) : 0n);
      }),
      { numRuns: 300 },
    );
  });

  test("a good proof with one byte changed proves nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(SLOTS + 49), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (slot, node, at, change) => {
        const spoilt = [...proofs[slot]!];
        const bytes = fromHex(spoilt[node % spoilt.length]!.slice(2));
        bytes[at % bytes.length]! ^= change;
        spoilt[node % spoilt.length] = hex(bytes);
        expect(await proofReader.wordIn(root, slotOf(slot), spoilt)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
