// The service: every resource, in one Express application.

import express, { type Express, type Response } from "express";
import { Fault } from "../core/fault.ts";
import { Backlog } from "../flows/carrying/backlog.ts";
import { requireApiKey } from "./server/apiKey.ts";
import { addBulk } from "./documents/bulk.ts";
import { addCredentials } from "./credentials/credentials.ts";
import { addChallenges } from "./credentials/challenges.ts";
import { addDocs } from "./pages/docs.ts";
import { addDidDocuments } from "./issuers/didDocuments.ts";
import { addDocuments } from "./documents/documents.ts";
import { addGrantCredentials } from "./trust/grantCredentials.ts";
import { addEvents } from "./following/events.ts";
import { addEvidence } from "./documents/evidence.ts";
import { addGrants } from "./trust/grants.ts";
import { addHandIns } from "./credentials/handIns.ts";
import { addHealth } from "./server/health.ts";
import { addIssuerKeys } from "./issuers/issuerKeys.ts";
import { addIssuers } from "./issuers/issuers.ts";
import { addMetrics } from "./server/metrics.ts";
import { addOpenApi } from "./openapi/openapi.ts";
import { Allowance } from "./operators/operatorAllowance.ts";
import { addOperators } from "./operators/operators.ts";
import { addOperatorLists } from "./operators/operatorLists.ts";
import { addOwn } from "./issuers/own.ts";
import { addPages } from "./pages/pages.ts";
import { addPapers } from "./papers/papers.ts";
import type { ServiceParts } from "./parts.ts";
import { problems } from "./server/problem.ts";
import { addReceipts } from "./papers/receipts.ts";
import { addRecognitions } from "./trust/recognitions.ts";
import { requestLog } from "./server/requestLog.ts";
import { refuseOddIds } from "./server/resource.ts";
import { addShapes } from "./credentials/shapes.ts";
import { addSnapshot } from "./pages/snapshot.ts";
import { addStandingWords } from "./documents/standingWords.ts";
import { addStandings } from "./documents/standings.ts";
import { addStatusLists } from "./credentials/statusLists.ts";
import { addTrustGraph } from "./trust/trustGraph.ts";
import { addTrustRoots } from "./trust/trustRoots.ts";
import { addVerifications } from "./documents/verifications.ts";
import { addWatches } from "./following/watches.ts";
import { addWebhooks } from "./following/webhooks.ts";
import { addWellKnown } from "./pages/wellKnown.ts";

export type { ServiceParts } from "./parts.ts";

/** Sends JSON with a line break at its end: in a terminal each answer has a line of its own. */
function jsonLine(this: Response, body?: unknown): Response {
  if (this.get("Content-Type") === undefined) this.type("json");
  return this.send(`${JSON.stringify(body)}\n`);
}

/** The service, ready to listen (see `serverFor`). */
export function createService(parts: ServiceParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.enable("case sensitive routing");
  app.set("etag", false);
  app.set("query parser", "simple");
  app.set("trust proxy", parts.trustedProxies);
  app.response.json = jsonLine;

  app.use(requestLog(parts.log), parts.metrics.timing);
  app.param("id", refuseOddIds);
  // First, because most requests by far are verifications, and each route before it is tried in vain.
  addVerifications(app, parts);
  addChallenges(app, parts);
  addHandIns(app, parts);
  addKeyed(app, parts);
  addPublic(app, parts);
  addPages(app, parts);

  app.use((_request, _response, next) => next(new Fault("not_found", "There is nothing at this address.")));
  app.use(problems(parts.log));
  return app;
}

/** What is done in the name of an issuer, and what costs the service something. */
function addKeyed(app: Express, parts: ServiceParts): void {
  const authenticate = requireApiKey(parts);
  const backlog = new Backlog(parts.waitingLimit, parts.issue);
  addDocuments(app, authenticate, { ...parts, backlog });
  addBulk(app, authenticate, { ...parts, backlog });
  addEvidence(app, authenticate, parts);
  addCredentials(app, authenticate, { ...parts, backlog });
  addStandings(app, authenticate, parts);
  addStandingWords(app, authenticate, parts);
  addPapers(app, authenticate, { ...parts, backlog });
  addReceipts(app, { ...parts, backlog });
  const allowance = new Allowance(parts.issue.clock);
  addOperators(app, authenticate, { ...parts, allowance });
  addOperatorLists(app, authenticate, { ...parts, allowance });
  addOwn(app, authenticate, parts);
  addGrants(app, authenticate, parts);
  addGrantCredentials(app, parts);
  addWebhooks(app, authenticate, parts);
  addEvents(app, authenticate, parts);
  addWatches(app, authenticate, parts);
}

/** What anybody may read. */
function addPublic(app: Express, parts: ServiceParts): void {
  addIssuers(app, parts);
  addIssuerKeys(app, parts);
  addRecognitions(app, parts);
  addTrustRoots(app, parts);
  addSnapshot(app, parts);
  addTrustGraph(app, parts);
  addDidDocuments(app, parts);
  addWellKnown(app, parts);
  addShapes(app, parts);
  addStatusLists(app, parts);
  addHealth(app, parts);
  addMetrics(app, parts);
  addOpenApi(app, parts);
  addDocs(app, parts);
}
