// Waiting until documents got as far as somebody wants.

import { setTimeout as pause } from "node:timers/promises";
import { Fault } from "../../core/fault.ts";
import { acceptAll, type Desk, type HandedIn } from "./handIn.ts";
import type { Wait } from "../terminal/options.ts";
import type { AcceptAnswer } from "./serviceClient.ts";

const states: readonly AcceptAnswer["state"][] = ["accepted", "batched", "sent", "included", "final"];

/** Whether a document in this state got as far as `wait` says. */
export const hasReached = (state: AcceptAnswer["state"], wait: Wait): boolean => wait === "none" || states.indexOf(state) >= states.indexOf(wait);

/** The first rounds follow quickly: an embedded ledger needs less than a second. */
const PAUSES_MS = [100, 200, 400, 800] as const;
const LONG_PAUSE_MS = 1_500;

/** How far, and until when (by `performance.now()`). */
export interface Waiting {
  readonly wait: Wait;
  readonly deadline: number;
}

/** The documents as they stand once all have got there, or the time is over. */
export async function untilReached(handedIn: readonly HandedIn[], desk: Desk, { wait, deadline }: Waiting): Promise<HandedIn[]> {
  let now = [...handedIn];
  const isThere = ({ answer }: HandedIn): boolean => hasReached(answer.state, wait);
  for (let round = 0; !now.every(isThere) && performance.now() < deadline; round += 1) {
    await pause(PAUSES_MS[round] ?? LONG_PAUSE_MS, undefined, { signal: desk.signal });
    const answers = (await look(now.filter((each) => !isThere(each)), desk)).values();
    now = now.map((each) => (isThere(each) ? each : { ...each, answer: answers.next().value! }));
  }
  return now;
}

/** A service that is being started anew is waited for: what it accepted, it keeps. */
async function look(waiting: readonly HandedIn[], desk: Desk): Promise<readonly AcceptAnswer[]> {
  try {
    return await acceptAll(waiting.map(({ answer }) => answer.digest), desk);
  } catch (error) {
    if (error instanceof Fault && error.code === "service_unreachable" && !desk.signal.aborted) return waiting.map(({ answer }) => answer);
    throw error;
  }
}
