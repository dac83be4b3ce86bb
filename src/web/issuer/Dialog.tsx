// A question over the page (HTML dialog): it keeps the focus until it is answered, and Escape is a no.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface DialogProps {
  readonly title: string;
  /** A class of a tone. */
  readonly tone: string;
  readonly confirm: string;
  readonly cancel: string;
  /** While the answer is under way nothing can be pressed twice. */
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children?: ComponentChildren;
}

export function Dialog({ title, tone, confirm, cancel, isBusy, onConfirm, onCancel, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current!.showModal();
    return () => void (before instanceof HTMLElement && before.focus());
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`asked ${tone}`}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        if (!isBusy) onCancel();
      }}
    >
      {/* No form: a dialog may stand within one, which must not be sent by its answer. */}
      <div class="asked-body">
        <h2 id="dialog-title" tabIndex={-1}>
          {title}
        </h2>
        {children}
        <div class="actions">
          <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onCancel()}>
            {cancel}
          </button>
          <button type="button" class="button button-main" aria-disabled={isBusy} onClick={() => !isBusy && onConfirm()}>
            {confirm}
          </button>
        </div>
      </div>
    </dialog>
  );
}
