// Following: stirs, judges and delivers, round after round, for as long as the service runs.

import { Fault } from "../core/fault.ts";
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
/** How long events and failures are kept. */
export const KEPT_SECONDS = 30 * 86_400;
const FORGET_EVERY_SECONDS = 3_600;

/** Starts following. Each kind of work has its own rounds, so that none waits for another. */
export function startFollowing(ports: FollowingPorts): { stop(): Promise<void> } {
  const ending = new AbortController();
  const underWay: UnderWay = new Map();
  const rounds = [
    everyRound("delivering", { ports, ending }, () => deliverDue(underWay, ports)),
    everyRound("stirring", { ports, ending }, async () => {
      await stir({ watches: ports.watches, events: ports.ledgerEvents, verify: ports.verify });
      return 0;
    }),
    everyRound("watching", { ports, ending }, () => judgeDue(ports)),
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

async function everyRound(what: string, { ports, ending: { signal } }: Running, round: () => Promise<number>): Promise<void> {
  let isTold = false;
  while (!signal.aborted) {
    let seconds: number;
    try {
      seconds = (await round()) > 0 ? BUSY_PAUSE_SECONDS : IDLE_PAUSE_SECONDS;
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
