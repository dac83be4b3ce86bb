// An API key, for whoever has one. It stays in this tab's memory.

import { Field } from "../frame/Field.tsx";
import { deskWords } from "./deskLanguage.ts";

interface KeyFieldProps {
  readonly id: string;
  readonly apiKey: string;
  readonly onKey: (key: string) => void;
}

export function KeyField({ id, apiKey, onKey }: KeyFieldProps) {
  const { fold, label, hint } = deskWords.key;
  return (
    <details class="fold desk-key">
      <summary>{fold}</summary>
      <Field id={id} label={label} hint={hint}>
        {(described) => <input {...described} type="password" autocomplete="off" spellcheck={false} value={apiKey} onInput={({ currentTarget }) => onKey(currentTarget.value.trim())} />}
      </Field>
    </details>
  );
}
