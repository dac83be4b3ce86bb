// Snapshot: what a device is given, so that it can judge without a network as far as that goes.

import { assertionKeys } from "../../core/identities/didDocument.ts";
import { didOf, type Address } from "../../core/address.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { blockNamed, trustRootsNamed } from "../../core/report.ts";
import type { Snapshot, SnapshotIssuer } from "../../core/snapshot.ts";
import { leafStart } from "../../core/snapshotLeaf.ts";
import type { SignedJudge } from "./judgeSigned.ts";
import type { VerifyPorts } from "../ports.ts";
import { listVouchers } from "../trust/vouchers.ts";

/** A device on a thin line carries no more. */
const ISSUERS_LIMIT = 500;
const SPOKEN_LIMIT = 20_000;

/**
 * The snapshot of the newest block.
 *
 * @throws Fault `ledger_unreachable` when ledger or index cannot answer for that block.
 */
export async function takeSnapshot(ports: VerifyPorts, { keysOf }: Pick<SignedJudge, "keysOf">): Promise<Snapshot> {
  const { head, vouchers, isComplete } = await listVouchers(ports);
  const { ledger: { id: ledger }, trustRoots, index } = ports;
  const roots = trustRoots();
  const entitled = new Map<Address, { name: string; types: Set<DocumentType> }>();
  const add = (address: Address, name: string, types: readonly DocumentType[]): void => {
    const known = entitled.get(address) ?? { name, types: new Set() };
    entitled.set(address, { name: known.name || name, types: new Set([...known.types, ...types]) });
  };
  // Whoever closed its identity issues nothing any more, whether it was accredited or is a trust root itself; nor does a root whose keys another calls stolen.
  const isSilenced = (address: Address, type: DocumentType): boolean => vouchers.some((voucher) => voucher.grantee === address && voucher.documentType === type && voucher.isSilenced);
  for (const { address, name, documentTypes } of roots) add(address, name, index.deactivatedIn(address) === null ? documentTypes.filter((type) => !isSilenced(address, type)) : []);
  for (const { grantee, name, documentType } of vouchers.filter(({ isInForce }) => isInForce)) add(grantee, name, [documentType]);
  const issuers = await Promise.all([...entitled].slice(0, ISSUERS_LIMIT).map(([address, { name, types }]) => issuerOf(address, { name, types, keysOf, chainId: ledger.chainId })));
  // Whoever was ever above an issuer may have said something that still counts.
  const speakers = [...new Set([...roots.map(({ address }) => address), ...vouchers.flatMap(({ grantee, grantor }) => [grantee, grantor])])];
  const spoken = index.spokenAbout(speakers, SPOKEN_LIMIT);
  return {
    ledger: { chainId: ledger.chainId, genesis: ledger.genesis, anchorRegistry: ledger.anchorRegistry },
    block: blockNamed(head, ledger.chainId),
    trustRoots: trustRootsNamed(roots, ledger.chainId),
    issuers,
    spoken: spoken.map(leafStart),
    isComplete: isComplete && entitled.size <= ISSUERS_LIMIT && spoken.length < SPOKEN_LIMIT,
  };
}

interface Known {
  readonly name: string;
  readonly types: ReadonlySet<DocumentType>;
  readonly keysOf: SignedJudge["keysOf"];
  readonly chainId: number;
}

/** Keys that nobody tells are left out: a code by one of them is then not known to be signed. */
async function issuerOf(address: Address, { name, types, keysOf, chainId }: Known): Promise<SnapshotIssuer> {
  const listed = await keysOf(address, null);
  const methods = listed.isAnswered ? assertionKeys(listed.value) : [];
  const keys = methods.flatMap(({ key }) => (key.kind === "public" ? [{ thumbprint: key.publicKey.thumbprint, publicKeyJwk: key.publicKey.jwk }] : []));
  return { did: didOf(address, chainId), name, documentTypes: [...types].toSorted(), keys };
}
