// A worker that digests one file, so that the page stays quick meanwhile.

import type { HashingMessage } from "./hashing.ts";
import { digestOfStream } from "./streamDigest.ts";

/** Often enough for a smooth bar, seldom enough to cost nothing. */
const PROGRESS_EVERY_MS = 100;

const tell = (message: HashingMessage): void => self.postMessage(message);

self.onmessage = async ({ data: file }: MessageEvent<File>) => {
  let toldAt = 0;
  const onProgress = (bytes: number): void => {
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    tell({ is: "progress", bytes });
  };
  try {
    tell({ is: "done", digest: await digestOfStream(file.stream(), onProgress) });
  } catch {
    // Moved, changed, a folder, or no permission: the browser tells us nothing that a person could use.
    tell({ is: "unreadable" });
  }
};
