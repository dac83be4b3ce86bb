// /v1/challenges/{challenge}/…: where a holder hands its presentation in, and where who made the challenge is told what came of it.

import { setTimeout as pause } from "node:timers/promises";
import type { Express, Request, RequestHandler, Response } from "express";
import { Fault } from "../../core/fault.ts";
import { CHALLENGE_SECONDS } from "../../flows/presenting/challenges.ts";
import type { AwaitedNow } from "../../flows/presenting/handIn.ts";
import { limitByAddress } from "../server/addresses.ts";
import { apiKeyOf as tokenOf } from "../server/apiKey.ts";
import { readJson } from "../server/body.ts";
import { parseInput } from "../server/input.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import { handInRequest } from "../openapi/schemas.ts";

type Parts = Pick<ServiceParts, "handIn" | "rateLimit" | "metrics" | "following">;

/** A wallet sends one, and perhaps again; whoever sends more tries to take places. */
const HAND_INS_A_MINUTE = 20;
/** An answer is held open for so long: shorter than proxies are patient. */
const HOLD_MS = 20_000;
const LOOK_EVERY_MS = 1_000;
/** Each of them looks into the store once a second. More are told at once that there is nothing yet. */
const HELD_LIMIT = 200;
/** An answer that nobody fetched is erased after that. */
const ERASE_AFTER_MS = (CHALLENGE_SECONDS + 120) * 1_000;

/** Adds the resources. */
export function addHandIns(app: Express, parts: Parts): void {
  const { rateLimit } = parts;
  const limit = limitByAddress({ ...rateLimit, perMinute: Math.min(HAND_INS_A_MINUTE, rateLimit.perMinute) });
  addResource(app, { path: "/v1/challenges/:challenge/presentation", audience: "anyone", post: [limit, takeHandler(parts)] });
  addResource(app, { path: "/v1/challenges/:challenge/answer", audience: "issuers", get: [limitByAddress(rateLimit), answerHandler(parts)] });
}

/** There are bytes that PostgreSQL takes in no text. */
function challengeIn({ params }: Request): string {
  const challenge = String(params["challenge"]);
  if (!/^[\w-]{20,200}$/.test(challenge)) throw new Fault("not_found", "There is no such challenge. Send to the address as it was given to you.");
  return challenge;
}

function takeHandler({ handIn, metrics }: Parts): RequestHandler {
  return async (request, response) => {
    const { presentation } = parseInput(handInRequest, await readJson(request));
    metrics.judged(await handIn.take(challengeIn(request), presentation));
    // What was found is for who asked, not for whoever sends.
    response.status(202).set("Cache-Control", "no-store").json({ state: "handed_in" });
    setTimeout(() => void handIn.forgetEnded().catch(() => {}), ERASE_AFTER_MS).unref();
  };
}

function answerHandler({ handIn, following: { farewell } }: Parts): RequestHandler {
  let held = 0;
  return async (request, response) => {
    const [challenge, token] = [challengeIn(request), tokenOf(request)];
    const isHeld = held < HELD_LIMIT;
    held += 1;
    try {
      const found = await awaited(() => handIn.look(challenge, token), { isHeld: () => isHeld && !response.destroyed && !farewell.aborted });
      // Who asks by HEAD was told nothing yet.
      await answer(response, found, async () => void (request.method === "GET" && (await handIn.forget(challenge))));
    } finally {
      held -= 1;
    }
  };
}

async function awaited(look: () => Promise<AwaitedNow>, { isHeld }: { isHeld: () => boolean }): Promise<AwaitedNow> {
  const until = performance.now() + HOLD_MS;
  for (;;) {
    const found = await look();
    if (found.is === "here" || performance.now() > until || !isHeld()) return found;
    await pause(LOOK_EVERY_MS);
  }
}

/** Erased only once it was sent whole: a broken line may ask again. */
async function answer(response: Response, found: AwaitedNow, forget: () => Promise<void>): Promise<void> {
  response.set("Cache-Control", "no-store");
  if (found.is === "awaited") return void response.status(204).end();
  const isSent = new Promise<boolean>((resolve) => response.once("finish", () => resolve(true)).once("close", () => resolve(false)));
  response.type("json").send(found.report);
  if (await isSent) await forget().catch(() => {});
}
