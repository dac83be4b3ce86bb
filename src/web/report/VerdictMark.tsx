// Six verdicts, six shapes: whoever cannot tell the colours apart still can tell the answers apart.

import type { ComponentChild } from "preact";
import type { Verdict } from "../../core/verdict.ts";

const ROSETTE =
  "M24 2.500l5 3.9 6.2-1.2 2.4 5.9 6 2.2-.8 6.300L46.5 24l-3.7 4.4.8 6.3-6 2.2-2.4 5.9-6.2-1.2-5 3.9-5-3.9-6.2 1.2-2.4-5.9-6-2.2.8-6.300L1.5 24l3.7-4.4-.8-6.3 6-2.2 2.4-5.9 6.2 1.200z";

const shapes: Record<Verdict, ComponentChild> = {
  authentic: (
    <>
      <path class="mark-shape" d={ROSETTE} />
      <path class="mark-sign" d="m14.5 24.5 6.5 6.5 12.5-13" />
    </>
  ),
  altered: (
    <>
      <path class="mark-shape" d="M15.5 3h17L45 15.500v17L32.5 45h-17L3 32.500v-17z" />
      <path class="mark-sign" d="m16.5 16.5 15 15m0-15-15 15" />
    </>
  ),
  not_found: (
    <>
      <path class="mark-line mark-dashed" d="M10 3.500h19l9 9v32H10z" />
      <path class="mark-line" d="M19 27h10" />
    </>
  ),
  undetermined: (
    <>
      <circle class="mark-line" cx="24" cy="24" r="20.5" />
      <path class="mark-line" d="M24 12v12l8 5" />
    </>
  ),
  not_entitled: (
    <>
      <path class="mark-shape" d="M24 1.5 46.5 24 24 46.5 1.5 24z" />
      <path class="mark-sign" d="M18.5 20a5.5 5.5 0 1 1 8.5 4.600c-2 1.3-3 2.2-3 4.4" />
      <circle class="mark-dot" cx="24" cy="34.5" r="2.3" />
    </>
  ),
  no_longer_valid: (
    <>
      <path class="mark-shape" d="M24 4 46 43H2z" />
      <path class="mark-sign" d="M24 18v12" />
      <circle class="mark-dot" cx="24" cy="36.5" r="2.3" />
    </>
  ),
};

/** The verdict's sign. It only repeats what the words beside it say, so screen readers pass it over. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <svg class="mark" data-mark={verdict} viewBox="0 0 48 48" aria-hidden="true">
      {shapes[verdict]}
    </svg>
  );
}
