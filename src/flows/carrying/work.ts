// Work: closes batches and carries writes, round after round, for as long as the service runs.

import { Fault } from "../../core/fault.ts";
import { closeBatches, type BatchLimits } from "./batch.ts";
import { carryAll } from "./carry.ts";
import { everyDuty, type Duties } from "./duties.ts";
import type { CarryPorts, IssuePorts } from "../issuing/issuePorts.ts";

export interface WorkPorts extends Omit<CarryPorts, "store">, IssuePorts {
  /** What of the work is this worker's; all of it when it is absent. */
  readonly duties?: Duties;
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

/** Starts working. Trouble with the ledger or the store is waited out; it never loses what was accepted. */
export function startWorking(ports: WorkPorts): Worker {
  let isStopped = false;
  let sleep = new AbortController();
  const duties = ports.duties ?? everyDuty(ports);
  const run = async (): Promise<void> => {
    while (!isStopped) {
      sleep = new AbortController();
      const seconds = await workOnce(duties, ports);
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
      await leave(duties, ports);
    },
  };
}

/** Others need not wait until leases run out; where they cannot be told, they will. */
async function leave(duties: Duties, { notice }: WorkPorts): Promise<void> {
  try {
    await duties.stop();
  } catch (error) {
    notice("leases could not be given back; they run out", { problem: error instanceof Fault ? error.message : error });
  }
}

/** Gathering documents into batches is one worker's at a time, for all issuers. */
const BATCHES = "batches";
const dutyOf = (account: string): string => `account ${account}`;

/** One round. @returns how long to pause before the next one. */
async function workOnce(duties: Duties, ports: WorkPorts): Promise<number> {
  try {
    await duties.whenMine(BATCHES, ({ store }) => closeBatches(ports.limits, { ...ports, store }));
    const accounts = await ports.store.accountsAtWork();
    const lanes = await Promise.allSettled(accounts.map((account) => duties.whenMine(dutyOf(account), (tools) => carryAll(account, { ...ports, ...tools }))));
    for (const lane of lanes) if (lane.status === "rejected") throw lane.reason;
    await duties.keepOnly([BATCHES, ...accounts.map(dutyOf)]);
    return accounts.length > 0 ? BUSY_PAUSE_SECONDS : IDLE_PAUSE_SECONDS;
  } catch (error) {
    ports.notice(troubleOf(error), { problem: error instanceof Fault ? error.message : error });
    return TROUBLE_PAUSE_SECONDS;
  }
}

function troubleOf(error: unknown): string {
  if (!(error instanceof Fault)) return "a round of work failed";
  return `the ${error.code === "store_unavailable" ? "store" : "ledger"} is in trouble; work goes on when it answers`;
}
