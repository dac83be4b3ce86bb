// Who signed: the key that a signed claim names, as a DID document lists it, and whether the signature fits.

import type { DidDocument, Purpose } from "../identities/didDocument.ts";
import { isMirroredAs } from "../identities/didEthr.ts";
import type { Asked } from "../outcome.ts";
import type { Algorithm, PublicKey } from "../publicKey.ts";
import type { Signing } from "./signingOutcomes.ts";

/** Something signed in the name of a DID. */
export interface Signed {
  readonly issuer: string;
  /** The key that is said to have signed, as a DID URL of the issuer's; `null`: any of its keys. */
  readonly kid: string | null;
  /** `null`: the one that goes with the key. */
  readonly algorithm: Algorithm | null;
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
}

/** Tells whether a signature is the key's over these bytes. Whatever the signature is, the answer is yes or no. */
export type SignatureCheck = (key: PublicKey, bytes: Uint8Array, signature: Uint8Array) => boolean;

/** Tries the key that `signed` names, as the document lists it. A did:web counts only where the ledger's own document names it. */
export function signingBy(signed: Signed, listed: Asked<DidDocument>, isSignatureBy: SignatureCheck): Signing {
  if (!listed.isAnswered) return listed;
  const keys = keysFor(signed, listed.value);
  if (keys.length === 0) return { isAnswered: true, value: "key_not_in_did" };
  const fits = keys.some((key) => isSignatureBy(key, signed.signingInput, signed.signature));
  return { isAnswered: true, value: fits ? "fits" : "signature_invalid" };
}

/** Whether the document is the DID's: its own, or that of the identity which the ledger knows by this DID as well. */
export const isDocumentOf = (listed: DidDocument, did: string): boolean => listed.id === did || isMirroredAs(listed, did);

function keysFor({ issuer, kid, algorithm }: Signed, listed: DidDocument): readonly PublicKey[] {
  if (!isDocumentOf(listed, issuer)) return [];
  const named = kid === null ? null : listed.id + kid.slice(issuer.length);
  return keysIn(listed, "assertionMethod", named).filter((key) => algorithm === null || key.algorithm === algorithm);
}

/** The document's keys for this purpose; only the one that `id` names, unless it is `null`. Accounts are no keys that others could check with. */
export function keysIn({ methods, isDeactivated }: Pick<DidDocument, "methods" | "isDeactivated">, purpose: Purpose, id: string | null): readonly PublicKey[] {
  const fit = isDeactivated ? [] : methods.filter(({ purposes }) => purposes.includes(purpose));
  return fit.filter((method) => id === null || method.id === id || method.otherId === id).flatMap(({ key }) => (key.kind === "public" ? [key.publicKey] : []));
}
