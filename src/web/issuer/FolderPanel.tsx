// A whole folder: its files, their type, progress, stop, and going on also after the page was loaded again.

import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { marks, words } from "../frame/language.ts";
import { TroubleNote, troubleAdvice } from "../frame/TroubleNote.tsx";
import type { Me } from "../frame/signIn/me.ts";
import { DropField } from "./DropField.tsx";
import { FolderTable, FolderTally } from "./FolderTable.tsx";
import type { FolderRun } from "./folderRun.ts";
import { says } from "./says.ts";
import { NotEntitled, TypeChoice } from "./TypeChoice.tsx";
import { mayIssueHere } from "./MayIssue.tsx";

export function FolderPanel({ run, me }: { run: FolderRun; me: Me }) {
  const { folder } = says;
  if (!mayIssueHere(me)) return <p>{says.mayIssue.readOnly}</p>;
  const isBusy = run.phase === "running" || run.phase === "waiting";
  return (
    <>
      <p class="soft">{folder.lead}</p>
      <Earlier run={run} />
      {!isBusy && <DropField says={{ drop: folder.drop, dropNow: folder.drop, choose: folder.choose, hint: says.anchor.privacy }} onFiles={(files) => run.choose(files, null)} isFolder />}
      {run.entries.length > 0 && <Run run={run} me={me} />}
      {run.leftOut.length > 0 && <p role="status">{folder.leftOut(run.leftOut.length, [...new Set(run.leftOut)].slice(0, 5).map((name) => visible(name)).join(marks.listed))}</p>}
      {run.leftOut.length > 0 && run.entries.length === 0 && <p role="status">{folder.empty}</p>}
    </>
  );
}

/** What an earlier run left behind, until it is gone on with or forgotten. */
function Earlier({ run }: { run: FolderRun }) {
  const { folder } = says;
  const { earlier } = run;
  if (earlier === null) return null;
  const isOther = run.entries.length > 0 && run.documentType !== earlier.documentType;
  return (
    <div class="card card-slim tone-undetermined notice" data-earlier={earlier.acknowledged.length}>
      <p class="notice-said">{folder.resume(earlier.acknowledged.length, earlier.total, typeWords(earlier.documentType, words).one)}</p>
      {isOther && <p>{folder.otherType}</p>}
      <FolderTable entries={earlier.acknowledged.map(({ path, id }) => ({ path, id }))} />
      <button type="button" class="button" onClick={() => run.forget()}>
        {folder.forget}
      </button>
    </div>
  );
}

function Run({ run, me }: { run: FolderRun; me: Me }) {
  const { folder } = says;
  const { phase, entries, accepted } = run;
  const total = entries.length;
  return (
    <div class="card card-slim tone-none" data-folder={phase}>
      <p>{folder.chosen(total)}</p>
      {phase === "ready" && <TypeChoice key={total} id="folder-type" chosen={run.documentType} error={null} onChoose={(type) => run.setType(type)} />}
      <NotEntitled me={me} type={run.documentType} />
      <progress class="bar" aria-label={folder.progress(accepted, total)} max={total} value={accepted} />
      <p class="folder-progress">{folder.progress(accepted, total)}</p>
      <p role="status">{folder.phases[phase]}</p>
      {run.trouble !== null && (
        <div role="alert">
          <p class="notice-said">{troubleAdvice(run.trouble).means}</p>
          <TroubleNote trouble={run.trouble} />
        </div>
      )}
      <FolderTally entries={entries} />
      {!run.isKept && <p class="soft">{folder.notKept}</p>}
      <RunButtons run={run} />
      <FolderTable entries={entries} />
    </div>
  );
}

function RunButtons({ run }: { run: FolderRun }) {
  const { folder } = says;
  const isBusy = run.phase === "running" || run.phase === "waiting";
  return (
    <div class="actions">
      {run.phase === "ready" && (
        <button type="button" class="button button-main" disabled={!run.mayStart} onClick={() => void run.start()}>
          {folder.start}
        </button>
      )}
      {isBusy && (
        <button type="button" class="button" onClick={() => run.stop()}>
          {folder.stop}
        </button>
      )}
      {(run.phase === "stopped" || run.phase === "broken") && (
        <button type="button" class="button button-main" onClick={() => void run.start()}>
          {folder.goOn}
        </button>
      )}
      {!isBusy && (
        <button type="button" class="button" onClick={() => run.forget()}>
          {folder.forget}
        </button>
      )}
    </div>
  );
}
