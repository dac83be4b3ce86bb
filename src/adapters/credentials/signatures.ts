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
    return key.algorithm === "EdDSA" ? verify(null, bytes, native, signature) : verify("sha256", bytes, native, derOf(signature));
  } catch {
    // The platform throws on some signatures that are none: a stranger's mistake, and a no.
    return false;
  }
}

const [SEQUENCE, INTEGER, HALF_BYTES] = [0x30, 0x02, 32] as const;

/** `r` and `s` as ASN.1 has them. The platform reads the plain form as well, but takes nearly half as long again over the whole for P-256. */
function derOf(signature: Uint8Array): Uint8Array {
  const der = new Uint8Array(8 + signature.length);
  let end = 2;
  for (let at = 0; at < signature.length; at += HALF_BYTES) end = writeInteger(signature.subarray(at, at + HALF_BYTES), der, end);
  der[0] = SEQUENCE;
  der[1] = end - 2;
  return der.subarray(0, end);
}

/** Writes a number in its shortest form, after a zero where its first bit would make it negative. Returns where it ends. */
function writeInteger(half: Uint8Array, der: Uint8Array, start: number): number {
  let first = 0;
  while (first < half.length - 1 && half[first] === 0) first += 1;
  const sign = half[first]! >> 7;
  const length = sign + half.length - first;
  der[start] = INTEGER;
  der[start + 1] = length;
  der.set(half.subarray(first), start + 2 + sign);
  return start + 2 + length;
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
