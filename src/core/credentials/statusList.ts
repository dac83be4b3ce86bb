// Status lists (W3C Bitstring Status List 1.0): what a list says of one credential. A set bit wins; what cannot be believed says nothing.

import { isObject, type Json, type JsonObject } from "../json.ts";
import { parseSignedCredential, type SignedCredential } from "./jws.ts";
import { fromBase64url } from "../textEncodings.ts";
import { periodOf, SKEW_SECONDS } from "./dates.ts";
import type { BitstringEntry } from "./statusEntries.ts";

/** Shorter lists tell too much about whom somebody asks after (W3C, 6.1). */
const LIST_LEAST_BITS = 131_072;
/** Milliseconds, as the standard has it; more than a year is nobody's. */
const TTL_LIMIT_MS = 366 * 86_400_000;

/** What a status entry came to: `set` is bad news and counts at once; `silent` is never a yes. */
export type StatusAnswer = "clear" | "set" | "silent";

/** A list that was read; whether its signature fits is for the caller to find out. */
export interface ReadList {
  readonly signed: SignedCredential;
  readonly subject: JsonObject;
  /** The bits, packed by gzip. */
  readonly packed: Uint8Array;
}

/** The list credential in `text`, or `null` when it is none. */
export function readStatusList(text: string): ReadList | null {
  const signed = parseSignedCredential(text.trim());
  if (typeof signed === "string") return null;
  const { type, credentialSubject: subject } = signed.payload;
  if (!namesOf(type).includes("BitstringStatusListCredential") || !isObject(subject) || subject["type"] !== "BitstringStatusList") return null;
  const { encodedList } = subject;
  // `u` is multibase's sign for base64url without padding.
  const packed = typeof encodedList === "string" && encodedList.startsWith("u") ? fromBase64url(encodedList.slice(1)) : null;
  return packed === null ? null : { signed, subject, packed };
}

/** How a list is looked at. */
export interface Looking {
  /** The unpacked bits, or `null` when they could not be unpacked. */
  readonly bits: Uint8Array | null;
  readonly now: number;
  /** Since when nobody can sign a list in the issuer's name any more: one that was fresh then stays its last word. Absent or `null`: its issuer still can. */
  readonly closedAt?: number | null;
}

/** What the list says of the entry at this moment. */
export function statusIn({ signed, subject }: ReadList, entry: BitstringEntry, { bits, now, closedAt = null }: Looking): StatusAnswer {
  const isIt = signed.payload["id"] === entry.list && namesOf(subject["statusPurpose"]).includes(entry.purpose);
  if (!isIt || bits === null || entry.index >= bits.length * 8) return "silent";
  const isSet = ((bits[entry.index >> 3]! >> (7 - (entry.index & 7))) & 1) === 1;
  // Bad news is not made undone by its age.
  if (isSet) return "set";
  return bits.length * 8 >= LIST_LEAST_BITS && isFresh(signed.payload, subject, { now, closedAt }) ? "clear" : "silent";
}

/** Whether the issuer still says so: within its period, and no older than it says that it stays true. Of a closed one: whether it did when it was closed, or later by its last key. */
function isFresh(payload: JsonObject, { ttl }: JsonObject, { now, closedAt }: { now: number; closedAt: number | null }): boolean {
  const period = periodOf(payload, "narrower");
  if (typeof period === "string" || period.from === null || period.from > now + SKEW_SECONDS) return false;
  const moment = closedAt === null ? now : Math.min(now, Math.max(closedAt, period.from));
  if (period.until !== null && moment >= period.until) return false;
  if (ttl === undefined) return period.until !== null;
  const isFit = typeof ttl === "number" && Number.isSafeInteger(ttl) && ttl > 0 && ttl <= TTL_LIMIT_MS;
  const saidAt = typeof payload["iat"] === "number" ? Math.max(payload["iat"], period.from) : period.from;
  return isFit && moment < saidAt + ttl / 1000 + SKEW_SECONDS;
}

const namesOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
