// Several results as a table that fills as verdicts come; each opens in its place.

import { useState } from "preact/hooks";
import { words } from "../../frame/language.ts";
import type { Desk } from "../desk.ts";
import type { DocumentItem } from "../items.ts";
import { PrintHead } from "../PrintHead.tsx";
import { said } from "../words.ts";
import { countsOf, groupOf, labelOf, type Group } from "./groups.ts";
import { ManyActions } from "./ManyActions.tsx";
import { ManyProgress } from "./ManyProgress.tsx";
import { ManyRow, OpenRow } from "./ManyRow.tsx";

export function ManyTable({ documents, desk }: { documents: readonly DocumentItem[]; desk: Desk }) {
  const [filter, setFilter] = useState<Group | null>(null);
  const shown = filter === null ? documents : documents.filter((item) => groupOf(item) === filter);
  return (
    <div class="many">
      <div class="many-head">
        <h2>{words.page.summary(documents.length)}</h2>
        <ManyActions documents={documents} desk={desk} />
      </div>
      <ManyProgress documents={documents} desk={desk} />
      <Chips documents={documents} chosen={filter} onChoose={setFilter} />
      <PrintHead shown={shown} all={documents.length} filter={filter === null ? null : labelOf(filter)} />
      <Table shown={shown} desk={desk} />
      {shown.length === 0 && <p class="many-empty">{said.many.nothingHere}</p>}
    </div>
  );
}

function Chips({ documents, chosen, onChoose }: { documents: readonly DocumentItem[]; chosen: Group | null; onChoose: (group: Group | null) => void }) {
  const groups = countsOf(documents);
  // What was chosen stays to be seen when its last item has moved on.
  const all = chosen === null || groups.some(([group]) => group === chosen) ? groups : [...groups, [chosen, 0] as const];
  return (
    <div class="chips" role="group" aria-label={said.many.filter}>
      <button type="button" class="chip" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {said.many.all} <span class="chip-count">{documents.length}</span>
      </button>
      {all.map(([group, count]) => (
        <button key={group} type="button" class={`chip tone-${group}`} aria-pressed={chosen === group} data-group={group} onClick={() => onChoose(group)}>
          {labelOf(group)} <span class="chip-count">{count}</span>
        </button>
      ))}
    </div>
  );
}

function Table({ shown, desk }: { shown: readonly DocumentItem[]; desk: Desk }) {
  const { caption, file, verdict, type, issuer, since } = said.many;
  return (
    <table class="many-table">
      <caption class="unseen">{caption}</caption>
      <colgroup>
        <col class="col-file" />
        <col class="col-answer" />
        <col class="col-wide" />
        <col class="col-wide" />
        <col class="col-wide col-since" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{file}</th>
          <th scope="col">{verdict}</th>
          <th scope="col" class="wide">
            {type}
          </th>
          <th scope="col" class="wide">
            {issuer}
          </th>
          <th scope="col" class="wide">
            {since}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.flatMap((item) => {
          const isOpen = desk.openIds.includes(item.id);
          return [<ManyRow key={item.id} item={item} isOpen={isOpen} desk={desk} />, ...(isOpen ? [<OpenRow key={`open ${item.id}`} item={item} desk={desk} />] : [])];
        })}
      </tbody>
    </table>
  );
}
