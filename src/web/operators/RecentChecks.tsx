// What was checked on this device lately, for whoever ticked that it may be remembered.

import { useState } from "preact/hooks";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";
import { deskWords } from "./deskLanguage.ts";
import type { Recent, RecentCheck } from "./recent.ts";

export function RecentChecks({ recent }: { recent: Recent }) {
  const { title, remember, rememberHint, none, clear, cleared } = deskWords.recent;
  const [said, setSaid] = useState("");
  return (
    <section class="desk-recent" aria-labelledby="recent">
      <h2 id="recent">{title}</h2>
      <label class="desk-tick">
        <input type="checkbox" aria-describedby="recent-hint" checked={recent.isOn} onChange={({ currentTarget }) => recent.turn(currentTarget.checked)} />
        {remember}
      </label>
      <p class="soft" id="recent-hint">
        {rememberHint}
      </p>
      {recent.isOn && recent.checks.length === 0 && <p>{none}</p>}
      {recent.checks.length > 0 && <Table checks={recent.checks} />}
      {recent.checks.length > 0 && (
        <button type="button" class="button" onClick={() => (recent.clear(), setSaid(cleared))}>
          {clear}
        </button>
      )}
      <p role="status" class="soft">
        {recent.checks.length === 0 ? said : ""}
      </p>
    </section>
  );
}

function Table({ checks }: { checks: readonly RecentCheck[] }) {
  const { caption, columns } = deskWords.recent;
  return (
    <div class="desk-wide" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {(["time", "kind", "end", "answer"] as const).map((column) => (
              <th key={column} scope="col">
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checks.map(({ time, kind, end, outcome }) => (
            <tr key={`${time} ${kind} ${end}`}>
              <td>{words.dateTime(time)}</td>
              <td>{Object.hasOwn(deskWords.views, kind) ? deskWords.views[kind].name : visible(kind)}</td>
              <td>
                <bdi>{kind === "list" ? deskWords.recent.lines(Number(end)) : `…${visible(end)}`}</bdi>
              </td>
              <td>{outcome !== undefined && Object.hasOwn(deskWords.outcomes, outcome) ? deskWords.outcomes[outcome] : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
