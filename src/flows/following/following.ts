// Following: stirs, judges and delivers, round after round, for as long as the service runs.

import { Fault } from "../../core/fault.ts";
import { deliverDue, type DeliverPorts, type UnderWay } from "./deliver.ts";
import { stir, type StirPorts } from "./stir.ts";
import { judgeDue, type WatchPorts } from "./watch.ts";

/** What following needs. */
export interface FollowingPorts extends DeliverPorts, WatchPorts {
  readonly ledgerEvents: StirPorts["events"];
  readonly notice: (message: string, details: Readonly<Record<string, unknown>>) => void;
  /** Resolves after `seconds`, or at once when `signal` is aborted. */
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
}

const BUSY_PAUSE_SECONDS = 0.02;
const IDLE_PAUSE_SECONDS = 0.3;
const TROUBLE_PAUSE_SECONDS = 2;
/** Between looks at the ledger's newest block. Where nothing is watched, only its place is kept from falling far behind. */
const WATCHED_PAUSE_SECONDS = 0.5;
const UNWATCHED_PAUSE_SECONDS = 5;
/** How long events and failures are kept. */
const KEPT_SECONDS = 30 * 86_400;
const FORGET_EVERY_SECONDS = 3_600;

const pauseAfter = (done: number): number => (done > 0 ? BUSY_PAUSE_SECONDS : IDLE_PAUSE_SECONDS);

/** Starts following. Each kind of work has its own rounds, so that none waits for another. */
export function startFollowing(ports: FollowingPorts): { stop(): Promise<void> } {
  const ending = new AbortController();
  const underWay: UnderWay = new Map();
  const rounds = [
    everyRound("delivering", { ports, ending }, async () => pauseAfter(await deliverDue(underWay, ports))),
    everyRound("stirring", { ports, ending }, async () => {
      const isWatched = await stir({ watches: ports.watches, events: ports.ledgerEvents, verify: ports.verify });
      return isWatched ? WATCHED_PAUSE_SECONDS : UNWATCHED_PAUSE_SECONDS;
    }),
    everyRound("watching", { ports, ending }, async () => pauseAfter(await judgeDue(ports))),
    forgetting({ ports, ending }),
  ];
  return {
    async stop() {
      ending.abort();
      await Promise.all(rounds);
      // Tries under way end by themselves, soon; what they learn is still noted.
      await Promise.all([...underWay.values()].flatMap((tries) => [...tries]));
    },
  };
}

interface Running {
  readonly ports: FollowingPorts;
  readonly ending: AbortController;
}

/** @param round gives the pause behind it, in seconds. */
async function everyRound(what: string, { ports, ending: { signal } }: Running, round: () => Promise<number>): Promise<void> {
  let isTold = false;
  while (!signal.aborted) {
    let seconds: number;
    try {
      seconds = await round();
      isTold = false;
    } catch (error) {
      // A silent ledger is the worker's to tell.
      if (!isTold && !(error instanceof Fault)) ports.notice(`a round of ${what} failed; the next one comes`, { problem: error });
      isTold = true;
      seconds = TROUBLE_PAUSE_SECONDS;
    }
    await ports.pause(seconds, signal);
  }
}

async function forgetting({ ports, ending: { signal } }: Running): Promise<void> {
  while (!signal.aborted) {
    await ports.events.forgetBefore(ports.clock() - KEPT_SECONDS).catch((problem: unknown) => ports.notice("old events could not be forgotten", { problem }));
    await ports.pause(FORGET_EVERY_SECONDS, signal);
  }
}
