// Places: how many bulk requests may run at once, of one issuer and in all.

import type { Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";

/** Each holds about a megabyte while it runs. One is enough to keep the store busy. */
export const PLACES = 16;
/** So that one issuer does not keep the others out. */
export const PLACES_OF_AN_ISSUER = 4;

/** Counts who is inside. */
export class BulkPlaces {
  readonly #taken = new Map<Address, number>();

  /** Takes a place. @returns what gives it back. @throws Fault `too_many_requests` or `overloaded`. */
  take(issuer: Address): () => void {
    const own = this.#taken.get(issuer) ?? 0;
    if (own >= PLACES_OF_AN_ISSUER) throw new Fault("too_many_requests", `At most ${PLACES_OF_AN_ISSUER} bulk requests of one issuer run at once. Send this one when another has ended.`);
    const all = [...this.#taken.values()].reduce((sum, count) => sum + count, 0);
    if (all >= PLACES) throw new Fault("overloaded", `At most ${PLACES} bulk requests run at once. Send this one when another has ended.`);
    this.#taken.set(issuer, own + 1);
    return () => this.#leave(issuer);
  }

  #leave(issuer: Address): void {
    const left = this.#taken.get(issuer)! - 1;
    if (left === 0) this.#taken.delete(issuer);
    else this.#taken.set(issuer, left);
  }
}
