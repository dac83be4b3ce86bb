// The backlog: how many documents wait for the ledger, and whether more may come.

import { Fault } from "../../core/fault.ts";
import type { Store } from "../issuing/issuePorts.ts";
import type { Clock } from "../ports.ts";

/** How long one count serves: to count a million takes a tenth of a second. What this process accepts meanwhile is added; what others accept is seen at the next count. */
const COUNT_SERVES_SECONDS = 5;

interface BacklogPorts {
  readonly store: Pick<Store, "countWaiting">;
  readonly clock: Clock;
}

/** How documents come: one by one, as whoever waits at a counter sends them, or in bulk. */
export type Coming = "alone" | "in bulk";

/** Bulk requests leave the rest free: one issuer's million holds up nobody's single document. */
const BULK_SHARE = 0.9;

/** Keeps the store from growing without end while the ledger is slow or away. */
export class Backlog {
  readonly #ports: BacklogPorts;
  readonly #limit: number;
  #waiting = 0;
  #countedAt = -Infinity;

  /** @param limit how many documents may wait for a batch. */
  constructor(limit: number, ports: BacklogPorts) {
    this.#limit = limit;
    this.#ports = ports;
  }

  /** Whether more documents may come in this way. */
  async hasRoom(coming: Coming): Promise<boolean> {
    const { store, clock } = this.#ports;
    const now = clock();
    // A clock that was set back must not keep an old count alive.
    if (Math.abs(now - this.#countedAt) >= COUNT_SERVES_SECONDS) {
      this.#countedAt = now;
      this.#waiting = await store.countWaiting(this.#limit);
    }
    return this.#waiting < this.#limitFor(coming);
  }

  /** Says how many were accepted. */
  note(count: number): void {
    this.#waiting += count;
  }

  /** @throws Fault `overloaded` when no more may come. */
  async refuseWhenFull(coming: Coming): Promise<void> {
    if (!(await this.hasRoom(coming))) throw this.full(coming);
  }

  /** The fault that says so. */
  full(coming: Coming): Fault {
    return new Fault("overloaded", `${this.#limitFor(coming)} documents wait for the ledger, and no more are taken until it has recorded some. Send this again later: nothing is done twice.`);
  }

  #limitFor = (coming: Coming): number => (coming === "alone" ? this.#limit : Math.ceil(this.#limit * BULK_SHARE));
}
