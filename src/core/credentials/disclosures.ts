// SD-JWT (RFC 9901): members of a credential's subject kept back behind digests, and the disclosures that show them.

import { digestOf } from "../digest.ts";
import { fromHex } from "../hex.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Mark } from "../shapes/disclosure.ts";
import { below } from "../shapes/problems.ts";
import { fromBase64url, toBase64url } from "../textEncodings.ts";

/** 128 bits, as the standard asks: without the salt a digest tells nothing of a value that could be guessed. */
export const SALT_BYTES = 16;

/** A subject with digests in place of members, and a disclosure for each of them. */
export interface Concealed {
  readonly subject: JsonObject;
  readonly disclosures: readonly string[];
}

type Working = { [name: string]: unknown };

/** The subject with each marked member behind a digest. Members inside a kept-back member are kept back within its own disclosure. `salt` gives 16 random bytes. */
export function concealed(subject: JsonObject, marks: readonly Mark[], salt: () => Uint8Array): Concealed {
  const open = structuredClone(subject) as Working;
  const disclosures: string[] = [];
  // Inner members first: an outer disclosure then holds their digests.
  for (const { pointer } of marks.toReversed()) {
    const { parent, name } = placeOf(open, pointer);
    const disclosure = encoded([toBase64url(salt()), name, parent[name] as Json]);
    delete parent[name];
    // In the order of the digests, not of the members: the order must not tell which is which.
    parent["_sd"] = [...((parent["_sd"] as string[] | undefined) ?? []), digestOfDisclosure(disclosure)].sort();
    disclosures.push(disclosure);
  }
  return { subject: open as JsonObject, disclosures: disclosures.reverse() };
}

/** The digest that stands for a disclosure. */
export const digestOfDisclosure = (disclosure: string): string => toBase64url(fromHex(digestOf(new TextEncoder().encode(disclosure))));

/** The credential with these disclosures, and without a key binding. */
export const sdJwtText = (issuerJwt: string, disclosures: readonly string[]): string => [issuerJwt, ...disclosures, ""].join("~");

/** A disclosure, and where its member stands in the payload. */
export interface PlacedDisclosure {
  readonly text: string;
  /** JSON pointer (RFC 6901) into the payload. */
  readonly pointer: string;
}

/** What an SD-JWT made here could show, outer members before the members inside them; `null` when a part of it cannot be read. For holders: a verifier must be stricter. */
export function disclosuresIn(payload: Json, disclosures: readonly string[]): readonly PlacedDisclosure[] | null {
  try {
    const known = new Map(disclosures.map((text) => [digestOfDisclosure(text), { text, parts: JSON.parse(new TextDecoder().decode(fromBase64url(text)!)) as [string, string, Json] }]));
    return [...placesIn(payload, "", known)];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

type Known = ReadonlyMap<string, { readonly text: string; readonly parts: readonly [string, string, Json] }>;

function* placesIn(value: Json, pointer: string, known: Known): Iterable<PlacedDisclosure> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) if (name !== "_sd") yield* placesIn(inner as Json, below(pointer, name), known);
  const digests = Array.isArray(value) ? [] : ((value as JsonObject)["_sd"] ?? []);
  for (const digest of digests as readonly string[]) {
    const found = known.get(digest);
    if (found === undefined) continue;
    const [, name, inner] = found.parts;
    yield { text: found.text, pointer: below(pointer, name) };
    yield* placesIn(inner, below(pointer, name), known);
  }
}

const encoded = (value: Json): string => toBase64url(new TextEncoder().encode(JSON.stringify(value)));

function placeOf(root: Working, pointer: string): { parent: Working; name: string } {
  const names = pointer.split("/").slice(1).map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = names.pop()!;
  return { parent: names.reduce((place, name) => place[name] as Working, root), name: last };
}
