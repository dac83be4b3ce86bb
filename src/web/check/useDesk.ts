// The desk as the page holds it: one for as long as the page is open.

import { useEffect, useReducer, useState } from "preact/hooks";
import { ask } from "../report/ask.ts";
import { Desk } from "./desk.ts";
import { digestOfFile } from "./hashing.ts";
import { judgeScanned } from "./scannedCode.ts";

/** Of so many items each change alone is not worth drawing all of them. */
const MANY = 20;
const DRAW_EVERY_MS = 150;

/** The desk; the component that uses it is drawn again after changes. A digest in the page's address is checked at once. */
export function useDesk(): Desk {
  const [, drawAgain] = useReducer((changes: number) => changes + 1, 0);
  const [desk] = useState(() => newDesk(() => drawAgain(undefined)));
  useEffect(() => {
    const digest = new URLSearchParams(location.search).get("digest");
    if (digest !== null) void desk.addDigest(digest);
  }, [desk]);
  return desk;
}

function newDesk(draw: () => void): Desk {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const drawSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      draw();
    }, DRAW_EVERY_MS);
  };
  const desk: Desk = new Desk({ digestOfFile, ask: (question, signal, code) => (code === null ? ask(question, signal) : judgeScanned(code, question, signal)), onChange: () => (desk.items.length > MANY ? drawSoon() : draw()) });
  return desk;
}
