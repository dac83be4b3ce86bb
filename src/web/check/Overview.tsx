// All results in a line each: seen when there are several, read out by screen readers as they arrive.

import { headline } from "../../words/sentences.ts";
import { VerdictMark } from "../report/VerdictMark.tsx";
import { nameOf } from "./names.ts";
import type { DocumentItem } from "./items.ts";
import { words } from "../frame/language.ts";

export function Overview({ documents, onClear }: { documents: readonly DocumentItem[]; onClear: () => void }) {
  const isShown = documents.length > 1;
  return (
    <div class={isShown ? "overview" : "unseen"}>
      {isShown && (
        <div class="overview-head">
          <h2>{words.page.summary(documents.length)}</h2>
          <button type="button" class="button" onClick={onClear}>
            {words.page.clear}
          </button>
        </div>
      )}
      <div role="log" aria-label={words.page.results}>
        <ul class="overview-list">
          {documents.map((item) => (
            <Line key={item.id} item={item} isLink={isShown} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Line({ item, isLink }: { item: DocumentItem; isLink: boolean }) {
  const { state } = item;
  if (state.is === "reading" || state.is === "asking") return null;
  const said = state.is === "answered" ? headline(state.report, words) : words.page.noVerdict;
  const name = nameOf(item);
  return (
    <li class={state.is === "answered" ? `tone-${state.report.verdict}` : "tone-none"}>
      {state.is === "answered" ? <VerdictMark verdict={state.report.verdict} /> : <span class="mark mark-none" aria-hidden="true" />}
      {isLink ? <a href={`#result-${item.id}`}><bdi>{name}</bdi></a> : <bdi>{name}</bdi>}
      <span class="overview-said">{said}</span>
    </li>
  );
}
