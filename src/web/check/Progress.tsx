// A document that is being read or asked about.

import { nameOf, sizeOf } from "./names.ts";
import type { DocumentItem, DocumentState } from "./items.ts";
import { marks, words } from "../frame/language.ts";

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
    <article class="card card-slim tone-none" id={`result-${item.id}`}>
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
      <button type="button" class="button" aria-label={stopNamed(name)} onClick={onStop}>
        {stop}
      </button>
    </article>
  );
}
