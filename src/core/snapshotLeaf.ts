// By what a snapshot knows a leaf.

import type { Leaf } from "./digest.ts";

/** So many characters of a leaf tell it from all others that anybody spoke about. */
export const LEAF_START = 24;

/** The start of a leaf, by which a snapshot knows it. */
export const leafStart = (leaf: Leaf): string => leaf.slice(0, LEAF_START);
