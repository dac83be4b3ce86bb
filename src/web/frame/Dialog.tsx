// A dialog: the browser's own, so focus stays inside and goes back where it came from.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface DialogProps {
  readonly title: string;
  readonly class: string;
  /** Escape was pressed: the dialog stays until it is taken away. */
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

export function Dialog({ title, class: name, onCancel, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    return () => shown.close();
  }, []);
  const cancel = (event: Event): void => {
    event.preventDefault();
    onCancel();
  };
  return (
    <dialog ref={dialog} class={name} aria-labelledby="dialog-title" onCancel={cancel}>
      <h2 id="dialog-title" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
