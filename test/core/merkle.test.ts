/**
 * Goal: a path leads to a root exactly when RFC 9162 says so, whoever made it up.
 * Method: answers known from outside, probes of other people, exhaustive small worlds, and the RFC's own recursive definition.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf, leafOf, type Leaf, type Root } from "../../src/core/digest.ts";
import { rootFrom, treeOf } from "../../src/core/merkle.ts";

const isLong = process.env["TRADESEAL_LONG"] === "1";
const sha256 = (...parts: Uint8Array[]): Buffer => createHash("sha256").update(Buffer.concat(parts)).digest();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const bytes = (text: string): Buffer => Buffer.from(text, "hex");
const leafOfBytes = (data: Uint8Array): Leaf => hex(sha256(Uint8Array.of(0), data)) as Leaf;
const leafNumber = (index: number): Leaf => leafOf(digestOf(Uint8Array.of(index >> 8, index & 255)));
const leavesUpTo = (size: number): Leaf[] => Array.from({ length: size }, (_, index) => leafNumber(index));

/** Where RFC 9162 splits a tree: the largest power of two below its size. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** RFC 9162, section 2.1.1, word for word, on leaf hashes. */
function rootByDefinition(leaves: readonly Leaf[]): string {
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return hex(sha256(Uint8Array.of(1), bytes(rootByDefinition(leaves.slice(0, split))), bytes(rootByDefinition(leaves.slice(split)))));
}

/** RFC 9162, section 2.1.3.1: the sibling subtrees, lowest first, each with the side on which it stands. */
function stepsByDefinition(index: number, leaves: readonly Leaf[]): { side: "left" | "right"; hash: string }[] {
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...stepsByDefinition(index, left), { side: "right", hash: rootByDefinition(right) }]
    : [...stepsByDefinition(index - split, right), { side: "left", hash: rootByDefinition(left) }];
}

/** On which sides the siblings stand on the way up: all that index and size decide about a path. */
function wayOf(index: number, size: number): string {
  if (size === 1) return "";
  const split = splitOf(size);
  return index < split ? `${wayOf(index, split)}R` : `${wayOf(index - split, size - split)}L`;
}

describe("known answers from outside", () => {
  // The test leaves and roots of Certificate Transparency's reference implementations (RFC 6962).
  const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
  const roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ];

  it.each(roots.map((root, below) => [below + 1, root] as const))("the tree of size %i", (size, root) => {
    const leaves = inputs.slice(0, size).map((input) => leafOfBytes(bytes(input)));
    expect(treeOf(leaves).root).toBe(root);
    for (const [index, leaf] of leaves.entries()) expect(rootFrom(leaf, { index, size, path: treeOf(leaves).pathOf(index) })).toBe(root);
  });

  it("a leaf hashes 0x00 and the digest", () => {
    const digest = digestOf(new Uint8Array());
    expect(digest).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(leafOf(digest)).toBe(leafOfBytes(bytes(digest)));
  });
});

describe("probes of transparency-dev/merkle", () => {
  const folder = join(import.meta.dirname, "..", "vectors", "merkle", "inclusion");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json")).sort();
  interface Probe {
    readonly leafIdx: number;
    readonly treeSize: number;
    readonly root: string;
    readonly leafHash: string;
    readonly proof: readonly string[] | null;
    readonly wantErr: boolean;
  }
  const fromBase64 = (text: string): string => hex(Buffer.from(text, "base64"));

  it("are all there", () => expect(files).toHaveLength(98));

  it.each(files)("%s", (name) => {
    const { leafIdx, treeSize, root, leafHash, proof, wantErr } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Probe;
    const path = (proof ?? []).map(fromBase64);
    // What is no hash never gets past the seal's reader.
    const isWellFormed = [fromBase64(leafHash), ...path].every((hash) => hash.length === 64);
    const reached = isWellFormed ? rootFrom(fromBase64(leafHash) as Leaf, { index: leafIdx, size: treeSize, path: path as Root[] }) : null;
    expect(reached !== null && reached === fromBase64(root)).toBe(!wantErr);
  });
});

