// A seal for a test document: true in form; nobody here asks whether it is true.

import type { Address } from "../../src/core/address.ts";
import { digestOf, type Root } from "../../src/core/digest.ts";
import { writeSeal, type Seal } from "../../src/core/seal.ts";
import { origin } from "./reports.ts";

/** The seal of a document with this content, as the text of its file. */
export function sealTextFor(content: string): string {
  const seal: Seal = {
    ledger: { chainId: 31337, genesis: `0x${"ef".repeat(32)}`, anchorRegistry: `0x${"7".repeat(40)}` as Address },
    issuer: `0x${"2".repeat(40)}` as Address,
    documentType: origin,
    digest: digestOf(new TextEncoder().encode(content)),
    root: "ab".repeat(32) as Root,
    index: 0,
    size: 1,
    path: [],
    unknown: {},
  };
  return writeSeal(seal);
}
