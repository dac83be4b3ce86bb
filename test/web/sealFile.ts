// A seal for a test document, alone in its batch; nobody here asks whether it was anchored.

import type { Address } from "../../src/core/address.ts";
import { digestOf, leafOf } from "../../src/core/digest.ts";
import { treeOf } from "../../src/core/merkle.ts";
import { writeSeal, type Seal } from "../../src/core/seal.ts";
import { origin } from "./reports.ts";

/** The seal of a document with this content, as the text of its file. */
export function sealTextFor(content: string): string {
  const digest = digestOf(new TextEncoder().encode(content));
  const seal: Seal = {
    ledger: { chainId: 31337, genesis: `0x${"ef".repeat(32)}`, anchorRegistry: `0x${"7".repeat(40)}` as Address },
    issuer: `0x${"2".repeat(40)}` as Address,
    documentType: origin,
    digest,
    root: treeOf([leafOf(digest)]).root,
    index: 0,
    size: 1,
    path: [],
    unknown: {},
  };
  return writeSeal(seal);
}
