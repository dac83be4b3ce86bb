// Parties as people name them: by address, by DID, or by the name under which an issuer is registered here.

import { didOf, isAddress, parseDid, type Address } from "../../core/address.ts";
import type { Issuer } from "../../flows/issuing/issuePorts.ts";
import { Complaint } from "../terminal/complaint.ts";
import { chainIdOf, type OpenFolder } from "./dataFolder.ts";
import { parseIdentity } from "../terminal/options.ts";

/** Who is meant, and what it is called here; `name` is `null` for strangers. */
export interface Party {
  readonly address: Address;
  readonly name: string | null;
}

/** The party that `text` names. Throws the complaint `wrong_use` when nobody, or somebody of another ledger, is meant. */
export async function partyNamed(text: string, { office, config }: OpenFolder): Promise<Party> {
  const issuers = await office.register.issuers();
  if (!isAddress(text) && parseDid(text) === null) return only(text, issuers);
  const { identity, chainId } = parseIdentity(text);
  const ours = chainIdOf(config);
  if (chainId !== null && ours !== null && chainId !== ours) throw new Complaint("wrong_use", `${text} is an identity of the chain ${chainId}; this ledger is on the chain ${ours}.`);
  return { address: identity, name: issuers.find(({ address }) => address === identity)?.name ?? null };
}

/** The issuer of this service that `text` names. Throws the complaint `wrong_use` when there is none. */
export async function issuerNamed(text: string, folder: OpenFolder): Promise<Issuer> {
  const { address } = await partyNamed(text, folder);
  const issuer = (await folder.office.register.issuers()).find((each) => each.address === address);
  if (issuer === undefined) throw new Complaint("wrong_use", `${address} is no issuer of this service. See: tradeseal issuer list`);
  return issuer;
}

function only(name: string, issuers: readonly Issuer[]): Party {
  const named = issuers.filter((issuer) => issuer.name === name);
  if (named.length === 1) return named[0]!;
  const known = issuers.map((issuer) => issuer.name).join(", ") || "nobody";
  if (named.length === 0) throw new Complaint("wrong_use", `"${name}" is no address, no DID and no issuer here. Registered here: ${known}.`);
  throw new Complaint("wrong_use", `Several issuers here are called "${name}". Give the address of the one you mean.`);
}

/** The identity's DID; before the first start of the service, what is still open in it. */
export function didText(address: Address, config: OpenFolder["config"]): string {
  const chainId = chainIdOf(config);
  return chainId === null ? "known once the ledger is: after the first start, or with TRADESEAL_LEDGER_FILE" : didOf(address, chainId);
}
