// A thread that draws papers: a long one takes seconds, in which the service goes on answering others.

import { parentPort } from "node:worker_threads";
import { languageOf } from "../../words/languages.ts";
import { tables } from "../../words/tables.ts";
import { englishPaper } from "../../words/english/paper.ts";
import { drawOrigin } from "./originPaper.ts";
import { drawReceipt } from "./receiptPaper.ts";
import type { DrawingAnswer, DrawingQuestion } from "./papers.ts";
import { unprintableIn } from "./unprintable.ts";

parentPort!.on("message", async ({ place, ...asked }: DrawingQuestion) => {
  const answer: DrawingAnswer = await answerTo(asked).then(
    (value) => ({ place, value }),
    (error: Error) => ({ place, trouble: error.stack ?? error.message }),
  );
  parentPort!.postMessage(answer);
});

async function answerTo({ is, sheet, receipt, value, at }: Omit<DrawingQuestion, "place">): Promise<unknown> {
  if (is === "origin") return drawOrigin({ ...sheet!, words: englishPaper });
  if (is === "receipt") return drawReceipt({ ...receipt!, words: await tables[languageOf([receipt!.language])]() });
  return unprintableIn(value, at!);
}
