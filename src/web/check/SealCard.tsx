// Seals that still wait for their documents.

import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { marks, words } from "../frame/language.ts";
import type { Desk } from "./desk.ts";
import type { SealItem } from "./items.ts";
import { said } from "./words.ts";

/** More than this are told of in one card. */
const CARDS_LIMIT = 3;
const NAMES_LIMIT = 50;

export function WaitingSeals({ seals, desk }: { seals: readonly SealItem[]; desk: Desk }) {
  if (seals.length > CARDS_LIMIT) return <ManySeals seals={seals} onRemove={() => desk.removeWaitingSeals()} />;
  return (
    <>
      {seals.map((seal) => (
        <SealCard key={seal.id} item={seal} onRemove={() => desk.remove(seal.id)} />
      ))}
    </>
  );
}

function SealCard({ item: { name, seal }, onRemove }: { item: SealItem; onRemove: () => void }) {
  const { lonelySeal, lonelySealTodo, digest, remove, removeNamed } = words.page;
  return (
    <article class="card card-slim tone-none" data-seal>
      <p class="file-line">
        <bdi class="file-name">{visible(name)}</bdi>
      </p>
      <h2 class="headline headline-small">{lonelySeal}</h2>
      <p>{lonelySealTodo(typeWords(seal.documentType, words).one)}</p>
      <p class="soft">
        {digest + marks.colon}
        <code class="hash">{seal.digest}</code>
      </p>
      <div class="actions">
        <button type="button" class="button" aria-label={removeNamed(visible(name))} onClick={onRemove}>
          {remove}
        </button>
      </div>
    </article>
  );
}

function ManySeals({ seals, onRemove }: { seals: readonly SealItem[]; onRemove: () => void }) {
  const { sealsWaiting, sealsTodo, andMore, removeSeals } = said.many;
  const hidden = seals.length - NAMES_LIMIT;
  return (
    <article class="card card-slim tone-none" data-seal>
      <h2 class="headline headline-small">{sealsWaiting(seals.length)}</h2>
      <p>{sealsTodo}</p>
      <p class="soft">
        {seals.slice(0, NAMES_LIMIT).map(({ id, name }, at) => (
          <span key={id}>
            {at > 0 && ", "}
            <bdi>{visible(name)}</bdi>
          </span>
        ))}
        {hidden > 0 && ` ${andMore(hidden)}`}
      </p>
      <div class="actions">
        <button type="button" class="button" onClick={onRemove}>
          {removeSeals}
        </button>
      </div>
    </article>
  );
}
