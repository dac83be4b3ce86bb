// The answers to a list, a row each: filtered, saved, printed.

import { useState } from "preact/hooks";
import type { DeskOutcome } from "../../words/operatorsPageWords.ts";
import { visible } from "../../words/visible.ts";
import { Field } from "../frame/Field.tsx";
import { words } from "../frame/language.ts";
import { saveTable } from "../frame/saving.ts";
import { VerdictMark } from "../report/VerdictMark.tsx";
import { OperatorName } from "./AuthorisationCard.tsx";
import { deskWords } from "./deskLanguage.ts";
import { cellsOf, rowOutcome, tableOf, type ListRow } from "./listRows.ts";

/** A browser lays out so many rows without a wait. */
const SHOWN_STEP = 200;
const COLUMNS = ["line", "identifier", "answer", "operator", "until", "issuer"] as const;

export function ListTable({ rows }: { rows: readonly ListRow[] }) {
  const [outcome, setOutcome] = useState<DeskOutcome | "">("");
  const [text, setText] = useState("");
  const [limit, setLimit] = useState(SHOWN_STEP);
  const { caption, columns, noneFits, more, shown } = deskWords.list;
  const fitting = rows.filter((row) => (outcome === "" || rowOutcome(row) === outcome) && hasText(row, text));
  return (
    <div class="desk-table">
      <Filter rows={rows} chosen={outcome} text={text} onChoose={setOutcome} onText={setText} />
      <p role="status" class="soft">
        {fitting.length === 0 ? noneFits : shown(fitting.length, rows.length)}
      </p>
      <div class="desk-wide" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fitting.slice(0, limit).map((row) => (
              <Row key={row.line} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="actions">
        {fitting.length > limit && (
          <button type="button" class="button" onClick={() => setLimit(limit + SHOWN_STEP)}>
            {more(Math.min(SHOWN_STEP, fitting.length - limit))}
          </button>
        )}
        <SaveCsv rows={rows} />
        <button type="button" class="button" onClick={() => print()}>
          {deskWords.list.print}
        </button>
      </p>
    </div>
  );
}

/** In whatever the row shows, capitals or not. */
function hasText(row: ListRow, text: string): boolean {
  const { operator, authorisation, issuer } = cellsOf(row);
  return [row.identifier, operator, authorisation, issuer].some((cell) => cell.toLowerCase().includes(text.trim().toLowerCase()));
}

interface FilterProps {
  readonly rows: readonly ListRow[];
  readonly chosen: DeskOutcome | "";
  readonly text: string;
  readonly onChoose: (outcome: DeskOutcome | "") => void;
  readonly onText: (text: string) => void;
}

function Filter({ rows, chosen, text, onChoose, onText }: FilterProps) {
  const { filter, filterText, all } = deskWords.list;
  const counts = new Map<DeskOutcome, number>();
  for (const row of rows) counts.set(rowOutcome(row), (counts.get(rowOutcome(row)) ?? 0) + 1);
  return (
    <div class="desk-filter">
      <Field id="list-outcome" label={filter}>
        {(described) => (
          <select {...described} value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value as DeskOutcome | "")}>
            <option value="">{`${all} (${rows.length})`}</option>
            {(Object.keys(deskWords.outcomes) as DeskOutcome[]).filter((each) => counts.has(each) || each === chosen).map((each) => (
              <option key={each} value={each}>
                {`${deskWords.outcomes[each]} (${counts.get(each) ?? 0})`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="list-text" label={filterText}>
        {(described) => <input {...described} type="search" autocomplete="off" spellcheck={false} value={text} onInput={({ currentTarget }) => onText(currentTarget.value)} />}
      </Field>
    </div>
  );
}

function Row({ row }: { row: ListRow }) {
  const { identifier, scheme, line, answer, refused } = row;
  const outcome = rowOutcome(row);
  const best = answer?.authorisations[0];
  const { operator, authorisation, until, issuer, further } = cellsOf(row);
  const isOpen = answer !== undefined && answer !== null && !answer.isComplete;
  return (
    <tr class={`tone-${best?.verdict ?? "none"}`} data-answer={outcome}>
      <td>{line}</td>
      <th scope="row">
        <bdi>{visible(identifier)}</bdi>
        {scheme !== "" && <span class="desk-minor">{visible(scheme)}</span>}
      </th>
      <td class="desk-answer">
        {best !== undefined && <VerdictMark verdict={best.verdict} />}
        <span>
          <strong>{deskWords.outcomes[outcome]}</strong>
          {best?.reason !== undefined && Object.hasOwn(words.reasons, best.reason) && <span class="desk-minor">{words.reasons[best.reason].means}</span>}
          {further > 0 && <span class="desk-minor">{deskWords.list.furtherOnes(further)}</span>}
          {isOpen && <span class="desk-minor">{deskWords.list.incomplete}</span>}
          {refused !== undefined && <span class="desk-minor">{visible(refused, 200)}</span>}
        </span>
      </td>
      <td>
        {operator !== "" && <OperatorName name={operator} />}
        <bdi class="desk-minor">{visible(authorisation)}</bdi>
      </td>
      <td>{until === "" ? "" : words.date(until)}</td>
      <td title={best?.issuer.did}>
        <bdi>{visible(issuer)}</bdi>
        {best?.issuer.likeness !== undefined && <span class="party-likeness desk-likeness">{Object.hasOwn(words.likenesses, best.issuer.likeness) ? words.likenesses[best.issuer.likeness] : words.likenesses.confusable}</span>}
      </td>
    </tr>
  );
}

function SaveCsv({ rows }: { rows: readonly ListRow[] }) {
  return (
    <button type="button" class="button" onClick={() => saveTable(tableOf(rows), "operators.csv")}>
      {deskWords.list.download}
    </button>
  );
}
