// Steady head: an endpoint that lies behind itself is silent, it does not say no.

import { Fault } from "../core/fault.ts";
import type { Head } from "../core/ledger.ts";

/**
 * Remembers the newest final block that a ledger's endpoint has named.
 *
 * An endpoint for which that block is not final lies behind, or another node that lies behind answers in its place, perhaps
 * from a fork that did not win. What it knows nothing of was perhaps said, and said finally: to believe its silence would
 * lose words.
 */
export class SteadyHead {
  #finalNumber = 0;

  /** The head as it is. Throws `ledger_unreachable` when fewer blocks are final than were already. */
  accept(head: Head): Head {
    if (head.finalNumber < this.#finalNumber) {
      throw new Fault("ledger_unreachable", `The ledger's endpoint lies behind: its newest final block is ${head.finalNumber}, and block ${this.#finalNumber} was final already. Work goes on when it has caught up.`);
    }
    this.#finalNumber = head.finalNumber;
    return head;
  }
}
