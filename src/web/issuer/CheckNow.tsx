// What everybody reads who checks the document now: the service's own report, asked for as anybody does.

import { useEffect } from "preact/hooks";
import type { Report } from "../../core/report.ts";
import { advice, countingAnchor, headline } from "../../words/sentences.ts";
import { words } from "../frame/language.ts";
import { ask } from "../report/ask.ts";
import { VerdictMark } from "../report/VerdictMark.tsx";
import type { OwnDocument } from "./answers.ts";
import { AskedTrouble } from "./AskedTrouble.tsx";
import { says } from "./says.ts";
import { useAsking } from "./useAsking.ts";

/** Until the ledger has what was said last. */
const LOOK_MS = 1_500;

/** Asked again by a button, when the document moves on, and while the ledger is behind what its issuer said. */
export function CheckNow({ document: { digest, state, standing } }: { document: OwnDocument }) {
  const { asked, again } = useAsking(`${digest} ${state} ${standing}`, () => ask({ digest }, new AbortController().signal));
  const report = asked.is === "answered" ? asked.value : asked.is === "asking" ? asked.before : null;
  const isBehind = report !== null && saysOtherwise(report, standing);
  useEffect(() => {
    if (asked.is !== "answered" || !isBehind) return;
    const timer = setTimeout(again, LOOK_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <section class={`card card-slim check-now tone-${report?.verdict ?? "none"}`} aria-labelledby="check-now" data-verdict={report?.verdict}>
      <h3 id="check-now">{says.list.checkNow}</h3>
      {asked.is === "asking" && report === null && <p role="status">{words.page.asking}</p>}
      {asked.is === "trouble" && <AskedTrouble trouble={asked.trouble} onAgain={null} />}
      {report !== null && <Said report={report} />}
      <p role="status" class="soft">
        {isBehind ? says.list.checkBehind : ""}
      </p>
      <button type="button" class="button" onClick={again}>
        {words.page.again}
      </button>
    </section>
  );
}

function Said({ report }: { report: Report }) {
  return (
    <div class="check-said" role="status">
      <VerdictMark verdict={report.verdict} />
      <div>
        <p class="label">{headline(report, words)}</p>
        <p>{advice(report, words).means}</p>
      </div>
    </div>
  );
}

/** Whether the report rests on another standing than the one that the issuer said last. */
function saysOtherwise(report: Report, standing: string): boolean {
  const said = countingAnchor(report)?.standing?.standing;
  return said !== undefined && said !== standing;
}
