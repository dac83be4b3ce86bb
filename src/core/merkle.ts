// Batches as Merkle trees (RFC 9162, section 2.1): one root for many leaves, and the path from each leaf to it.

import { sha256 } from "@noble/hashes/sha2.js";
import type { Leaf, Root } from "./digest.ts";
import { invariant } from "./fault.ts";
import { fromHex, toHex } from "./hex.ts";

/** Sets inner nodes apart from leaves, so that a node can never pass for a document. */
const NODE_PREFIX = 0x01;

/** A batch's root and the paths to it. Building it hashes every leaf once; each path is then a look-up. */
export interface Tree {
  readonly root: Root;
  readonly size: number;
  /** The hashes beside the way from leaf `index` up to the root, lowest first. */
  pathOf(index: number): Root[];
}

/** The tree over `leaves` in their order. */
export function treeOf(leaves: readonly Leaf[]): Tree {
  invariant(leaves.length > 0, "a tree has at least one leaf");
  const levels: Uint8Array[][] = [leaves.map(fromHex)];
  for (let below = levels[0]!; below.length > 1; below = levels.at(-1)!) levels.push(levelAbove(below));
  // Most nodes stand on many paths, so each is spelt out once.
  const spelt: Root[][] = levels.map(() => []);
  return {
    root: toHex(levels.at(-1)![0]!) as Root,
    size: leaves.length,
    pathOf: (index) => pathThrough({ levels, spelt }, index),
  };
}

/** An odd last node moves up as it is: RFC 9162 never hashes a node with itself. */
function levelAbove(below: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let left = 0; left < below.length; left += 2) {
    const right = below[left + 1];
    above.push(right === undefined ? below[left]! : nodeOf(below[left]!, right));
  }
  return above;
}

interface Nodes {
  readonly levels: readonly (readonly Uint8Array[])[];
  readonly spelt: readonly Root[][];
}

function pathThrough({ levels, spelt }: Nodes, index: number): Root[] {
  invariant(Number.isInteger(index) && index >= 0 && index < levels[0]!.length, "the leaf is one of the tree's");
  const path: Root[] = [];
  let position = index;
  for (let height = 0; height < levels.length - 1; height += 1) {
    const sibling = levels[height]![position ^ 1];
    if (sibling !== undefined) path.push((spelt[height]![position ^ 1] ??= toHex(sibling) as Root));
    position >>= 1;
  }
  return path;
}

function nodeOf(left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(65);
  input[0] = NODE_PREFIX;
  input.set(left, 1);
  input.set(right, 33);
  return sha256(input);
}

/** Where a leaf stands in its batch, and the way from there to the root. */
export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Root[];
}

/**
 * The root to which `path` leads from `leaf` (RFC 9162, section 2.1.3.2).
 *
 * @returns `null` when no tree of that size has a leaf at that index with a path of that length.
 */
export function rootFrom(leaf: Leaf, { index, size, path }: Inclusion): Root | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  let hash = fromHex(leaf);
  let position = index;
  let last = size - 1;
  for (const step of path) {
    if (last === 0) return null;
    const isLeftmostOfItsPair = position % 2 === 0 && position !== last;
    if (isLeftmostOfItsPair) {
      hash = nodeOf(hash, fromHex(step));
    } else {
      hash = nodeOf(fromHex(step), hash);
      // A last node without a partner moved up as it is: climb to the level where it has one.
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    }
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 ? (toHex(hash) as Root) : null;
}
