// A report on the desk: its headline in the desk's words, and what it rests on.

import type { ComponentChildren } from "preact";
import type { Report } from "../../core/report.ts";
import { advice, countingAnchor, partyName, standingParts, typeWords } from "../../words/sentences.ts";
import type { DeskParts, DeskYes } from "../../words/operatorsPageWords.ts";
import { hrefOf, words } from "../frame/language.ts";
import type { Question } from "../report/ask.ts";
import { Facts } from "../report/Facts.tsx";
import { Findings } from "../report/Findings.tsx";
import { KeepProof } from "../report/KeepProof.tsx";
import { Verdict } from "../report/Verdict.tsx";
import { Vouching } from "../report/Vouching.tsx";
import { deskWords } from "./deskLanguage.ts";

interface ReportCardProps {
  readonly report: Report;
  readonly id: string;
  /** What a yes means here, in place of the words for a file that lies before somebody. */
  readonly holds: DeskYes;
  /** What a receipt of this would be about; absent where none can be made. */
  readonly provable?: Question | undefined;
  /** Stands between the answer and what it rests on. */
  readonly children?: ComponentChildren;
}

export function ReportCard({ report, id, holds, provable, children }: ReportCardProps) {
  const anchor = report.verdict === "altered" ? undefined : countingAnchor(report);
  const { means, todo } = report.verdict === "authentic" ? holds : advice(report, words);
  const parts = partsOf(report);
  const headline = report.verdict === "authentic" ? holds.headline(parts) : deskWords.headline(parts);
  return (
    <article class={`card tone-${report.verdict}`} data-verdict={report.verdict} aria-labelledby={id}>
      <Verdict report={report} headlineId={id} said={{ headline, means, todo }} />
      {children}
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
      </details>
      {provable !== undefined && <KeepProof question={provable} />}
    </article>
  );
}

function partsOf(report: Report): DeskParts {
  const { verdict, reason, issuer, subject } = report;
  const anchor = countingAnchor(report);
  const last = anchor?.presentPath?.at(-1);
  return {
    ...{ verdict, reason: reason ?? null, type: typeWords(subject.documentType, words), issuer: issuer === undefined ? "" : partyName(issuer) },
    standing: anchor?.standing === undefined ? null : standingParts(anchor.standing),
    recognition: last === undefined ? null : { by: partyName(last.grantor), since: last.from },
  };
}
