// /v1/recognitions: for rights that last, who recognises whose, since when, until when, by which path.

import type { Express } from "express";
import { didOf, type Address } from "../../core/address.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { NO_END } from "../../core/ledger.ts";
import type { Reason } from "../../core/outcome.ts";
import { blockNamed, dateOf, type ReportBlock, type ReportGrant, type ReportParty } from "../../core/report.ts";
import { listRecognitions, type Recognition } from "../../flows/trust/recognitions.ts";
import { limitByAddress } from "../server/addresses.ts";
import { shared } from "../issuers/issuers.ts";
import type { ServiceParts } from "../parts.ts";
import { addRecognitionsPage } from "../pages/recognitionsPage.ts";
import { addResource } from "../server/resource.ts";

/** Every recognition that this verifier's trust roots lead to, as of one newest block. */
export interface RecognitionsView {
  readonly recognitions: readonly RecognitionView[];
  /** Whether these are all; when not, none of them is called in force. */
  readonly isComplete: boolean;
  readonly block: ReportBlock;
}

export interface RecognitionView {
  readonly documentType: DocumentType;
  readonly recogniser: ReportParty;
  readonly recognised: ReportParty;
  readonly from: string;
  /** The first moment at which it is not in force; absent when it has no end. */
  readonly until?: string;
  readonly recordedAt: string;
  readonly mayPassOn: boolean;
  readonly isInForce: boolean;
  readonly reason?: Reason;
  readonly path?: readonly ReportGrant[];
}

/** Adds the resource and its page. They read every grant again, so they count against a caller's limit like verifications. */
export function addRecognitions(app: Express, parts: Pick<ServiceParts, "verify" | "rateLimit" | "publicUrl">): void {
  const { verify, rateLimit } = parts;
  const ask = shared(async () => viewOf(await listRecognitions(verify), verify));
  const limit = limitByAddress(rateLimit);
  addResource(app, { path: "/v1/recognitions", audience: "anyone", get: [limit, async (_request, response) => void response.json(await ask())] });
  addRecognitionsPage(app, { ask, limit, ...parts });
}

function viewOf({ head, recognitions, isComplete }: Awaited<ReturnType<typeof listRecognitions>>, { ledger, trustRoots }: ServiceParts["verify"]): RecognitionsView {
  const { chainId } = ledger.id;
  const names = new Map<Address, string>();
  // A name in a grant in force goes before one in a grant that has ended; a trust root's own before all.
  for (const { recognised, name } of recognitions.toSorted((left, right) => Number(left.path !== null) - Number(right.path !== null))) if (name !== "") names.set(recognised, name);
  for (const { address, name } of trustRoots()) names.set(address, name);
  const party = (address: Address): ReportParty => ({ did: didOf(address, chainId), address, ...(names.has(address) ? { name: names.get(address)! } : {}) });
  return { recognitions: recognitions.map((recognition) => recognitionView(recognition, party)), isComplete, block: blockNamed(head, chainId) };
}

function recognitionView({ documentType, recogniser, recognised, statement, withdrawnFrom, path, reason }: Recognition, party: (address: Address) => ReportParty): RecognitionView {
  const until = Math.min(statement.until, path === null ? (withdrawnFrom ?? NO_END) : NO_END);
  return {
    ...{ documentType, recogniser: party(recogniser), recognised: party(recognised) },
    from: dateOf(statement.from),
    ...(until === NO_END ? {} : { until: dateOf(until) }),
    ...{ recordedAt: dateOf(statement.time), mayPassOn: statement.mayPassOn, isInForce: path !== null },
    ...(reason === null ? {} : { reason }),
    ...(path === null ? {} : { path: path.map((link) => ({ grantor: party(link.grantor), grantee: party(link.grantee), documentType, ...periodOf(link.statement) })) }),
  };
}

const periodOf = ({ from, until, time }: Recognition["statement"]): Pick<ReportGrant, "from" | "until" | "recordedAt"> => ({
  from: dateOf(from),
  ...(until === NO_END ? {} : { until: dateOf(until) }),
  recordedAt: dateOf(time),
});
