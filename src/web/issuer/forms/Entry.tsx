// A field of a form, by the kind of its schema: text, several lines, a code, a day, a number, a yes or no.

import type { ComponentChildren } from "preact";
import { Field, type Described } from "../../frame/Field.tsx";
import { codesAt } from "./labels.ts";
import { usePlace, Wrong } from "./Filling.tsx";
import { RequiredMark } from "./Member.tsx";
import type { Path } from "./draft.ts";
import { describedBy, hintAt } from "./Said.tsx";
import type { Schema } from "./schema.ts";
import { says } from "../says.ts";

interface EntryProps {
  readonly label: ComponentChildren;
  readonly schema: Schema;
  readonly path: Path;
  readonly isRequired: boolean;
}

/** Text that may be longer gets several lines. */
const LINE_CHARACTERS = 500;

export function Entry({ label, schema, path, isRequired }: EntryProps) {
  const { id, value, wrong, put } = usePlace(path);
  const error = wrong.length === 0 ? null : <Wrong wrong={wrong} />;
  const hint = hintAt(path, schema);
  if (schema.type === "boolean") return <Tick id={id} label={label} hint={hint} isOn={value === true} error={error} onChange={put} />;
  const text = typeof value === "string" ? value : "";
  const shown = (
    <>
      {label}
      {isRequired && <RequiredMark />}
    </>
  );
  return (
    <Field id={id} label={shown} hint={hint} error={error}>
      {(described) => <Input path={path} schema={schema} text={text} isRequired={isRequired} described={described} onInput={put} />}
    </Field>
  );
}

interface InputProps {
  readonly path: Path;
  readonly schema: Schema;
  readonly text: string;
  readonly isRequired: boolean;
  readonly described: Described;
  readonly onInput: (text: string) => void;
}

function Input({ path, schema, text, isRequired, described, onInput }: InputProps) {
  const common = { ...described, "aria-required": isRequired };
  if (schema.enum !== undefined) {
    return (
      <select {...common} value={text} onChange={({ currentTarget }) => onInput(currentTarget.value)}>
        <option value="">{says.issue.choose}</option>
        {codesAt(path, schema.enum).map(([code, called]) => (
          <option key={code} value={code}>
            {called}
          </option>
        ))}
      </select>
    );
  }
  if ((schema.maxLength ?? 0) >= LINE_CHARACTERS && schema.format === undefined) return <textarea {...common} rows={3} value={text} onInput={({ currentTarget }) => onInput(currentTarget.value)} />;
  const type = schema.format === "date" ? "date" : schema.format === "date-time" ? "datetime-local" : "text";
  return <input {...common} type={type as "text"} inputMode={schema.type === "integer" ? "numeric" : undefined} autocomplete="off" value={text} onInput={({ currentTarget }) => onInput(currentTarget.value)} />;
}

interface TickProps {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint: ComponentChildren | null;
  readonly isOn: boolean;
  readonly error: ComponentChildren;
  readonly onChange: (isOn: boolean) => void;
}

function Tick({ id, label, hint, isOn, error, onChange }: TickProps) {
  const told = describedBy(id, { hint: hint !== null, error: error !== null });
  return (
    <div class={error === null ? "field" : "field field-wrong"}>
      <label class="tick">
        <input id={id} type="checkbox" checked={isOn} aria-describedby={told} aria-invalid={error === null ? undefined : true} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
        <span>{label}</span>
      </label>
      {hint !== null && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== null && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
