// The front door for everything signed: JWS compact serialization (RFC 7515), read strictly before any arithmetic.

import type { Digest } from "../digest.ts";
import { isObject, parseJson, type Json, type JsonObject } from "../json.ts";
import { algorithms, type Algorithm } from "../publicKey.ts";
import { fromBase64url } from "../textEncodings.ts";
import type { CredentialFlaw } from "./flaws.ts";
import { portable, type Platform } from "./platform.ts";

/** Longer is nobody's credential. It must fit into a request of 64 KiB. */
export const JWS_LIMIT_BYTES = 60 * 1024;
/** Each of the algorithms makes signatures of this length. */
const SIGNATURE_BYTES = 64;
const KID_LIMIT_CHARACTERS = 2_000;
/** No other member may be in a header: others have led libraries to read something else than what was signed. */
const MEMBERS: readonly string[] = ["alg", "typ", "kid"];

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Refuses what is no UTF-8, and leaves a byte order mark for the reader of JSON to refuse. */
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What a header must say. */
export interface CompactRules {
  readonly typ: string;
  readonly kid: "needed" | "optional";
}

/** A JWS, decoded from the very bytes that were signed. Nothing is known of its signature yet. */
export interface CompactJws<Typ extends string = string> {
  readonly header: { readonly alg: Algorithm; readonly typ: Typ; readonly kid: string | null };
  readonly payload: JsonObject;
  /** What was signed: `header.payload`, as bytes. */
  readonly signingInput: Uint8Array;
  /** SHA-256 of the signing input: neither another spelling of the signature nor a second one makes another document. */
  readonly digest: Digest;
  readonly signature: Uint8Array;
}

/** The `typ` that a text's header names, for choosing the rules to read it by; `null` where there is none. */
export function typIn(text: string): string | null {
  if (text.length > JWS_LIMIT_BYTES) return null;
  const bytes = fromBase64url(text.slice(0, Math.max(text.indexOf("."), 0)));
  const typ = bytes === null ? undefined : objectIn(bytes)?.["typ"];
  return typeof typ === "string" ? typ : null;
}

/** Whether a text's header speaks of a JWT of data model 1.1. It chooses the rules to read the text by; these then read the header strictly. */
export function isModel1(text: string): boolean {
  const bytes = text.length > JWS_LIMIT_BYTES ? null : fromBase64url(text.slice(0, Math.max(text.indexOf("."), 0)));
  return bytes !== null && /"typ"\s*:\s*"JWT"/.test(decoder.decode(bytes));
}

/** The JWS that `text` spells by these rules, or what is wrong with it. */
export function readCompact(text: string, rules: CompactRules, { digestOf, fromBase64url }: Platform = portable): CompactJws | CredentialFlaw {
  if (text.length > JWS_LIMIT_BYTES) return "too_large";
  const parts = text.split(".");
  if (parts.length !== 3 || parts.includes("")) return "not_compact";
  const [headerBytes, payloadBytes, signature] = parts.map(fromBase64url);
  if (headerBytes == null || payloadBytes == null || signature == null) return "base64url_malformed";
  const header = headerFrom(headerBytes, rules);
  if (typeof header === "string") return header;
  if (signature.length !== SIGNATURE_BYTES) return "signature_malformed";
  const payload = objectIn(payloadBytes);
  if (payload === null) return "payload_malformed";
  const signingInput = encoder.encode(text.slice(0, text.lastIndexOf(".")));
  return { header, payload, signingInput, digest: digestOf(signingInput), signature };
}

function headerFrom(bytes: Uint8Array, rules: CompactRules): CompactJws["header"] | CredentialFlaw {
  const header = objectIn(bytes);
  if (header === null) return "header_malformed";
  if (Object.keys(header).some((name) => !MEMBERS.includes(name))) return "header_member_forbidden";
  const { alg, typ, kid } = header;
  if (!isAlgorithm(alg)) return "algorithm_forbidden";
  if (typ !== rules.typ) return "type_unexpected";
  if (kid === undefined && rules.kid === "optional") return { alg, typ: rules.typ, kid: null };
  return typeof kid === "string" && kid.length <= KID_LIMIT_CHARACTERS ? { alg, typ: rules.typ, kid } : "header_malformed";
}

const isAlgorithm = (value: Json | undefined): value is Algorithm => (algorithms as readonly unknown[]).includes(value);

/** The object that these bytes spell as JSON that means one thing only, or `null`. */
export function objectIn(bytes: Uint8Array): JsonObject | null {
  try {
    const value = parseJson(strictDecoder.decode(bytes));
    return isObject(value) ? value : null;
  } catch (error) {
    // A text that is deeper than the platform's own reader takes is no more readable than one that is none.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** A plain DID: a path, a query or a fragment would name something else. */
const PLAIN_DID = /^did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,1900}$/;
const FRAGMENT = /^[A-Za-z0-9._~-]{1,200}$/;

/** Whether `value` is a DID and nothing more. */
export const isPlainDid = (value: Json | undefined): value is string => typeof value === "string" && PLAIN_DID.test(value);

/** Whether `kid` names a key of `did`: the DID, `#` and a fragment. */
export const isKeyOf = (kid: string, did: string): boolean => kid.startsWith(`${did}#`) && FRAGMENT.test(kid.slice(did.length + 1));
