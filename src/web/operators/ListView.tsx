// A list of operators, pasted or from a file.

import { useState } from "preact/hooks";
import { aloud, Field } from "../frame/Field.tsx";
import { useMe } from "../frame/signIn/useStanding.ts";
import { InTrouble } from "./AskingCard.tsx";
import { KEY_LIMIT, OPEN_LIMIT } from "./askRows.ts";
import { deskWords } from "./deskLanguage.ts";
import { isSettled, rowsIn } from "./listRows.ts";
import { ListTable } from "./ListTable.tsx";
import type { NoteCheck } from "./recent.ts";
import { useList, type List } from "./useList.ts";

/** A list of ten thousand lines has less. */
const FILE_LIMIT_BYTES = 10_000_000;

export function ListView({ onAnswer }: { onAnswer: NoteCheck }) {
  const { label, hint, file, start, empty, tooMany } = deskWords.list;
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const list = useList((count) => onAnswer({ kind: "list", end: String(count) }));
  const limit = useMe() === null ? OPEN_LIMIT : KEY_LIMIT;
  const put = (): void => {
    const rows = rowsIn(text);
    const fault = rows.length === 0 ? empty : rows.length > limit ? tooMany(rows.length, limit) : undefined;
    setWrong(fault);
    if (fault !== undefined) return document.getElementById("list")?.focus();
    list.ask(rows);
  };
  return (
    <>
      <form class="desk-form desk-form-wide" onSubmit={(event) => (event.preventDefault(), put())} noValidate>
        <Field id="list" label={label} hint={hint(OPEN_LIMIT)} error={aloud(wrong)}>
          {(described) => <textarea {...described} rows={6} spellcheck={false} autocomplete="off" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />}
        </Field>
        <p class="actions desk-actions">
          <button type="submit" class="button button-main">
            {start}
          </button>
          <FileChoice label={file} onText={setText} />
        </p>
      </form>
      <Progress list={list} />
      {list.trouble !== null && <InTrouble trouble={list.trouble} onAgain={() => list.ask(list.rows)} />}
      {list.rows.length > 0 && <ListTable rows={list.rows} />}
    </>
  );
}

function FileChoice({ label, onText }: { label: string; onText: (text: string) => void }) {
  const take = async (input: HTMLInputElement): Promise<void> => {
    const chosen = input.files?.[0];
    if (chosen !== undefined) onText(await chosen.slice(0, FILE_LIMIT_BYTES).text());
    input.value = "";
  };
  return (
    <label class="desk-file">
      <input type="file" class="unseen" accept=".csv,.txt,text/csv,text/plain" onChange={({ currentTarget }) => void take(currentTarget)} />
      <span class="button">{label}</span>
    </label>
  );
}

function Progress({ list: { rows, state, pause, stop, trouble } }: { list: List }) {
  const { progress, pausing, stopped, done } = deskWords.list;
  if (state === "empty") return null;
  const answered = rows.filter(isSettled).length;
  return (
    <div class="desk-progress" data-list={state}>
      <progress class="bar" max={rows.length} value={answered} aria-label={progress(answered, rows.length)} />
      <p role="status">
        {progress(answered, rows.length)}. {state === "done" ? done : state === "stopped" && trouble === null ? stopped : pause > 0 ? pausing(pause) : ""}
      </p>
      {state === "asking" && (
        <button type="button" class="button" onClick={stop}>
          {deskWords.stop}
        </button>
      )}
    </div>
  );
}
