// How far something has come on its way to the ledger, step by step; done steps have a tick, not a colour alone.

import { stages, type Stage } from "../../words/issuerWords.ts";
import { says } from "./says.ts";

export function Stages({ reached }: { reached: Stage }) {
  const { anchor } = says;
  const at = stages.indexOf(reached);
  return (
    <div class="stages" data-stage={reached}>
      <ol aria-label={anchor.stagesLabel}>
        {stages.map((stage, place) => (
          <li key={stage} class={place <= at ? "stage-done" : undefined} aria-current={place === at ? "step" : undefined}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="10" />
              {place <= at && <path d="m7.5 12.5 3 3 6-6.500" />}
            </svg>
            {anchor.stages[stage].name}
          </li>
        ))}
      </ol>
      <p class="soft">{anchor.stages[reached]?.means}</p>
    </div>
  );
}
