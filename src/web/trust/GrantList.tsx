// The same as the drawing in words: every grant in a row, for whoever does not see it or looks for a name.

import { useState } from "preact/hooks";
import type { GrantState } from "../../core/grantStates.ts";
import { NO_END } from "../../core/ledger.ts";
import { dateOf } from "../../core/report.ts";
import { Field } from "../frame/Field.tsx";
import { words } from "../frame/language.ts";
import type { Scene } from "./picture.ts";
import { lookOfGrant, nameIn, said, stateShort } from "./speech.ts";
import type { Choice } from "./useTrust.ts";

const PAGE = 100;

interface GrantListProps {
  readonly scene: Scene;
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  readonly onChoose: (choice: Choice) => void;
}

export function GrantList({ scene, filter, onFilter, onChoose }: GrantListProps) {
  const [limit, setLimit] = useState(PAGE);
  const { list } = said;
  const fitting = scene.states.filter((state) => isFitting(scene, state, filter));
  const rows = fitting.slice(0, limit);
  return (
    <section class="panel" aria-labelledby="list-title" id="list">
      <h2 id="list-title" tabIndex={-1}>{list.title}</h2>
      <div class="filter">
        <Field id="list-filter" label={list.filter}>
          {(described) => <input {...described} type="search" value={filter} maxLength={200} onInput={({ currentTarget }) => onFilter(currentTarget.value)} />}
        </Field>
      </div>
      {rows.length === 0 ? (
        <p>{list.nothing}</p>
      ) : (
        <div class="wide" role="group" aria-labelledby="list-title" tabIndex={0}>
          <table class="rows">
            <caption class="unseen">{list.caption}</caption>
            <thead>
              <tr>
                {[list.grantor, list.grantee, list.state, list.from, list.until, list.passOn].map((title) => <th key={title} scope="col">{title}</th>)}
                <th scope="col"><span class="unseen">{list.open}</span></th>
              </tr>
            </thead>
            <tbody>{rows.map((state) => <Row key={`${state.list.grantor} ${state.list.grantee}`} state={state} scene={scene} onChoose={onChoose} />)}</tbody>
          </table>
        </div>
      )}
      <p class="soft" role="status">{list.showing(rows.length, fitting.length)}</p>
      {rows.length < fitting.length && <button type="button" class="button" onClick={() => setLimit(limit + PAGE)}>{list.showMore}</button>}
    </section>
  );
}

function isFitting({ parties }: Scene, { list: { grantor, grantee } }: GrantState, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return wanted === "" || [grantor, grantee].some((address) => `${parties.get(address)!.name ?? ""} ${parties.get(address)!.did}`.toLowerCase().includes(wanted));
}

function Row({ state, scene, onChoose }: { state: GrantState; scene: Scene; onChoose: (choice: Choice) => void }) {
  const { grantor, grantee, statements } = state.list;
  const { list } = said;
  const names = [nameIn(scene, grantor), nameIn(scene, grantee)] as const;
  // What is told is the grant that carries, else the last that was made.
  const told = state.path?.at(-1)!.statement ?? statements.findLast(({ isGranted }) => isGranted);
  return (
    <tr data-grant={`${grantor} ${grantee}`} data-look={lookOfGrant(state)}>
      <th scope="row" data-title={list.grantor}><bdi>{names[0]}</bdi></th>
      <td data-title={list.grantee}><bdi>{names[1]}</bdi></td>
      <td data-title={list.state} class={`state state-${lookOfGrant(state)}`}>{stateShort(state)}</td>
      <td data-title={list.from}>{told === undefined ? "" : words.date(dateOf(told.from))}</td>
      <td data-title={list.until}>{told === undefined ? "" : told.until === NO_END ? list.noEnd : words.date(dateOf(told.until))}</td>
      <td data-title={list.passOn}>{told?.mayPassOn === true ? list.yes : list.no}</td>
      <td><button type="button" class="button" aria-label={list.openNamed(...names)} onClick={() => onChoose({ kind: "grant", grantor, grantee })}>{list.open}</button></td>
    </tr>
  );
}
