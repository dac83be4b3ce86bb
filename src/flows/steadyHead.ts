// Steady head: an endpoint that lies behind itself is silent, it does not say no.

import { Fault } from "../core/fault.ts";
import type { Head } from "../core/ledger.ts";

/**
 * Remembers the newest final block that a ledger's endpoint has named.
 *
 * An endpoint that does not have that block any more lies behind, or another node that lies behind answers in its place.
 * What it knows nothing of was perhaps said, and said finally: to believe its silence would lose words.
 */
export class SteadyHead {
  #finalNumber = 0;

  /** The head as it is. Throws `ledger_unreachable` when it lies before a block that was final already. */
  accept(head: Head): Head {
    if (head.number < this.#finalNumber) {
      throw new Fault("ledger_unreachable", `The ledger's endpoint lies behind: its newest block is ${head.number}, and block ${this.#finalNumber} was final already. Work goes on when it has caught up.`);
    }
    this.#finalNumber = Math.max(this.#finalNumber, head.finalNumber);
    return head;
  }
}
