// Public keys that sign credentials: ES256 (P-256), ES256K (secp256k1) and EdDSA (Ed25519), as JWK (RFC 7517, RFC 8037, RFC 8812).

import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { canonicalJson, isObject, type Json, type JsonObject } from "./json.ts";
import { fromBase64url, toBase64url } from "./textEncodings.ts";

export const algorithms = ["ES256", "ES256K", "EdDSA"] as const;
/** How credentials are signed (JWA names). */
export type Algorithm = (typeof algorithms)[number];

/** A public key as JWK, with nothing in it but the key. */
export type PublicJwk =
  | { readonly kty: "EC"; readonly crv: "P-256" | "secp256k1"; readonly x: string; readonly y: string }
  | { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly x: string };

/** A key that was read and found to be a point on its curve. */
export interface PublicKey {
  readonly algorithm: Algorithm;
  readonly jwk: PublicJwk;
  /** RFC 7638, SHA-256, base64url: the key's own name. */
  readonly thumbprint: string;
}

const CURVES = { ES256: { curve: p256, crv: "P-256" }, ES256K: { curve: secp256k1, crv: "secp256k1" } } as const;
const COORDINATE_BYTES = 32;
/** A JWK with one of these tells, or may tell, the secret (RFC 7518, section 6). */
const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/** The key that these bytes are: a point of SEC 1, compressed or not, or 32 bytes of Ed25519. `null` when they are none. */
export function publicKeyFromBytes(algorithm: Algorithm, bytes: Uint8Array): PublicKey | null {
  try {
    return algorithm === "EdDSA" ? edwardsKey(bytes) : weierstrassKey(algorithm, bytes);
  } catch {
    // The curves' library throws on bytes that are no point: a stranger's mistake, and not ours.
    return null;
  }
}

function edwardsKey(bytes: Uint8Array): PublicKey | null {
  if (bytes.length !== COORDINATE_BYTES) return null;
  // Under a point of small order anything is signed.
  if (ed25519.Point.fromBytes(bytes, false).isSmallOrder()) return null;
  return named("EdDSA", { kty: "OKP", crv: "Ed25519", x: toBase64url(bytes) });
}

function weierstrassKey(algorithm: "ES256" | "ES256K", bytes: Uint8Array): PublicKey | null {
  const { curve, crv } = CURVES[algorithm];
  const point = curve.Point.fromBytes(bytes);
  point.assertValidity();
  const whole = point.toBytes(false);
  const [x, y] = [whole.slice(1, 1 + COORDINATE_BYTES), whole.slice(1 + COORDINATE_BYTES)].map(toBase64url);
  return named(algorithm, { kty: "EC", crv, x: x!, y: y! });
}

const named = (algorithm: Algorithm, jwk: PublicJwk): PublicKey => ({ algorithm, jwk, thumbprint: toBase64url(sha256(new TextEncoder().encode(canonicalJson(jwk)))) });

/** The key in its shortest form: a compressed point, or the 32 bytes of Ed25519. */
export function bytesOfPublicKey({ algorithm, jwk }: PublicKey): Uint8Array {
  const x = fromBase64url(jwk.x)!;
  if (algorithm === "EdDSA" || jwk.kty === "OKP") return x;
  return CURVES[algorithm].curve.Point.fromBytes(uncompressed(x, fromBase64url(jwk.y)!)).toBytes(true);
}

const uncompressed = (x: Uint8Array, y: Uint8Array): Uint8Array => Uint8Array.of(4, ...x, ...y);

/** Whether a JWK holds, or may hold, a secret. */
const hasPrivateMembers = (jwk: JsonObject): boolean => PRIVATE_MEMBERS.some((member) => Object.hasOwn(jwk, member));

/** The key that a JWK holds for checking signatures, or `null`: another kind of key, another use, a secret in it, no point on the curve. */
export function publicKeyFromJwk(value: Json | undefined): PublicKey | null {
  if (!isObject(value) || hasPrivateMembers(value)) return null;
  const algorithm = algorithmOf(value);
  if (algorithm === null || !isForSignatures(value, algorithm)) return null;
  const [x, y] = [coordinate(value["x"]), coordinate(value["y"])];
  if (x === null || (algorithm !== "EdDSA" && y === null)) return null;
  return publicKeyFromBytes(algorithm, algorithm === "EdDSA" ? x : uncompressed(x, y!));
}

function algorithmOf({ kty, crv }: JsonObject): Algorithm | null {
  if (kty === "EC" && crv === "P-256") return "ES256";
  if (kty === "EC" && crv === "secp256k1") return "ES256K";
  return kty === "OKP" && crv === "Ed25519" ? "EdDSA" : null;
}

function isForSignatures({ use, alg, key_ops: operations }: JsonObject, algorithm: Algorithm): boolean {
  if (use !== undefined && use !== "sig") return false;
  if (alg !== undefined && alg !== algorithm) return false;
  return operations === undefined || (Array.isArray(operations) && operations.includes("verify"));
}

function coordinate(value: Json | undefined): Uint8Array | null {
  const bytes = typeof value === "string" ? fromBase64url(value) : null;
  return bytes?.length === COORDINATE_BYTES ? bytes : null;
}
