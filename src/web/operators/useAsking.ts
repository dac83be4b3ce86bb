// A question that may be stopped: idle, asking, answered, or in trouble.

import { useEffect, useRef, useState } from "preact/hooks";
import { Unanswered, type Trouble } from "../frame/trouble.ts";

export type Asked<T> = { readonly is: "idle" } | { readonly is: "asking" } | { readonly is: "answered"; readonly answer: T } | { readonly is: "unanswered"; readonly trouble: Trouble };

/** What became of the last question, how to put one, and how to stop it. A new question ends the one before. */
export interface Asking<T> {
  readonly asked: Asked<T>;
  readonly ask: (question: (signal: AbortSignal) => Promise<T>) => void;
  readonly stop: () => void;
}

export function useAsking<T>(): Asking<T> {
  const [asked, setAsked] = useState<Asked<T>>({ is: "idle" });
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);
  const stop = (): void => {
    under.current?.abort();
    setAsked({ is: "idle" });
  };
  const ask = (question: (signal: AbortSignal) => Promise<T>): void => {
    under.current?.abort();
    const own = new AbortController();
    under.current = own;
    setAsked({ is: "asking" });
    question(own.signal).then(
      (answer) => !own.signal.aborted && setAsked({ is: "answered", answer }),
      (error: unknown) => {
        if (own.signal.aborted) return;
        setAsked({ is: "unanswered", trouble: troubleOf(error) });
        if (!(error instanceof Unanswered)) throw error;
      },
    );
  };
  return { asked, ask, stop };
}

/** The trouble in whatever a question was ended by. */
export const troubleOf = (error: unknown): Trouble => (error instanceof Unanswered ? error.trouble : { is: "unreadable_answer" });
