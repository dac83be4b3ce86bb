// What everybody reads who checks the document now: the service's own report, asked for as anybody does.

import type { Digest } from "../../core/digest.ts";
import { advice, headline } from "../../words/sentences.ts";
import { words } from "../frame/language.ts";
import { ask } from "../report/ask.ts";
import { VerdictMark } from "../report/VerdictMark.tsx";
import { AskedTrouble } from "./AskedTrouble.tsx";
import { says } from "./says.ts";
import { useAsking } from "./useAsking.ts";

/** Asked again by a button, and when the standing was changed. */
export function CheckNow({ digest, standing }: { digest: Digest; standing: string }) {
  const { asked, again } = useAsking(`${digest} ${standing}`, () => ask({ digest }, new AbortController().signal));
  const report = asked.is === "answered" ? asked.value : null;
  return (
    <section class={`card card-slim check-now tone-${report?.verdict ?? "none"}`} aria-labelledby="check-now" data-verdict={report?.verdict}>
      <h3 id="check-now">{says.list.checkNow}</h3>
      {asked.is === "asking" && <p role="status">{words.page.asking}</p>}
      {asked.is === "trouble" && <AskedTrouble trouble={asked.trouble} onAgain={null} />}
      {report !== null && (
        <div class="check-said" role="status">
          <VerdictMark verdict={report.verdict} />
          <div>
            <p class="label">{headline(report, words)}</p>
            <p>{advice(report, words).means}</p>
          </div>
        </div>
      )}
      <button type="button" class="button" onClick={again}>
        {words.page.again}
      </button>
    </section>
  );
}
