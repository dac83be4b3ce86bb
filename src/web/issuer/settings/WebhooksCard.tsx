// Webhooks: which there are and how they do; one more, with its secret shown once; one less.

import { useState } from "preact/hooks";
import { visible } from "../../../words/visible.ts";
import { words } from "../../frame/language.ts";
import type { Session } from "../../frame/signIn/session.ts";
import { troubleOf, type Trouble } from "../../frame/trouble.ts";
import { read, type Webhook } from "../answers.ts";
import { AskedTrouble } from "../AskedTrouble.tsx";
import { Question } from "../Question.tsx";
import { says } from "../says.ts";
import { useAsking } from "../useAsking.ts";
import { NewWebhook } from "./NewWebhook.tsx";

export function WebhooksCard({ session }: { session: Session }) {
  const { asked, again } = useAsking("webhooks", async () => read<{ webhooks: readonly Webhook[] }>(await session.json("/v1/webhooks"), { webhooks: "list" }).webhooks);
  const [isRemoved, setRemoved] = useState(false);
  const { hooks } = says;
  const list = asked.is === "answered" ? asked.value : asked.is === "asking" ? asked.before : null;
  return (
    <section class="card card-slim" aria-labelledby="hooks-title">
      <h3 id="hooks-title">{hooks.title}</h3>
      <p class="soft">{hooks.lead}</p>
      {asked.is === "asking" && list === null && <p role="status">{words.page.asking}</p>}
      {asked.is === "trouble" && <AskedTrouble trouble={asked.trouble} onAgain={again} />}
      {list !== null && list.length === 0 && <p>{hooks.none}</p>}
      <p role="status">{isRemoved ? hooks.removed : ""}</p>
      <ul class="hooks">
        {(list ?? []).map((webhook) => (
          <Hook
            key={webhook.id}
            webhook={webhook}
            session={session}
            onRemoved={() => {
              setRemoved(true);
              again();
            }}
          />
        ))}
      </ul>
      <NewWebhook
        session={session}
        onAdded={() => {
          setRemoved(false);
          again();
        }}
      />
    </section>
  );
}

function Hook({ webhook: { id, url, events, enabled, failingSince, problem = "" }, session, onRemoved }: { webhook: Webhook; session: Session; onRemoved: () => void }) {
  const { hooks } = says;
  const [asking, setAsking] = useState<"no" | "yes" | "busy" | Trouble>("no");
  const shown = visible(url, 200);
  const why = visible(problem, 200);
  const remove = async (): Promise<void> => {
    setAsking("busy");
    try {
      await session.call(`/v1/webhooks/${encodeURIComponent(id)}`, { method: "DELETE" });
      onRemoved();
    } catch (error) {
      setAsking(troubleOf(error));
    }
  };
  return (
    <li>
      <p class="file-name">
        <bdi>{shown}</bdi>
      </p>
      <p class="soft">{events.map((event) => (Object.hasOwn(hooks.eventNames, event) ? hooks.eventNames[event] : visible(event))).join("; ")}</p>
      <p>{!enabled ? hooks.disabled(why) : failingSince === undefined ? hooks.working : hooks.failing(visible(failingSince), why)}</p>
      <button type="button" class="button" aria-label={hooks.removeNamed(shown)} onClick={() => setAsking("yes")}>
        {hooks.remove}
      </button>
      {asking !== "no" && (
        <Question title={hooks.removeQuestion(shown)} tone="tone-altered" confirm={hooks.remove} cancel={hooks.cancel} isBusy={asking === "busy"} onConfirm={() => void remove()} onCancel={() => setAsking("no")}>
          {typeof asking === "object" && <AskedTrouble trouble={asking} onAgain={null} />}
        </Question>
      )}
    </li>
  );
}
