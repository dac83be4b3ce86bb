// One code: what its issuer signed, large, for comparing with the paper by eye; and what became of it since.

import { useEffect, useState } from "preact/hooks";
import type { PaperCode } from "../../core/paperCode.ts";
import { countingAnchor } from "../../words/sentences.ts";
import { hrefOf, words } from "../frame/language.ts";
import { TroubleNote, troubleAdvice } from "../frame/TroubleNote.tsx";
import { Unanswered, type Trouble } from "../frame/trouble.ts";
import type { MarkedReport } from "../offline/offlineReport.ts";
import { Evidence } from "../report/Evidence.tsx";
import { Facts } from "../report/Facts.tsx";
import { Findings } from "../report/Findings.tsx";
import { KeepProof } from "../report/KeepProof.tsx";
import { Verdict } from "../report/Verdict.tsx";
import { Vouching } from "../report/Vouching.tsx";
import { CodeEssentials } from "./CodeEssentials.tsx";
import { codeWords } from "./codeLanguage.ts";
import { codeAnswer, codeSaid, codeTone, isOnlyReceipt, isProvable } from "./codeAnswer.ts";
import { judgeCode } from "./judgeCode.ts";
import { ReceiptMark } from "./ReceiptMark.tsx";
import { questionAbout } from "./questionAbout.ts";

type State = { readonly is: "asking" } | { readonly is: "answered"; readonly report: MarkedReport } | { readonly is: "unanswered"; readonly trouble: Trouble };

/** Asks at once. Nothing that stands on the paper is sent. */
export function CodeResult({ code }: { code: PaperCode }) {
  const [state, setState] = useState<State>({ is: "asking" });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const asking = new AbortController();
    setState({ is: "asking" });
    judgeCode(code, asking.signal).then(
      (report) => setState({ is: "answered", report }),
      (error: unknown) => {
        if (asking.signal.aborted) return;
        setState({ is: "unanswered", trouble: error instanceof Unanswered ? error.trouble : { is: "unreadable_answer" } });
        if (!(error instanceof Unanswered)) throw error;
      },
    );
    return () => asking.abort();
  }, [code, asked]);
  return (
    <div aria-live="polite" aria-busy={state.is === "asking"}>
      {state.is === "answered" ? <Answered code={code} report={state.report} /> : <Waiting code={code} trouble={state.is === "unanswered" ? state.trouble : null} />}
      {state.is !== "asking" && (
        <p class="actions">
          <button type="button" class="button" onClick={() => setAsked(asked + 1)}>
            {words.page.again}
          </button>
        </p>
      )}
    </div>
  );
}

function Answered({ code, report }: { code: PaperCode; report: MarkedReport }) {
  const anchor = report.verdict === "altered" ? undefined : countingAnchor(report);
  return (
    <article class={`card tone-${codeTone(code, report)}`} data-verdict={report.verdict} aria-labelledby="headline">
      <Verdict report={report} headlineId="headline" said={codeSaid(code, report)} mark={isOnlyReceipt(code, report) ? <ReceiptMark /> : undefined} />
      <CodeEssentials code={code} {...codeAnswer(report)} />
      <details class="fold fold-main">
        <summary>{words.page.details}</summary>
        <div class="columns">
          {anchor !== undefined && (
            <div>
              <Facts report={report} anchor={anchor} onCheck={(digest) => location.assign(hrefOf(`/?digest=${digest}`))} />
              <Vouching anchor={anchor} />
            </div>
          )}
          <Findings report={report} />
        </div>
        <Evidence report={report} question={questionAbout(code)} />
      </details>
      {isProvable(report) && <KeepProof question={questionAbout(code)} />}
    </article>
  );
}

function Waiting({ code, trouble }: { code: PaperCode; trouble: Trouble | null }) {
  return (
    <article class="card tone-none" data-trouble={trouble?.is} aria-labelledby="headline">
      <p class="label">{codeWords.notChecked}</p>
      <h2 class="headline headline-small" id="headline">
        {trouble === null ? codeWords.asking : troubleAdvice(trouble).means}
      </h2>
      {trouble === null ? <progress class="bar" aria-labelledby="headline" /> : <TroubleNote trouble={trouble} />}
      <CodeEssentials code={code} issuer={undefined} standing="unsigned" />
    </article>
  );
}
