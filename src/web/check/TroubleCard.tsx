// A document without an answer, and why. It looks like no verdict.

import { Sent } from "../report/Evidence.tsx";
import { nameOf } from "./names.ts";
import type { DocumentItem, DocumentState } from "./items.ts";
import { TroubleNote, troubleAdvice } from "../frame/TroubleNote.tsx";
import { hrefOf, words } from "../frame/language.ts";
import type { Trouble } from "../frame/trouble.ts";
import { said } from "./words.ts";

interface TroubleCardProps {
  readonly item: DocumentItem;
  readonly state: Extract<DocumentState, { is: "unanswered" }>;
  /** `null` when there is nothing to ask again. */
  readonly onAgain: (() => void) | null;
  readonly onRemove: () => void;
}

/** What this page found out by itself: the service said nothing. */
const isToldHere = (trouble: Trouble): boolean => trouble.is === "problem" && trouble.problem.detail + trouble.problem.title === "";

/** What to do now; with a presentation that is done on another page. */
function Todo({ trouble }: { trouble: Trouble }) {
  return (
    <div class="todo">
      <h3>{words.page.todo}</h3>
      <p>{troubleAdvice(trouble).todo}</p>
      {trouble.is === "problem" && trouble.problem.code === "challenge_missing" && (
        <p>
          <a class="button" href={hrefOf("/operators#presentation")}>{said.credential.toDesk}</a>
        </p>
      )}
    </div>
  );
}

export function TroubleCard({ item, state: { question, trouble }, onAgain, onRemove }: TroubleCardProps) {
  const { noVerdict, noVerdictMeans, sent, again, againNamed, remove, removeNamed } = words.page;
  const { means } = troubleAdvice(trouble);
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
      {isToldHere(trouble) ? <Todo trouble={trouble} /> : <TroubleNote trouble={trouble} />}
      {question !== null && (
        <details class="fold">
          <summary>{sent}</summary>
          <Sent question={question} />
        </details>
      )}
      <div class="actions">
        {onAgain !== null && (
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
