// A digest, pasted, or worked out from a file on this device.

import { useState } from "preact/hooks";
import { words } from "../frame/language.ts";
import { digestOfGiven } from "./digesting.ts";
import { Field } from "../frame/Field.tsx";
import { says } from "./says.ts";

interface DigestFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** What the button to choose a file says. */
  readonly choose: string;
  readonly value: string;
  readonly error: string | null;
  readonly onDigest: (digest: string) => void;
}

export function DigestField({ id, label, hint, choose, value, error, onDigest }: DigestFieldProps) {
  const [state, setState] = useState<"idle" | "reading" | "unreadable">("idle");
  const digest = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setState("reading");
    try {
      onDigest(await digestOfGiven(file, new AbortController().signal));
      setState("idle");
    } catch {
      setState("unreadable");
    }
  };
  return (
    <div class="digest-field">
      <Field id={id} label={label} hint={hint} error={error}>
        {(described) => <input {...described} type="text" class="mono" value={value} autocomplete="off" spellcheck={false} onInput={({ currentTarget }) => onDigest(currentTarget.value)} />}
      </Field>
      <label class="file-button">
        <input type="file" class="unseen" onChange={({ currentTarget: { files } }) => void digest(files?.[0])} />
        <span class="button">{choose}</span>
      </label>
      <p role="status" class="soft">
        {state === "reading" ? says.anchor.reading : state === "unreadable" ? words.page.troubles.unreadable_file.means : ""}
      </p>
    </div>
  );
}
