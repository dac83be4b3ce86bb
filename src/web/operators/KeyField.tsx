// An API key, for whoever has one. It stays in this tab's memory.

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
      <div class="field">
        <label for={id}>{label}</label>
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
        <input id={id} class="text" type="password" autocomplete="off" spellcheck={false} aria-describedby={`${id}-hint`} value={apiKey} onInput={({ currentTarget }) => onKey(currentTarget.value.trim())} />
      </div>
    </details>
  );
}
