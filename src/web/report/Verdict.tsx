// The answer first: the verdict's sign and words, then what to do.

import type { Report } from "../../core/report.ts";
import { advice, headline } from "../../words/sentences.ts";
import { words } from "../frame/language.ts";
import { VerdictMark } from "./VerdictMark.tsx";

/** `headlineId` names the headline, for whoever is labelled by it. Stands inside an element of class `card tone-…`. */
export function Verdict({ report, headlineId }: { report: Report; headlineId: string }) {
  const { means, todo } = advice(report, words);
  return (
    <>
      <div class="verdict">
        <VerdictMark verdict={report.verdict} />
        <div>
          <h2 class="headline" id={headlineId}>
            {headline(report, words)}
          </h2>
          <p class="means">{means}</p>
        </div>
      </div>
      <div class="todo">
        <h3>{words.page.todo}</h3>
        <p>{todo}</p>
      </div>
    </>
  );
}
