// SD-JWT (RFC 9901): members of a credential's subject kept back behind digests, and the disclosures that show them.

import { digestOf } from "./digest.ts";
import { fromHex } from "./hex.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Mark } from "./shapes/disclosure.ts";
import { toBase64url } from "./textEncodings.ts";

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

const encoded = (value: Json): string => toBase64url(new TextEncoder().encode(JSON.stringify(value)));

function placeOf(root: Working, pointer: string): { parent: Working; name: string } {
  const names = pointer.split("/").slice(1).map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = names.pop()!;
  return { parent: names.reduce((place, name) => place[name] as Working, root), name: last };
}
