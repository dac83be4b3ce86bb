// Own identities: the did:web under which issuers of this service are known, mirroring what the ledger says of them.

import { isAddress, parseAddress, type Address } from "../../core/address.ts";
import { ledgerDocument, mirrorOf } from "../../core/identities/didEthr.ts";
import type { DidDocument } from "../../core/identities/didDocument.ts";
import { didWebUnder } from "../../core/identities/didName.ts";
import { Fault } from "../../core/fault.ts";
import type { IdentityHistory } from "./identityPorts.ts";
import type { Accounts } from "../issuing/issuePorts.ts";
import type { LedgerEvents } from "../ports.ts";

/** The issuers of this service as identities. */
export interface OwnIdentities {
  /** The issuer of this service that a did:web names, or `null`. */
  identityOf(did: string): Promise<Address | null>;
  /** The document of the issuer's did:web at the newest final block, or `null` for who is no issuer here. */
  documentOf(issuer: Address): Promise<DidDocument | null>;
}

/** What own identities are made of. */
export interface OwnIdentityPorts {
  readonly publicUrl: string;
  readonly chainId: number;
  readonly accounts: Accounts;
  readonly history: IdentityHistory;
  readonly ledger: Pick<LedgerEvents, "head" | "blockAt">;
}

/** The did:web of an issuer of the service at `publicUrl`, or `null` when there can be none (no https, or a host that is a bare number). */
export const didWebOfIssuer = (publicUrl: string, issuer: Address): string | null => didWebUnder(publicUrl, ["issuers", issuer]);

/** Own identities through these ports. Calls reject with `ledger_unreachable`. */
export function ownIdentitiesOf({ publicUrl, chainId, accounts, history, ledger }: OwnIdentityPorts): OwnIdentities {
  const didWebOf = (issuer: Address): string | null => didWebOfIssuer(publicUrl, issuer);
  return {
    async identityOf(did) {
      const last = did.split(":").at(-1);
      if (!isAddress(last)) return null;
      const issuer = parseAddress(last);
      return didWebOf(issuer) === did && (await accounts.accountFor(issuer)) !== null ? issuer : null;
    },
    async documentOf(issuer) {
      const did = didWebOf(issuer);
      if (did === null || (await accounts.accountFor(issuer)) === null) return null;
      const at = await ledger.blockAt((await ledger.head()).finalNumber);
      if (at === null) throw new Fault("ledger_unreachable", "The ledger's endpoint does not give its newest final block.");
      const document = ledgerDocument(issuer, chainId, { changes: await history.changesUntil(issuer, at), at });
      return typeof document === "string" ? null : mirrorOf(document, did);
    },
  };
}
