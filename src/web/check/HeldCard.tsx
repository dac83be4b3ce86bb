// A credential that was given and not sent: first somebody must say that it may be.

import { Sent } from "../report/Evidence.tsx";
import { words } from "../frame/language.ts";
import type { DocumentItem } from "./items.ts";
import { nameOf } from "./names.ts";
import { said } from "./words.ts";

export function HeldCard({ item, onSend, onRemove }: { item: DocumentItem; onSend: () => void; onRemove: () => void }) {
  const { held, heldMeans, send, sendNamed } = said.credential;
  const { remove, removeNamed } = words.page;
  const name = nameOf(item);
  return (
    <article class="card card-slim tone-none" id={`result-${item.id}`} data-held aria-labelledby={`headline-${item.id}`}>
      <p class="file-line">
        <bdi class="file-name">{name}</bdi>
      </p>
      <h2 class="headline headline-small" id={`headline-${item.id}`}>
        {held}
      </h2>
      <p>{heldMeans(location.host)}</p>
      {item.state.is === "held" && (
        <details class="fold held-fold">
          <summary>{said.credential.wouldSend}</summary>
          <Sent question={item.state.question} />
        </details>
      )}
      <div class="actions">
        <button type="button" class="button button-main" aria-label={sendNamed(name)} onClick={onSend}>
          {send}
        </button>
        <button type="button" class="button" aria-label={removeNamed(name)} onClick={onRemove}>
          {remove}
        </button>
      </div>
    </article>
  );
}
