// How a document stands, as its issuer said: a shape and words, in no colour that a verdict has when it is good.

import type { Standing } from "../../core/ledger.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";

const SHAPES: Readonly<Record<Standing, string>> = { active: "M5 12h14", suspended: "M9 6v12M15 6v12", revoked: "m6 6 12 12M18 6 6 18", replaced: "M4 9h13l-4-4M20 15H7l4 4" };

export function StandingMark({ standing }: { standing: Standing }) {
  const isKnown = Object.hasOwn(SHAPES, standing);
  return (
    <span class={`standing ${standing === "active" ? "" : "tone-no_longer_valid standing-bad"}`} data-standing={standing}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={isKnown ? SHAPES[standing] : ""} />
      </svg>
      {isKnown ? words.standings[standing] : visible(standing)}
    </span>
  );
}
