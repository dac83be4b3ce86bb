// A thread that draws papers: a long one takes seconds, in which the service goes on answering others.

import { parentPort } from "node:worker_threads";
import { languageOf } from "../../words/languages.ts";
import { papers } from "../../words/papers.ts";
import { tables } from "../../words/tables.ts";
import { drawAeo } from "./aeoPaper.ts";
import { drawOrigin } from "./originPaper.ts";
import type { Drawing, DrawingAnswer, DrawingQuestion } from "./papers.ts";
import { drawReceipt } from "./receiptPaper.ts";
import { unprintableIn } from "./unprintable.ts";

parentPort!.on("message", async ({ place, ...asked }: DrawingQuestion) => {
  const answer: DrawingAnswer = await answerTo(asked).then(
    (value) => ({ place, value }),
    (error: Error) => ({ place, trouble: error.stack ?? error.message }),
  );
  parentPort!.postMessage(answer);
});

async function answerTo(asked: Drawing): Promise<unknown> {
  switch (asked.is) {
    case "origin":
      return drawOrigin({ ...asked.sheet, words: papers[languageOf([asked.sheet.language])] });
    case "aeo":
      return drawAeo({ ...asked.sheet, words: papers[languageOf([asked.sheet.language])] });
    case "receipt":
      return drawReceipt({ ...asked.sheet, words: await tables[languageOf([asked.sheet.language])]() });
    case "unprintable":
      return unprintableIn(asked.value, asked.at);
  }
}
