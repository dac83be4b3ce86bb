// A line of the table, and the card that opens below it.

import { useMemo } from "preact/hooks";
import { countingAnchor, partyName, typeWords } from "../../../words/sentences.ts";
import { words } from "../../frame/language.ts";
import { troubleAdvice } from "../../frame/TroubleNote.tsx";
import { VerdictMark } from "../../report/VerdictMark.tsx";
import type { Desk } from "../desk.ts";
import { headlineOf, onlyAbout } from "../itemAnswer.ts";
import { questionOf, type DocumentItem } from "../items.ts";
import { nameOf } from "../names.ts";
import { OnlyMark } from "../OnlyMark.tsx";
import { ResultCard } from "../ResultCard.tsx";
import { said } from "../words.ts";
import { groupOf, labelOf } from "./groups.ts";

interface RowProps {
  readonly item: DocumentItem;
  readonly desk: Desk;
}

/** Drawn again only when its item has changed: items are replaced, never changed in place. */
export function ManyRow({ item, isOpen, desk }: RowProps & { readonly isOpen: boolean }) {
  return useMemo(() => row(item, isOpen, desk), [item, isOpen, desk]);
}

function row(item: DocumentItem, isOpen: boolean, desk: Desk) {
  const { id, state } = item;
  const report = state.is === "answered" ? state.report : null;
  const anchor = report === null || report.verdict === "altered" ? undefined : countingAnchor(report);
  const name = nameOf(item);
  const about = report === null ? null : onlyAbout(item, report);
  return (
    <tr class={`tone-${about === null ? groupOf(item) : "none"}`} data-row={groupOf(item)}>
      <th scope="row">
        <button type="button" class="many-name" aria-expanded={isOpen} aria-controls={isOpen ? `open-${id}` : undefined} title={said.many.open(name)} onClick={() => desk.toggle(id)}>
          <bdi>{name}</bdi>
        </button>
        <span class="print-only hash">{questionOf(item)?.digest ?? ""}</span>
      </th>
      <td>
        <span class="many-verdict">
          {report === null ? <span class="mark mark-none" aria-hidden="true" /> : about !== null ? <OnlyMark about={about} /> : <VerdictMark verdict={report.verdict} />}
          <span>
            <span class={report === null ? "" : "screen-only"}>{report === null ? labelFor(item) : about === null ? labelOf(report.verdict) : about === "receipt" ? words.receipt.title : said.byDigest.label}</span>
            <span class="print-only">{report !== null ? headlineOf(item, report) : state.is === "unanswered" ? troubleAdvice(state.trouble).means : ""}</span>
          </span>
        </span>
      </td>
      <td class="wide">{report?.subject.documentType === undefined ? "" : typeWords(report.subject.documentType, words).one}</td>
      <td class="wide">{report?.issuer === undefined || report.verdict === "altered" ? "" : report.issuer.name === undefined ? <code class="hash">{partyName(report.issuer)}</code> : <bdi>{partyName(report.issuer)}</bdi>}</td>
      <td class="wide">{anchor?.anchoredAt === undefined ? "" : words.date(anchor.anchoredAt)}</td>
    </tr>
  );
}

/** Of what is under way, how far it has come. */
function labelFor({ state, size }: DocumentItem): string {
  const { waiting, reading, asking, held, unanswered } = said.many;
  if (state.is === "reading") return state.bytes === 0 ? waiting : `${reading} ${Math.floor((state.bytes / Math.max(size ?? 1, 1)) * 100)} %`;
  return state.is === "asking" ? asking : state.is === "held" ? held : unanswered;
}

export function OpenRow({ item, desk }: RowProps) {
  return (
    <tr class="many-open">
      <td colSpan={5} id={`open-${item.id}`}>
        <ResultCard item={item} desk={desk} />
      </td>
    </tr>
  );
}
