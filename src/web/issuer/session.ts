// The session: an API key in this page's memory, whose it is, and every call that is made with it.

import { read, type Me } from "./answers.ts";
import { jsonOf, PATIENCE_MS, request } from "../frame/service.ts";
import { Unanswered, type Trouble } from "../frame/trouble.ts";
import { forgetAll, keptKey, keepKey } from "./tabMemory.ts";

/** How somebody stands with the service. `out` tells why, when it was not by choice, and whether somebody had been in. */
export type Standing = { readonly is: "out"; readonly why: Trouble | null; readonly wasIn: boolean } | { readonly is: "asking" } | { readonly is: "in"; readonly me: Me };

/** Holds the key. It goes into the header `Authorization` and nowhere else: never into an address, a log or the page. */
export class Session {
  standing: Standing = { is: "out", why: null, wasIn: false };
  #apiKey: string | null = null;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Goes on with the key that this tab keeps, if somebody asked for that. */
  async resume(): Promise<void> {
    const apiKey = keptKey();
    if (apiKey !== null) await this.signIn(apiKey, "keep");
  }

  /** Signs in when the service knows the key. `kept` is for as long as the tab is open. */
  async signIn(apiKey: string, kept: "keep" | "forget"): Promise<void> {
    this.#apiKey = apiKey.trim();
    this.#set({ is: "asking" });
    try {
      const me = read<Me>(await this.json("/v1/me"), { issuer: "object", key: "object" });
      keepKey(kept === "keep" ? this.#apiKey : null);
      this.#set({ is: "in", me });
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      if (this.#apiKey !== null) this.#end(error.trouble);
    }
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

  /** What the service answers to a call with the key, as JSON. With `body` it is sent as JSON. */
  async json(path: string, { method = "GET", body, headers = {} }: { method?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<unknown> {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return jsonOf(await this.call(path, { method, headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers }, ...content }));
  }

  #end(why: Trouble | null): void {
    this.#apiKey = null;
    keepKey(null);
    this.#set({ is: "out", why, wasIn: this.standing.is === "in" });
  }

  #set(standing: Standing): void {
    this.standing = standing;
    this.#onChange();
  }
}

const opensNothing = (trouble: Trouble): boolean => trouble.is === "problem" && ["key_missing", "key_unknown", "key_expired", "key_revoked"].includes(trouble.problem.code);
