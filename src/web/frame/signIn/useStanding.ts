// The session of this page, and how somebody stands with the service now.

import { useLayoutEffect, useReducer } from "preact/hooks";
import { Session, type Standing } from "./session.ts";
import type { Me } from "./me.ts";

/** The one session of this page. It begins where the tab left off. */
export const session = new Session();
void session.resume();

/** How somebody stands; the component is drawn again after every change. */
export function useStanding(): Standing {
  const [, drawAgain] = useReducer((changes: number) => changes + 1, 0);
  useLayoutEffect(() => session.listen(() => drawAgain(undefined)), []);
  return session.standing;
}

/** Who is signed in, or `null`. */
export function useMe(): Me | null {
  const standing = useStanding();
  return standing.is === "in" ? standing.me : null;
}
