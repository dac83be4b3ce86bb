// Further anchors of the same bytes: others may have recorded them too, and each is judged for itself.

import type { ReportAnchor } from "../../core/report.ts";
import { typeWords } from "../../words/sentences.ts";
import { Party } from "./Party.tsx";
import { VerdictMark } from "./VerdictMark.tsx";
import { marks, words } from "../frame/language.ts";

export function OtherRecords({ anchors }: { anchors: readonly ReportAnchor[] }) {
  if (anchors.length === 0) return null;
  return (
    <section>
      <h3>{words.page.otherRecords}</h3>
      <ul class="others">
        {anchors.map((anchor) => (
          <li key={`${anchor.issuer.did} ${anchor.documentType} ${anchor.root}`} class={`tone-${anchor.verdict}`}>
            <VerdictMark verdict={anchor.verdict} />
            <div>
              <p>
                <strong>{words.verdicts[anchor.verdict].label}</strong>
                {marks.colon + typeWords(anchor.documentType, words).one}
                {anchor.anchoredAt !== undefined && `${marks.comma}${words.dateTime(anchor.anchoredAt)}`}
              </p>
              <Party party={anchor.issuer} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
