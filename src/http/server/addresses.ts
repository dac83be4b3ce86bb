// Callers' addresses: which are exempt from limits, and which have asked too often.

import type { Request, RequestHandler, Response } from "express";
import { ipKeyGenerator, MemoryStore, rateLimit } from "express-rate-limit";
import { Fault } from "../../core/fault.ts";
import type { RateLimit } from "../parts.ts";

const MINUTE_MS = 60_000;
const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

/** Whether the caller is on this machine. Behind a proxy of this machine that nobody configured, all the world comes from loopback: then nobody is. */
export const isLoopback = (request: Request): boolean => LOOPBACK.test(request.ip ?? "") && request.headers["x-forwarded-for"] === undefined;

/** Whether the limits leave this caller alone. */
const isExempt = (request: Request, { exemptLoopback }: RateLimit): boolean => exemptLoopback && isLoopback(request);

/** IPv6 callers own a whole network, so they are counted by it. */
const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? "");

/** Lets each address ask so many times a minute, on all routes that share this handler together. */
export const limitByAddress = (limits: RateLimit): RequestHandler => limitBy(addressOf, limits, "You have asked too often in the last minute.");

/** Lets all addresses together ask so many times a minute: for what costs the service, however many addresses somebody has. Put it behind `limitByAddress`. */
export const limitForAll = (limits: RateLimit): RequestHandler => limitBy(() => "all", limits, "Too much was asked for by all together in the last minute.");

function limitBy(keyOf: (request: Request) => string, limits: RateLimit, refusal: string): RequestHandler {
  const limiter = rateLimit({
    windowMs: MINUTE_MS,
    limit: limits.perMinute,
    keyGenerator: keyOf,
    legacyHeaders: false,
    standardHeaders: "draft-6",
    handler: (_request, _response, next) => next(tooMany(refusal)),
    // Its warnings go to the console; our settings are known to be right.
    validate: false,
  });
  return (request, response, next) => (isExempt(request, limits) ? next() : void limiter(request, response, next));
}

/** Wrong keys that one address may try in a minute. A key is 256 random bits: more tries are no typing errors. */
const WRONG_KEY_LIMIT = 10;

/** Remembers which addresses tried wrong keys. */
export class WrongKeys {
  readonly #store = new MemoryStore();
  readonly #limits: RateLimit;

  constructor(limits: RateLimit) {
    this.#limits = limits;
    this.#store.init({ windowMs: MINUTE_MS } as Parameters<MemoryStore["init"]>[0]);
  }

  /** Throws `too_many_requests` when the caller's address tried too many. */
  async refuseGuessers(request: Request, response: Response): Promise<void> {
    if (isExempt(request, this.#limits)) return;
    const tries = await this.#store.get(addressOf(request));
    if ((tries?.totalHits ?? 0) < WRONG_KEY_LIMIT) return;
    const waitMs = (tries?.resetTime?.getTime() ?? Date.now() + MINUTE_MS) - Date.now();
    response.set("Retry-After", String(Math.max(1, Math.ceil(waitMs / 1000))));
    throw tooMany("Too many wrong API keys came from your address in the last minute.");
  }

  async note(request: Request): Promise<void> {
    if (!isExempt(request, this.#limits)) await this.#store.increment(addressOf(request));
  }
}

const tooMany = (what: string): Fault => new Fault("too_many_requests", `${what} Wait for as long as Retry-After says.`);
