// Files into digests, in a worker of their own. The bytes never leave this device.

import type { Digest } from "../../core/digest.ts";
import { Unanswered } from "../frame/trouble.ts";

/** What the worker tells. */
export type HashingMessage =
  | { readonly is: "progress"; readonly bytes: number }
  | { readonly is: "done"; readonly digest: Digest }
  | { readonly is: "unreadable" };

/** How reading is followed and stopped. */
export interface Reading {
  onProgress(bytes: number): void;
  readonly signal: AbortSignal;
}

/** A worker that has nothing to do: hundreds of small files need not start hundreds. */
let idle: Worker | null = null;

/** The digest of `file`. Rejects with the trouble `unreadable_file`, or with the signal's reason once it is aborted. */
export function digestOfFile(file: File, { onProgress, signal }: Reading): Promise<Digest> {
  return new Promise<Digest>((resolve, reject) => {
    signal.throwIfAborted();
    const worker = idle ?? new Worker(new URL("./hashing.worker.ts", import.meta.url), { type: "module" });
    idle = null;
    const stop = (): void => {
      worker.terminate();
      reject(signal.reason as Error);
    };
    const end = (settle: () => void): void => {
      signal.removeEventListener("abort", stop);
      if (idle === null) idle = worker;
      else worker.terminate();
      settle();
    };
    const unreadable = (): void => reject(new Unanswered({ is: "unreadable_file" }));
    signal.addEventListener("abort", stop, { once: true });
    worker.onerror = () => {
      worker.terminate();
      unreadable();
    };
    worker.onmessage = ({ data }: MessageEvent<HashingMessage>) => {
      if (data.is === "progress") onProgress(data.bytes);
      else if (data.is === "done") end(() => resolve(data.digest));
      else end(unreadable);
    };
    worker.postMessage(file);
  });
}
