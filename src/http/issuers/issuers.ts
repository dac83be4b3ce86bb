// /v1/issuers: who is accredited for what, by whom, until when.

import type { Express } from "express";
import { didOf, type Address, type Did } from "../../core/address.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { NO_END, type Head } from "../../core/ledger.ts";
import { blockNamed, dateOf, type ReportBlock, type ReportParty } from "../../core/report.ts";
import { listVouchers, type Voucher } from "../../flows/trust/vouchers.ts";
import { limitByAddress } from "../server/addresses.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** Everybody whom this verifier's trust roots lead to, as of one newest block. */
export interface IssuersView {
  readonly issuers: readonly IssuerView[];
  /** Whether these are all; when not, none of them is called in force. */
  readonly isComplete: boolean;
  readonly block: ReportBlock;
}

export interface IssuerView {
  readonly did: Did;
  readonly address: Address;
  /** From the newest grant, one in force before others; never from the issuer itself. Empty when the ledger confirms none. */
  readonly name: string;
  readonly accreditations: readonly AccreditationView[];
}

export interface AccreditationView {
  readonly documentType: DocumentType;
  readonly by: ReportParty;
  readonly from: string;
  /** Absent when it has no end. */
  readonly until?: string;
  readonly mayPassOn: boolean;
  readonly recordedAt: string;
  readonly isInForce: boolean;
}

/** Adds the resource. It reads every grant again, so it counts against a caller's limit like a verification. */
export function addIssuers(app: Express, { verify, rateLimit }: Pick<ServiceParts, "verify" | "rateLimit">): void {
  const ask = shared(async () => viewOf(await listVouchers(verify), verify));
  addResource(app, { path: "/v1/issuers", audience: "anyone", get: [limitByAddress(rateLimit), async (_request, response) => void response.json(await ask())] });
}

/** The same question, asked once at a time: callers who ask while an answer is under way get that answer. */
export function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => (underWay ??= ask().finally(() => (underWay = null)));
}

function viewOf({ head, vouchers, isComplete }: { head: Head; vouchers: readonly Voucher[]; isComplete: boolean }, { ledger, trustRoots }: ServiceParts["verify"]): IssuersView {
  const { chainId } = ledger.id;
  const byGrantee = Map.groupBy(vouchers, ({ grantee }) => grantee);
  const names = new Map([...byGrantee].map(([address, own]) => [address, nameIn(own)]));
  for (const { address, name } of trustRoots()) names.set(address, name);
  const party = (address: Address): ReportParty => ({ did: didOf(address, chainId), address, ...(names.get(address) ? { name: names.get(address)! } : {}) });
  const issuers = [...byGrantee].map(([address, own]) => ({
    did: didOf(address, chainId),
    address,
    name: names.get(address)!,
    accreditations: own.map((voucher) => accreditationOf(voucher, party(voucher.grantor))),
  }));
  return { issuers, isComplete, block: blockNamed(head, chainId) };
}

function nameIn(vouchers: readonly Voucher[]): string {
  const named = vouchers.filter(({ name }) => name !== "").toSorted((left, right) => left.statement.time - right.statement.time);
  return (named.findLast(({ isInForce }) => isInForce) ?? named.at(-1))?.name ?? "";
}

function accreditationOf({ documentType, statement, isInForce }: Voucher, by: ReportParty): AccreditationView {
  const { from, until, mayPassOn, time } = statement;
  return { documentType, by, from: dateOf(from), ...(until === NO_END ? {} : { until: dateOf(until) }), mayPassOn, recordedAt: dateOf(time), isInForce };
}
