// Trouble in a part of the console, and a way to ask again.

import { TroubleNote, troubleAdvice } from "../frame/TroubleNote.tsx";
import type { Trouble } from "../frame/trouble.ts";
import { says } from "./says.ts";

export function AskedTrouble({ trouble, onAgain }: { trouble: Trouble; onAgain: (() => void) | null }) {
  return (
    <div class="card card-slim tone-none notice" role="alert" data-trouble={trouble.is}>
      <p class="notice-said">{troubleAdvice(trouble).means}</p>
      <TroubleNote trouble={trouble} />
      {onAgain !== null && (
        <button type="button" class="button" onClick={onAgain}>
          {says.again}
        </button>
      )}
    </div>
  );
}
