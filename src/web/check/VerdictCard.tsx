// A document with its verdict: first the answer, then what to do, then everything it rests on.

import type { Report } from "../../core/report.ts";
import { countingAnchor, typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { marks, words } from "../frame/language.ts";
import { Evidence } from "../report/Evidence.tsx";
import { Facts } from "../report/Facts.tsx";
import { Findings } from "../report/Findings.tsx";
import { OtherRecords } from "../report/OtherRecords.tsx";
import { CheckedReceipt } from "../report/CheckedReceipt.tsx";
import { KeepProof } from "../report/KeepProof.tsx";
import { Verdict } from "../report/Verdict.tsx";
import { Vouching } from "../report/Vouching.tsx";
import { CodeEssentials } from "../code/CodeEssentials.tsx";
import { codeAnswer, isProvable } from "../code/codeAnswer.ts";
import { CredentialFacts } from "./CredentialFacts.tsx";
import type { Desk } from "./desk.ts";
import { onlyAbout, saidOf, toneOf } from "./itemAnswer.ts";
import type { DocumentItem, DocumentState } from "./items.ts";
import { nameOf, sizeOf } from "./names.ts";
import { OnlyMark } from "./OnlyMark.tsx";
import { PictureHint } from "./PictureHint.tsx";
import { said } from "./words.ts";

interface VerdictCardProps {
  readonly item: DocumentItem;
  readonly answer: Extract<DocumentState, { is: "answered" }>;
  readonly desk: Desk;
}

export function VerdictCard({ item, answer, desk }: VerdictCardProps) {
  const { question, report } = answer;
  const picture = report.verdict === "not_found" ? desk.fileOf(item.id) : undefined;
  const about = onlyAbout(item, report);
  return (
    <article class={`card tone-${toneOf(item, report)}`} id={`result-${item.id}`} data-verdict={report.verdict} aria-labelledby={`headline-${item.id}`}>
      <FileLine item={item} hasSeal={report.subject.hasSeal} />
      <Verdict report={report} headlineId={`headline-${item.id}`} said={saidOf(item, report)} mark={about === null ? undefined : <OnlyMark about={about} />} />
      <CheckedReceipt report={report} />
      <OtherType item={item} found={report.subject.documentType} expected={desk.expectedType} />
      {picture !== undefined && <PictureHint file={picture} onCode={(code) => void desk.addCode(code)} />}
      {item.code !== null && <CodeEssentials code={item.code} {...codeAnswer(report)} />}
      <CredentialFacts report={report} />
      <details class="fold fold-main" open>
        <summary>{words.page.details}</summary>
        <div class="columns">
          {report.subject.documentType !== undefined && <Origin report={report} onCheck={(digest) => void desk.addDigest(digest)} />}
          <Findings report={report} />
        </div>
        <Evidence report={report} question={question} />
      </details>
      {report.offline === undefined && !("signed" in question) && (item.code === null || isProvable(report)) && <KeepProof question={question} />}
      <Actions item={item} onAgain={() => void desk.again(item.id)} onRemove={() => desk.remove(item.id)} />
    </article>
  );
}

/** Of a file the service is asked for the type that is expected. What is signed names its own, so that is said here. */
function OtherType({ item: { what }, found, expected }: { item: DocumentItem; found: string | undefined; expected: string | null }) {
  if (what === "document" || expected === null || found === undefined || found === expected) return null;
  return <p class="other-type">{said.otherType(typeWords(expected, words).one, typeWords(found, words).one)}</p>;
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
  const how = { document: seal, credential: said.credential.given, code: said.code.given }[item.what];
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
        {how}
      </span>
    </p>
  );
}

function Actions({ item, onAgain, onRemove }: { item: DocumentItem; onAgain: () => void; onRemove: () => void }) {
  const { again, againNamed, remove, removeNamed } = words.page;
  const name = nameOf(item);
  return (
    <div class="actions">
      <button type="button" class="button" aria-label={againNamed(name)} onClick={onAgain}>
        {again}
      </button>
      <button type="button" class="button" aria-label={removeNamed(name)} onClick={onRemove}>
        {remove}
      </button>
    </div>
  );
}
