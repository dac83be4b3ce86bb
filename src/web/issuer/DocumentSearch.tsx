// What to search documents by: reference, digest, type, state, days.

import { useState } from "preact/hooks";
import { stages } from "../../words/issuerWords.ts";
import { knownDocumentTypes } from "../../words/words.ts";
import { words } from "../frame/language.ts";
import { DigestField } from "./DigestField.tsx";
import { Field } from "../frame/Field.tsx";
import { says } from "./says.ts";

const DAY_MS = 86_400_000;

/** `onFind` gets a query of `GET /v1/documents`. */
export function DocumentSearch({ onFind }: { onFind: (query: string) => void }) {
  const { list } = says;
  const [digest, setDigest] = useState("");
  const find = (event: SubmitEvent): void => {
    event.preventDefault();
    onFind(queryOf(new FormData(event.currentTarget as HTMLFormElement), digest));
  };
  const reset = (): void => {
    setDigest("");
    onFind("");
  };
  return (
    <form class="card card-slim search" role="search" aria-label={list.search} onSubmit={find} onReset={reset}>
      <div class="fields">
        <Field id="find-reference" label={list.reference} hint={list.referenceHint}>
          {(described) => <input {...described} name="reference" type="search" maxLength={200} autocomplete="off" />}
        </Field>
        <DigestField id="find-digest" label={list.digest} hint={list.digestHint} choose={list.fromFile} value={digest} error={null} onDigest={setDigest} />
      </div>
      <Narrowing />
      <div class="actions">
        <button type="submit" class="button button-main">
          {list.find}
        </button>
        <button type="reset" class="button">
          {list.clear}
        </button>
      </div>
    </form>
  );
}

/** Type, state and days, which narrow a search down. */
function Narrowing() {
  const { list } = says;
  return (
    <details class="fold optional">
      <summary>{list.narrow}</summary>
      <div class="fields">
        <Field id="find-type" label={list.type}>
          {(described) => (
            <select {...described} name="documentType">
              <option value="">{list.anyType}</option>
              {knownDocumentTypes.map((type) => (
                <option key={type} value={type}>
                  {words.documentTypes[type].one}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="find-state" label={list.state}>
          {(described) => (
            <select {...described} name="state">
              <option value="">{list.anyState}</option>
              {stages.map((stage) => (
                <option key={stage} value={stage}>
                  {says.anchor.stages[stage].name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="find-from" label={list.from}>
          {(described) => <input {...described} name="from" type="date" />}
        </Field>
        <Field id="find-until" label={list.until}>
          {(described) => <input {...described} name="until" type="date" />}
        </Field>
      </div>
    </details>
  );
}

function queryOf(form: FormData, digest: string): string {
  const text = (name: string): string => String(form.get(name) ?? "").trim();
  const query = new URLSearchParams();
  const put = (name: string, value: string): void => void (value !== "" && query.set(name, value));
  put("reference", text("reference"));
  put("digest", digest.trim().toLowerCase());
  put("documentType", text("documentType"));
  put("state", text("state"));
  put("acceptedFrom", text("from") === "" ? "" : `${text("from")}T00:00:00Z`);
  // The whole of the last day counts.
  put("acceptedUntil", text("until") === "" ? "" : new Date(Date.parse(`${text("until")}T00:00:00Z`) + DAY_MS).toISOString());
  return query.toString();
}
