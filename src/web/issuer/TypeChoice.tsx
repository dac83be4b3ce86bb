// What the documents are: a known type, or another one by its code.

import { useState } from "preact/hooks";
import { isDocumentType, type DocumentType } from "../../core/documentType.ts";
import { typeWords } from "../../words/sentences.ts";
import { knownDocumentTypes } from "../../words/words.ts";
import { words } from "../frame/language.ts";
import type { Me } from "../frame/signIn/me.ts";
import { Field } from "../frame/Field.tsx";
import { says } from "./says.ts";

interface TypeChoiceProps {
  readonly id: string;
  readonly chosen: DocumentType | null;
  readonly error: string | null;
  readonly onChoose: (type: DocumentType | null) => void;
}

const OTHER = "other";

export function TypeChoice({ id, chosen, error, onChoose }: TypeChoiceProps) {
  const [isOther, setOther] = useState(chosen !== null && !knownDocumentTypes.some((known) => known === chosen));
  const choose = (value: string): void => {
    setOther(value === OTHER);
    onChoose(isDocumentType(value) ? value : null);
  };
  return (
    <div class="fields">
      <Field id={id} label={says.documentType} error={isOther ? null : error}>
        {(described) => (
          <select {...described} value={isOther ? OTHER : (chosen ?? "")} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            <option value="">{says.chooseType}</option>
            {knownDocumentTypes.map((type) => (
              <option key={type} value={type}>
                {words.documentTypes[type].one}
              </option>
            ))}
            <option value={OTHER}>{says.otherType}</option>
          </select>
        )}
      </Field>
      {isOther && (
        <Field id={`${id}-other`} label={says.otherType} hint={says.otherTypeHint} error={error}>
          {(described) => <input {...described} type="text" autocomplete="off" onInput={({ currentTarget: { value } }) => onChoose(isDocumentType(value.trim()) ? (value.trim() as DocumentType) : null)} />}
        </Field>
      )}
    </div>
  );
}

/** Says beforehand that a check will not recognise the issuer for this type; says nothing when it is not known. */
export function NotEntitled({ me: { mayIssue }, type }: { me: Me; type: DocumentType | null }) {
  if (type === null || mayIssue === undefined || mayIssue.some(({ documentType }) => documentType === type)) return null;
  return (
    <p class="notice-said tone-not_entitled" role="status">
      {says.anchor.notEntitled(typeWords(type, words).many)}
    </p>
  );
}
