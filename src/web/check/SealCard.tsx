// A seal that still waits for its document.

import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import type { SealItem } from "./items.ts";
import { marks, words } from "../frame/language.ts";

export function SealCard({ item: { name, seal }, onRemove }: { item: SealItem; onRemove: () => void }) {
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
