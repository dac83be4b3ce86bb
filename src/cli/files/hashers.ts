// Hashers: files are digested by as many threads as there are processors.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Digest } from "../../core/digest.ts";
import { Complaint } from "../terminal/complaint.ts";

/** What a thread is asked. */
export interface HashingQuestion {
  readonly place: number;
  readonly file: string;
}

/** What it answers: the digest, or what is wrong with the file. */
export type HashingAnswer = { readonly place: number } & ({ readonly digest: Digest } | { readonly trouble: string });

/** More threads than this wait for the disk, not for the processor. */
const THREADS_LIMIT = 8;
/** Files that a thread has in hand at once: while one is read, another is hashed. */
const FILES_OF_A_THREAD = 4;

interface Waiting {
  readonly resolve: (digest: Digest) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads that digest files. */
export class Hashers {
  readonly #workers: Worker[];
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  /** @param files how many there are to do: for a few, fewer threads are started. @param signal gives up what is under way. */
  constructor(files: number, signal: AbortSignal) {
    const count = Math.max(1, Math.min(availableParallelism(), THREADS_LIMIT, Math.ceil(files / FILES_OF_A_THREAD)));
    this.#workers = Array.from({ length: count }, () => this.#start());
    signal.addEventListener("abort", () => this.#giveUp(signal.reason), { once: true });
  }

  /** How many files may be asked for at once so that every thread is busy. */
  get atATime(): number {
    return this.#workers.length * FILES_OF_A_THREAD;
  }

  /** The digest of the file's bytes. Throws `file_unreadable`. */
  digestOf(file: string): Promise<Digest> {
    const { promise, resolve, reject } = Promise.withResolvers<Digest>();
    const place = (this.#asked += 1);
    this.#waiting.set(place, { resolve, reject });
    this.#workers[place % this.#workers.length]!.postMessage({ place, file } satisfies HashingQuestion);
    return promise;
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = new Worker(new URL("./hashingWorker.ts", import.meta.url));
    worker.on("message", (answer: HashingAnswer) => this.#answer(answer));
    worker.on("error", (error) => this.#giveUp(error));
    return worker;
  }

  #giveUp(reason: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }

  #answer(answer: HashingAnswer): void {
    const waiting = this.#waiting.get(answer.place);
    this.#waiting.delete(answer.place);
    if ("digest" in answer) waiting?.resolve(answer.digest);
    else waiting?.reject(new Complaint("file_unreadable", answer.trouble));
  }
}
