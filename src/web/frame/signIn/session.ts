// Who is signed in on this page. The API key is in memory alone, and in the tab's storage only when somebody asked for that.

import { useEffect, useReducer } from "preact/hooks";
import type { ReportParty } from "../../../core/report.ts";
import { Unanswered } from "../trouble.ts";
import { signedRequest } from "./signedRequest.ts";

const KEPT_AS = "tradeseal.apiKey";

/** Whose key it is, and what it opens. */
export interface Holder {
  readonly id: string;
  readonly issuer: ReportParty & { readonly name: string };
  readonly scopes: readonly string[];
}

export interface Session {
  readonly apiKey: string;
  readonly holder: Holder;
  readonly isKept: boolean;
}

let current: Session | null = null;
const listeners = new Set<() => void>();

function set(session: Session | null): void {
  current = session;
  for (const listener of listeners) listener();
}

/** Asks the service whose key it is, and signs in. Rejects with {@link Unanswered}. */
export async function signIn(apiKey: string, keep: "in memory" | "until the tab is closed"): Promise<void> {
  const holder = readHolder(await signedRequest(apiKey, "/v1/me"));
  if (holder === null) throw new Unanswered({ is: "unreadable_answer" });
  const isKept = keep === "until the tab is closed" && store(apiKey);
  set({ apiKey, holder, isKept });
}

/** Forgets the key, everywhere. */
export function signOut(): void {
  inStorage((storage) => storage.removeItem(KEPT_AS));
  set(null);
}

/** The key that this tab keeps, or `null`. */
export const keptKey = (): string | null => inStorage((storage) => storage.getItem(KEPT_AS)) ?? null;

function store(apiKey: string): boolean {
  return inStorage((storage) => (storage.setItem(KEPT_AS, apiKey), true)) ?? false;
}

/** A browser may refuse its storage; then nothing is kept. */
function inStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

/** Who is signed in; the component is drawn again when that changes. */
export function useSession(): Session | null {
  const [, drawAgain] = useReducer((changes: number) => changes + 1, 0);
  useEffect(() => {
    const listener = (): void => drawAgain(undefined);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return current;
}

function readHolder(value: unknown): Holder | null {
  if (typeof value !== "object" || value === null) return null;
  const { issuer, key } = value as { readonly issuer?: Partial<Holder["issuer"]> | null; readonly key?: { readonly id?: unknown; readonly scopes?: unknown } | null };
  const isText = (each: unknown): each is string => typeof each === "string";
  if (!isText(key?.id) || !Array.isArray(key.scopes) || !key.scopes.every(isText)) return null;
  return isText(issuer?.did) && isText(issuer.address) && isText(issuer.name) ? { id: key.id, scopes: key.scopes, issuer: issuer as Holder["issuer"] } : null;
}
