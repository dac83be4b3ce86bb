// /v1/watches: digests that somebody wants to be told about when their verdict changes.

import type { Express, Request, RequestHandler, Response } from "express";
import { Fault } from "../../core/fault.ts";
import { dateOf } from "../../core/report.ts";
import { parseSeal } from "../../core/seal.ts";
import type { Watch } from "../../flows/following/followPorts.ts";
import { watch } from "../../flows/following/watch.ts";
import { issuerOf, type Authenticate } from "../server/apiKey.ts";
import { readJson } from "../server/body.ts";
import { cursorAt, pairIn } from "../server/cursor.ts";
import { pageQuery, watchRequest } from "./followSchemas.ts";
import { parseInput } from "../server/input.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import { identityGiven } from "../issuers/identityGiven.ts";

type Parts = Pick<ServiceParts, "following" | "issue" | "verify">;

const PAGE = 100;

/** Adds the resources. Whoever has a key, of any scope, may watch any digest: what a verdict is, anyone may ask anyway. */
export function addWatches(app: Express, authenticate: Authenticate, parts: Parts): void {
  const audience = "issuers";
  const mayFollow = authenticate("read", "issue", "accredit");
  addResource(app, { path: "/v1/watches", audience, get: [mayFollow, listHandler(parts)], post: [mayFollow, addHandler(parts)] });
  addResource(app, { path: "/v1/watches/:id", audience, get: [mayFollow, oneHandler(parts)], delete: [mayFollow, removeHandler(parts)] });
}

function addHandler({ following: { watches }, issue: { newId }, verify }: Parts): RequestHandler {
  return async (request, response) => {
    const { digest, documentType = null, issuer, seal } = parseInput(watchRequest, await readJson(request));
    const asked = {
      ...{ id: newId(), holder: issuerOf(response).address, digest, documentType },
      issuer: issuer === undefined ? null : identityGiven(issuer, { chainId: verify.ledger.id.chainId, what: "issuer" }),
      seal: seal === undefined ? null : parseSeal(typeof seal === "string" ? seal : JSON.stringify(seal)),
    };
    const stored = await watch(asked, { watches, verify, random: Math.random });
    response.status(201).location(`/v1/watches/${stored.id}`).json(viewOf(stored));
  };
}

function viewOf({ id, digest, documentType, issuer, seal, verdict, reason, doubtSince, judgedAt, createdAt }: Watch): object {
  return {
    ...{ id, digest, hasSeal: seal !== null, verdict, judgedAt: dateOf(Math.floor(judgedAt)), createdAt: dateOf(Math.floor(createdAt)) },
    ...(documentType === null ? {} : { documentType }),
    ...(issuer === null ? {} : { issuer }),
    ...(reason === null ? {} : { reason }),
    ...(doubtSince === null ? {} : { doubtSince: dateOf(Math.floor(doubtSince)) }),
  };
}

function listHandler({ following: { watches } }: Parts): RequestHandler {
  return async (request, response) => {
    const { limit = PAGE, cursor } = parseInput(pageQuery, request.query);
    const [createdAt, id] = cursor === undefined ? [] : pairIn(cursor);
    const before = createdAt === undefined ? null : { createdAt, id: id! };
    const found = await watches.of(issuerOf(response).address, { before, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    response.json({ watches: page.map(viewOf), ...(found.length > limit ? { next: cursorAt([last!.createdAt, last!.id]) } : {}) });
  };
}

async function watchFor(request: Request, response: Response, { following: { watches } }: Parts): Promise<Watch> {
  const found = await watches.byId(String(request.params["id"]));
  if (found === null || found.holder !== issuerOf(response).address) throw new Fault("not_found", "There is no watch of yours with this id.");
  return found;
}

function oneHandler(parts: Parts): RequestHandler {
  return async (request, response) => void response.json(viewOf(await watchFor(request, response, parts)));
}

function removeHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    await parts.following.watches.remove((await watchFor(request, response, parts)).id);
    response.status(204).end();
  };
}
