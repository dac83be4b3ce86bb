// Snapshots of one run of the chain, one at a time.

import { Worker } from "node:worker_threads";
import { CallLost } from "./nodeCalls.ts";

/** Which anvil's state goes into which file. */
export interface SnapshotPlace {
  readonly port: number;
  readonly file: string;
}

/** What became of a snapshot. */
export interface SnapshotOutcome {
  readonly problem: string | null;
  /** Whether the connection to anvil broke. */
  readonly isLost: boolean;
}

/** Takes snapshots, in a thread of its own. */
export class Snapshots {
  readonly #worker: Worker;
  #isEnded = false;
  #report: (outcome: SnapshotOutcome) => void = () => {};

  constructor(workerData: SnapshotPlace) {
    this.#worker = new Worker(new URL("./snapshotWorker.ts", import.meta.url), { workerData });
    this.#worker.unref();
    this.#worker.on("message", (outcome: SnapshotOutcome) => this.#report(outcome));
    this.#worker.on("error", ({ message }) => this.#report({ problem: message, isLost: true }));
    this.#worker.on("exit", () => {
      this.#isEnded = true;
      this.#report({ problem: "its thread has ended", isLost: true });
    });
  }

  /** Replaces the file by the chain's present state. When this returns, it has reached the disk. */
  async take(): Promise<void> {
    const { problem, isLost } = await this.#ask();
    if (problem !== null) throw isLost ? new CallLost(`The snapshot was not taken: ${problem}`) : new Error(`The snapshot was not taken: ${problem}`);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(): Promise<SnapshotOutcome> {
    const { promise, resolve } = Promise.withResolvers<SnapshotOutcome>();
    this.#report = resolve;
    if (this.#isEnded) resolve({ problem: "its thread has ended", isLost: true });
    else this.#worker.postMessage("take");
    return promise;
  }
}
