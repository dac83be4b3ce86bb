// Keys as multibase text with a multicodec prefix (W3C Controlled Identifiers, "Multikey"), the way did:key spells them.

import type { Json } from "../json.ts";
import { bytesOfPublicKey, publicKeyFromBytes, type Algorithm, type PublicKey } from "../publicKey.ts";
import { fromBase58, toBase58 } from "../textEncodings.ts";

/** The multicodec table's codes as unsigned varints: ed25519-pub, secp256k1-pub, p256-pub. With the length of the key behind them. */
const PREFIXES: Readonly<Record<Algorithm, { readonly code: readonly [number, number]; readonly bytes: number }>> = {
  EdDSA: { code: [0xed, 0x01], bytes: 32 },
  ES256K: { code: [0xe7, 0x01], bytes: 33 },
  ES256: { code: [0x80, 0x24], bytes: 33 },
};

/** The key that `text` spells, or `null`: only base58btc, only compressed points. */
export function publicKeyFromMultibase(text: Json | undefined): PublicKey | null {
  if (typeof text !== "string" || !text.startsWith("z")) return null;
  const bytes = fromBase58(text.slice(1));
  if (bytes === null) return null;
  for (const [algorithm, { code, bytes: length }] of Object.entries(PREFIXES)) {
    if (bytes[0] === code[0] && bytes[1] === code[1]) return bytes.length === length + 2 ? publicKeyFromBytes(algorithm as Algorithm, bytes.slice(2)) : null;
  }
  return null;
}

/** The key as multibase text. */
export const multibaseOf = (key: PublicKey): string => `z${toBase58(Uint8Array.of(...PREFIXES[key.algorithm].code, ...bytesOfPublicKey(key)))}`;
