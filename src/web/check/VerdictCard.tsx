// A document with its verdict: first the answer, then what to do, then everything it rests on.

import type { Report } from "../../core/report.ts";
import { countingAnchor } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { Evidence } from "../report/Evidence.tsx";
import { Facts } from "../report/Facts.tsx";
import { Findings } from "../report/Findings.tsx";
import { OtherRecords } from "../report/OtherRecords.tsx";
import { Vouching } from "../report/Vouching.tsx";
import { CheckedReceipt } from "../report/CheckedReceipt.tsx";
import { KeepProof } from "../report/KeepProof.tsx";
import { Verdict } from "../report/Verdict.tsx";
import { nameOf, sizeOf } from "./names.ts";
import type { DocumentItem, DocumentState } from "./items.ts";
import { marks, words } from "../frame/language.ts";

interface VerdictCardProps {
  readonly item: DocumentItem;
  readonly answer: Extract<DocumentState, { is: "answered" }>;
  readonly isOpen: boolean;
  readonly actions: { again(): void; remove(): void; check(digest: string): void };
}

export function VerdictCard({ item, answer, isOpen, actions }: VerdictCardProps) {
  const { question, report } = answer;
  return (
    <article class={`card tone-${report.verdict}`} id={`result-${item.id}`} data-verdict={report.verdict} aria-labelledby={`headline-${item.id}`}>
      <FileLine item={item} hasSeal={report.subject.hasSeal} />
      <Verdict report={report} headlineId={`headline-${item.id}`} />
      <CheckedReceipt report={report} />
      <details class="fold fold-main" open={isOpen}>
        <summary>{words.page.details}</summary>
        <div class="columns">
          {report.subject.documentType !== undefined && <Origin report={report} onCheck={actions.check} />}
          <Findings report={report} />
        </div>
        <Evidence report={report} question={question} />
      </details>
      {report.offline === undefined && <KeepProof question={question} />}
      <Actions item={item} actions={actions} />
    </article>
  );
}

/** Where the document comes from. Of an altered one only what its seal claims is said: standing and vouching are another document's. */
function Origin({ report, onCheck }: { report: Report; onCheck: (digest: string) => void }) {
  const counting = countingAnchor(report);
  const anchor = report.verdict === "altered" ? undefined : counting;
  return (
    <div>
      <Facts report={report} anchor={anchor} onCheck={onCheck} />
      {anchor !== undefined && <Vouching anchor={anchor} />}
      <OtherRecords anchors={report.anchors.filter((other) => other !== counting)} />
    </div>
  );
}

function FileLine({ item, hasSeal }: { item: DocumentItem; hasSeal: boolean }) {
  const { withSeal, withoutSeal } = words.page;
  const seal = item.seal === null || !hasSeal ? withoutSeal : withSeal(visible(item.seal.name));
  return (
    <p class="file-line">
      <bdi class="file-name">{nameOf(item)}</bdi>
      <span class="soft">
        {item.size !== null && (
          <>
            <bdi>{sizeOf(item.size)}</bdi>
            {marks.comma}
          </>
        )}
        {seal}
      </span>
    </p>
  );
}

function Actions({ item, actions }: Pick<VerdictCardProps, "item" | "actions">) {
  const { again, againNamed, remove, removeNamed } = words.page;
  const name = nameOf(item);
  return (
    <div class="actions">
      <button type="button" class="button" aria-label={againNamed(name)} onClick={actions.again}>
        {again}
      </button>
      <button type="button" class="button" aria-label={removeNamed(name)} onClick={actions.remove}>
        {remove}
      </button>
    </div>
  );
}
