// Signed credentials of data model 2.0: JWS compact serialization (RFC 7515) as VC-JOSE-COSE has it, read strictly, and written.

import { digestOf, type Digest } from "../digest.ts";
import { isKeyOf, isPlainDid, readCompact } from "./compact.ts";
import type { CredentialFlaw } from "./flaws.ts";
import { portable, type Platform } from "./platform.ts";
import { canonicalJson, isObject, type JsonObject } from "../json.ts";
import type { Algorithm } from "../publicKey.ts";
import { toBase64url } from "../textEncodings.ts";

export { JWS_LIMIT_BYTES } from "./compact.ts";

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

/** The credential that `text` spells, or what is wrong with it. */
export function parseSignedCredential(text: string, platform: Platform = portable): SignedCredential | CredentialFlaw {
  const jws = readCompact(text, { typ: "vc+jwt", kid: "needed" }, platform);
  if (typeof jws === "string") return jws;
  const { header, payload } = jws;
  const issuer = issuerIn(payload);
  if (issuer === null) return "issuer_malformed";
  if (!isKeyOf(header.kid!, issuer)) return "kid_not_of_issuer";
  if (hasContradiction(payload, issuer)) return "claims_contradict";
  return { ...jws, header: { alg: header.alg, typ: "vc+jwt", kid: header.kid! }, issuer };
}

function issuerIn({ issuer }: JsonObject): string | null {
  const id = isObject(issuer) ? issuer["id"] : issuer;
  return isPlainDid(id) ? id : null;
}

/** The payload is the credential itself. `vc` and `vp` are of an older form, which other software may read instead. */
function hasContradiction(payload: JsonObject, issuer: string): boolean {
  const { iss = issuer, jti, sub, credentialSubject } = payload;
  if (Object.hasOwn(payload, "vc") || Object.hasOwn(payload, "vp") || hasOlderDates(payload)) return true;
  const subject = isObject(credentialSubject) ? credentialSubject["id"] : undefined;
  return iss !== issuer || (jti !== undefined && jti !== payload["id"]) || (sub !== undefined && sub !== subject);
}

/** Whether dates stand under the names of data model 1.1: another reader could go by them, and nobody here would. */
export const hasOlderDates = (members: JsonObject): boolean => ["issuanceDate", "expirationDate"].some((name) => Object.hasOwn(members, name));

/** What is to be signed: header and payload, spelt canonically, so that the same credential by the same key always has the same digest. */
export const signingInputOf = (header: Omit<JwsHeader, "typ"> & { readonly typ: string }, payload: JsonObject): string => [{ ...header }, payload].map((part) => toBase64url(new TextEncoder().encode(canonicalJson(part)))).join(".");

/** The digest of a signing input. */
export const digestOfSigningInput = (signingInput: string): Digest => digestOf(new TextEncoder().encode(signingInput));

/** The whole credential. */
export const signedCredentialText = (signingInput: string, signature: Uint8Array): string => `${signingInput}.${toBase64url(signature)}`;
