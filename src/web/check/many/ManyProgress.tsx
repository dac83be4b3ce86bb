// How far all results together have come, and whether the service asked for patience.

import { useEffect, useReducer } from "preact/hooks";
import type { Desk } from "../desk.ts";
import { isUnderWay, type DocumentItem } from "../items.ts";
import { said } from "../words.ts";
import { countsOf, labelOf } from "./groups.ts";

export function ManyProgress({ documents, desk }: { documents: readonly DocumentItem[]; desk: Desk }) {
  const total = documents.length;
  const done = total - documents.filter(isUnderWay).length;
  const isDone = done === total;
  return (
    <div class="many-progress">
      {!isDone && (
        <>
          <progress class="bar" aria-label={said.many.underWay} max={total} value={done} />
          <p class="soft" data-progress>
            {said.many.progress(done, total)}
          </p>
          {desk.waitingUntil !== null && <Patience until={desk.waitingUntil} />}
        </>
      )}
      <Spoken done={done} total={total} finished={isDone ? said.many.finished(countsOf(documents).map(([group, count]) => [labelOf(group), count])) : null} />
    </div>
  );
}

/** Read out by the quarter: five hundred lines would be read for an hour. */
function Spoken({ done, total, finished }: { done: number; total: number; finished: string | null }) {
  const quarter = Math.floor((done / total) * 4);
  const text = finished ?? (quarter === 0 ? "" : said.many.progress(Math.ceil((quarter * total) / 4), total));
  return (
    <p role="status" class={finished === null ? "unseen" : "soft"} data-finished={finished !== null}>
      {text}
    </p>
  );
}

function Patience({ until }: { until: number }) {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => tick(undefined), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <p data-patience>{said.many.patience(Math.max(1, Math.ceil((until - performance.now()) / 1000)))}</p>;
}
