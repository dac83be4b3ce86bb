// The desk as the page holds it: one for as long as the page is open.

import { useEffect, useReducer, useState } from "preact/hooks";
import { askOrRemember } from "../offline/askOrRemember.ts";
import { Desk } from "./desk.ts";
import { digestOfFile } from "./hashing.ts";

/** The desk; the component that uses it is drawn again after every change. A digest in the page's address is checked at once. */
export function useDesk(): Desk {
  const [, drawAgain] = useReducer((changes: number) => changes + 1, 0);
  const [desk] = useState(() => new Desk({ digestOfFile, ask: askOrRemember, onChange: () => drawAgain(undefined) }));
  useEffect(() => {
    const digest = new URLSearchParams(location.search).get("digest");
    if (digest !== null) void desk.addDigest(digest);
  }, [desk]);
  return desk;
}
