// Signatures of credentials: ES256 and ES256K (RFC 7518, RFC 8812: r and s, 32 bytes each), EdDSA (RFC 8037).

import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { bytesOfPublicKey, type PublicKey } from "./publicKey.ts";

/** Either half of `s`: devices make both, and a document goes by what was signed, so no signature can be a second document. */
const ECDSA = { lowS: false, prehash: true, format: "compact" } as const;

/** Whether `signature` is the key's over `bytes`. Whatever the signature is, the answer is yes or no. */
export function isSignatureBy(key: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  const publicKey = bytesOfPublicKey(key);
  try {
    if (key.algorithm === "EdDSA") return ed25519.verify(signature, bytes, publicKey, { zip215: false });
    return (key.algorithm === "ES256" ? p256 : secp256k1).verify(signature, bytes, publicKey, ECDSA);
  } catch {
    // The library throws on signatures that are none: a stranger's mistake, and a no.
    return false;
  }
}
