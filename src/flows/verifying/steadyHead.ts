// Steady head: an endpoint that lies behind itself is silent, it does not say no.

import { Fault } from "../../core/fault.ts";
import type { ChainHash, Head } from "../../core/ledger.ts";

/** The hash of the block with this number as the endpoint has it, or `null` when it has none. */
export type HashAt = (number: number) => Promise<ChainHash | null>;

/**
 * Remembers the newest final block that a ledger's endpoint has named.
 *
 * An endpoint that does not have that very block lies behind, or another node that lies behind answers in its place, perhaps
 * from a fork that did not win. What it knows nothing of was perhaps said, and said finally: to believe its silence would
 * lose words.
 */
export class SteadyHead {
  #final: { readonly number: number; readonly hash: ChainHash | null } = { number: 0, hash: null };

  /** Remembers a block that was final before, such as the newest one in which something of ours is final. */
  remember(block: { readonly number: number; readonly hash: ChainHash }): void {
    if (block.number > this.#final.number) this.#final = { number: block.number, hash: block.hash };
  }

  /** The head as it is. Rejects with `ledger_unreachable` when the block that was final already is not there. */
  async accept(head: Head, hashAt: HashAt): Promise<Head> {
    const known = this.#final;
    if (head.finalNumber > known.number) {
      const hash = await hashAt(head.finalNumber);
      if (hash !== null && head.finalNumber > this.#final.number) this.#final = { number: head.finalNumber, hash };
      return head;
    }
    // A chain that was started again from what it had kept calls fewer blocks final for a while, and has them all the same.
    const isBehind = head.finalNumber < known.number && (await hashAt(known.number)) !== known.hash;
    if (isBehind) {
      throw new Fault("ledger_unreachable", `The ledger's endpoint lies behind: its newest block is ${head.number}, and it does not have block ${known.number}, which was final already. Work goes on when it has caught up.`);
    }
    return head;
  }
}