describe("exhaustive small worlds", () => {
  it("every leaf of every tree up to 70: its path is the RFC's and leads to the RFC's root", () => {
    for (let size = 1; size <= 70; size++) {
      const leaves = leavesUpTo(size);
      const tree = treeOf(leaves);
      expect(tree.root).toBe(rootByDefinition(leaves));
      expect(tree.size).toBe(size);
      for (const [index, leaf] of leaves.entries()) {
        const path = tree.pathOf(index);
        if (size <= 20) expect(path).toEqual(stepsByDefinition(index, leaves).map(({ hash }) => hash));
        expect(path).toHaveLength(wayOf(index, size).length);
        expect(rootFrom(leaf, { index, size, path })).toBe(tree.root);
      }
    }
  });

  it("every other length of path is refused", () => {
    for (let size = 1; size <= 70; size++) {
      const leaves = leavesUpTo(size);
      const tree = treeOf(leaves);
      for (const [index, leaf] of leaves.entries()) {
        const path = tree.pathOf(index);
        const padded = [...path, ...Array.from({ length: 8 }, () => tree.root)];
        for (let length = 0; length <= padded.length; length++) {
          if (length !== path.length) expect(rootFrom(leaf, { index, size, path: padded.slice(0, length) })).toBeNull();
        }
      }
    }
  });

  // A root alone does not fix the size of its tree: leaf 1 of 2 and leaf 2 of 3 share the way "L". So the law is: another
  // index and size are refused when their way is longer or shorter, reach another root when it turns otherwise, and reach
  // the same root only when the way is the same. That is why a seal's size is compared with the size on the ledger.
  it("another index or size reaches the root exactly when its way up is the same", () => {
    for (let size = 1; size <= 24; size++) {
      const leaves = leavesUpTo(size);
      const tree = treeOf(leaves);
      for (const [index, leaf] of leaves.entries()) {
        const path = tree.pathOf(index);
        const way = wayOf(index, size);
        for (let otherSize = 1; otherSize <= 40; otherSize++) {
          for (let otherIndex = 0; otherIndex < otherSize; otherIndex++) {
            const otherWay = wayOf(otherIndex, otherSize);
            const reached = rootFrom(leaf, { index: otherIndex, size: otherSize, path });
            if (otherWay.length !== way.length) expect(reached).toBeNull();
            else expect(reached === tree.root).toBe(otherWay === way);
          }
        }
      }
    }
  });

  it("within one size, the way fixes the index: no document has two places", () => {
    for (let size = 1; size <= 70; size++) {
      const ways = Array.from({ length: size }, (_, index) => wayOf(index, size));
      expect(new Set(ways).size).toBe(size);
    }
  });

  it("an inner node is no leaf", () => {
    for (let size = 2; size <= 70; size++) {
      const leaves = leavesUpTo(size);
      const { root } = treeOf(leaves);
      for (const [index] of leaves.entries()) {
        const steps = stepsByDefinition(index, leaves);
        let node: string = leaves[index]!;
        for (const [height, { side, hash }] of steps.slice(0, 3).entries()) {
          node = hex(sha256(Uint8Array.of(1), ...(side === "left" ? [bytes(hash), bytes(node)] : [bytes(node), bytes(hash)])));
          const path = steps.slice(height + 1).map((step) => step.hash as Root);
          // Its bytes, hashed as a document's digest would be, lead nowhere; and in a batch of this size the path is too short.
          expect(rootFrom(leafOf(node as never), { index: index >> (height + 1), size: Math.ceil(size / 2 ** (height + 1)), path })).not.toBe(root);
          expect(rootFrom(node as Leaf, { index, size, path })).toBeNull();
        }
        if (size > 8) break;
      }
    }
  });

  it("the last leaf is never counted twice", () => {
    for (let size = 1; size <= 69; size += 2) {
      const leaves = leavesUpTo(size);
      const doubled = treeOf([...leaves, leaves.at(-1)!]);
      const { root } = treeOf(leaves);
      expect(doubled.root).not.toBe(root);
      expect(rootFrom(leaves.at(-1)!, { index: size, size: size + 1, path: doubled.pathOf(size) })).not.toBe(root);
    }
  });
});

