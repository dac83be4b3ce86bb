// Waiting until verifiers hear of a change of standing.

import { setTimeout as pause } from "node:timers/promises";
import { Fault } from "../../core/fault.ts";
import type { Standing } from "../../core/ledger.ts";
import { parseSeal, type Seal } from "../../core/seal.ts";
import type { Wait } from "../terminal/options.ts";
import { progressBar } from "../terminal/progressBar.ts";
import { sealFor } from "./sealFor.ts";
import type { DocumentAnswer, ServiceClient } from "./serviceClient.ts";

const PAUSE_MS = 400;

/** Whom we ask, how far it must have come, and how long we wait. */
interface Waiting {
  readonly client: ServiceClient;
  readonly wait: Wait;
  readonly timeoutSeconds: number;
}

/** Asks as any verifier would. @returns whether the ledger said it before the time was over. */
export async function untilSaid(document: DocumentAnswer, standing: Standing, { client, wait, timeoutSeconds }: Waiting): Promise<boolean> {
  const bar = progressBar(`Waiting until ${wait}`);
  const deadline = performance.now() + timeoutSeconds * 1000;
  let seal: Seal | null = null;
  try {
    for (let round = 1; performance.now() < deadline; round += 1) {
      seal ??= await patiently(async () => parseSeal(await sealFor(document, client)));
      if (seal !== null && (await patiently(() => isSaid(seal!, standing, { client, wait }))) === true) return true;
      bar.at(round, round + 10);
      await pause(PAUSE_MS);
    }
    return false;
  } finally {
    bar.end();
  }
}

async function isSaid(seal: Seal, standing: Standing, { client, wait }: Pick<Waiting, "client" | "wait">): Promise<boolean> {
  const { anchors } = await client.verify({ digest: seal.digest, seal, documentType: seal.documentType });
  const said = anchors[0]?.standing;
  // A reinstatement counts once it is final, and is not seen before.
  return said?.standing === standing && (wait === "included" || standing === "active" || said.isFinal === true);
}

/** What passes by itself is waited out. @returns `null` when it has not passed yet. */
async function patiently<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Fault && (error.code === "not_anchored_yet" || error.code === "service_unreachable")) return null;
    throw error;
  }
}
