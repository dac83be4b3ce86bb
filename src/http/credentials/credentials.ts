// /v1/credentials: credentials issued in the name of the key's issuer, how they stand, and what their holders let be told.

import type { Express, Request, RequestHandler, Response } from "express";
import { Fault } from "../../core/fault.ts";
import type { JsonObject } from "../../core/json.ts";
import { standingOf } from "../../core/operators/operatorStatus.ts";
import type { Backlog } from "../../flows/carrying/backlog.ts";
import { USUAL_ALGORITHM } from "../../flows/issuing/credentialSigning.ts";
import { changeStanding, refuseDeactivated } from "../../flows/issuing/issue.ts";
import type { Consent, StoredCredential } from "../../flows/issuing/issuancePorts.ts";
import { hasPaper, issueWithPapers } from "../../flows/issuing/issueWithPapers.ts";
import { issuerOf, keyOf, type Authenticate } from "../server/apiKey.ts";
import { readJson } from "../server/body.ts";
import { consent as consentRequest, credentialRequest, credentialsQuery, credentialStandingRequest } from "./credentialSchemas.ts";
import { credentialViewOf, issuedView } from "./credentialView.ts";
import { cursorAt, placeIn } from "../server/cursor.ts";
import { idempotencyOf } from "../server/idempotency.ts";
import { parseInput } from "../server/input.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import { standingRequest } from "../openapi/schemas.ts";
import { saidAs } from "../documents/standings.ts";

type Parts = Pick<ServiceParts, "issue" | "issuing" | "nudge" | "verify"> & { readonly backlog: Backlog };

/** Adds the resources of credentials. */
export function addCredentials(app: Express, authenticate: Authenticate, parts: Parts): void {
  const audience = "issuers";
  const [mayRead, mayIssue] = [authenticate("read", "issue"), authenticate("issue")];
  addResource(app, { path: "/v1/credentials", audience, get: [mayRead, listHandler(parts)], post: [mayIssue, issueHandler(parts)] });
  addResource(app, { path: "/v1/credentials/:id", audience, get: [mayRead, async (request, response) => void response.json(await viewOf(await credentialFor(request, response, parts), parts))] });
  addResource(app, { path: "/v1/credentials/:id/standing", audience, put: [mayIssue, standingHandler(parts)] });
  addResource(app, { path: "/v1/credentials/:id/consent", audience, put: [mayIssue, consentHandler(parts)] });
}

/** The credential that the path names, when it belongs to the caller. Throws `not_found`: whether it is another's is nobody's business. */
async function credentialFor(request: Request, response: Response, { issuing: { issuances } }: Pick<Parts, "issuing">): Promise<StoredCredential> {
  const credential = await issuances.credentialById(String(request.params["id"]));
  if (credential === null || credential.issuer !== issuerOf(response).address) throw new Fault("not_found", "There is no credential of yours with this id.");
  return credential;
}

const viewOf = (credential: StoredCredential, { issuing: { issuances }, issue: { store } }: Parts) => credentialViewOf(credential, { issuances, store });

const NO_CONSENT: Consent = { publishName: false, shareWithMraPartners: false };

function issueHandler({ issue, issuing, nudge, verify, backlog }: Parts): RequestHandler {
  return async (request, response) => {
    const issuer = issuerOf(response);
    refuseDeactivated(issuer, verify.index);
    await backlog.refuseWhenFull("alone");
    const asked = await readJson(request);
    const { type, format, algorithm = USUAL_ALGORITHM, credentialSubject, validFrom = null, validUntil = null, consent = NO_CONSENT, language = null, document = type === "CertificateOfOriginCredential" } = parseInput(credentialRequest, asked);
    if (document && !hasPaper(type)) throw new Fault("request_malformed", 'The field "document" asks for a PDF, and credentials of this type have none. Leave it out.');
    const wanted = { type, format, algorithm, subject: credentialSubject as JsonObject, validFrom, validUntil, consent, wantsDocument: document, language };
    const { issuance, isNew } = await issueWithPapers({ ...wanted, idempotency: idempotencyOf(request, { credential: asked }) }, { issuer, doing: { by: keyOf(response), at: issuing.clock() } }, issuing);
    if (isNew) backlog.note(issuance.parts.length);
    if (isNew) nudge();
    const { credential } = issuance.parts[0]!;
    response.status(201).location(`/v1/credentials/${credential!.id}`).json(await issuedView(credential!, issuance, issue.store));
  };
}

const PAGE = 100;

function listHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { limit = PAGE, cursor } = parseInput(credentialsQuery, request.query);
    const found = await parts.issuing.issuances.credentialsOf(issuerOf(response).address, { before: cursor === undefined ? null : placeIn(cursor), limit: limit + 1 });
    const page = found.slice(0, limit);
    const next = found.length > limit ? { next: cursorAt(page.at(-1)!.number) } : {};
    response.json({ credentials: await Promise.all(page.map((credential) => viewOf(credential, parts))), ...next });
  };
}

function standingHandler(parts: Parts): RequestHandler {
  const { issue, nudge, verify } = parts;
  return async (request, response) => {
    const asked = await readJson(request);
    const credential = await credentialFor(request, response, parts);
    const { standing, replacement = null, reason } = changeAskedFor(asked, credential);
    refuseDeactivated(issuerOf(response), verify.index);
    await changeStanding(credential.document, { standing, replacement, ...saidAs(reason) }, issue);
    nudge();
    response.status(202).json(await viewOf(await credentialFor(request, response, parts), parts));
  };
}

/** A change in the words of all documents, or in those of the transport operators' data bank. */
function changeAskedFor(asked: unknown, { shape }: StoredCredential) {
  const isByStatus = typeof asked === "object" && asked !== null && Object.hasOwn(asked, "status");
  if (!isByStatus) return parseInput(standingRequest, asked);
  if (shape !== "toi") throw new Fault("request_malformed", 'The field "status" is for transport-operator identifiers only. Say "standing", and why in "reason".');
  return { ...standingOf[parseInput(credentialStandingRequest.options[1], asked).status], replacement: null };
}

function consentHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    const consent = parseInput(consentRequest, await readJson(request));
    const { id } = await credentialFor(request, response, parts);
    await parts.issuing.issuances.setConsent(id, consent);
    response.json(await viewOf(await credentialFor(request, response, parts), parts));
  };
}
