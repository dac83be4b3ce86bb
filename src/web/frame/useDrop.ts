// Files that are dropped anywhere on the page: beside the field meant for them, a browser would open them instead.

import { useLayoutEffect, useState } from "preact/hooks";

/** Whether files are held over the page. `onDrop` is told of a drop while the browser still knows what was dropped. */
export function useDrop(onDrop: (transfer: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false);
  // Before the page is painted: a file dropped on what is seen is not lost.
  useLayoutEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      onDrop(event.dataTransfer);
    };
    const listening = new AbortController();
    document.addEventListener("dragover", over, listening);
    document.addEventListener("dragleave", leave, listening);
    document.addEventListener("drop", drop, listening);
    return () => listening.abort();
  }, [onDrop]);
  return isOver;
}
