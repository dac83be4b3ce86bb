// Which type of document the person expects.

import { knownDocumentTypes } from "../../words/words.ts";
import { words } from "../frame/language.ts";

export function TypeSelect({ chosen, onChoose }: { chosen: string | null; onChoose: (type: string) => void }) {
  const { expectedType, anyType } = words.page;
  return (
    <label class="expected">
      <span>{expectedType}</span>
      <select value={chosen ?? ""} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{anyType}</option>
        {knownDocumentTypes.map((type) => (
          <option key={type} value={type}>
            {words.documentTypes[type].one}
          </option>
        ))}
      </select>
    </label>
  );
}
