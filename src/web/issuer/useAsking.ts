// A question to the service, as a component holds it: under way, answered, or in trouble.

import { useEffect, useState } from "preact/hooks";
import { troubleOf, type Trouble } from "../frame/trouble.ts";

export type Asked<T> = { readonly is: "asking"; readonly before: T | null } | { readonly is: "answered"; readonly value: T } | { readonly is: "trouble"; readonly trouble: Trouble };

/** Asks at once and whenever `name` changes; `again` asks once more. An answer to an overtaken question is dropped. */
export function useAsking<T>(name: string, ask: () => Promise<T>): { readonly asked: Asked<T>; readonly again: () => void } {
  const [asked, setAsked] = useState<Asked<T>>({ is: "asking", before: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isOvertaken = false;
    const settle = (next: Asked<T>): void => void (isOvertaken || setAsked(next));
    setAsked((before) => ({ is: "asking", before: before.is === "answered" ? before.value : null }));
    ask().then(
      (value) => settle({ is: "answered", value }),
      (error: unknown) => {
        if (!isOvertaken) settle({ is: "trouble", trouble: troubleOf(error) });
      },
    );
    return () => void (isOvertaken = true);
  }, [name, turn]);
  return { asked, again: () => setTurn((turns) => turns + 1) };
}
