// What an operator lets this service tell others, one tick for each.

import { says } from "../says.ts";
import { answered, type Consent } from "./consent.ts";

export function ConsentTicks({ id, consent, onChange }: { id: string; consent: Consent; onChange: (consent: Consent) => void }) {
  const said = says.issue.consent;
  return (
    <fieldset class="group consent" aria-describedby={`${id}-hint`}>
      <legend>{said.title}</legend>
      <p class="soft" id={`${id}-hint`}>
        {said.hint}
      </p>
      {answered.map((member) => (
        <label key={member} class="tick">
          <input type="checkbox" name={member} checked={consent[member]} onChange={({ currentTarget }) => onChange({ ...consent, [member]: currentTarget.checked })} />
          <span>{said[member]}</span>
        </label>
      ))}
    </fieldset>
  );
}
