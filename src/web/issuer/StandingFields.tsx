// The fields of the dialog that changes a standing.

import { standingReasons } from "../../core/ledger.ts";
import { words } from "../frame/language.ts";
import { Field } from "../frame/Field.tsx";
import { says } from "./says.ts";

export function ReasonField({ value, error, onReason }: { value: string; error: string | null; onReason: (reason: string) => void }) {
  const { standing } = says;
  return (
    <Field id="standing-reason" label={standing.reason} hint={standing.reasonHint} error={error}>
      {(described) => (
        <select {...described} value={value} onChange={({ currentTarget }) => onReason(currentTarget.value)} required>
          <option value="">{standing.chooseReason}</option>
          {standingReasons.map((reason) => (
            <option key={reason} value={reason}>
              {words.standingReasons[reason]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function UnderstoodField({ isUnderstood, error, onChange }: { isUnderstood: boolean; error: string | null; onChange: (isUnderstood: boolean) => void }) {
  return (
    <div class={error === null ? "field" : "field field-wrong"}>
      <label class="tick">
        <input id="standing-understood" type="checkbox" checked={isUnderstood} aria-invalid={error !== null} aria-describedby={error === null ? undefined : "standing-understood-error"} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
        <span>{says.standing.understood}</span>
      </label>
      {error !== null && (
        <p class="field-error" id="standing-understood-error">
          {error}
        </p>
      )}
    </div>
  );
}
