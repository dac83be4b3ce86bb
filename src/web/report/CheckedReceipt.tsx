// A receipt that was checked: what it says of its document, beside what the ledger says of that moment and of today.

import type { Report } from "../../core/report.ts";
import type { Verdict } from "../../core/verdict.ts";
import { visible } from "../../words/visible.ts";
import { marks, words } from "../frame/language.ts";
import { VerdictMark } from "./VerdictMark.tsx";

interface Told {
  readonly number: string;
  readonly digest: string;
  readonly checkedAt: string;
  /** The past moment that the receipt is about; `null`: the moment of the check. */
  readonly asAt: string | null;
  readonly said: Verdict;
  readonly then: Verdict | null;
  readonly now: Verdict;
}

/** Nothing for anything but a receipt that holds: of one that was altered nothing is told. */
export function CheckedReceipt({ report }: { report: Report }) {
  const told = toldIn(report);
  if (told === null || (report.verdict !== "authentic" && report.verdict !== "no_longer_valid")) return null;
  const { receipt: say, verdicts, dateTime } = words;
  const when = dateTime(told.checkedAt);
  const said = say.said(verdicts[told.said].label, when);
  const lines: readonly (readonly [Verdict, string])[] = [
    [told.said, told.asAt === null ? said : words.asAt(told.asAt, said)],
    ...(told.then === null ? [] : [[told.then, say.then(verdicts[told.then].label, told.asAt === null ? when : dateTime(told.asAt))] as const]),
    [told.now, say.now(verdicts[told.now].label)],
  ];
  return (
    <section class="receipt" data-receipt={`${told.said} ${told.then ?? "-"} ${told.now}`}>
      <h3>{say.about}</h3>
      <p class="soft">
        <bdi>{visible(told.number)}</bdi> · {say.digest + marks.colon}<code class="hash">{visible(told.digest)}</code>
      </p>
      <ul class="others">
        {lines.map(([verdict, sentence]) => (
          <li key={sentence} class={`tone-${verdict}`}>
            <VerdictMark verdict={verdict} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {told.then === null && <p>{say.thenUnknown}</p>}
      {told.then !== null && told.then !== told.said && <p class="party-likeness">{say.differs}</p>}
    </section>
  );
}

function toldIn({ subject }: Report): Told | null {
  const receipt = (subject as { receipt?: unknown }).receipt;
  if (typeof receipt !== "object" || receipt === null) return null;
  const { number, digest, checkedAt, asAt = null, said, then, now } = receipt as Record<string, unknown>;
  const [ofSaid, ofThen, ofNow] = [said, then, now].map(verdictIn);
  if (typeof number !== "string" || typeof digest !== "string" || typeof checkedAt !== "string" || (asAt !== null && typeof asAt !== "string") || ofSaid == null || ofNow == null) return null;
  return { number, digest, checkedAt, asAt, said: ofSaid, then: ofThen ?? null, now: ofNow };
}

function verdictIn(judged: unknown): Verdict | null {
  const verdict = typeof judged === "object" && judged !== null ? (judged as { verdict?: unknown }).verdict : null;
  return typeof verdict === "string" && Object.hasOwn(words.verdicts, verdict) ? (verdict as Verdict) : null;
}
