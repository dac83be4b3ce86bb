// /v1/events: an issuer's events as they come (server-sent events, WHATWG HTML), with resume.

import { once } from "node:events";
import { setTimeout as pauseMs } from "node:timers/promises";
import type { Express, Request, RequestHandler, Response } from "express";
import type { Address } from "../../core/address.ts";
import { eventText } from "../../flows/following/eventKinds.ts";
import { Fault } from "../../core/fault.ts";
import type { Events } from "../../flows/following/followPorts.ts";
import { issuerOf, type Authenticate } from "../server/apiKey.ts";
import { eventsQuery } from "./followSchemas.ts";
import { parseInput } from "../server/input.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** Streams of one issuer, and in all, that one process serves. */
const STREAMS_LIMIT = { ofOneIssuer: 10, inAll: 500 } as const;
/** A stream ends after this time; its reader comes again and goes on where it was. */
const LONGEST_MS = 15 * 60_000;
const POLL_MS = 400;
/** Proxies cut what is silent for long, and readers notice a dead connection by it. */
const HEARTBEAT_MS = 15_000;
/** A reader that takes nothing for so long is gone. */
const DRAIN_LIMIT_MS = 30_000;
const PAGE = 200;

/** Adds the resource. Any key of the issuer will do. */
export function addEvents(app: Express, authenticate: Authenticate, parts: Pick<ServiceParts, "following">): void {
  addResource(app, { path: "/v1/events", audience: "issuers", get: [authenticate("read", "issue", "accredit"), streamHandler(parts)] });
}

function streamHandler({ following: { events, farewell } }: Pick<ServiceParts, "following">): RequestHandler {
  const open = new Map<Address, number>();
  return async (request, response) => {
    const { documentId = null, after } = parseInput(eventsQuery, request.query);
    const issuer = issuerOf(response).address;
    const start = await startOf(lastSeen(request, after), { issuer, events });
    const own = open.get(issuer) ?? 0;
    const all = [...open.values()].reduce((sum, count) => sum + count, 0);
    if (own >= STREAMS_LIMIT.ofOneIssuer) throw new Fault("too_many_requests", `You have ${own} streams open already. Close one first.`);
    if (all >= STREAMS_LIMIT.inAll) throw new Fault("overloaded", "There are too many streams open. Try again in a few seconds.");
    open.set(issuer, own + 1);
    try {
      if (request.method !== "HEAD") await stream(response, { issuer, documentId, start, events, farewell });
    } finally {
      const left = open.get(issuer)! - 1;
      if (left === 0) open.delete(issuer);
      else open.set(issuer, left);
    }
    response.end();
  };
}

/** The sequence behind which the caller wants to go on; `null` for whatever comes from now on. */
function lastSeen({ headers }: Request, after: string | undefined): number | null {
  const given = headers["last-event-id"] ?? after;
  if (given === undefined || given === "") return null;
  if (typeof given !== "string" || !/^\d{1,15}$/.test(given)) throw new Fault("request_malformed", 'The header "Last-Event-ID" must be the id of an event of this stream: a whole number.');
  return Number(given);
}

async function startOf(seen: number | null, { issuer, events }: { issuer: Address; events: Events }): Promise<number> {
  const last = await events.lastOf(issuer);
  if (seen === null) return last;
  if (seen > last) throw new Fault("request_malformed", `There is no event ${seen} yet; the newest is ${last}.`);
  const oldest = await events.oldestOf(issuer);
  if (seen + 1 < oldest) throw new Fault("events_forgotten", `The events from ${seen + 1} to ${oldest - 1} are not kept any more. Look how your documents stand, then go on from ${oldest - 1}.`);
  return seen;
}

interface Stream {
  readonly issuer: Address;
  /** Only events about this document. */
  readonly documentId: string | null;
  readonly start: number;
  readonly events: Events;
  readonly farewell: AbortSignal;
}

async function stream(response: Response, { issuer, documentId, start, events, farewell }: Stream): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const ending = AbortSignal.any([gone.signal, farewell, AbortSignal.timeout(LONGEST_MS)]);
  // Not by Express's own way, which would name a charset where the standard knows but one.
  response.setHeader("Content-Type", "text/event-stream");
  response.setHeader("X-Accel-Buffering", "no");
  let sent = start;
  let beatAt = performance.now();
  await write(response, `retry: 1000\nid: ${start}\n\n`);
  while (!ending.aborted) {
    const page = await events.after(issuer, sent, PAGE);
    const wanted = page.filter((event) => documentId === null || event.documentId === documentId || event.data["documentId"] === documentId);
    sent = page.at(-1)?.sequence ?? sent;
    const isSilent = performance.now() - beatAt > HEARTBEAT_MS;
    // An id alone is no event; it tells where to go on, though what came was not wanted here.
    const text = wanted.map((event) => `id: ${event.sequence}\nevent: ${event.kind}\ndata: ${eventText(event)}\n\n`).join("") + (isSilent || (page.length > 0 && wanted.at(-1) !== page.at(-1)) ? `: still here\nid: ${sent}\n\n` : "");
    if (text !== "") {
      await write(response, text);
      beatAt = performance.now();
    }
    if (page.length < PAGE) await pauseMs(POLL_MS, undefined, { signal: ending }).catch(() => {});
  }
}

/** Waits for a slow reader, and gives up one that takes nothing. */
async function write(response: Response, text: string): Promise<void> {
  if (response.destroyed || response.write(text)) return;
  const patience = AbortSignal.timeout(DRAIN_LIMIT_MS);
  await once(response, "drain", { signal: patience }).catch(() => response.destroy());
}
