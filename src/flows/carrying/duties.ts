// Duties: what a worker does, alone or beside others. Beside others it does only what it holds the lease for.

import type { CarryPorts, LedgerWriter, Store } from "../issuing/issuePorts.ts";
import { LeaseLost, RENEW_EVERY_SECONDS, type Lease, type Leases } from "./leasePorts.ts";

/** What a duty is done with: under a lease, both refuse once it is lost. */
export interface DutyTools {
  readonly store: Store;
  readonly ledger: LedgerWriter;
}

/** The duties of one worker. */
export interface Duties {
  /** Does `work`, unless another worker has this duty. */
  whenMine(name: string, work: (tools: DutyTools) => Promise<unknown>): Promise<void>;
  /** Leaves to others whatever is not named here. */
  keepOnly(names: readonly string[]): Promise<void>;
  /** Leaves everything to others. */
  stop(): Promise<void>;
}

/** All duties are the only worker's. */
export function everyDuty(tools: DutyTools): Duties {
  return {
    whenMine: async (_name, work) => void (await work(tools)),
    keepOnly: async () => {},
    stop: async () => {},
  };
}

/** What sharing duties needs. */
export interface SharingPorts extends DutyTools, Pick<CarryPorts, "clock" | "notice"> {
  readonly leases: Leases;
  /** Resolves after `seconds`, or at once when `signal` is aborted. */
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/** How often another worker's lease is looked at again. */
const LOOK_AGAIN_SECONDS = 1;

/** Duties shared with other workers. Leases are renewed in the background, however long a round takes. */
export function sharedDuties({ store, ledger, leases, clock, notice, pause }: SharingPorts): Duties {
  const held = new Map<string, Lease>();
  const lookedAt = new Map<string, number>();
  const told = new AbortController();

  const renewing = (async () => {
    while (!told.signal.aborted) {
      await pause(RENEW_EVERY_SECONDS, told.signal);
      // While the store does not answer nothing is lost: it tells afterwards whether the lease still holds.
      if (!told.signal.aborted) await renewAll(held, { leases, notice }).catch(() => {});
    }
  })();

  const leaseOf = async (name: string): Promise<Lease | null> => {
    const known = held.get(name);
    if (known !== undefined) return known;
    if (clock() - (lookedAt.get(name) ?? -Infinity) < LOOK_AGAIN_SECONDS) return null;
    const lease = await leases.take(name);
    if (lease === null) lookedAt.set(name, clock());
    else held.set(name, lease);
    return lease;
  };

  const giveBack = async (names: readonly string[]): Promise<void> => {
    const idle = names.flatMap((name) => held.get(name) ?? []);
    for (const { name } of idle) held.delete(name);
    if (idle.length > 0) await leases.giveBack(idle);
  };

  return {
    async whenMine(name, work) {
      const lease = await leaseOf(name);
      if (lease === null) return;
      try {
        await work({ store: store.under(lease), ledger: ledgerUnder(lease, { ledger, leases }) });
      } catch (error) {
        if (!(error instanceof LeaseLost)) throw error;
        if (held.get(name) === lease) held.delete(name);
        notice("another worker has taken over; it is left to it", { duty: name, because: error.message });
      }
    },
    keepOnly: (names) => giveBack([...held.keys()].filter((name) => !names.includes(name))),
    async stop() {
      told.abort();
      await renewing;
      await giveBack([...held.keys()]);
    },
  };
}

async function renewAll(held: Map<string, Lease>, { leases, notice }: Pick<SharingPorts, "leases" | "notice">): Promise<void> {
  const before = [...held.values()];
  if (before.length === 0) return;
  const after = await leases.renew(before);
  for (const lease of before) {
    if (after.some(({ name }) => name === lease.name) || held.get(lease.name) !== lease) continue;
    held.delete(lease.name);
    notice("a lease was lost: this worker was not heard of for too long", { duty: lease.name });
  }
}

/** Nothing is signed, and nothing sent, for what is another worker's by now. */
function ledgerUnder(lease: Lease, { ledger, leases }: Pick<SharingPorts, "ledger" | "leases">): LedgerWriter {
  const mustHold = async (): Promise<void> => {
    if (!(await leases.isHeld(lease))) throw new LeaseLost(`The lease of ${lease.name} is another's.`);
  };
  return {
    ...ledger,
    async sign(body, terms) {
      await mustHold();
      return ledger.sign(body, terms);
    },
    async broadcast(raw) {
      await mustHold();
      return ledger.broadcast(raw);
    },
    async fill(account, nonce) {
      await mustHold();
      return ledger.fill(account, nonce);
    },
  };
}
