// /v1/grants: whom the key's issuer accredits, for what, from when until when; and taking that back.

import type { Express, RequestHandler, Response } from "express";
import type { Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import type { Json } from "../../core/json.ts";
import { grant, withdraw, type GrantPorts, type Said } from "../../flows/trust/grants.ts";
import { issuerOf, keyOf, type Authenticate } from "../server/apiKey.ts";
import { readJson } from "../server/body.ts";
import { withLedgerWord, viewOf } from "./grantView.ts";
import { grantRequest, grantsQuery, withdrawalRequest } from "./grantSchemas.ts";
import { idempotencyOf } from "../server/idempotency.ts";
import { identityGiven } from "../issuers/identityGiven.ts";
import { parseInput } from "../server/input.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

type Parts = Pick<ServiceParts, "granting" | "verify" | "ledger" | "nudge">;

/** Adds the resources. */
export function addGrants(app: Express, authenticate: Authenticate, parts: Parts): void {
  const audience = "issuers";
  const mayAccredit = authenticate("accredit");
  const mayRead = authenticate("accredit", "read");
  addResource(app, { path: "/v1/grants", audience, get: [mayRead, listHandler(parts)], post: [mayAccredit, grantHandler(parts)] });
  addResource(app, { path: "/v1/grants\\:withdraw", audience, post: [mayAccredit, withdrawHandler(parts)] });
  addResource(app, { path: "/v1/grants/:id", audience, get: [mayRead, oneHandler(parts)] });
}

function grantHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    const asked = await readJson(request);
    const { grantee, documentTypes, name, from, until, jurisdiction = null, mayPassOn = false, anew = false, despiteLikeness = false } = parseInput(grantRequest, asked);
    const particulars = { name, until: secondsOf(until), jurisdiction, mayPassOn, isAnew: anew, isLikenessKnown: despiteLikeness };
    const common = { grantee: granteeOf(grantee, parts), documentTypes, from: secondsOf(from), idempotency: idempotencyOf(request, { grant: asked }), ...speakerOf(response, parts.granting) };
    answer(response, await grant({ ...common, ...particulars }, parts.granting), parts);
  };
}

function withdrawHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    const asked: Json = await readJson(request);
    const { grantee, documentTypes, from, compromised = false } = parseInput(withdrawalRequest, asked);
    const common = { grantee: granteeOf(grantee, parts), documentTypes, from: secondsOf(from), idempotency: idempotencyOf(request, { withdrawal: asked }), ...speakerOf(response, parts.granting) };
    answer(response, await withdraw({ ...common, isCompromised: compromised }, parts.granting), parts);
  };
}

function speakerOf(response: Response, { clock }: GrantPorts) {
  const { address, account } = issuerOf(response);
  return { grantor: address, account, doing: { by: keyOf(response), at: clock() } };
}

function answer(response: Response, { grants, saidAlready, saidAnew, withoutCredential }: Said, { ledger, nudge }: Parts): void {
  nudge();
  response.status(202).json({ grants: grants.map((each) => viewOf(each, ledger.chainId)), saidAlready, saidAnew, withoutCredential });
}

const secondsOf = (time: string | undefined): number | null => (time === undefined ? null : Math.floor(Date.parse(time) / 1000));

const granteeOf = (text: string, { ledger: { chainId } }: Parts): Address => identityGiven(text, { chainId, what: "grantee" });

const PAGE = 100;

function listHandler({ granting: { grants }, verify, ledger }: Parts): RequestHandler {
  return async (request, response) => {
    const { before } = parseInput(grantsQuery, request.query);
    const grantor = issuerOf(response).address;
    const start = before === undefined ? null : await grants.byId(before);
    if (before !== undefined && start?.body.grantor !== grantor) throw new Fault("not_found", "There is no statement of yours with this id.");
    const found = await grants.of(grantor, { before: start?.number ?? Infinity, limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    response.json({ grants: await withLedgerWord(page, { verify, chainId: ledger.chainId }), ...(found.length > PAGE ? { next: page.at(-1)!.id } : {}) });
  };
}

function oneHandler({ granting: { grants }, verify, ledger }: Parts): RequestHandler {
  return async (request, response) => {
    const found = await grants.byId(String(request.params["id"]));
    if (found === null || found.body.grantor !== issuerOf(response).address) throw new Fault("not_found", "There is no statement of yours with this id.");
    response.json((await withLedgerWord([found], { verify, chainId: ledger.chainId }))[0]);
  };
}
