// A holder's key, from a file with a JWK. The secret is used here and shown nowhere.

import { createPrivateKey, sign, type JsonWebKey, type KeyObject } from "node:crypto";
import type { Json } from "../../core/json.ts";
import { publicKeyFromJwk, type PublicKey } from "../../core/publicKey.ts";
import type { HolderKey } from "../../flows/presenting/present.ts";
import { visible } from "../../words/visible.ts";
import { Complaint } from "../terminal/complaint.ts";
import { readSmallFile } from "./files.ts";

/** The key in the file. Throws `file_unreadable`; what stands in the file is never told. */
export function readHolderKey(file: string): HolderKey {
  const text = readSmallFile("The key", file).toString("utf8");
  try {
    const { d, ...open } = JSON.parse(text) as Record<string, Json>;
    const publicKey = publicKeyFromJwk({ kty: open["kty"]!, crv: open["crv"]!, x: open["x"]!, ...(open["y"] === undefined ? {} : { y: open["y"] }) });
    if (publicKey === null || typeof d !== "string") throw new TypeError();
    const secret = createPrivateKey({ key: { ...publicKey.jwk, d } as JsonWebKey, format: "jwk" });
    return { publicKey, sign: async (bytes) => signatureOf(publicKey, secret, bytes) };
  } catch {
    throw new Complaint("file_unreadable", `The key ${visible(file)} cannot be used: it must be a JWK with its secret "d", of the curve P-256, secp256k1 or Ed25519.`);
  }
}

function signatureOf({ algorithm }: PublicKey, secret: KeyObject, bytes: Uint8Array): Uint8Array {
  if (algorithm === "EdDSA") return sign(null, bytes, secret);
  const signature = sign("sha256", bytes, { key: secret, dsaEncoding: "ieee-p1363" });
  return algorithm === "ES256K" ? withLowS(signature) : signature;
}

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const HALF_BYTES = 32;

/** OpenSSL gives the high half of `s` as often as the low one, and verifiers of ES256K may refuse it. */
function withLowS(signature: Buffer): Uint8Array {
  const s = BigInt(`0x${signature.subarray(HALF_BYTES).toString("hex")}`);
  if (s <= ORDER / 2n) return signature;
  return Buffer.concat([signature.subarray(0, HALF_BYTES), Buffer.from((ORDER - s).toString(16).padStart(2 * HALF_BYTES, "0"), "hex")]);
}
