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
  /** What is wrong with what was entered; `null` or absent when nothing is. */
  readonly error?: ComponentChildren;
  /** The element itself. */
  readonly children: (described: Described) => ComponentChildren;
}

export function Field({ id, label, hint = null, error = null, children }: FieldProps) {
  const told = [...(hint === null ? [] : [`${id}-hint`]), ...(error === null ? [] : [`${id}-error`])];
  return (
    <div class="field">
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

/** An error that is read out when it appears: for short forms, whose focus may be in the field already when they are sent. */
export const aloud = (error: string | undefined): ComponentChildren => (error === undefined ? null : <span role="alert">{error}</span>);
