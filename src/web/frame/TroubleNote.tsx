// Trouble in words: what it means, what to do now, and the service's own words for whoever has to report it.

import { faultAdvice } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import type { Advice } from "../../words/words.ts";
import { marks, words } from "./language.ts";
import type { Problem, Trouble } from "./trouble.ts";

/** What to do now, and what the service said. What it means stands above, as the headline: see {@link troubleAdvice}. */
export function TroubleNote({ trouble }: { trouble: Trouble }) {
  return (
    <>
      <div class="todo">
        <h3>{words.page.todo}</h3>
        <p>{troubleAdvice(trouble).todo}</p>
      </div>
      {trouble.is === "problem" && <ServiceSays problem={trouble.problem} />}
    </>
  );
}

/** Longer than any sentence of the service. */
const SENTENCE_CHARACTERS = 400;

/** The service's own words, for whoever has to report the trouble. */
function ServiceSays({ problem: { code, title, detail, requestId } }: { problem: Problem }) {
  return (
    <p class="soft">
      {words.page.serviceSays + marks.colon}
      <bdi>{visible(detail || title, SENTENCE_CHARACTERS)}</bdi> <code>{visible(code)}</code>
      {requestId !== "" && (
        <>
          {marks.comma + words.page.requestId} <code>{visible(requestId)}</code>
        </>
      )}
    </p>
  );
}

/** What the trouble means, and what to do now. A code that this page does not know yet comes with its own title. */
export function troubleAdvice(trouble: Trouble): Advice {
  if (trouble.is !== "problem") return words.page.troubles[trouble.is];
  const { code, title } = trouble.problem;
  return faultAdvice(code, words) ?? { means: visible(title) || words.page.troubles.unreadable_answer.means, todo: words.faults.overloaded.todo };
}
