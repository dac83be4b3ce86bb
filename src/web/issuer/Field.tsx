// A field: its label, its hint and what is wrong with it, all tied to whatever is entered.

import type { ComponentChildren } from "preact";

/** What the element that takes the entry must carry. */
export interface Described {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean | undefined;
}

interface FieldProps {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
  readonly children: (described: Described) => ComponentChildren;
}

export function Field({ id, label, hint = null, error = null, children }: FieldProps) {
  const told = [...(hint === null ? [] : [`${id}-hint`]), ...(error === null ? [] : [`${id}-error`])];
  return (
    <div class={error === null ? "field" : "field field-wrong"}>
      <label for={id}>{label}</label>
      {hint !== null && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": told.length === 0 ? undefined : told.join(" "), "aria-invalid": error === null ? undefined : true })}
      {error !== null && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
