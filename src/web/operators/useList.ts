// The state of a list that is being asked.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Trouble } from "../frame/trouble.ts";
import { askRows } from "./askRows.ts";
import type { ListRow } from "./listRows.ts";
import { troubleOf } from "./useAsking.ts";

/** A list, how far it has come, and what can be done with it. */
export interface List {
  readonly rows: readonly ListRow[];
  readonly state: "empty" | "asking" | "stopped" | "done";
  /** Why it does not go on. */
  readonly trouble: Trouble | null;
  /** Seconds until it goes on. */
  readonly pause: number;
  /** Asks what has no answer yet. */
  readonly ask: (rows: readonly ListRow[]) => void;
  readonly stop: () => void;
}

export function useList(onDone: (count: number) => void): List {
  const [rows, setRows] = useState<readonly ListRow[]>([]);
  const [state, setState] = useState<List["state"]>("empty");
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [pause, setPause] = useState(0);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);
  const end = (own: AbortController, how: List["state"], why: Trouble | null): void => {
    if (under.current !== own) return;
    setPause(0);
    setState(how);
    setTrouble(why);
  };
  const ask = (asked: readonly ListRow[]): void => {
    under.current?.abort();
    const own = new AbortController();
    under.current = own;
    setRows(asked);
    setState("asking");
    setTrouble(null);
    const onRows = (filled: ReadonlyMap<number, ListRow>): void => void (own.signal.aborted || setRows((before) => before.map((row, place) => filled.get(place) ?? row)));
    askRows(asked, { signal: own.signal, onRows, onPause: (seconds) => own.signal.aborted || setPause(seconds) }).then(
      () => {
        if (!own.signal.aborted) onDone(asked.length);
        end(own, own.signal.aborted ? "stopped" : "done", null);
      },
      (error: unknown) => end(own, "stopped", own.signal.aborted ? null : troubleOf(error)),
    );
  };
  const stop = (): void => {
    under.current?.abort();
    setPause(0);
    setState("stopped");
  };
  return { rows, state, trouble, pause, ask, stop };
}
