// Recover seals: makes them again, byte for byte, from the leaves that the ledger published and the documents' digests.
//
// A leaf is a hash of the digest, so the ledger alone cannot name the digest that a seal carries: whoever has the document has it.

import type { Address } from "../../core/address.ts";
import { leafOf, type Digest } from "../../core/digest.ts";
import type { AnchorName, LedgerId } from "../../core/ledger.ts";
import { treeOf, type Tree } from "../../core/merkle.ts";
import type { Seal } from "../../core/seal.ts";
import type { PublishedLeaves } from "./recoverPorts.ts";

export interface RecoverSealsPorts {
  readonly index: PublishedLeaves;
  readonly ledger: LedgerId;
}

/** Trees that are kept at hand: documents of the same batch mostly come together. */
const TREES_KEPT = 64;

/** What gives a document's seals: one for each published anchor of these bytes, oldest first; of one issuer, where one is named. */
export function sealsFrom({ index, ledger }: RecoverSealsPorts, issuer: Address | null): (digest: Digest) => Seal[] {
  const trees = new Map<string, Tree | null>();
  const treeUnder = (name: AnchorName): Tree | null => {
    const key = `${name.issuer} ${name.documentType} ${name.root}`;
    const known = trees.get(key);
    if (known !== undefined) return known;
    const leaves = index.leavesOf(name);
    const tree = leaves === null ? null : treeOf(leaves);
    if (trees.size >= TREES_KEPT) trees.delete(trees.keys().next().value!);
    trees.set(key, tree);
    return tree;
  };
  return (digest) =>
    index
      .anchorsOf(leafOf(digest))
      .filter((anchor) => issuer === null || anchor.issuer === issuer)
      .flatMap(({ issuer: by, documentType, root, index: place }) => {
        const tree = treeUnder({ issuer: by, documentType, root });
        return tree === null ? [] : [{ ledger, issuer: by, documentType, digest, root, index: place, size: tree.size, path: tree.pathOf(place), unknown: {} }];
      });
}
