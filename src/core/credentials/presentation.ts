// Presentations: credentials that their holder signs over, for one challenge and one audience. VP-JWT 2.0 and 1.1, SD-JWT with key binding.

import { sha256 } from "@noble/hashes/sha2.js";
import type { Digest } from "../digest.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { publicKeyFromJwk, type Algorithm, type PublicKey } from "../publicKey.ts";
import { toBase64url } from "../textEncodings.ts";
import { isKeyOf, isModel1, isPlainDid, readCompact, type CompactJws } from "./compact.ts";
import { fromSdJwt, parseCredential, type ParsedCredential } from "./credential.ts";
import { periodOf, SKEW_SECONDS } from "./dates.ts";
import type { CredentialFlaw } from "./flaws.ts";
import { readSdJwt } from "./sdJwt.ts";

/** More credentials are not presented at once. */
const CREDENTIALS_LIMIT = 10;
/** A presentation is made for the moment. */
const AGE_LIMIT_SECONDS = 300;

/** Who is said to have signed: a DID with one of its keys, or the very key to which the credential is bound. */
export type HolderClaim = { readonly did: string; readonly kid: string | null; readonly key: null } | { readonly did: string | null; readonly kid: null; readonly key: PublicKey };

/** A presentation that was read. */
export interface ParsedPresentation {
  readonly format: "vp+jwt" | "jwt_vp_json" | "dc+sd-jwt";
  readonly holder: HolderClaim;
  readonly algorithm: Algorithm;
  readonly signingInput: Uint8Array;
  readonly digest: Digest;
  readonly signature: Uint8Array;
  readonly challenge: string;
  readonly audience: string;
  /** When it was signed, and from when until when it is meant, in Unix seconds; `null`: not said. */
  readonly signedAt: number | null;
  readonly from: number | null;
  readonly until: number | null;
  /** Each credential in it, or what is wrong with that one. */
  readonly credentials: readonly { readonly text: string; readonly parsed: ParsedCredential | CredentialFlaw }[];
}

/** The presentation that `text` spells, or what is wrong with it. */
export function parsePresentation(text: string): ParsedPresentation | CredentialFlaw {
  if (text.includes("~")) return fromBinding(text);
  const typ = isModel1(text) ? "JWT" : "vp+jwt";
  const jws = readCompact(text, { typ, kid: typ === "JWT" ? "optional" : "needed" });
  if (typeof jws === "string") return jws;
  return typ === "JWT" ? fromModel1(jws) : fromModel2(jws);
}

/** The payload is the presentation itself; each credential is enveloped in a data address (VC data model 2.0, 4.13). */
function fromModel2(jws: CompactJws): ParsedPresentation | CredentialFlaw {
  const { payload, header } = jws;
  const { holder: member, iss, type, verifiableCredential } = payload;
  const named = isObject(member) ? member["id"] : member;
  const did = named ?? iss ?? header.kid?.split("#")[0];
  if (!isPlainDid(did) || !isKeyOf(header.kid!, did)) return "holder_malformed";
  if ((iss !== undefined && iss !== did) || Object.hasOwn(payload, "vp") || Object.hasOwn(payload, "vc")) return "claims_contradict";
  if (![type].flat().includes("VerifiablePresentation")) return "payload_malformed";
  const texts = listOf(verifiableCredential).map(enveloped);
  return completed(jws, { format: "vp+jwt", holder: { did, kid: header.kid, key: null }, texts });
}

const ENVELOPE = /^data:application\/(?:vc\+jwt|dc\+sd-jwt|vc\+sd-jwt|jwt),([A-Za-z0-9._~-]+)$/;

function enveloped(value: Json): string | null {
  if (!isObject(value) || ![value["type"] ?? null].flat().includes("EnvelopedVerifiableCredential")) return null;
  return typeof value["id"] === "string" ? (ENVELOPE.exec(value["id"])?.[1] ?? null) : null;
}

