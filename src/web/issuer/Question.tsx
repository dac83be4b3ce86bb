// A question over the page: it keeps the focus until it is answered, and Escape is a no.

import type { ComponentChildren } from "preact";
import { Dialog } from "../frame/Dialog.tsx";

interface QuestionProps {
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

export function Question({ title, tone, confirm, cancel, isBusy, onConfirm, onCancel, children }: QuestionProps) {
  const unlessBusy = (answer: () => void) => (): void => void (isBusy || answer());
  // No form: a question may stand within one, which must not be sent by its answer.
  return (
    <Dialog title={title} class={`asked ${tone}`} onCancel={unlessBusy(onCancel)}>
      {children}
      <div class="actions">
        <button type="button" class="button" aria-disabled={isBusy} onClick={unlessBusy(onCancel)}>
          {cancel}
        </button>
        <button type="button" class="button button-main" aria-disabled={isBusy} onClick={unlessBusy(onConfirm)}>
          {confirm}
        </button>
      </div>
    </Dialog>
  );
}
