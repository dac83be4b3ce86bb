// What one has said, newest first, each with how far it has come and what the ledger says now.

import { typeWords } from "../../../words/sentences.ts";
import { partyName } from "../../../words/sentences.ts";
import { words } from "../../frame/language.ts";
import { TroubleNote, troubleAdvice } from "../../frame/TroubleNote.tsx";
import { Party } from "../../report/Party.tsx";
import { visible } from "../../../words/visible.ts";
import { said } from "../speech.ts";
import type { OwnStatement } from "./statements.ts";
import type { Statements } from "./useStatements.ts";

interface StatementTableProps {
  readonly statements: Statements;
  readonly mayAccredit: boolean;
  readonly onWithdraw: (statement: OwnStatement) => void;
  readonly onRenew: (statement: OwnStatement) => void;
}

export function StatementTable({ statements: { all, hasOlder, trouble, isBehind, loadOlder, reload }, mayAccredit, onWithdraw, onRenew }: StatementTableProps) {
  const { administration: { said: say } } = said;
  const latest = all?.[0];
  return (
    <div class="said">
      <h3 id="said-title" tabIndex={-1}>{say.title}</h3>
      <p role="status" class="said-status">{latest === undefined || latest.state === "final" && !hasJustMoved(latest) ? "" : progressOf(latest)}</p>
      {isBehind && <p class="soft">{say.notKnown}</p>}
      {trouble !== null && (
        <div role="alert" class="tone-none">
          <p class="wrong">{troubleAdvice(trouble).means}</p>
          <TroubleNote trouble={trouble} />
          <button type="button" class="button" onClick={reload}>{said.again}</button>
        </div>
      )}
      {all === null ? trouble === null && <p>{said.loading}</p> : all.length === 0 ? <p>{say.none}</p> : (
        <div class="wide" role="group" aria-labelledby="said-title" tabIndex={0}>
          <table class="rows">
            <caption class="unseen">{say.caption}</caption>
            <thead>
              <tr>{[say.what, said.list.grantee, words.page.documentType, said.list.from, said.list.until, say.state, say.ledgerSays, say.act].map((title) => <th key={title} scope="col">{title}</th>)}</tr>
            </thead>
            <tbody>{all.map((statement) => <Row key={statement.id} statement={statement} mayAccredit={mayAccredit} onWithdraw={onWithdraw} onRenew={onRenew} />)}</tbody>
          </table>
        </div>
      )}
      {hasOlder && <button type="button" class="button" onClick={loadOlder}>{say.older}</button>}
    </div>
  );
}

/** Final within the last minutes is news; what was final long ago is not. */
const NEWS_SECONDS = 600;
const hasJustMoved = ({ recordedAt }: OwnStatement): boolean => recordedAt !== undefined && Date.now() / 1000 - Date.parse(recordedAt) / 1000 < NEWS_SECONDS;

function progressOf({ kind, grantee, state }: OwnStatement): string {
  const { administration: { said: say } } = said;
  return say.progress(kind, partyName(grantee), say.states[state]);
}

function Row({ statement, mayAccredit, onWithdraw, onRenew }: { statement: OwnStatement } & Omit<StatementTableProps, "statements">) {
  const { kind, grantee, documentType, from, until, state, problem, compromised, ledgerSays, id } = statement;
  const { administration: say, list } = said;
  const names = [partyName(grantee), typeWords(documentType, words).one] as const;
  return (
    <tr data-statement={id} data-state={state} data-kind={kind}>
      <th scope="row" data-title={say.said.what}>{say.said.kinds[kind]}{compromised === true && <span class="soft"> ({say.said.compromised})</span>}</th>
      <td data-title={list.grantee}><Party party={grantee} /></td>
      <td data-title={words.page.documentType}>{names[1]}</td>
      <td data-title={list.from}>{words.dateTime(from)}</td>
      <td data-title={list.until}>{until === undefined ? list.noEnd : words.dateTime(until)}</td>
      <td data-title={say.said.state}>{say.said.states[state]}{problem !== undefined && <span class="wrong">{say.said.problem(visible(problem))}</span>}</td>
      <td data-title={say.said.ledgerSays}>{ledgerSays === undefined ? "" : say.said.words[ledgerSays]}</td>
      <td data-title={say.said.act}>
        {mayAccredit && (
          <span class="row-actions">
            <button type="button" class="button" aria-label={say.renewNamed(...names)} onClick={() => onRenew(statement)}>{say.renew}</button>
            <button type="button" class="button" aria-label={say.withdrawNamed(...names)} onClick={() => onWithdraw(statement)}>{say.withdraw}</button>
          </span>
        )}
      </td>
    </tr>
  );
}
