// What an identity's ERC-1056 attributes say: credential signing keys and other names (docs/identities.md has the encoding in words).

import { parseDidName } from "./didName.ts";
import type { Purpose } from "./didDocument.ts";
import { fromHex, toHex } from "../hex.ts";
import { bytesOfPublicKey, publicKeyFromBytes, type Algorithm, type PublicKey } from "../publicKey.ts";

/** An attribute as ERC-1056 keeps it: a name of at most 31 ASCII characters, and bytes as `0x` and lower-case hex. */
export interface Attribute {
  readonly name: string;
  readonly value: `0x${string}`;
}

/** What an attribute means. */
export type AttributeMeaning = { readonly is: "key"; readonly publicKey: PublicKey; readonly purpose: Purpose } | { readonly is: "otherName"; readonly did: string };

const CURVE_NAMES: Readonly<Record<Algorithm, string>> = { ES256: "P256", ES256K: "Secp256k1", EdDSA: "Ed25519" };
const ALGORITHM_BY_NAME = new Map(Object.entries(CURVE_NAMES).map(([algorithm, name]) => [name, algorithm as Algorithm]));
/** The last part says how other software shows the key; the bytes are the same (did:ethr, "Public Keys"). */
const KEY_NAME = /^did\/pub\/(P256|Secp256k1|Ed25519)\/(veriKey|sigAuth)(?:\/(?:hex|base64|base58))?$/;
/** Other software leaves it out: did:ethr has no attribute for this. */
const OTHER_NAME = "did/alsoKnownAs";
const VALUE_LIMIT_CHARACTERS = 2_000;

/** The attribute that lists a key for signing credentials. */
export const keyAttribute = (key: PublicKey): Attribute => ({ name: `did/pub/${CURVE_NAMES[key.algorithm]}/veriKey/hex`, value: `0x${toHex(bytesOfPublicKey(key))}` });

/** The attribute by which an identity says that it goes by another DID, too. */
export const otherNameAttribute = (did: string): Attribute => ({ name: OTHER_NAME, value: `0x${toHex(new TextEncoder().encode(did))}` });

/** What an attribute means, or `null` when it means nothing here. `veriKey` may sign credentials; `sigAuth` may only show who is there. */
export function meaningOf({ name, value }: Attribute): AttributeMeaning | null {
  if (value.length > VALUE_LIMIT_CHARACTERS) return null;
  if (name === OTHER_NAME) {
    const did = textIn(value);
    return parseDidName(did) === null ? null : { is: "otherName", did };
  }
  const [, curve, use] = KEY_NAME.exec(name) ?? [];
  const publicKey = curve === undefined ? null : publicKeyFromBytes(ALGORITHM_BY_NAME.get(curve)!, fromHex(value.slice(2)));
  return publicKey === null ? null : { is: "key", publicKey, purpose: use === "veriKey" ? "assertionMethod" : "authentication" };
}

/** Bytes that are no ASCII become characters that no DID has. */
const textIn = (value: string): string => String.fromCharCode(...fromHex(value.slice(2)));
