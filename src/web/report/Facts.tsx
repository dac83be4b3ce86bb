// Who, what, since when, and how it stands.

import type { Report, ReportAnchor } from "../../core/report.ts";
import { standingSentence, typeWords } from "../../words/sentences.ts";
import { Fact } from "./Fact.tsx";
import { Party } from "./Party.tsx";
import { words } from "../frame/language.ts";

interface FactsProps {
  readonly report: Report;
  readonly anchor: ReportAnchor | undefined;
  readonly onCheck: (digest: string) => void;
}

export function Facts({ report, anchor, onCheck }: FactsProps) {
  const { documentType, anchoredAt, standing } = words.page;
  const stands = anchor === undefined ? null : standingSentence(anchor, words, report.subject.asAt);
  const replacement = anchor?.standing?.replacement;
  return (
    <dl class="facts">
      {report.issuer !== undefined && (
        <Fact term={words.verdicts[report.verdict].issuer}>
          <Party party={report.issuer} />
        </Fact>
      )}
      {report.subject.documentType !== undefined && <Fact term={documentType}>{typeWords(report.subject.documentType, words).one}</Fact>}
      {anchor?.anchoredAt !== undefined && <Fact term={anchoredAt}>{words.dateTime(anchor.anchoredAt)}</Fact>}
      {stands !== null && (
        <Fact term={standing}>
          {stands}
          {replacement !== undefined && <OtherDocument digest={replacement} says={words.page.replacement} onCheck={onCheck} />}
        </Fact>
      )}
      {predecessorsBySince(anchor).map(([since, digests]) => (
        <Fact key={since} term={words.page.predecessor}>
          {words.replaced(since)}
          {digests.map((digest) => (
            <OtherDocument key={digest} digest={digest} says={words.page.checkPredecessor} onCheck={onCheck} />
          ))}
          {digests.length === 0 && <span class="replacement soft">{words.page.predecessorByFile}</span>}
        </Fact>
      ))}
    </dl>
  );
}

/** What was issued together was replaced together: it is said once, with every digest that is known. */
function predecessorsBySince(anchor: ReportAnchor | undefined): readonly (readonly [since: string, digests: readonly string[]])[] {
  const groups = Map.groupBy(anchor?.replaces ?? [], ({ since }) => since);
  return [...groups].map(([since, replaced]) => [since, replaced.flatMap(({ digest }) => digest ?? [])]);
}

/** Checked on this page when clicked; an address of its own for whoever opens it elsewhere. */
function OtherDocument({ digest, says, onCheck }: { digest: string; says: string; onCheck: (digest: string) => void }) {
  const check = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onCheck(digest);
  };
  return (
    <span class="replacement">
      <a href={`/?digest=${digest}`} onClick={check}>
        {says}
      </a>
      <code class="hash">{digest}</code>
    </span>
  );
}
