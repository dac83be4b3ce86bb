// /v1/webhooks: endpoints to which an issuer's events are sent, and what could not be delivered.

import { randomBytes } from "node:crypto";
import type { Express, Request, RequestHandler, Response } from "express";
import { eventKinds } from "../../flows/following/eventKinds.ts";
import { Fault } from "../../core/fault.ts";
import { dateOf } from "../../core/report.ts";
import { secretText } from "../../core/webhookSignature.ts";
import type { Delivery, Webhook } from "../../flows/following/followPorts.ts";
import { issuerOf, type Authenticate } from "../server/apiKey.ts";
import { readJson } from "../server/body.ts";
import { cursorAt, placeIn } from "../server/cursor.ts";
import { pageQuery, replayRequest, webhookRequest } from "./followSchemas.ts";
import { parseInput } from "../server/input.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** Endpoints of one issuer. */
const WEBHOOKS_LIMIT = 20;
/** How long both secrets sign after a change. */
const BOTH_SECRETS_SECONDS = 86_400;
const PAGE = 100;

type Parts = Pick<ServiceParts, "following" | "issue">;

/** Adds the resources. Who may see an issuer's documents may be told of them, so any key of the issuer will do. */
export function addWebhooks(app: Express, authenticate: Authenticate, parts: Parts): void {
  const audience = "issuers";
  const mayFollow = authenticate("read", "issue", "accredit");
  const path = "/v1/webhooks";
  addResource(app, { path, audience, get: [mayFollow, listHandler(parts)], post: [mayFollow, addHandler(parts)] });
  addResource(app, { path: `${path}/:id`, audience, get: [mayFollow, oneHandler(parts)], delete: [mayFollow, removeHandler(parts)] });
  addResource(app, { path: `${path}/:id/rotate`, audience, post: [mayFollow, rotateHandler(parts)] });
  addResource(app, { path: `${path}/:id/failures`, audience, get: [mayFollow, failuresHandler(parts)] });
  addResource(app, { path: `${path}/:id/replay`, audience, post: [mayFollow, replayHandler(parts)] });
}

function addHandler({ following: { webhooks, poster }, issue: { clock, newId } }: Parts): RequestHandler {
  return async (request, response) => {
    const { url, events = eventKinds } = parseInput(webhookRequest, await readJson(request));
    const flaw = poster.flawOf(url);
    if (flaw !== null) throw new Fault("request_malformed", `The field "url" is no address to which events are sent (${flaw}): it must be https, on port 443, without a name or password in it, and not on this machine or a private network.`);
    const secret = secretText(randomBytes(32));
    const kinds = eventKinds.filter((kind) => events.includes(kind));
    const made = await webhooks.add({ id: newId(), issuer: issuerOf(response).address, url, kinds, createdAt: clock(), secret }, WEBHOOKS_LIMIT);
    if (made === null) throw new Fault("limit_reached", `You have ${WEBHOOKS_LIMIT} webhooks already. Remove one first.`);
    response.status(201).location(`/v1/webhooks/${made.id}`).json({ ...viewOf(made), secret });
  };
}

function viewOf({ id, url, kinds, isEnabled, createdAt, failingSince, problem }: Webhook): object {
  return {
    ...{ id, url, events: kinds, enabled: isEnabled, createdAt: dateOf(Math.floor(createdAt)) },
    ...(failingSince === null ? {} : { failingSince: dateOf(Math.floor(failingSince)) }),
    ...(problem === null ? {} : { problem }),
  };
}

function listHandler({ following: { webhooks }, issue: { clock } }: Parts): RequestHandler {
  return async (_request, response) => {
    response.json({ webhooks: (await webhooks.of(issuerOf(response).address, clock())).map(viewOf) });
  };
}

/** The endpoint that the path names, when it is the caller's. */
async function webhookFor(request: Request, response: Response, { following: { webhooks }, issue: { clock } }: Parts): Promise<Webhook> {
  const found = await webhooks.byId(String(request.params["id"]), clock());
  if (found === null || found.issuer !== issuerOf(response).address) throw new Fault("not_found", "There is no webhook of yours with this id.");
  return found;
}

function oneHandler(parts: Parts): RequestHandler {
  return async (request, response) => void response.json(viewOf(await webhookFor(request, response, parts)));
}

function removeHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    await parts.following.webhooks.remove((await webhookFor(request, response, parts)).id);
    response.status(204).end();
  };
}

function rotateHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { id } = await webhookFor(request, response, parts);
    const secret = secretText(randomBytes(32));
    const previousUntil = parts.issue.clock() + BOTH_SECRETS_SECONDS;
    await parts.following.webhooks.rotate(id, secret, previousUntil);
    response.json({ id, secret, previousUntil: dateOf(Math.floor(previousUntil)) });
  };
}

function failuresHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { id } = await webhookFor(request, response, parts);
    const { limit = PAGE, cursor } = parseInput(pageQuery, request.query);
    const found = await parts.following.webhooks.failuresOf(id, cursor === undefined ? -1 : placeIn(cursor), limit + 1);
    const page = found.slice(0, limit);
    response.json({ failures: page.map(failureOf), ...(found.length > limit ? { next: cursorAt(page.at(-1)!.sequence) } : {}) });
  };
}

const failureOf = ({ eventId, kind, sequence, attempts, problem, failedAt, body }: Delivery): object => ({
  ...{ id: eventId, type: kind, sequence, attempts },
  ...(problem === null ? {} : { problem }),
  failedAt: dateOf(Math.floor(failedAt ?? 0)),
  event: JSON.parse(body) as object,
});

function replayHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { id } = await webhookFor(request, response, parts);
    const { events = null } = parseInput(replayRequest, await readJson(request));
    response.status(202).json({ replayed: await parts.following.webhooks.replay(id, events, parts.issue.clock()) });
  };
}
