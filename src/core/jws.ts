// The front door for signed credentials: JWS compact serialization (RFC 7515) as VC-JOSE-COSE has it, read strictly before any arithmetic.

import { digestOf, type Digest } from "./digest.ts";
import { canonicalJson, parseJson, type Json, type JsonObject } from "./json.ts";
import { algorithms, type Algorithm } from "./publicKey.ts";
import { fromBase64url, toBase64url } from "./textEncodings.ts";

/** Longer is nobody's credential. It must fit into a request of 64 KiB. */
export const JWS_LIMIT_BYTES = 60 * 1024;
/** Each of the algorithms makes signatures of this length. */
const SIGNATURE_BYTES = 64;
const MEMBERS = ["alg", "typ", "kid"] as const;
const KID_LIMIT_CHARACTERS = 2_000;

/** The header of a credential: these members and no other, since others have led libraries to read something else than what was signed. */
export interface JwsHeader {
  readonly alg: Algorithm;
  readonly typ: "vc+jwt";
  /** The key that signed: the issuer's DID, `#` and a fragment. */
  readonly kid: string;
}

/** A signed credential, decoded from the very bytes that were signed. Nothing is known of its signature yet. */
export interface SignedCredential {
  readonly header: JwsHeader;
  readonly payload: JsonObject;
  /** The DID that issued it: `issuer`, or its `id`. The `kid` names a key of it. */
  readonly issuer: string;
  /** What was signed: `header.payload`, as bytes. */
  readonly signingInput: Uint8Array;
  /** SHA-256 of the signing input: neither another spelling of the signature nor a second one makes another document. */
  readonly digest: Digest;
  readonly signature: Uint8Array;
}

/** What is wrong with bytes that claim to be a signed credential. A public contract: flaws are added, never renamed. */
export type JwsFlaw =
  | "too_large" // More than anybody needs.
  | "not_compact" // Not three parts with dots between them.
  | "base64url_malformed" // A part is no base64url, or one of several spellings of the same bytes.
  | "header_malformed" // The header is no JSON object that means one thing only, or lacks a member.
  | "header_member_forbidden" // A header member other than alg, typ and kid.
  | "algorithm_forbidden" // None of ES256, ES256K, EdDSA.
  | "type_unexpected" // Not typ "vc+jwt".
  | "signature_malformed" // Not of the length that the algorithm makes.
  | "payload_malformed" // The payload is no JSON object that means one thing only.
  | "issuer_malformed" // The payload names no issuer, or no DID.
  | "kid_not_of_issuer" // The key is not one of the issuer's.
  | "claims_contradict"; // A claim of JWT says something else than the credential.

/** The credential that `text` spells, or what is wrong with it. */
export function parseSignedCredential(text: string): SignedCredential | JwsFlaw {
  if (text.length > JWS_LIMIT_BYTES) return "too_large";
  const parts = text.split(".");
  if (parts.length !== 3 || parts.includes("")) return "not_compact";
  const [headerBytes, payloadBytes, signature] = parts.map(fromBase64url);
  if (headerBytes == null || payloadBytes == null || signature == null) return "base64url_malformed";
  const header = headerFrom(headerBytes);
  if (typeof header === "string") return header;
  if (signature.length !== SIGNATURE_BYTES) return "signature_malformed";
  const payload = objectIn(payloadBytes);
  if (payload === null) return "payload_malformed";
  const issuer = issuerIn(payload);
  if (issuer === null) return "issuer_malformed";
  if (!isKeyOf(header.kid, issuer)) return "kid_not_of_issuer";
  if (hasContradiction(payload, issuer)) return "claims_contradict";
  const signingInput = new TextEncoder().encode(`${parts[0]}.${parts[1]}`);
  return { header, payload, issuer, signingInput, digest: digestOf(signingInput), signature };
}

function headerFrom(bytes: Uint8Array): JwsHeader | JwsFlaw {
  const header = objectIn(bytes);
  if (header === null) return "header_malformed";
  if (Object.keys(header).some((name) => !(MEMBERS as readonly string[]).includes(name))) return "header_member_forbidden";
  const { alg, typ, kid } = header;
  if (!isAlgorithm(alg)) return "algorithm_forbidden";
  if (typ !== "vc+jwt") return "type_unexpected";
  return typeof kid === "string" && kid.length <= KID_LIMIT_CHARACTERS ? { alg, typ, kid } : "header_malformed";
}

const isAlgorithm = (value: Json | undefined): value is Algorithm => (algorithms as readonly unknown[]).includes(value);

function objectIn(bytes: Uint8Array): JsonObject | null {
  try {
    const value = parseJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/** A plain DID: a path, a query or a fragment would name something else. */
const PLAIN_DID = /^did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,1900}$/;

function issuerIn({ issuer }: JsonObject): string | null {
  const id = isObject(issuer) ? issuer["id"] : issuer;
  return typeof id === "string" && PLAIN_DID.test(id) ? id : null;
}

const isKeyOf = (kid: string, issuer: string): boolean => kid.startsWith(`${issuer}#`) && /^[A-Za-z0-9._~-]{1,200}$/.test(kid.slice(issuer.length + 1));

/** The payload is the credential itself. `vc` and `vp` are of an older form, which other software may read instead. */
function hasContradiction(payload: JsonObject, issuer: string): boolean {
  const { iss = issuer, jti, sub, credentialSubject } = payload;
  if (Object.hasOwn(payload, "vc") || Object.hasOwn(payload, "vp")) return true;
  const subject = isObject(credentialSubject) ? credentialSubject["id"] : undefined;
  return iss !== issuer || (jti !== undefined && jti !== payload["id"]) || (sub !== undefined && sub !== subject);
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** What is to be signed: header and payload, spelt canonically, so that the same credential by the same key always has the same digest. */
export const signingInputOf = (header: Omit<JwsHeader, "typ"> & { readonly typ: string }, payload: JsonObject): string => [{ ...header }, payload].map((part) => toBase64url(new TextEncoder().encode(canonicalJson(part)))).join(".");

/** The digest of a signing input. */
export const digestOfSigningInput = (signingInput: string): Digest => digestOf(new TextEncoder().encode(signingInput));

/** The whole credential. */
export const signedCredentialText = (signingInput: string, signature: Uint8Array): string => `${signingInput}.${toBase64url(signature)}`;
