// A document without an answer, and why. It looks like no verdict.

import { faultAdvice } from "../words/sentences.ts";
import { visible } from "../words/visible.ts";
import type { Advice } from "../words/words.ts";
import { Sent } from "./Evidence.tsx";
import { nameOf } from "./names.ts";
import type { DocumentItem, DocumentState } from "./items.ts";
import type { Problem, Trouble } from "./trouble.ts";
import { words } from "./language.ts";

interface TroubleCardProps {
  readonly item: DocumentItem;
  readonly state: Extract<DocumentState, { is: "unanswered" }>;
  readonly onAgain: () => void;
  readonly onRemove: () => void;
}

export function TroubleCard({ item, state: { question, trouble }, onAgain, onRemove }: TroubleCardProps) {
  const { noVerdict, noVerdictMeans, sent, again, againNamed, remove, removeNamed, todo: todoTitle } = words.page;
  const { means, todo } = adviceFor(trouble);
  const name = nameOf(item);
  return (
    <article class="card tone-none" id={`result-${item.id}`} data-trouble={trouble.is} aria-labelledby={`headline-${item.id}`}>
      <p class="file-line">
        <bdi class="file-name">{name}</bdi>
      </p>
      <p class="label">{noVerdict}</p>
      <h2 class="headline headline-small" id={`headline-${item.id}`}>
        {means}
      </h2>
      <p class="means">{noVerdictMeans}</p>
      <div class="todo">
        <h3>{todoTitle}</h3>
        <p>{todo}</p>
      </div>
      {trouble.is === "problem" && <ServiceSays problem={trouble.problem} />}
      {question !== null && (
        <details class="fold">
          <summary>{sent}</summary>
          <Sent question={question} />
        </details>
      )}
      <div class="actions">
        {question !== null && (
          <button type="button" class="button" aria-label={againNamed(name)} onClick={onAgain}>
            {again}
          </button>
        )}
        <button type="button" class="button" aria-label={removeNamed(name)} onClick={onRemove}>
          {remove}
        </button>
      </div>
    </article>
  );
}

/** Longer than any sentence of the service. */
const SENTENCE_CHARACTERS = 400;

/** The service's own words, for whoever has to report the trouble. */
function ServiceSays({ problem: { code, title, detail, requestId } }: { problem: Problem }) {
  return (
    <p class="soft">
      {words.page.serviceSays}: {visible(detail || title, SENTENCE_CHARACTERS)} <code>{visible(code)}</code>
      {requestId !== "" && (
        <>
          , {words.page.requestId} <code>{visible(requestId)}</code>
        </>
      )}
    </p>
  );
}

/** A code that this page does not know yet comes with its own title. */
function adviceFor(trouble: Trouble): Advice {
  if (trouble.is !== "problem") return words.page.troubles[trouble.is];
  const { code, title } = trouble.problem;
  return faultAdvice(code, words) ?? { means: visible(title) || words.page.troubles.unreadable_answer.means, todo: words.faults.overloaded.todo };
}
