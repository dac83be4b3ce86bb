// Fields of a form, each with its label, its hint and what is wrong with it.

import type { ComponentChildren } from "preact";
import type { FieldFlaw } from "../../../words/grantConsoleWords.ts";
import { said } from "../speech.ts";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly flaw?: FieldFlaw | undefined;
  readonly children: (described: Described) => ComponentChildren;
}

/** What ties the input to its hint and its flaw. */
export interface Described {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: boolean;
}

export function Field({ id, label, hint, flaw, children }: FieldProps) {
  const describing = [...(flaw === undefined ? [] : [`${id}-flaw`]), ...(hint === undefined ? [] : [`${id}-hint`])].join(" ");
  return (
    <div class="field-label">
      <label for={id}>{label}</label>
      {children({ id, ...(describing === "" ? {} : { "aria-describedby": describing }), ...(flaw === undefined ? {} : { "aria-invalid": true }) })}
      {flaw !== undefined && <p class="flaw" id={`${id}-flaw`}>{said.administration.flaws[flaw]}</p>}
      {hint !== undefined && <p class="soft" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}

interface TickProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

export function Tick({ id, label, hint, isTicked, onTick }: TickProps) {
  return (
    <div class="tick">
      <input type="checkbox" id={id} checked={isTicked} {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })} onChange={({ currentTarget }) => onTick(currentTarget.checked)} />
      <div>
        <label for={id}>{label}</label>
        {hint !== undefined && <p class="soft" id={`${id}-hint`}>{hint}</p>}
      </div>
    </div>
  );
}
