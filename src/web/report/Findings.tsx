// Every check as a question with its answer, also those after the one that decided.

import type { ComponentChild } from "preact";
import type { Outcome } from "../../core/outcome.ts";
import type { Report, ReportFinding } from "../../core/report.ts";
import { findingAnswer, findingQuestion, isMoot, verdictWords } from "../../words/sentences.ts";
import { marks, words } from "../frame/language.ts";

type Sign = Outcome["is"] | "moot" | "pending";

const signs: Record<Sign, ComponentChild> = {
  pending: <circle cx="12" cy="12" r="10" stroke-dasharray="1.5 4.783" />,
  moot: <path d="M7 12h10" />,
  passed: (
    <>
      <circle cx="12" cy="12" r="10" />
      <path d="m7.5 12.5 3 3 6-6.5" />
    </>
  ),
  failed: (
    <>
      <path d="M7.9 2h8.200L22 7.900v8.200L16.1 22H7.900L2 16.100V7.900z" />
      <path d="m8.5 8.5 7 7m0-7-7 7" />
    </>
  ),
  unknown: (
    <>
      <circle cx="12" cy="12" r="10" stroke-dasharray="3.2 3.083" />
      <path d="M8.5 12h7" />
    </>
  ),
};

/** The sign of an answer, or of one that is still to come. It only repeats what the words beside it say. */
export function FindingSign({ sign }: { sign: Sign }) {
  return (
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
      {signs[sign]}
    </svg>
  );
}

export function Findings({ report }: { report: Report }) {
  const { aboutFindings } = verdictWords(report, words);
  return (
    <section>
      <h3>{words.page.findings}</h3>
      {aboutFindings !== undefined && <p class="soft">{aboutFindings}</p>}
      <ul class="findings">
        {report.findings.map((finding) => (
          <Row key={finding.check} finding={finding} report={report} />
        ))}
      </ul>
    </section>
  );
}

function Row({ finding, report }: { finding: ReportFinding; report: Report }) {
  const { check, outcome } = finding;
  const { answer, because } = findingAnswer(finding, report, words);
  const sign = isMoot(finding, report) ? "moot" : outcome;
  return (
    <li class={`finding finding-${sign}`} data-check={check} data-outcome={outcome}>
      <FindingSign sign={sign} />
      <div>
        <p class="question">{findingQuestion(finding, report, words)}</p>
        <p>
          <strong>{answer + marks.stop}</strong>
          {marks.blank + because}
        </p>
      </div>
    </li>
  );
}
