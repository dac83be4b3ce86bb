// While a question is under way, and when it stays without an answer.

import { TroubleNote, troubleAdvice } from "../frame/TroubleNote.tsx";
import type { Trouble } from "../frame/trouble.ts";
import { words } from "../frame/language.ts";
import { deskWords } from "./deskLanguage.ts";

export function UnderWay({ onStop }: { onStop: () => void }) {
  return (
    <article class="card card-slim tone-none" data-asking>
      <h2 class="headline headline-small">{deskWords.asking}</h2>
      <progress class="bar" aria-label={deskWords.asking} />
      <button type="button" class="button" onClick={onStop}>
        {deskWords.stop}
      </button>
    </article>
  );
}

/** `onAgain`: puts the same question again. */
export function InTrouble({ trouble, onAgain }: { trouble: Trouble; onAgain: () => void }) {
  return (
    <article class="card tone-none" data-trouble={trouble.is === "problem" ? trouble.problem.code : trouble.is}>
      <p class="label">{deskWords.noAnswer}</p>
      <h2 class="headline headline-small">{troubleAdvice(trouble).means}</h2>
      <p class="means">{words.page.noVerdictMeans}</p>
      <TroubleNote trouble={trouble} />
      <p class="actions">
        <button type="button" class="button" onClick={onAgain}>
          {deskWords.again}
        </button>
      </p>
    </article>
  );
}
