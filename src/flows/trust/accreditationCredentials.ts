// Accreditation credentials: each grant is signed as a credential before it is stored, and carries the credential's digest.

import { accreditationCredential, NO_CREDENTIAL } from "../../core/accreditationCredential.ts";
import { digestOfSigningInput, signedCredentialText, signingInputOf } from "../../core/credentials/jws.ts";
import type { GrantBody, GrantCredential } from "./administrationPorts.ts";
import type { Signer } from "../issuing/credentialSigning.ts";

export type AccreditBody = GrantBody & { readonly kind: "accredit" };

/** A grant that names its credential, and how the credential comes to be signed. */
export interface Certified {
  readonly body: AccreditBody;
  /** `null` where nobody here can sign for the grantor. */
  readonly credential: (() => Promise<GrantCredential>) | null;
}

/** The grant with its credential's digest. Without a signer it says that no credential carries it. */
export function certified(grant: Omit<AccreditBody, "credentialDigest">, jurisdiction: string | null, signer: Signer | null): Certified {
  if (signer === null) return { body: { ...grant, credentialDigest: NO_CREDENTIAL } as AccreditBody, credential: null };
  const { algorithm, kid } = signer;
  const input = signingInputOf({ alg: algorithm, kid, typ: "vc+jwt" }, accreditationCredential({ ...grant, jurisdiction }, signer));
  const digest = digestOfSigningInput(input);
  return {
    body: { ...grant, credentialDigest: `0x${digest}` } as AccreditBody,
    credential: async () => ({ digest, text: signedCredentialText(input, await signer.sign(new TextEncoder().encode(input))) }),
  };
}
