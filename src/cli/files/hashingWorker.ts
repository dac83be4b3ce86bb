// A thread that digests files for the command line.

import { parentPort } from "node:worker_threads";
import { digestOfStillFile } from "./stillFile.ts";
import type { HashingAnswer, HashingQuestion } from "./hashers.ts";

parentPort!.on("message", async ({ place, file }: HashingQuestion) => {
  const answer: HashingAnswer = await digestOfStillFile(file).then(
    (digest) => ({ place, digest }),
    (error: Error) => ({ place, trouble: error.message }),
  );
  parentPort!.postMessage(answer);
});
