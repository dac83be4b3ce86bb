// /v1/documents/{id}/standing: taking a document back, and giving it back its standing.

import type { Express, RequestHandler } from "express";
import { standingReasons, type StandingReason } from "../../core/ledger.ts";
import { changeStanding, refuseDeactivated } from "../../flows/issuing/issue.ts";
import { issuerOf, type Authenticate } from "../server/apiKey.ts";
import { readJson } from "../server/body.ts";
import { documentFor } from "./documents.ts";
import { viewOf } from "./documentView.ts";
import { parseInput } from "../server/input.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import { standingRequest } from "../openapi/schemas.ts";

/** Adds the resource. The answer is given once the change is stored durably. */
export function addStandings(app: Express, authenticate: Authenticate, { issue, following, nudge, verify }: Pick<ServiceParts, "issue" | "following" | "nudge" | "verify">): void {
  const { store } = issue;
  const change: RequestHandler = async (request, response) => {
    const { standing, replacement = null, reason } = parseInput(standingRequest, await readJson(request));
    const document = await documentFor(request, response, store);
    refuseDeactivated(issuerOf(response), verify.index);
    await changeStanding(document, { standing, replacement, ...saidAs(reason) }, issue);
    nudge();
    response.status(202).json(await viewOf(await documentFor(request, response, store), { store, pages: following.pages }));
  };
  addResource(app, { path: "/v1/documents/:id/standing", audience: "issuers", put: [authenticate("issue"), change] });
}

/** A reason as the ledger takes it. Free text stays here: what goes on the ledger can never be taken off it. */
export function saidAs(reason: string | undefined): { reason: StandingReason; note: string | null } {
  const known = standingReasons.find((name) => name === reason);
  return known === undefined ? { reason: "unspecified", note: reason ?? null } : { reason: known, note: null };
}
