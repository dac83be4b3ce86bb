// Recover standings: everything that was ever said about how documents stand, as the ledger has it.

import type { Address } from "../../core/address.ts";
import type { Head, LeafName, StandingStatement } from "../../core/ledger.ts";
import type { LedgerEvent, LedgerReader } from "../ports.ts";

/** Everything one speaker said about one leaf, oldest first. */
export interface RecoveredStanding extends LeafName {
  readonly speaker: Address;
  readonly statements: readonly StandingStatement[];
}

/** Gathers from events about which leaves somebody spoke. */
export class SpokenOf {
  readonly #names = new Map<string, LeafName & { readonly speaker: Address }>();

  /** How many pairs of speaker and document there are. */
  get size(): number {
    return this.#names.size;
  }

  /** Remembers what the event is about, if it is a word on a standing. */
  note(event: LedgerEvent): void {
    if (event.kind !== "standingSet") return;
    const { speaker, issuer, documentType, leaf } = event;
    this.#names.set(`${speaker} ${issuer} ${documentType} ${leaf}`, { speaker, issuer, documentType, leaf });
  }

  /** Reads each list from the contract, at one block: events only say where to look. */
  async *read(ledger: Pick<LedgerReader, "standingsOf">, head: Head): AsyncGenerator<RecoveredStanding> {
    const names = [...this.#names.values()];
    for (let start = 0; start < names.length; start += AT_ONCE) {
      const some = names.slice(start, start + AT_ONCE);
      yield* await Promise.all(some.map(async (name) => ({ ...name, statements: await ledger.standingsOf(name.speaker, name, head) })));
    }
  }
}

/** Lists read together. */
const AT_ONCE = 200;
