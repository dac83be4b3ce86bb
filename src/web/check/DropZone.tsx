// Where files and folders are dropped, anywhere on the page, or chosen.

import { useCallback } from "preact/hooks";
import { words } from "../frame/language.ts";
import { useDrop } from "../frame/useDrop.ts";
import { filesDropped, type Dropped } from "./folders.ts";

/** Takes what was dropped or chosen. */
export type OnFiles = (given: Dropped) => void;

/** Browsers show a chooser for the input; the whole field is its label. */
export function DropZone({ onFiles }: { onFiles: OnFiles }) {
  const isOver = useDrop(useCallback((transfer) => void filesDropped(transfer).then(onFiles), []));
  const { drop, dropNow, choose, sealHint } = words.page;
  return (
    <label class={isOver ? "drop drop-over" : "drop"}>
      <svg class="drop-mark" viewBox="0 0 48 48" aria-hidden="true">
        <path d="M12 5h16l9 9v29H12z" />
        <path d="M28 5v9h9" />
        <path d="M24.5 21v13m-5-5 5 5 5-5" />
      </svg>
      <span class="drop-title">{isOver ? dropNow : drop}</span>
      <input
        type="file"
        multiple
        class="unseen"
        aria-label={choose}
        aria-describedby="privacy"
        onChange={({ currentTarget: input }) => {
          onFiles({ files: [...(input.files ?? [])], paths: new Map(), unreadable: [] });
          // So that the same file can be chosen again.
          input.value = "";
        }}
      />
      <span class="button button-main">{choose}</span>
      <span class="drop-hint">{sealHint}</span>
    </label>
  );
}
