// The session, for components deep within the console.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Session } from "./session.ts";

/** Given by the console to everything within it. */
export const SessionContext = createContext<Session | null>(null);

/** The session of whoever is signed in. */
export function useSession(): Session {
  return useContext(SessionContext)!;
}
