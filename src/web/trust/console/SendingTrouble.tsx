// What came between a statement and its acceptance, and what to do.

import { TroubleNote, troubleAdvice } from "../../frame/TroubleNote.tsx";
import type { Trouble } from "../../frame/trouble.ts";
import { said } from "../speech.ts";

export function SendingTrouble({ trouble }: { trouble: Trouble }) {
  return (
    <div class="tone-altered trouble" role="alert" data-trouble={trouble.is}>
      <p class="wrong">{troubleAdvice(trouble).means}</p>
      <TroubleNote trouble={trouble} />
      {trouble.is !== "problem" && <p class="soft">{said.administration.sendAgainHint}</p>}
    </div>
  );
}
