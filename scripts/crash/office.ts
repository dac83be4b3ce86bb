// An issuer's office at work: many desks that issue and take back, and go on asking until they are answered.

import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../seededRandom.ts";
import type { Fleet } from "./fleet.ts";

/** A document that the service has acknowledged, with the standings that it acknowledged, in order. */
export interface Acknowledged {
  readonly id: string;
  readonly leaf: string;
  readonly standings: string[];
}

const DESKS = 24;
/** Desks that hand in many documents with one request, each answered by a line of its own. */
const BULK_DESKS = 2;
const BULK_LIMIT = 200;
/** Between two of them. More documents would only take longer to look up one by one in the end. */
const BULK_REST_MS = 12_000;
const REST_MS = 600;
const RETRY_MS = 30;
const ANSWER_LIMIT_MS = 10_000;
/** Callers who take a broken connection for a no: what they asked for may be done once or not at all. */
const GIVING_UP_SHARE = 0.1;

/** What becomes of a document after it was issued. */
const LIVES: readonly (readonly string[])[] = [[], [], ["revoked"], ["suspended"], ["suspended", "active"], ["suspended", "active", "revoked"], ["suspended", "revoked"]];

/** The desks, and what they were told. */
export class Office {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers that a caller of a service without a fault would not get. */
  readonly refusals: string[] = [];
  /** Leaves that were asked for without an answer. */
  readonly unanswered: string[] = [];
  readonly #fleet: Fleet;
  readonly #random: Random;
  readonly #run = randomUUID();
  #drawn = 0;
  #isOpen = true;
  #desks: Promise<unknown> = Promise.resolve();

  constructor(fleet: Fleet, random: Random) {
    this.#fleet = fleet;
    this.#random = random;
  }

