// Signatures by the platform's own arithmetic, with keys made once: some twenty times as fast as in JavaScript.

import { createPublicKey, verify, type KeyObject } from "node:crypto";
import type { PublicKey } from "../../core/publicKey.ts";

/** Keys in use at a time are few; more are made anew. */
const KEYS_LIMIT = 1_000;
/** `null` for a key that the platform refuses although it is a point on its curve: there is none, but nobody should rely on it. */
const keys = new Map<string, KeyObject | null>();

/** Whether `signature` is the key's over `bytes`. Whatever the signature is, the answer is yes or no. The same answers as `isSignatureBy` of the core gives. */
export function isSignatureByNative(key: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  const native = nativeKey(key);
  // Shorter or longer ones are none, whatever the platform makes of them.
  if (native === null || signature.length !== 64) return false;
  try {
    if (key.algorithm === "EdDSA") return verify(null, bytes, native, signature);
    return verify("sha256", bytes, { key: native, dsaEncoding: "ieee-p1363" }, signature);
  } catch {
    // The platform throws on some signatures that are none: a stranger's mistake, and a no.
    return false;
  }
}

function nativeKey({ thumbprint, jwk }: PublicKey): KeyObject | null {
  const known = keys.get(thumbprint);
  if (known !== undefined) return known;
  if (keys.size >= KEYS_LIMIT) keys.delete(keys.keys().next().value!);
  const made = keyFrom(jwk);
  keys.set(thumbprint, made);
  return made;
}

function keyFrom(jwk: PublicKey["jwk"]): KeyObject | null {
  try {
    return createPublicKey({ key: { ...jwk }, format: "jwk" });
  } catch {
    return null;
  }
}
