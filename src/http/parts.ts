// Parts: what the service is put together from. Only serving.ts makes them.

import type { Logger } from "pino";
import type { EvidenceFile } from "../core/evidenceFile.ts";
import type { Ledger } from "../core/ledger.ts";
import type { Seal } from "../core/seal.ts";
import type { ApiKeys } from "../flows/trust/administrationPorts.ts";
import type { FollowStore, GuardedPoster } from "../flows/following/followPorts.ts";
import type { GrantPorts } from "../flows/trust/grants.ts";
import type { IdentityReader } from "../flows/identities/ledgerIdentity.ts";
import type { IssuePorts } from "../flows/issuing/issuePorts.ts";
import type { PaperIssuingPorts } from "../flows/issuing/issueWithPapers.ts";
import type { Papers } from "../flows/issuing/paperPorts.ts";
import type { ReceiptPorts } from "../flows/issuing/receipts.ts";
import type { OwnIdentities } from "../flows/identities/ownIdentities.ts";
import type { Secret } from "../core/secret.ts";
import type { StatusLists } from "../flows/issuing/servedStatusLists.ts";
import type { VerifyPorts } from "../flows/ports.ts";
import type { OperatorDesk } from "../flows/operators/operatorDesk.ts";
import type { Challenge } from "../flows/verifying/credentialPorts.ts";
import type { HandIn } from "../flows/presenting/handIn.ts";
import type { SignedJudge } from "../flows/verifying/judgeSigned.ts";
import type { Metrics, Vitals } from "./server/metrics.ts";

/** Everything the service needs of the world. */
export interface ServiceParts {
  readonly verify: VerifyPorts;
  /** Judges credentials, codes and presentations. */
  readonly judging: SignedJudge;
  /** Tells what operators are authorised to. */
  readonly desk: OperatorDesk;
  /** Makes challenges that holders answer. */
  readonly makeChallenge: (audience: string) => Promise<Challenge>;
  /** Takes presentations in for those who made the challenge. */
  readonly handIn: HandIn;
  readonly issue: IssuePorts;
  readonly apiKeys: Pick<ApiKeys, "holderOf" | "list">;
  readonly granting: GrantPorts;
  readonly issuing: PaperIssuingPorts;
  readonly papers: Papers;
  readonly receipts: ReceiptPorts;
  readonly statusLists: StatusLists;
  readonly following: FollowStore & {
    /** Tells what is wrong with an endpoint's address. */
    readonly poster: Pick<GuardedPoster, "flawOf">;
    /** Aborted when the service stops: streams end, and their readers come again. */
    readonly farewell: AbortSignal;
  };
  readonly ownIdentities: OwnIdentities;
  /** Identities as the ledger has them now. */
  readonly ledgerIdentities: IdentityReader;
  /** As published at `/.well-known/tradeseal-ledger.json`. */
  readonly ledger: Ledger;
  /** Evidence of a seal's anchor, proven by the ledger's node. Throws `evidence_unavailable` or `ledger_unreachable`. */
  readonly evidenceOf: (seal: Seal) => Promise<EvidenceFile>;
  /** Where the world finds this service, without a slash at the end. */
  readonly publicUrl: string;
  /** A larger file is refused. */
  readonly uploadLimitBytes: number;
  /** How many documents may wait for the ledger; more are refused. */
  readonly waitingLimit: number;
  readonly rateLimit: RateLimit;
  /** How many proxies stand before us and may tell a caller's address. */
  readonly trustedProxies: number;
  readonly log: Logger;
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: Metrics;
  readonly vitals: () => Promise<Vitals>;
  /** What callers from other machines must send to read the metrics; `null` when none may. */
  readonly metricsToken: Secret | null;
  /** Called after something was accepted, so that the worker need not wait for its next turn. */
  readonly nudge: () => void;
  /** The built page. */
  readonly webFolder: string;
}

/** How often one address may ask. */
export interface RateLimit {
  readonly perMinute: number;
  readonly exemptLoopback: boolean;
}

/** Whether the service can do all its work, and what it waits for when it cannot. */
export interface Readiness {
  readonly isReady: boolean;
  readonly waitingFor: readonly string[];
}
