// What the operators' desk needs of the world.

import type { Address } from "../../core/address.ts";
import type { Algorithm } from "../../core/publicKey.ts";
import type { CredentialPorts } from "../verifying/credentialPorts.ts";
import type { GuardedAsker, GuardedFetcher } from "../identities/identityPorts.ts";
import type { Issuances } from "../issuing/issuancePorts.ts";
import type { Register } from "../issuing/issuePorts.ts";
import type { IssuerDocuments } from "../identities/issuerDocuments.ts";

/** A key that an issuer of this service has listed for signing credentials. */
export interface ListedSigner {
  readonly algorithm: Algorithm;
  readonly thumbprint: string;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** What the desk needs. */
export interface DeskPorts {
  /** What judging needs; trust roots and clock are the desk's as well. */
  readonly judging: CredentialPorts;
  readonly documents: IssuerDocuments;
  readonly issuances: Pick<Issuances, "credentialsNaming">;
  readonly register: Pick<Register, "issuers">;
  /** The issuer of this service that a did:web names, or `null`. */
  readonly ownIdentity: (did: string) => Promise<Address | null>;
  /** The issuer's key; `null` where it has none yet, or none here. Never makes one: anybody may bring a question about. */
  readonly signerOf: (issuer: Address) => Promise<ListedSigner | null>;
  readonly fetcher: GuardedFetcher & GuardedAsker;
  /** Whether hosts on this very machine may be asked, without TLS. For development only. */
  readonly isLoopbackFetched: boolean;
}
