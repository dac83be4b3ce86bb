/**
 * Known answers for the contract's Merkle tree, worked out from the words of RFC 9162, section 2.1.1, and nothing of ours:
 *
 *   MTH({d[0]}) = HASH(0x00 || d[0])
 *   MTH(D_n)    = HASH(0x01 || MTH(D[0:k]) || MTH(D[k:n])), k the largest power of two smaller than n
 *
 * `node test/contracts/merkleRoots.ts` writes them to `merkleRoots.json`; `test/contracts.test.ts` compares the two.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the known answers lie. */
export const rootsFile = fileURLToPath(new URL("merkleRoots.json", import.meta.url));

/** The leaf inputs of transparency-dev's reference tests for RFC 6962, whose roots the standard's users share. */
export const exampleInputs = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];

/** More than two full levels of every odd shape, and past a power of two. */
const SIZES = 650;

const hash = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();

/** The Merkle tree hash of `inputs`, word for word as in the standard. */
export function treeHash(inputs: readonly Uint8Array[]): Buffer {
  const [first] = inputs;
  if (first === undefined) throw new Error("A batch has at least one leaf.");
  if (inputs.length === 1) return hash(Uint8Array.of(0), first);

  let k = 1;
  while (k * 2 < inputs.length) k *= 2;
  return hash(Uint8Array.of(1), treeHash(inputs.slice(0, k)), treeHash(inputs.slice(k)));
}

/** Leaf number `index` of the contract tests: the digest of the number as 32 bytes. */
function numbered(index: number): Buffer {
  const word = Buffer.alloc(32);
  word.writeUInt32BE(index, 28);
  return hash(word);
}

/** The roots for the standard's example, sizes 1 to 8, and for numbered leaves, sizes 1 to 650. */
export function knownRoots(): { example: string[]; exampleLeaves: string[]; numbered: string[] } {
  const example = exampleInputs.map((hex) => Buffer.from(hex, "hex"));
  const leaves = Array.from({ length: SIZES }, (_, index) => numbered(index));
  const rootsOf = (inputs: Buffer[]) => inputs.map((_, i) => `0x${treeHash(inputs.slice(0, i + 1)).toString("hex")}`);
  return {
    example: rootsOf(example),
    exampleLeaves: example.map((input) => `0x${treeHash([input]).toString("hex")}`),
    numbered: rootsOf(leaves),
  };
}

if (import.meta.main) writeFileSync(rootsFile, `${JSON.stringify(knownRoots(), null, 1)}\n`);