  open(): void {
    const one = Array.from({ length: DESKS }, () => this.#desk(() => this.#issueOne(), REST_MS));
    const many = Array.from({ length: BULK_DESKS }, () => this.#desk(() => this.#issueMany(), BULK_REST_MS));
    this.#desks = Promise.all([...one, ...many]);
  }

  /** Lets each desk end what it began. */
  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#desks;
  }

  /** @returns the ids of those whose batches are not final when patience ends. */
  async untilFinal(limitMs: number): Promise<string[]> {
    const deadline = Date.now() + limitMs;
    let open: readonly Acknowledged[] = this.acknowledged;
    while (open.length > 0 && Date.now() < deadline) {
      const states = await inTurns(open, async ({ id }) => (await this.#ask("GET", `/v1/documents/${id}`, { isPatient: true }))?.["state"]);
      open = open.filter((_, place) => states[place] !== "final");
      if (open.length > 0) await pause(200);
    }
    return open.map(({ id }) => id);
  }

  async #desk(work: () => Promise<void>, restMs: number): Promise<void> {
    while (this.#isOpen) {
      await work();
      // An office that closes waits for nobody's rest.
      for (let rest = this.#random.below(restMs); rest > 0 && this.#isOpen; rest -= REST_MS) await pause(Math.min(rest, REST_MS));
    }
  }

  #newDigest(): string {
    return createHash("sha256").update(`${this.#run} ${(this.#drawn += 1)}`).digest("hex");
  }

  /** What was not answered when a request broke off is handed in again, by whoever is patient. */
  async #issueMany(): Promise<void> {
    let open = Array.from({ length: 1 + this.#random.below(BULK_LIMIT) }, () => this.#newDigest());
    const isPatient = !this.#random.isLucky(GIVING_UP_SHARE);
    while (open.length > 0) {
      const answered = await this.#handIn(open);
      this.acknowledged.push(...[...answered].map(([digest, id]) => ({ id, leaf: leafOf(digest), standings: [] })));
      open = open.filter((digest) => !answered.has(digest));
      if (open.length > 0 && !isPatient) return void this.unanswered.push(...open.map(leafOf));
      if (open.length > 0) await pause(RETRY_MS);
    }
  }

  /** @returns by digest the ids of those that were answered before the answer ended or broke off. */
  async #handIn(digests: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const answered = new Map<string, string>();
    const headers = { authorization: `Bearer ${this.#fleet.apiKey}`, "content-type": "application/x-ndjson" };
    const body = digests.map((digest) => `${JSON.stringify({ digest, documentType: "861" })}\n`).join("");
    let rest = "";
    try {
      const reply = await fetch(`${this.#fleet.url}/v1/documents:bulk`, { method: "POST", headers, body, signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
      if (!reply.ok && reply.status < 500 && reply.status !== 429) this.refusals.push(`bulk: ${reply.status} ${await reply.text()}`);
      for await (const piece of (reply.ok ? reply.body! : []) as AsyncIterable<Uint8Array>) {
        const lines = (rest + Buffer.from(piece).toString("latin1")).split("\n");
        rest = lines.pop()!;
        for (const line of lines) this.#noteLine(JSON.parse(line) as BulkLine, answered);
      }
    } catch {
      // Killed in the middle: whole lines count.
    }
    return answered;
  }

  #noteLine({ digest, id, error }: BulkLine, answered: Map<string, string>): void {
    if (digest !== undefined && id !== undefined) answered.set(digest, id);
    // Troubles of the service's own pass; a no to a good line is a finding.
    else if (error !== undefined && !["store_unavailable", "overloaded", "internal"].includes(error.code)) this.refusals.push(`bulk line: ${error.code} ${error.detail}`);
  }

  async #issueOne(): Promise<void> {
    const digest = this.#newDigest();
    const life = this.#random.pick(LIVES);
    const isPatient = !this.#random.isLucky(GIVING_UP_SHARE);
    const key = this.#random.isLucky(0.5) ? randomUUID() : null;
    const answer = await this.#ask("POST", "/v1/documents", { isPatient, body: { digest, documentType: "861", reference: `No. ${this.#drawn}` }, key });
    if (answer === null) return void this.unanswered.push(leafOf(digest));
    const document: Acknowledged = { id: answer["id"]!, leaf: leafOf(digest), standings: [] };
    this.acknowledged.push(document);
    for (const standing of life) {
      await this.#ask("PUT", `/v1/documents/${document.id}/standing`, { isPatient: true, body: { standing, reason: standing === "revoked" ? "fraud" : "investigation" } });
      document.standings.push(standing);
    }
  }

  /** @returns the answer, or `null` when a caller without patience got none. */
  async #ask(method: string, path: string, { isPatient, body, key = null }: { isPatient: boolean; body?: unknown; key?: string | null }): Promise<Record<string, string> | null> {
    const headers = { authorization: `Bearer ${this.#fleet.apiKey}`, "content-type": "application/json", ...(key === null ? {} : { "idempotency-key": key }) };
    for (;;) {
      try {
        const reply = await fetch(this.#fleet.url + path, { method, headers, signal: AbortSignal.timeout(ANSWER_LIMIT_MS), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
        if (reply.ok) return (await reply.json()) as Record<string, string>;
        // Troubles of the service's own pass; a no to a good request is a finding.
        if (reply.status < 500) this.refusals.push(`${method} ${path}: ${reply.status} ${await reply.text()}`);
        if (reply.status < 500) return {};
      } catch {
        // Killed before it answered.
      }
      if (!isPatient) return null;
      await pause(RETRY_MS);
    }
  }
}

interface BulkLine {
  readonly digest?: string;
  readonly id?: string;
  readonly error?: { readonly code: string; readonly detail: string };
}

const leafOf = (digest: string): string => createHash("sha256").update(Buffer.concat([Buffer.of(0), Buffer.from(digest, "hex")])).digest("hex");

const AT_ONCE = 32;

async function inTurns<I, O>(items: readonly I[], work: (item: I) => Promise<O>): Promise<O[]> {
  const results: O[] = [];
  const entries = items.entries();
  const lane = async (): Promise<void> => {
    for (const [place, item] of entries) results[place] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
}
