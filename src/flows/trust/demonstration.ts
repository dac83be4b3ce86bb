// The demonstration: a customs administration that believes in itself, a chamber it accredits, and a rogue nobody does.

import type { Address } from "../../core/address.ts";
import { parseDocumentType, type DocumentType } from "../../core/documentType.ts";
import type { TrustRoot } from "../../core/evidence.ts";
import { BY_SERVICE } from "../../core/journal.ts";
import { grant, type GrantPorts } from "./grants.ts";
import type { Register } from "../issuing/issuePorts.ts";
import type { Clock } from "../ports.ts";

export type DemonstrationRole = "customs" | "chamber" | "rogue";

/** One of the demonstration's issuers. */
export interface DemonstrationIssuer {
  readonly role: DemonstrationRole;
  readonly name: string;
  readonly address: Address;
  readonly apiKey: string;
  /** What it is entitled to issue. Its API key takes any type: the ledger takes anybody's word. */
  readonly documentTypes: readonly DocumentType[];
}

const cast: readonly { role: DemonstrationRole; name: string; documentTypes: readonly DocumentType[] }[] = [
  { role: "customs", name: "Demo Customs Administration", documentTypes: ["AEO"].map(parseDocumentType) },
  { role: "chamber", name: "Demo Chamber of Commerce", documentTypes: ["380", "861"].map(parseDocumentType) },
  { role: "rogue", name: "Rogue Documents Ltd", documentTypes: [] },
];

const BELIEVED = ["380", "705", "851", "861", "ACR", "AEO", "RCT", "TOI"].map(parseDocumentType);
const GRANT_YEARS = 10;

export interface DemonstrationPorts {
  readonly register: Register;
  readonly granting: GrantPorts;
  readonly createKey: () => Promise<Address>;
  readonly clock: Clock;
  /** API keys handed out by an earlier start, by role. */
  readonly apiKeys: Readonly<Partial<Record<DemonstrationRole, string>>>;
  /** Writes of an earlier start; `null` when the grants were not stored yet. */
  readonly grantWrites: readonly number[] | null;
  readonly rememberGrantWrites: (ids: readonly number[]) => Promise<void>;
}

/** Sets up what is missing of the demonstration; what stands from an earlier start stays. */
export async function setUpDemonstration(ports: DemonstrationPorts): Promise<{ issuers: readonly DemonstrationIssuer[]; trustRoot: TrustRoot; grantWrites: readonly number[] }> {
  const issuers: DemonstrationIssuer[] = [];
  for (const member of cast) issuers.push(await enlist(member, ports));
  const [customs, chamber] = issuers;
  const trustRoot = { address: customs!.address, name: customs!.name, documentTypes: BELIEVED };
  const grantWrites = ports.grantWrites ?? (await grantAll(customs!, chamber!, ports));
  return { issuers, trustRoot, grantWrites };
}

async function enlist({ role, name, documentTypes }: (typeof cast)[number], { register, createKey, clock, apiKeys }: DemonstrationPorts): Promise<DemonstrationIssuer> {
  const known = (await register.issuers()).find((issuer) => issuer.name === name);
  const address = known?.address ?? (await createKey());
  if (known === undefined) await register.addIssuer({ address, name, account: address }, clock());
  const earlier = apiKeys[role];
  const isStillGood = earlier !== undefined && (await register.issuerByApiKey(earlier))?.address === address;
  return { role, name, address, documentTypes, apiKey: isStillGood ? earlier : await register.addApiKey(address, clock()) };
}

async function grantAll(customs: DemonstrationIssuer, chamber: DemonstrationIssuer, { granting, clock, rememberGrantWrites }: DemonstrationPorts): Promise<readonly number[]> {
  const year = new Date(clock() * 1000).getUTCFullYear();
  const from = Date.UTC(year, 0, 1) / 1000;
  const until = Date.UTC(year + GRANT_YEARS, 0, 1) / 1000;
  const parties = { grantor: customs.address, account: customs.address, grantee: chamber.address, name: chamber.name };
  const terms = { documentTypes: chamber.documentTypes, from, until, mayPassOn: false, jurisdiction: null, isLikenessKnown: false, isAnew: false };
  const { grants } = await grant({ ...parties, ...terms, idempotency: null, doing: { by: BY_SERVICE, at: clock() } }, granting);
  const ids = grants.map(({ writeId }) => writeId);
  await rememberGrantWrites(ids);
  return ids;
}
