// What a print must say above its results: when, through which service, believing whom, and what was left out.

import type { ReportTrustRoot } from "../../core/report.ts";
import { Believed } from "../report/Believed.tsx";
import { marks, words } from "../frame/language.ts";
import type { DocumentItem } from "./items.ts";
import { said } from "./words.ts";

interface PrintHeadProps {
  readonly shown: readonly DocumentItem[];
  readonly all: number;
  /** Which answers are listed, in words; `null`: all. */
  readonly filter: string | null;
}

/** Seen on paper alone. */
export function PrintHead({ shown, all, filter }: PrintHeadProps) {
  const reports = shown.flatMap(({ state }) => (state.is === "answered" ? [state.report] : []));
  const times = reports.map(({ checkedAt }) => checkedAt).sort();
  const { title, by, checked, counts, shows } = said.print;
  return (
    <div class="print-only">
      <h2>{title}</h2>
      <p>{by(location.host)}</p>
      {times.length > 0 && <p>{checked(words.dateTime(times[0]!), words.dateTime(times.at(-1)!))}</p>}
      <p>
        {counts(shown.length, all)} {filter !== null && shows + marks.colon + filter + marks.stop}
      </p>
      {reports.length > 0 && (
        <>
          <p>{words.page.believes}</p>
          <Believed roots={rootsIn(reports.map(({ trustRoots }) => trustRoots))} />
        </>
      )}
    </div>
  );
}

/** Each root once, with the newest word on what it is believed for. */
function rootsIn(lists: readonly (readonly ReportTrustRoot[])[]): readonly ReportTrustRoot[] {
  return [...new Map(lists.flat().map((root) => [root.did, root])).values()];
}
