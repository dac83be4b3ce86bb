// /v1/standings: taking back, suspending and reinstating what others anchored, in the name of a grantor above them.

import type { Express, RequestHandler } from "express";
import { didOf, type Did } from "../../core/address.ts";
import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import type { Standing, StandingReason } from "../../core/ledger.ts";
import { dateOf } from "../../core/report.ts";
import type { StandingWarning } from "../../core/standing.ts";
import type { StandingWord, WriteState } from "../../flows/issuing/issuePorts.ts";
import { refuseDeactivated } from "../../flows/issuing/issue.ts";
import { takeBack, warningsAbout } from "../../flows/issuing/takeBack.ts";
import { english } from "../../words/english/table.ts";
import { issuerOf, type Authenticate } from "../server/apiKey.ts";
import { readJson } from "../server/body.ts";
import { identityGiven } from "../issuers/identityGiven.ts";
import { parseInput } from "../server/input.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import { standingWordRequest } from "../openapi/schemas.ts";
import { saidAs } from "./standings.ts";

/** A word as its speaker sees it. */
export interface StandingWordView {
  readonly id: string;
  readonly speaker: Did;
  readonly issuer: Did;
  readonly documentType: DocumentType;
  readonly digest: Digest;
  readonly standing: Standing;
  /** As it goes on the ledger. */
  readonly reason: StandingReason;
  readonly replacement?: Digest;
  readonly state: WriteState;
  readonly recordedAt?: string;
  /** Why the ledger refuses it, while it does. */
  readonly problem?: string;
  readonly warnings: readonly { readonly code: StandingWarning; readonly means: string }[];
}

type Parts = Pick<ServiceParts, "issue" | "verify" | "nudge">;

/** Adds the resources. A word is answered once it is stored durably. */
export function addStandingWords(app: Express, authenticate: Authenticate, parts: Parts): void {
  const { issue, verify, nudge } = parts;
  const { chainId } = verify.ledger.id;
  const accept: RequestHandler = async (request, response) => {
    refuseDeactivated(issuerOf(response), verify.index);
    const { issuer, reason, replacement = null, ...asked } = parseInput(standingWordRequest, await readJson(request));
    const { word, isNew } = await takeBack(issuerOf(response), { ...asked, replacement, issuer: identityGiven(issuer, { chainId, what: "issuer" }), ...saidAs(reason) }, issue);
    if (isNew) nudge();
    response.status(202).location(`/v1/standings/${word.id}`).json(await viewOf(word, parts));
  };
  const show: RequestHandler = async (request, response) => {
    const word = await issue.store.standingWordById(String(request.params["id"]));
    if (word === null || word.speaker !== issuerOf(response).address) throw new Fault("not_found", "There is no word of yours with this id.");
    response.json(await viewOf(word, parts));
  };
  addResource(app, { path: "/v1/standings", audience: "issuers", post: [authenticate("issue"), accept] });
  addResource(app, { path: "/v1/standings/:id", audience: "issuers", get: [authenticate("read", "issue"), show] });
}

async function viewOf(word: StandingWord, { issue, verify }: Parts): Promise<StandingWordView> {
  const { id, speaker, issuer, documentType, digest, standing, reason, replacement, writeId } = word;
  const { chainId } = verify.ledger.id;
  const [write, warnings] = await Promise.all([issue.store.writeById(writeId), warningsAbout(word, verify)]);
  const { state, block, problem } = write!;
  return {
    ...{ id, speaker: didOf(speaker, chainId), issuer: didOf(issuer, chainId), documentType, digest, standing, reason },
    ...(replacement === null ? {} : { replacement }),
    state,
    ...(block === null ? {} : { recordedAt: dateOf(block.time) }),
    ...(problem === null ? {} : { problem }),
    warnings: warnings.map((code) => ({ code, means: english.standingWarnings[code] })),
  };
}
