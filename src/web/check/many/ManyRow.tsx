// A line of the table, and the card that opens below it.

import { useMemo } from "preact/hooks";
import { countingAnchor, headline, partyName, typeWords } from "../../../words/sentences.ts";
import { isOnlyReceipt } from "../../code/codeAnswer.ts";
import { ReceiptMark } from "../../code/ReceiptMark.tsx";
import { words } from "../../frame/language.ts";
import { troubleAdvice } from "../../frame/TroubleNote.tsx";
import { VerdictMark } from "../../report/VerdictMark.tsx";
import type { Desk } from "../desk.ts";
import { questionOf, type DocumentItem } from "../items.ts";
import { nameOf } from "../names.ts";
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
  const isReceipt = report !== null && item.code !== null && isOnlyReceipt(item.code, report);
  return (
    <tr class={`tone-${isReceipt ? "none" : groupOf(item)}`} data-row={groupOf(item)}>
      <th scope="row">
        <button type="button" class="many-name" aria-expanded={isOpen} aria-controls={isOpen ? `open-${id}` : undefined} title={said.many.open(name)} onClick={() => desk.toggle(id)}>
          <bdi>{name}</bdi>
        </button>
        <span class="print-only hash">{questionOf(item)?.digest ?? ""}</span>
      </th>
      <td>
        <span class="many-verdict">
          {report === null ? <span class="mark mark-none" aria-hidden="true" /> : isReceipt ? <ReceiptMark /> : <VerdictMark verdict={report.verdict} />}
          <span>
            <span class={report === null ? "" : "screen-only"}>{report === null ? labelFor(item) : isReceipt ? words.receipt.title : labelOf(report.verdict)}</span>
            <span class="print-only">{report !== null ? headline(report, words) : state.is === "unanswered" ? troubleAdvice(state.trouble).means : ""}</span>
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
