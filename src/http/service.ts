// The service: every resource, in one Express application.

import express, { type Express, type Response } from "express";
import { Fault } from "../core/fault.ts";
import { Backlog } from "../flows/backlog.ts";
import { requireApiKey } from "./apiKey.ts";
import { addBulk } from "./bulk.ts";
import { addCredentials } from "./credentials.ts";
import { addChallenges } from "./challenges.ts";
import { addDocs } from "./docs.ts";
import { addDidDocuments } from "./didDocuments.ts";
import { addDocuments } from "./documents.ts";
import { addGrantCredentials } from "./grantCredentials.ts";
import { addEvents } from "./events.ts";
import { addEvidence } from "./evidence.ts";
import { addGrants } from "./grants.ts";
import { addHandIns } from "./handIns.ts";
import { addHealth } from "./health.ts";
import { addIssuerKeys } from "./issuerKeys.ts";
import { addIssuers } from "./issuers.ts";
import { addMetrics } from "./metrics.ts";
import { addOpenApi } from "./openapi.ts";
import { Allowance } from "./operatorAllowance.ts";
import { addOperators } from "./operators.ts";
import { addOperatorLists } from "./operatorLists.ts";
import { addOwn } from "./own.ts";
import { addPages } from "./pages.ts";
import { addPapers } from "./papers.ts";
import type { ServiceParts } from "./parts.ts";
import { problems } from "./problem.ts";
import { addReceipts } from "./receipts.ts";
import { addRecognitions } from "./recognitions.ts";
import { requestLog } from "./requestLog.ts";
import { refuseOddIds } from "./resource.ts";
import { addShapes } from "./shapes.ts";
import { addSnapshot } from "./snapshot.ts";
import { addStandingWords } from "./standingWords.ts";
import { addStandings } from "./standings.ts";
import { addStatusLists } from "./statusLists.ts";
import { addTrustGraph } from "./trustGraph.ts";
import { addTrustRoots } from "./trustRoots.ts";
import { addVerifications } from "./verifications.ts";
import { addWatches } from "./watches.ts";
import { addWebhooks } from "./webhooks.ts";
import { addWellKnown } from "./wellKnown.ts";

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
