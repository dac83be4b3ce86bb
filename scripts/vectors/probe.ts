// A probe: a document, a seal, and what a verifier must say of the two. And the documents and batches that probes are made of.

import type { Address } from "../../src/core/address.ts";
import { digestOf, leafOf, type Digest } from "../../src/core/digest.ts";
import { parseDocumentType } from "../../src/core/documentType.ts";
import type { ChainHash } from "../../src/core/ledger.ts";
import { treeOf } from "../../src/core/merkle.ts";
import { writeSeal, type Seal } from "../../src/core/seal.ts";

export interface Probe {
  readonly what: string;
  readonly documentBase64?: string;
  /** Instead of the document, where only its digest matters. */
  readonly digest?: string;
  /** The seal's text, exactly as given. */
  readonly seal?: string;
  /** Instead of the text, where the bytes are no UTF-8. */
  readonly sealBase64?: string;
  /** The batch's size on the ledger, where it is known. */
  readonly recordedSize?: number;
  readonly expect: Expectation;
}

export type Expectation =
  | { readonly parse: "ok"; readonly integrity: "passed" | "file_differs" | "path_broken" }
  | { readonly parse: "seal_malformed" };

export const passes: Expectation = { parse: "ok", integrity: "passed" };
export const differs: Expectation = { parse: "ok", integrity: "file_differs" };
export const breaks: Expectation = { parse: "ok", integrity: "path_broken" };
export const malformed: Expectation = { parse: "seal_malformed" };

/** One document of a batch. */
export interface Sealed {
  readonly bytes: Uint8Array;
  readonly seal: Seal;
  readonly digests: readonly Digest[];
}

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Document number `index` of the batch that every probe of that size shares. */
export const documentOf = (index: number, size: number): Uint8Array => utf8(`Document ${index + 1} of ${size}\n`);

/** The document at `index` in a batch of `size`, and its seal. */
export function sealedDocument(index: number, size: number, type = "861"): Sealed {
  const documents = Array.from({ length: size }, (_, each) => documentOf(each, size));
  return sealedIn(documents, index, type);
}

export function sealedIn(documents: readonly Uint8Array[], index: number, type: string): Sealed {
  const digests = documents.map(digestOf);
  const tree = treeOf(digests.map(leafOf));
  const seal: Seal = {
    ledger: {
      chainId: 31337,
      genesis: `0x${"5e".repeat(32)}` as ChainHash,
      anchorRegistry: "0x5fbdb2315678afecb367f032d93f642f64180aa3" as Address,
    },
    issuer: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8" as Address,
    documentType: parseDocumentType(type),
    digest: digests[index]!,
    root: tree.root,
    index,
    size: tree.size,
    path: tree.pathOf(index),
    unknown: {},
  };
  return { bytes: documents[index]!, seal, digests };
}

/** The probe of a document with its seal, either of them changed. */
export function probe(what: string, { bytes, seal }: Sealed, expect: Expectation, change: Partial<Probe> = {}): Probe {
  const { documentBase64 = base64(bytes), seal: text = writeSeal(seal), digest, sealBase64, recordedSize } = change;
  return {
    what,
    ...(digest === undefined ? { documentBase64 } : { digest }),
    ...(sealBase64 === undefined ? { seal: text } : { sealBase64 }),
    ...(recordedSize === undefined ? {} : { recordedSize }),
    expect,
  };
}
