// Asking about a document; without a network, what this device remembers is told, marked as such.

import { Unanswered } from "../frame/trouble.ts";
import { ask, type Question } from "../report/ask.ts";
import { marked, type MarkedReport } from "./offlineReport.ts";
import { knownSnapshot } from "./snapshot.ts";

/** The service's report; of a document with a seal, without a network, what is certain and what was known. Rejects with `Unanswered` when there is neither. */
export async function askOrRemember(question: Question, signal: AbortSignal): Promise<MarkedReport> {
  try {
    return await ask(question, signal);
  } catch (error) {
    const remembered = isOffline(error) && question.seal !== undefined ? await rememberedOf(question) : null;
    if (remembered === null) throw error;
    return remembered;
  }
}

async function rememberedOf({ digest, seal }: Question): Promise<MarkedReport | null> {
  const snapshot = await knownSnapshot();
  // Fetched only when it is needed; by then it is kept on this device.
  const [{ judgeSealOffline }, { parseSeal }] = await Promise.all([import("../../core/snapshot.ts"), import("../../core/seal.ts")]);
  return snapshot === null ? null : marked(judgeSealOffline(digest, parseSeal(JSON.stringify(seal)), { snapshot, checkedAt: now() }), snapshot.block.time);
}

/** Whether nothing came back: whatever did come back is the service's word, and is not replaced by a memory. */
export const isOffline = (error: unknown): boolean => error instanceof Unanswered && error.trouble.is === "no_connection";

/** This device's clock, as reports spell times. */
export const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, "Z");
