// SD-JWT (RFC 9901): an issuer's JWT, disclosures of what it hashes, and perhaps the holder's key binding.

import { fromHex } from "../hex.ts";
import { isObject, parseJson, type Json, type JsonObject } from "../json.ts";
import { fromBase64url, toBase64url } from "../textEncodings.ts";
import { JWS_LIMIT_BYTES, readCompact, type CompactJws } from "./compact.ts";
import type { CredentialFlaw } from "./flaws.ts";
import { portable, type Platform } from "./platform.ts";

/** An SD-JWT that was read, its disclosures put where they belong. */
export interface SdJwt {
  readonly issuerJwt: CompactJws;
  /** What the issuer signed, with what is disclosed. */
  readonly claims: JsonObject;
  /** Everything before the key binding, the last `~` included: what the binding must hash to. */
  readonly presented: string;
  /** The key binding JWT, or `null`. */
  readonly binding: string | null;
}

const DISCLOSURES_LIMIT = 500;
/** Disclosures may disclose disclosures; deeper than this is nobody's credential. */
const DEPTH_LIMIT = 48;
/** Of these it is never left to the holder what a verifier sees. */
const NEVER_DISCLOSED: readonly string[] = ["iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", "credentialStatus", "issuer", "type", "validFrom", "validUntil", "jti", "iat", "sub", "id", "@context", "credentialSchema", "credentialSubject"];
const FORBIDDEN_NAMES: readonly string[] = ["_sd", "...", "_sd_alg", "__proto__", "constructor", "prototype"];

/** The SD-JWT that `text` spells, or what is wrong with it. */
export function readSdJwt(text: string, platform: Platform = portable): SdJwt | CredentialFlaw {
  if (text.length > JWS_LIMIT_BYTES) return "too_large";
  const parts = text.split("~");
  const last = parts.at(-1)!;
  if (parts.length < 2) return "not_compact";
  const issuerJwt = readCompact(parts[0]!, { typ: "dc+sd-jwt", kid: "needed" }, platform);
  if (typeof issuerJwt === "string") return issuerJwt;
  const disclosures = new Map<string, Disclosure>();
  if (parts.length - 2 > DISCLOSURES_LIMIT) return "too_large";
  for (const part of parts.slice(1, -1)) {
    const disclosure = disclosureIn(part);
    const digest = toBase64url(fromHex(platform.digestOf(new TextEncoder().encode(part))));
    if (disclosure === null || disclosures.has(digest)) return "disclosure_malformed";
    disclosures.set(digest, disclosure);
  }
  const { _sd_alg: algorithm = "sha-256", ...payload } = issuerJwt.payload;
  if (algorithm !== "sha-256") return "disclosure_malformed";
  const isWhole = Object.entries(payload).every(([name, value]) => name === "credentialSubject" || !NEVER_DISCLOSED.includes(name) || !hasDigests(value));
  if (!isWhole) return "disclosure_malformed";
  const placing = new Placing(disclosures);
  const claims = placing.object(payload, "top");
  if (claims === null || !placing.isComplete()) return "disclosure_malformed";
  return { issuerJwt, claims, presented: text.slice(0, text.length - last.length), binding: last === "" ? null : last };
}

/** Whether anything in the value is left to the holder: an entry of a status that is kept back would be an entry that nobody asks after. */
function hasDigests(value: Json): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, inner]) => name === "_sd" || name === "..." || hasDigests(inner as Json));
}

/** A member, or an element of a list (`name` is `null`). */
interface Disclosure {
  readonly name: string | null;
  readonly value: Json;
}

function disclosureIn(part: string): Disclosure | null {
  const bytes = fromBase64url(part);
  if (bytes === null || part === "") return null;
  try {
    const value = parseJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    if (!Array.isArray(value) || typeof value[0] !== "string") return null;
    if (value.length === 2) return { name: null, value: value[1]! };
    return value.length === 3 && typeof value[1] === "string" && !FORBIDDEN_NAMES.includes(value[1]) ? { name: value[1], value: value[2]! } : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Puts disclosures where their digests stand: each once, and none left over. */
class Placing {
  readonly #left: Map<string, Disclosure>;
  readonly #seen = new Set<string>();
  #isBroken = false;
  #depth = 0;

  constructor(disclosures: ReadonlyMap<string, Disclosure>) {
    this.#left = new Map(disclosures);
  }

  isComplete(): boolean {
    return !this.#isBroken && this.#left.size === 0;
  }

  object(value: JsonObject, where: "top" | "inside"): JsonObject | null {
    const { _sd: digests = [], ...members } = value;
    if (!Array.isArray(digests) || Object.hasOwn(members, "...") || Object.hasOwn(members, "_sd_alg")) return null;
    const placed: Record<string, Json> = {};
    for (const [name, member] of Object.entries(members)) placed[name] = this.#value(member);
    for (const digest of digests) {
      const disclosure = this.#take(digest);
      if (disclosure === null) continue;
      const { name, value: disclosed } = disclosure;
      if (name === null || Object.hasOwn(placed, name) || (where === "top" && NEVER_DISCLOSED.includes(name))) return null;
      placed[name] = this.#value(disclosed);
    }
    return placed;
  }

  #value(value: Json): Json {
    if (typeof value !== "object" || value === null) return value;
    if (this.#depth >= DEPTH_LIMIT) this.#isBroken = true;
    if (this.#isBroken) return null;
    this.#depth += 1;
    const placed = isObject(value) ? this.object(value, "inside") : (value as readonly Json[]).flatMap((element) => this.#element(element));
    this.#depth -= 1;
    if (placed === null) this.#isBroken = true;
    return placed ?? {};
  }

  #element(element: Json): readonly Json[] {
    if (!isObject(element) || !Object.hasOwn(element, "...")) return [this.#value(element)];
    const disclosure = this.#take(element["..."]);
    if (Object.keys(element).length !== 1 || (disclosure !== null && disclosure.name !== null)) this.#isBroken = true;
    return disclosure === null ? [] : [this.#value(disclosure.value)];
  }

  /** What stands behind a digest, if it was disclosed. A digest that stands twice could be two things. */
  #take(digest: Json | undefined): Disclosure | null {
    if (typeof digest !== "string" || this.#seen.has(digest)) {
      this.#isBroken = true;
      return null;
    }
    this.#seen.add(digest);
    const disclosure = this.#left.get(digest) ?? null;
    this.#left.delete(digest);
    return disclosure;
  }
}
