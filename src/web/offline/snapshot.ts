// The snapshot on this device: fetched while there is a network, kept by the service worker, read when there is none.

import type { Snapshot } from "../../core/snapshot.ts";
import { readSnapshot } from "../../core/snapshotReader.ts";
import { jsonOf, PATIENCE_MS, request } from "../frame/service.ts";
import { Unanswered } from "../frame/trouble.ts";

/** The newest snapshot that this device can get at; `null` when it has none. */
export async function knownSnapshot(): Promise<Snapshot | null> {
  try {
    return readSnapshot(await jsonOf(await request("/v1/snapshot", { signal: AbortSignal.timeout(PATIENCE_MS) })));
  } catch (error) {
    if (error instanceof Unanswered) return null;
    throw error;
  }
}
