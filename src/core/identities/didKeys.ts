// did:key and did:jwk: DIDs that are a key, so their documents follow from them alone.

import type { DidDocument, DidFlaw } from "./didDocument.ts";
import { canonicalJson, parseJson, type Json } from "../json.ts";
import { publicKeyFromMultibase } from "./multikey.ts";
import { publicKeyFromJwk, type PublicKey } from "../publicKey.ts";
import { fromBase64url, toBase64url } from "../textEncodings.ts";

/** The document of a did:key with an Ed25519, secp256k1 or P-256 key. */
export function didKeyDocument(multibase: string): DidDocument | DidFlaw {
  const key = publicKeyFromMultibase(multibase);
  return key === null ? "key_unusable" : documentOf(`did:key:${multibase}`, multibase, key);
}

/** The did:jwk that a key is. */
export const didJwkOf = ({ jwk }: PublicKey): string => `did:jwk:${toBase64url(new TextEncoder().encode(canonicalJson({ ...jwk })))}`;

/** The document of a did:jwk. A key that comes with its secret is refused: everybody could sign with it. */
export function didJwkDocument(encoded: string): DidDocument | DidFlaw {
  const key = publicKeyFromJwk(jwkIn(encoded));
  return key === null ? "key_unusable" : documentOf(`did:jwk:${encoded}`, "0", key);
}

function jwkIn(encoded: string): Json | undefined {
  const bytes = fromBase64url(encoded);
  try {
    return bytes === null ? undefined : parseJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

const documentOf = (id: string, fragment: string, publicKey: PublicKey): DidDocument => ({
  id,
  alsoKnownAs: [],
  methods: [{ id: `${id}#${fragment}`, otherId: null, purposes: ["assertionMethod", "authentication"], key: { kind: "public", publicKey } }],
  isDeactivated: false,
});
