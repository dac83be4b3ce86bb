// Everything that is wrong with a form, in one place: each leads to its field.

import type { FaultyPlace } from "../../../core/fault.ts";
import { says } from "../says.ts";
import { idOf, Wrong } from "./Filling.tsx";
import { labelOf } from "./labels.ts";

export function ErrorSummary({ errors }: { errors: readonly FaultyPlace[] }) {
  return (
    <div class="card-slim tone-altered notice error-summary" role="alert">
      <p class="notice-said">{says.issue.errors(errors.length)}</p>
      <ul>
        {errors.map((error, place) => (
          <li key={place}>
            <a
              href={`#${idOf(error.pointer)}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(error.pointer);
              }}
            >
              {nameOf(error.pointer)}
            </a>
            : <Wrong wrong={[error]} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "/credentialSubject/items/0/hsCode" as "Goods 1: HS code". */
function nameOf(pointer: string): string {
  const path = pointer.split("/").slice(1).filter((step) => step !== "credentialSubject").map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~")));
  const named = path.map((step, place) => (typeof step === "number" ? String(step + 1) : labelOf(path.slice(0, place + 1))));
  return named.length === 0 ? says.issue.kind : named.join(" › ");
}

/** Opens every fold around the place, or around the nearest one that the form has, and goes there. */
function goTo(pointer: string): void {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const found = document.getElementById(idOf(at));
    if (found === null) continue;
    for (let fold = found.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
    found.focus();
    found.scrollIntoView({ block: "center" });
    return;
  }
}
