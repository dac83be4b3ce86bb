// Takes snapshots in a thread of its own: with many batches they are large, and the service must answer meanwhile.

import { parentPort, workerData } from "node:worker_threads";
import { slim } from "./chainState.ts";
import { CallLost, nodeCalls } from "./nodeCalls.ts";
import { replaceFile } from "./snapshotFile.ts";
import type { SnapshotOutcome, SnapshotPlace } from "./snapshots.ts";

const { port, file } = workerData as SnapshotPlace;
const { call } = nodeCalls(port);

parentPort!.on("message", () => void take().then((outcome) => parentPort!.postMessage(outcome)));

async function take(): Promise<SnapshotOutcome> {
  try {
    const { file: state, patch } = slim(String(await call("anvil_dumpState")));
    await replaceFile(file, state);
    // Only transactions are given back, as they were but for their traces: blocks and accounts stay untouched.
    if (patch !== null) await call("anvil_loadState", patch);
    return { problem: null, isLost: false };
  } catch (error) {
    return { problem: (error as Error).message, isLost: error instanceof CallLost };
  }
}
