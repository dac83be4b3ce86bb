// Allowance: how many identifiers an issuer may look up within a time.

import type { Response } from "express";
import type { Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { issuerOf } from "../server/apiKey.ts";

/** Enough for two whole lists; to try out a register's numbers it is far too few. */
export const ALLOWANCE = { identifiers: 20_000, seconds: 600 } as const;

/** Counts what each issuer looked up. Every process counts for itself. */
export class Allowance {
  readonly #used = new Map<Address, { count: number; readonly since: number }>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Takes so many. @returns 0, or, having taken none, the seconds until there are some again. */
  take(issuer: Address, count: number): number {
    const now = this.#clock();
    const known = this.#used.get(issuer);
    const current = known === undefined || now - known.since >= ALLOWANCE.seconds || now < known.since ? { count: 0, since: now } : known;
    if (current.count + count > ALLOWANCE.identifiers) return Math.max(1, Math.ceil(current.since + ALLOWANCE.seconds - now));
    current.count += count;
    this.#used.set(issuer, current);
    return 0;
  }
}

/** Takes so many for the issuer whose key came. Throws `too_many_requests`, having said in the head of the answer when to come again. */
export function takeFrom(allowance: Allowance, response: Response, count: number): void {
  const waitSeconds = allowance.take(issuerOf(response).address, count);
  if (waitSeconds === 0) return;
  if (!response.headersSent) response.set("Retry-After", String(waitSeconds));
  throw new Fault("too_many_requests", `An issuer may look up ${ALLOWANCE.identifiers} identifiers in ${ALLOWANCE.seconds / 60} minutes. Ask for the rest in ${waitSeconds} seconds.`);
}
