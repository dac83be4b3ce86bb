// The session: an API key in this page's memory, whose it is, and every call that is made with it.

import { jsonOf, PATIENCE_MS, request } from "../service.ts";
import { Unanswered, type Trouble } from "../trouble.ts";
import { readMe, type Me } from "./me.ts";
import { forgetAll, keptKey, keepKey } from "./tabMemory.ts";

/** Where the key came from: entered just now, or from what the tab keeps. */
type Source = "entry" | "tab";

/** How somebody stands with the service. `out` tells why, when it was not by choice, and what was before. */
export type Standing =
  | { readonly is: "out"; readonly why: Trouble | null; readonly before: "in" | "out" }
  | { readonly is: "asking"; readonly from: Source }
  | { readonly is: "in"; readonly from: Source; readonly me: Me; readonly isKept: boolean };

/** What is sent besides the path. */
export interface SignedCall {
  readonly method?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the call, in the place of the patience that a call has otherwise. */
  readonly signal?: AbortSignal;
}

/** Holds the key. It goes into the header `Authorization` and nowhere else: never into an address, a log or the page. */
export class Session {
  standing: Standing = { is: "out", why: null, before: "out" };
  #apiKey: string | null = null;
  readonly #listeners = new Set<() => void>();

  /** Calls `listener` after every change of standing. @returns how to end that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Goes on with the key that this tab keeps, if somebody asked for that. */
  async resume(): Promise<void> {
    const apiKey = keptKey();
    if (apiKey !== null) await this.#enter(apiKey, { from: "tab", kept: "keep" });
  }

  /** Signs in when the service knows the key. `keep` is for as long as the tab is open. */
  async signIn(apiKey: string, kept: "keep" | "forget"): Promise<void> {
    await this.#enter(apiKey.trim(), { from: "entry", kept });
  }

  /** Forgets the key, drafts and lists. */
  signOut(): void {
    forgetAll();
    this.#end(null);
  }

  /** The response to a call with the key. A key that opens nothing any more ends the session. Rejects with {@link Unanswered}. */
  async call(path: string, init: RequestInit = {}): Promise<Response> {
    // Answers of the service name addresses, too: the key goes to this service alone, whatever they say.
    if (!path.startsWith("/v1/")) throw new Unanswered({ is: "unreadable_answer" });
    const apiKey = this.#apiKey;
    if (apiKey === null) throw new Unanswered({ is: "problem", problem: { code: "key_missing", title: "", detail: "", requestId: "", errors: [] } });
    try {
      return await request(path, { signal: AbortSignal.timeout(PATIENCE_MS), ...init, headers: { ...init.headers, authorization: `Bearer ${apiKey}` } });
    } catch (error) {
      if (error instanceof Unanswered && opensNothing(error.trouble) && this.#apiKey === apiKey) this.#end(error.trouble);
      throw error;
    }
  }

  /** What the service answers to a call with the key, as JSON. Rejects with {@link Unanswered}. */
  async json(path: string, { body, headers = {}, ...rest }: SignedCall = {}): Promise<unknown> {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { "content-type": "application/json" };
    return jsonOf(await this.call(path, { ...rest, ...content, headers: { accept: "application/json", ...type, ...headers } }));
  }

  async #enter(apiKey: string, { from, kept }: { from: Source; kept: "keep" | "forget" }): Promise<void> {
    this.#apiKey = apiKey;
    this.#set({ is: "asking", from });
    try {
      const me = readMe(await this.json("/v1/me"));
      this.#set({ is: "in", from, me, isKept: keepKey(kept === "keep" ? apiKey : null) });
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      if (this.#apiKey !== null) this.#end(error.trouble);
    }
  }

  /** A key that the tab keeps stays kept when nothing is wrong with it: loading the page again tries it again. */
  #end(why: Trouble | null): void {
    const before = this.standing.is === "in" ? "in" : "out";
    this.#apiKey = null;
    if (why === null || opensNothing(why)) keepKey(null);
    this.#set({ is: "out", why, before });
  }

  #set(standing: Standing): void {
    this.standing = standing;
    for (const listener of this.#listeners) listener();
  }
}

const opensNothing = (trouble: Trouble): boolean => trouble.is === "problem" && ["key_missing", "key_unknown", "key_expired", "key_revoked"].includes(trouble.problem.code);