function fromModel1(jws: CompactJws): ParsedPresentation | CredentialFlaw {
  const { payload, header } = jws;
  const { vp, iss } = payload;
  if (!isObject(vp) || Object.hasOwn(payload, "vc")) return "payload_malformed";
  const { holder, type, verifiableCredential } = vp;
  if (!isPlainDid(iss) || (header.kid !== null && !isKeyOf(header.kid, iss))) return "holder_malformed";
  const named = isObject(holder) ? holder["id"] : holder;
  if (named !== undefined && named !== iss) return "claims_contradict";
  if (![type ?? null].flat().includes("VerifiablePresentation")) return "payload_malformed";
  const texts = listOf(verifiableCredential).map((value) => (typeof value === "string" ? value : null));
  return completed(jws, { format: "jwt_vp_json", holder: { did: iss, kid: header.kid, key: null }, texts });
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** Signed by the key that stands in the credential itself, over the hash of everything that is presented (RFC 9901, 4.3). */
function fromBinding(text: string): ParsedPresentation | CredentialFlaw {
  const sdJwt = readSdJwt(text);
  if (typeof sdJwt === "string") return sdJwt;
  if (sdJwt.binding === null) return "key_binding_missing";
  const jws = readCompact(sdJwt.binding, { typ: "kb+jwt", kid: "optional" });
  if (typeof jws === "string") return jws;
  const parsed = fromSdJwt(sdJwt);
  if (typeof parsed === "string") return parsed;
  const holder = boundTo(parsed);
  if (holder === null) return "holder_malformed";
  if (jws.payload["sd_hash"] !== toBase64url(sha256(new TextEncoder().encode(sdJwt.presented))) || jws.payload["iat"] === undefined) return "claims_contradict";
  return completed(jws, { format: "dc+sd-jwt", holder, texts: [sdJwt.presented], parsed });
}

/** The key to which the credential is bound: given as it is, or as a key of its subject. */
function boundTo({ confirmation, holder }: ParsedCredential): HolderClaim | null {
  if (confirmation === null) return null;
  const { jwk, kid, ...others } = confirmation;
  if (Object.keys(others).length > 0 || (jwk === undefined) === (kid === undefined)) return null;
  if (typeof kid === "string") return holder !== null && isKeyOf(kid, holder) ? { did: holder, kid, key: null } : null;
  const key = publicKeyFromJwk(jwk);
  return key === null ? null : { did: holder, kid: null, key };
}

interface Read {
  readonly format: ParsedPresentation["format"];
  readonly holder: HolderClaim;
  readonly texts: readonly (string | null)[];
  readonly parsed?: ParsedCredential;
}

function completed({ header, payload, signingInput, digest, signature }: CompactJws, { format, holder, texts, parsed }: Read): ParsedPresentation | CredentialFlaw {
  if (texts.length > CREDENTIALS_LIMIT) return "too_many_credentials";
  if (texts.length === 0 || texts.includes(null)) return "no_credential";
  const challenge = payload["nonce"];
  const audience = audienceIn(payload["aud"]);
  if (typeof challenge !== "string" || audience === null) return "payload_malformed";
  const period = periodOf({ nbf: payload["nbf"], exp: payload["exp"], iat: payload["iat"] }, "agreeing");
  if (typeof period === "string") return period;
  const credentials = (texts as readonly string[]).map((text) => ({ text, parsed: parsed ?? parseCredential(text) }));
  return { format, holder, algorithm: header.alg, signingInput, digest, signature, challenge, audience, ...period, signedAt: (payload["iat"] as number | undefined) ?? null, credentials };
}

/** One audience: a presentation for several is for whoever gets hold of it. */
function audienceIn(value: JsonObject[string] | undefined): string | null {
  const [only, ...others] = listOf(value);
  return typeof only === "string" && others.length === 0 ? only : null;
}

/** Whether it was signed for this moment. */
export function isTimely({ signedAt, from, until }: Pick<ParsedPresentation, "signedAt" | "from" | "until">, now: number): boolean {
  if (signedAt !== null && (signedAt > now + SKEW_SECONDS || signedAt < now - AGE_LIMIT_SECONDS - SKEW_SECONDS)) return false;
  return (from === null || from <= now + SKEW_SECONDS) && (until === null || now < until);
}
