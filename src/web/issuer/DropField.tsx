// Where files or a folder are dropped, anywhere on the page, or chosen.

import { useCallback } from "preact/hooks";
import { useDrop } from "../frame/useDrop.ts";
import { filesIn } from "./droppedFiles.ts";

interface DropFieldProps {
  readonly says: { readonly drop: string; readonly dropNow: string; readonly choose: string; readonly hint: string };
  readonly isFolder: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function DropField({ says: { drop, dropNow, choose, hint }, isFolder, onFiles }: DropFieldProps) {
  const isOver = useDrop(useCallback((transfer) => void filesIn(transfer).then((files) => files.length > 0 && onFiles(files)), [onFiles]));
  return (
    <label class={isOver ? "drop drop-small drop-over" : "drop drop-small"}>
      <svg class="drop-mark" viewBox="0 0 48 48" aria-hidden="true">
        {isFolder ? <path d="M5 39V10h13l4 5h21v24z" /> : <path d="M12 5h16l9 9v29H12zM28 5v9h9" />}
      </svg>
      <span class="drop-title">{isOver ? dropNow : drop}</span>
      <input
        type="file"
        multiple
        {...(isFolder ? { webkitdirectory: true } : {})}
        class="unseen"
        aria-label={choose}
        aria-describedby="drop-hint"
        onChange={({ currentTarget: input }) => {
          onFiles([...(input.files ?? [])]);
          // So that the same can be chosen again.
          input.value = "";
        }}
      />
      <span class="button button-main">{choose}</span>
      <span class="drop-hint" id="drop-hint">
        {hint}
      </span>
    </label>
  );
}
