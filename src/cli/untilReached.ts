// Waiting until documents got as far as somebody wants.

import { setTimeout as pause } from "node:timers/promises";
import { Fault } from "../core/fault.ts";
import type { HandedIn } from "./handIn.ts";
import { inParallel } from "./inParallel.ts";
import type { Wait } from "./options.ts";
import { progressBar } from "./progressBar.ts";
import type { DocumentAnswer, ServiceClient } from "./serviceClient.ts";

const states: readonly DocumentAnswer["state"][] = ["accepted", "batched", "sent", "included", "final"];

/** Whether a document in this state got as far as `wait` says. */
export const hasReached = (state: DocumentAnswer["state"], wait: Wait): boolean => wait === "none" || states.indexOf(state) >= states.indexOf(wait);

const ASKED_AT_A_TIME = 16;
/** The first rounds follow quickly: an embedded ledger needs less than a second. */
const PAUSES_MS = [100, 200, 400, 800] as const;
const LONG_PAUSE_MS = 1_500;

/** How long is waited, and for what. */
interface Waiting {
  readonly client: ServiceClient;
  readonly wait: Wait;
  readonly timeoutSeconds: number;
}

/** The documents as they stand once all have got there, or the time is over. */
export async function untilReached(handedIn: readonly HandedIn[], { client, wait, timeoutSeconds }: Waiting): Promise<HandedIn[]> {
  const bar = progressBar(`Waiting until ${wait}`);
  const deadline = performance.now() + timeoutSeconds * 1000;
  let now = [...handedIn];
  const isThere = ({ answer }: HandedIn): boolean => hasReached(answer.state, wait);
  try {
    for (let round = 0; !now.every(isThere) && performance.now() < deadline; round += 1) {
      await pause(PAUSES_MS[round] ?? LONG_PAUSE_MS);
      now = await inParallel(now, ASKED_AT_A_TIME, async (each) => (isThere(each) ? each : { ...each, answer: await look(each.answer, client) }));
      bar.at(now.filter(isThere).length, now.length);
    }
    return now;
  } finally {
    bar.end();
  }
}

/** A service that is being started anew is waited for: what it accepted, it keeps. */
async function look(answer: DocumentAnswer, client: ServiceClient): Promise<DocumentAnswer> {
  try {
    return await client.document(answer.id);
  } catch (error) {
    if (error instanceof Fault && error.code === "service_unreachable") return answer;
    throw error;
  }
}