describe("numbers that no batch has", () => {
  const leaves = leavesUpTo(5);
  const path = treeOf(leaves).pathOf(2);
  const places: readonly [what: string, index: number, size: number][] = [
    ["half a leaf",               0.5,           5],
    ["a fraction beyond",         2.5,           5],
    ["half a batch",              2,             5.5],
    ["index -1",                  -1,            5],
    ["size -5",                   2,             -5],
    ["size 0",                    0,             0],
    ["index at size",             5,             5],
    ["index beyond size",         6,             5],
    ["index NaN",                 NaN,           5],
    ["size NaN",                  2,             NaN],
    ["index Infinity",            Infinity,      Infinity],
    ["size Infinity",             2,             Infinity],
    ["index 2^53",                2 ** 53,       2 ** 53 + 2],
    ["size 2^53",                 2,             2 ** 53],
    ["size 2^53 - 1",             2,             2 ** 53 - 1],
    ["size 2^32 + 5",             2,             2 ** 32 + 5],
    ["index 2^32 + 2 of 2^33",    2 ** 32 + 2,   2 ** 33],
  ];

  it.each(places)("%s is refused", (_, index, size) => {
    expect(rootFrom(leaves[2]!, { index, size, path })).toBeNull();
  });

  it("one leaf alone with an index or size that is not whole is refused too", () => {
    for (const [index, size] of [[0.5, 1], [0, 1.5], [-0.5, 1], [NaN, 1], [0, NaN]] as const) {
      expect(rootFrom(leaves[0]!, { index, size, path: [] })).toBeNull();
    }
  });

  it("places beyond 2^32 are counted exactly", () => {
    const steps = Array.from({ length: 40 }, (_, height) => leafNumber(height) as string as Root);
    const [index, size] = [2 ** 40 - 3, 2 ** 40 - 1];
    let hash = bytes(leaves[0]!);
    for (const [height, side] of [...wayOf(index, size)].entries()) {
      const step = bytes(steps[height]!);
      hash = sha256(Uint8Array.of(1), ...(side === "L" ? [step, hash] : [hash, step]));
    }
    expect(rootFrom(leaves[0]!, { index, size, path: steps.slice(0, wayOf(index, size).length) })).toBe(hex(hash));
  });

  it("a tree has a leaf, and a path for its own leaves alone", () => {
    expect(() => treeOf([])).toThrow("Invariant broken");
    for (const index of [-1, 5, 0.5, NaN]) expect(() => treeOf(leaves).pathOf(index)).toThrow("Invariant broken");
  });
});

describe("properties", () => {
  it("a tree of any size is the RFC's", () => {
    const anyLeaf = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((each) => hex(each) as Leaf);
    fc.assert(
      fc.property(fc.array(anyLeaf, { minLength: 1, maxLength: 300 }), fc.nat(), (leaves, pick) => {
        const tree = treeOf(leaves);
        const index = pick % leaves.length;
        expect(tree.root).toBe(rootByDefinition(leaves));
        expect(tree.pathOf(index)).toEqual(stepsByDefinition(index, leaves).map(({ hash }) => hash));
        expect(rootFrom(leaves[index]!, { index, size: leaves.length, path: tree.pathOf(index) })).toBe(tree.root);
      }),
      { numRuns: isLong ? 5_000 : 100 },
    );
  });

  it("one flipped bit anywhere in leaf or path leads elsewhere", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(), fc.nat(255), (size, pick, which, bit) => {
        const leaves = leavesUpTo(size);
        const index = pick % size;
        const hashes = [leaves[index]! as string, ...treeOf(leaves).pathOf(index)];
        const spoilt = bytes(hashes[which % hashes.length]!);
        spoilt[bit >> 3]! ^= 1 << (bit & 7);
        hashes[which % hashes.length] = hex(spoilt);
        const [leaf, ...path] = hashes;
        expect(rootFrom(leaf as Leaf, { index, size, path: path as Root[] })).not.toBe(treeOf(leaves).root);
      }),
      { numRuns: isLong ? 5_000 : 200 },
    );
  });
});

it("a large batch has the root of the RFC's definition", () => {
  const count = isLong ? 100_000 : 10_000;
  const leaves = Array.from({ length: count }, (_, index) => leafOf(digestOf(Buffer.from(String(index)))));
  expect(treeOf(leaves).root).toBe(rootByDefinition(leaves));
});
