// The desk as the page holds it: one for as long as the page is open.

import { useEffect, useReducer, useState } from "preact/hooks";
import type { PaperCode } from "../../core/paperCode.ts";
import { askOrRemember } from "../offline/askOrRemember.ts";
import type { MarkedReport } from "../offline/offlineReport.ts";
import { ask, type AnyQuestion } from "../report/ask.ts";
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

/** What is signed is asked about whole; a code by its digest alone; of a document with a seal something is known without a network, too. */
function answerTo(question: AnyQuestion, signal: AbortSignal, code: PaperCode | null): Promise<MarkedReport> {
  if (code !== null) return judgeScanned(code, signal);
  return "signed" in question ? ask(question, signal) : askOrRemember(question, signal);
}

function newDesk(draw: () => void): Desk {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const drawSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      draw();
    }, DRAW_EVERY_MS);
  };
  const desk: Desk = new Desk({ digestOfFile, ask: answerTo, onChange: () => (desk.items.length > MANY ? drawSoon() : draw()) });
  return desk;
}
