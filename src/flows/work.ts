// Work: closes batches and carries writes, round after round, for as long as the service runs.

import { Fault } from "../core/fault.ts";
import { closeBatches, type BatchLimits } from "./batch.ts";
import { carryAll } from "./carry.ts";
import type { CarryPorts, IssuePorts } from "./issuePorts.ts";

export interface WorkPorts extends Omit<CarryPorts, "store">, IssuePorts {
  readonly limits: BatchLimits;
  /** Resolves after `seconds`, or at once when `signal` is aborted. */
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/** A running worker. */
export interface Worker {
  /** Has it look now instead of at its next round. */
  nudge(): void;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/** Between rounds while something is under way. */
const BUSY_PAUSE_SECONDS = 0.05;
/** Between rounds while nothing is: another process may have left work in the store. */
const IDLE_PAUSE_SECONDS = 0.5;
/** After a round that failed. */
const TROUBLE_PAUSE_SECONDS = 1;

/** Starts working. Trouble with the ledger is waited out; it never loses what was accepted. */
export function startWorking(ports: WorkPorts): Worker {
  let isStopped = false;
  let sleep = new AbortController();
  const run = async (): Promise<void> => {
    while (!isStopped) {
      sleep = new AbortController();
      const seconds = await workOnce(ports);
      if (!isStopped) await ports.pause(seconds, sleep.signal);
    }
  };
  const running = run();
  return {
    nudge: () => sleep.abort(),
    async stop() {
      isStopped = true;
      sleep.abort();
      await running;
    },
  };
}

/** One round. @returns how long to pause before the next one. */
async function workOnce(ports: WorkPorts): Promise<number> {
  try {
    await closeBatches(ports.limits, ports);
    const accounts = await ports.store.accountsAtWork();
    const lanes = await Promise.allSettled(accounts.map((account) => carryAll(account, ports)));
    for (const lane of lanes) if (lane.status === "rejected") throw lane.reason;
    return accounts.length > 0 ? BUSY_PAUSE_SECONDS : IDLE_PAUSE_SECONDS;
  } catch (error) {
    const isWorlds = error instanceof Fault;
    ports.notice(isWorlds ? "the ledger is in trouble; work goes on when it answers" : "a round of work failed", { problem: isWorlds ? error.message : error });
    return TROUBLE_PAUSE_SECONDS;
  }
}
