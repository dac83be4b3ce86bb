// The files of a run: how many have come how far, the first of them in a table, all of them as a file.

import { stages, type Stage } from "../../words/issuerWords.ts";
import { visible } from "../../words/visible.ts";
import { saveTable } from "../frame/saving.ts";
import { says } from "./says.ts";

/** What is told of a file. */
interface Told {
  readonly path: string;
  readonly id?: string | undefined;
  readonly digest?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly refusal?: string | undefined;
}

/** A longer table helps nobody, and slows the page. */
const SHOWN = 100;

export function FolderTally({ entries }: { entries: readonly Told[] }) {
  const { folder, anchor } = says;
  const counts = stages.map((stage) => [anchor.stages[stage].name, entries.filter((entry) => entry.stage === stage).length] as const);
  const refused = entries.filter(({ refusal }) => refusal !== undefined).length;
  return (
    <>
      <ul class="tally">
        {counts.filter(([, count]) => count > 0).map(([name, count]) => (
          <li key={name}>{folder.tally(name, count)}</li>
        ))}
      </ul>
      {refused > 0 && <p class="notice-said tone-altered" role="status">{folder.refused(refused)}</p>}
    </>
  );
}

export function FolderTable({ entries }: { entries: readonly Told[] }) {
  const { folder } = says;
  const ordered = [...entries.filter(({ refusal }) => refusal !== undefined), ...entries.filter(({ refusal }) => refusal === undefined)];
  const rest = ordered.length - SHOWN;
  return (
    <>
      <div class="scrolling" role="region" aria-label={folder.caption} tabIndex={0}>
        <table>
          <caption class="unseen">{folder.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{folder.file}</th>
              <th scope="col">{folder.state}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, SHOWN).map((entry) => (
              <tr key={entry.path}>
                <td>
                  <bdi>{visible(entry.path, 200)}</bdi>
                </td>
                <td>
                  <State entry={entry} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && <p class="soft">{folder.more(rest)}</p>}
      <button type="button" class="button" onClick={() => saveTable(rowsOf(entries), "tradeseal.csv")}>
        {folder.save}
      </button>
    </>
  );
}

function State({ entry: { id, stage, refusal } }: { entry: Told }) {
  const { folder, anchor } = says;
  if (refusal !== undefined) {
    return (
      <>
        <strong>{folder.refusedWord}.</strong> {refusal === "" ? folder.unreadable : visible(refusal, 300)}
      </>
    );
  }
  if (id === undefined) return <>{folder.waits}</>;
  return <a href={`#documents/${encodeURIComponent(id)}`}>{anchor.stages[stage ?? "accepted"].name}</a>;
}

function rowsOf(entries: readonly Told[]): readonly (readonly string[])[] {
  const rows = entries.map(({ path, digest = "", id = "", stage = id === "" ? "" : "accepted", refusal }) => [path, digest, id, refusal === undefined ? stage : `refused: ${refusal}`]);
  return [["file", "digest", "id", "state"], ...rows];
}
