// The answer first: the verdict's sign and words, then what to do.

import type { ComponentChild } from "preact";
import type { Report } from "../../core/report.ts";
import { advice, headline } from "../../words/sentences.ts";
import type { Advice } from "../../words/words.ts";
import { words } from "../frame/language.ts";
import { OfflineFacts } from "../offline/OfflineFacts.tsx";
import { VerdictMark } from "./VerdictMark.tsx";

interface VerdictProps {
  readonly report: Report;
  /** Names the headline, for whoever is labelled by it. */
  readonly headlineId: string;
  /** Says it more exactly than the words for any document do. */
  readonly said?: (Advice & { readonly headline: string }) | undefined;
  /** In place of the verdict's sign. */
  readonly mark?: ComponentChild;
}

/** Stands inside an element of class `card tone-…`. */
export function Verdict({ report, headlineId, said, mark }: VerdictProps) {
  const { means, todo } = said ?? advice(report, words);
  return (
    <>
      <div class="verdict">
        {mark ?? <VerdictMark verdict={report.verdict} />}
        <div>
          <h2 class="headline" id={headlineId}>
            {said?.headline ?? headline(report, words)}
          </h2>
          <p class="means">{means}</p>
        </div>
      </div>
      <OfflineFacts report={report} />
      <div class="todo">
        <h3>{words.page.todo}</h3>
        <p>{todo}</p>
      </div>
    </>
  );
}
