// Digests of documents and the leaves that stand for them in a batch (RFC 9162, section 2.1.1).

import { isHash } from "./isHash.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { Fault } from "./fault.ts";
import { fromHex, toHex } from "./hex.ts";

declare const kind: unique symbol;
type Hash<Kind> = string & { readonly [kind]: Kind };

/** SHA-256 of a document's bytes, as 64 lower-case hex characters. */
export type Digest = Hash<"digest">;
/** RFC 9162 leaf hash of a digest, as 64 lower-case hex characters. */
export type Leaf = Hash<"leaf">;
/** RFC 9162 Merkle tree hash of a batch, or of a part of it, as 64 lower-case hex characters. */
export type Root = Hash<"root">;

/** Sets leaves apart from inner nodes, so that a node can never pass for a document. */
const LEAF_PREFIX = 0x00;
/** The digest that `text` spells. Throws `digest_malformed`. */
export function parseDigest(text: unknown): Digest {
  if (!isHash(text)) throw new Fault("digest_malformed", "A digest is 64 lower-case hex characters, the SHA-256 of the document's bytes.");
  return text as Digest;
}

/** The digest of `bytes`. */
export const digestOf = (bytes: Uint8Array): Digest => toHex(sha256(bytes)) as Digest;

/** The leaf that stands for a document in a batch. */
export function leafOf(digest: Digest): Leaf {
  const input = new Uint8Array(33);
  input[0] = LEAF_PREFIX;
  input.set(fromHex(digest), 1);
  return toHex(sha256(input)) as Leaf;
}
