// A thread that draws papers: a long one takes seconds, in which the service goes on answering others.

import { parentPort } from "node:worker_threads";
import { englishPaper } from "../../words/english/paper.ts";
import { drawOrigin } from "./originPaper.ts";
import type { DrawingAnswer, DrawingQuestion } from "./papers.ts";
import { unprintableIn } from "./unprintable.ts";

parentPort!.on("message", async ({ place, ...asked }: DrawingQuestion) => {
  const answer: DrawingAnswer = await answerTo(asked).then(
    (value) => ({ place, value }),
    (error: Error) => ({ place, trouble: error.stack ?? error.message }),
  );
  parentPort!.postMessage(answer);
});

const answerTo = async (asked: Omit<DrawingQuestion, "place">): Promise<unknown> =>
  asked.is === "origin" ? drawOrigin({ ...asked.sheet!, words: englishPaper }) : unprintableIn(asked.value, asked.at!);
