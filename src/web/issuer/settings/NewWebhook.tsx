// One more webhook: its address, its events, and its secret, which is shown this once.

import { useState } from "preact/hooks";
import { visible } from "../../../words/visible.ts";
import { Field } from "../../frame/Field.tsx";
import type { Session } from "../../frame/signIn/session.ts";
import { troubleOf, type Trouble } from "../../frame/trouble.ts";
import { read, type Webhook } from "../answers.ts";
import { AskedTrouble } from "../AskedTrouble.tsx";
import { says } from "../says.ts";
import { Command } from "./Command.tsx";

export function NewWebhook({ session, onAdded }: { session: Session; onAdded: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  const [sending, setSending] = useState<"no" | "yes" | "no_events" | Trouble>("no");
  const { hooks } = says;
  const add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const entered = new FormData(form);
    const events = entered.getAll("events");
    if (sending === "yes") return;
    if (events.length === 0) return setSending("no_events");
    setSending("yes");
    try {
      const made = read<Webhook & { secret: string }>(await session.json("/v1/webhooks", { method: "POST", body: { url: String(entered.get("url")).trim(), events } }), { secret: "string" });
      setSecret(made.secret);
      setSending("no");
      form.reset();
      onAdded();
    } catch (error) {
      setSending(troubleOf(error));
    }
  };
  if (secret !== null) return <Secret secret={secret} onSeen={() => setSecret(null)} />;
  return (
    <form class="certificate" onSubmit={(event) => void add(event)} noValidate aria-label={hooks.add}>
      <Field id="hook-url" label={hooks.url} hint={hooks.urlHint}>
        {(described) => <input {...described} name="url" type="url" autocomplete="off" required />}
      </Field>
      <Events isNone={sending === "no_events"} />
      {typeof sending === "object" && <AskedTrouble trouble={sending} onAgain={null} />}
      <button type="submit" class="button" aria-disabled={sending === "yes"}>
        {hooks.add}
      </button>
    </form>
  );
}

function Events({ isNone }: { isNone: boolean }) {
  const { hooks } = says;
  return (
    <fieldset class="group">
      <legend>{hooks.events}</legend>
      {Object.entries(hooks.eventNames).map(([kind, name]) => (
        <label key={kind} class="tick">
          <input type="checkbox" name="events" value={kind} defaultChecked />
          <span>{name}</span>
        </label>
      ))}
      {isNone && (
        <p class="field-error" role="alert">
          {hooks.eventsNeeded}
        </p>
      )}
    </fieldset>
  );
}

/** Shown once: the service does not tell it again. */
function Secret({ secret, onSeen }: { secret: string; onSeen: () => void }) {
  const { hooks } = says;
  return (
    <div class="notice card-slim tone-undetermined" role="alert">
      <p>{hooks.secretHint}</p>
      <Command title={hooks.secret} command={visible(secret)} />
      <button type="button" class="button" onClick={onSeen}>
        {hooks.secretSeen}
      </button>
    </div>
  );
}
