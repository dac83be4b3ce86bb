// A labelled field of a form, with its hint and what is wrong with it tied to it.

import type { ComponentChildren } from "preact";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what was typed; absent when nothing is. */
  readonly wrong?: string | undefined;
  /** The control itself, with {@link described} for its id. */
  readonly children: ComponentChildren;
}

export function Field({ id, label, hint, wrong, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <p class="field-wrong" id={`${id}-wrong`} role="alert">
        {wrong}
      </p>
    </div>
  );
}

/** The attributes that tie a control to its label, hint and fault. */
export const described = ({ id, hint, wrong }: Pick<FieldProps, "id" | "hint" | "wrong">): { id: string; "aria-describedby": string; "aria-invalid": boolean } => ({
  id,
  "aria-describedby": hint === undefined ? `${id}-wrong` : `${id}-hint ${id}-wrong`,
  "aria-invalid": wrong !== undefined,
});
