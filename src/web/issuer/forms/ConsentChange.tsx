// The consent to a certificate that was issued earlier: seen, given, taken back.

import { useState } from "preact/hooks";
import { troubleOf, type Trouble } from "../../frame/trouble.ts";
import type { Session } from "../../frame/signIn/session.ts";
import { AskedTrouble } from "../AskedTrouble.tsx";
import { says } from "../says.ts";
import type { Consent } from "./consent.ts";
import { ConsentTicks } from "./ConsentTicks.tsx";

export function ConsentChange({ id, consent, session }: { id: string; consent: Consent; session: Session }) {
  const [wanted, setWanted] = useState(consent);
  const [saving, setSaving] = useState<"no" | "yes" | "saved" | Trouble>("no");
  const said = says.issue.consent;
  const save = async (): Promise<void> => {
    setSaving("yes");
    try {
      await session.json(`/v1/credentials/${encodeURIComponent(id)}/consent`, { method: "PUT", body: wanted });
      setSaving("saved");
    } catch (error) {
      setSaving(troubleOf(error));
    }
  };
  return (
    <>
      <ConsentTicks
        id={`consent-${id}`}
        consent={wanted}
        onChange={(changed) => {
          setWanted(changed);
          setSaving("no");
        }}
      />
      <div class="actions">
        <button type="button" class="button" aria-disabled={saving === "yes"} onClick={() => void (saving === "yes" || save())}>
          {said.save}
        </button>
        <p role="status">{saving === "saved" ? said.saved : ""}</p>
      </div>
      {typeof saving === "object" && <AskedTrouble trouble={saving} onAgain={null} />}
    </>
  );
}
