// A presentation as text: pasted, dropped on the field, or from a file.

import { useState } from "preact/hooks";
import { aloud, Field } from "../frame/Field.tsx";
import { deskWords } from "./deskLanguage.ts";

interface PastedFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly onText: (text: string) => void;
}

/** The service reads no longer ones. */
const LIMIT_BYTES = 61_440;

export function PastedField({ id, label, hint, button, onText }: PastedFieldProps) {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) setText((await file.slice(0, LIMIT_BYTES).text()).trim());
  };
  const put = (): void => {
    setWrong(text.trim() === "" ? deskWords.presentation.empty : undefined);
    if (text.trim() === "") return document.getElementById(id)?.focus();
    onText(text.trim());
  };
  const drop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void take(file);
  };
  return (
    <form class="desk-form desk-form-wide" onSubmit={(event) => (event.preventDefault(), put())} noValidate>
      <Field id={id} label={label} hint={hint} error={aloud(wrong)}>
        {(described) => <textarea {...described} rows={4} maxLength={LIMIT_BYTES} spellcheck={false} autocomplete="off" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} onDragOver={(event) => event.preventDefault()} onDrop={drop} />}
      </Field>
      <p class="actions desk-actions">
        <button type="submit" class="button button-main">
          {button}
        </button>
        <label class="desk-file">
          <input type="file" class="unseen" onChange={({ currentTarget }) => void take(currentTarget.files?.[0]).then(() => (currentTarget.value = ""))} />
          <span class="button">{deskWords.presentation.chooseFile}</span>
        </label>
      </p>
    </form>
  );
}
