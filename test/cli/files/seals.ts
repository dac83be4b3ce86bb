// Seals for tests: true ones, over one document alone.

import { leafOf, type Digest } from "../../../src/core/digest.ts";
import { parseAddress } from "../../../src/core/address.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import type { Seal } from "../../../src/core/seal.ts";

/** The seal of a batch that holds one document. */
export function sealOver(digest: Digest, documentType = "861"): Seal {
  const { root, size } = treeOf([leafOf(digest)]);
  const ledger = { chainId: 31337, genesis: `0x${"a".repeat(64)}`, anchorRegistry: parseAddress(`0x${"2".repeat(40)}`) } as const;
  return { ledger, issuer: parseAddress(`0x${"d".repeat(40)}`), documentType: parseDocumentType(documentType), digest, root, index: 0, size, path: [], unknown: {} };
}
