// A document that is being read or asked about, with the questions that wait for their answers.

import { checkNames, type CheckName } from "../../core/checks.ts";
import { marks, words } from "../frame/language.ts";
import { FindingSign } from "../report/Findings.tsx";
import type { DocumentItem, DocumentState } from "./items.ts";
import { nameOf, sizeOf } from "./names.ts";
import { said } from "./words.ts";

interface ProgressProps {
  readonly item: DocumentItem;
  readonly state: Extract<DocumentState, { is: "reading" | "asking" }>;
  readonly onStop: () => void;
}

export function Progress({ item, state, onStop }: ProgressProps) {
  const { reading, asking, progress, stop, stopNamed } = words.page;
  const name = nameOf(item);
  const size = item.size ?? 0;
  return (
    <article class="card card-slim tone-none" id={`result-${item.id}`} data-under-way>
      <h2 class="file-name">
        <bdi>{name}</bdi>
      </h2>
      {state.is === "reading" ? (
        <>
          <progress class="bar" aria-label={progress(name)} max={Math.max(size, 1)} value={state.bytes} />
          <p class="soft">
            {reading + marks.colon}
            <bdi>
              {sizeOf(state.bytes)} / {sizeOf(size)}
            </bdi>
          </p>
        </>
      ) : (
        <>
          <progress class="bar" aria-label={asking} />
          <p class="soft">{asking}</p>
        </>
      )}
      <Pending isSigned={item.what !== "document"} />
      <button type="button" class="button" aria-label={stopNamed(name)} onClick={onStop}>
        {stop}
      </button>
    </article>
  );
}

/** Every question that the report will answer. */
function Pending({ isSigned }: { isSigned: boolean }) {
  const asked: Readonly<Record<CheckName, { readonly question: string }>> = isSigned ? { ...words.checks, ...words.signed.checks } : words.checks;
  return (
    <section class="pending">
      <h3>{said.pending.title}</h3>
      <ul class="findings">
        {checkNames.map((check) => (
          <li key={check} class="finding finding-pending" data-pending={check}>
            <FindingSign sign="pending" />
            <div>
              <p class="question">{asked[check].question}</p>
              <p class="soft">{said.pending.waits}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
