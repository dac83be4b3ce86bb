// Callers of the simulated service, and what they were told: the claims that the laws hold the service to.

import { digestOf, type Digest } from "../../../src/core/digest.ts";
import { parseAddress } from "../../../src/core/address.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { Fault } from "../../../src/core/fault.ts";
import type { Standing } from "../../../src/core/ledger.ts";
import { grant, withdraw } from "../../../src/flows/trust/grants.ts";
import { acceptDocument, changeStanding } from "../../../src/flows/issuing/issue.ts";
import type { Random } from "../../../scripts/seededRandom.ts";
import { DiskFailed, Killed, type SimulatedProcess } from "./process.ts";
import type { World } from "./world.ts";

export const issuer = parseAddress(`0x${"11".repeat(20)}`);
export const documentType = parseDocumentType("861");
const grantees = ["22", "33"].map((byte) => parseAddress(`0x${byte.repeat(20)}`));

/** One thing that one caller wants, asked perhaps several times. */
export interface DocumentRequest {
  readonly reference: string;
  readonly digest: Digest;
  readonly key: string | null;
  readonly isReanchor: boolean;
  /** Ids that it was answered with. */
  readonly answers: string[];
}

/** A word that was asked for; `isSure` once it was acknowledged. */
export interface AskedWord {
  readonly word: string;
  isSure: boolean;
}

/** The callers. */
export class Clients {
  readonly requests: DocumentRequest[] = [];
  /** What was asked about each subject, in order. */
  readonly words = new Map<string, AskedWord[]>();
  readonly #world: World;
  readonly #random: Random;
  readonly #busy = new Set<string>();

  constructor(world: World, random: Random) {
    this.#world = world;
    this.#random = random;
  }

  /** One caller's next request to `process`. Resolves whatever becomes of it. */
  async askSomething(process: SimulatedProcess): Promise<void> {
    const choice = this.#random.next();
    if (choice < 0.45) return this.#issue(this.#newRequest(), process);
    if (choice < 0.6) return this.#again(process);
    if (choice < 0.65) return this.#reuseKey(process);
    if (choice < 0.9) return this.#changeStanding(process);
    return this.#grantOrWithdraw(process);
  }

  #newRequest(): DocumentRequest {
    const random = this.#random;
    const earlier = random.isLucky(0.2) && this.requests.length > 0 ? random.pick(this.requests) : null;
    const reference = `request ${this.requests.length + 1}`;
    const request = { reference, digest: earlier?.digest ?? digestOf(Buffer.from(reference)), key: random.isLucky(0.6) ? `key ${reference}` : null, isReanchor: earlier !== null && random.isLucky(0.6), answers: [] };
    this.requests.push(request);
    return request;
  }

  /** A caller who heard nothing, or wants to be sure, asks the same again; without a key only what is the same by its bytes. */
  async #again(process: SimulatedProcess): Promise<void> {
    const repeatable = this.requests.filter(({ key, isReanchor }) => key !== null || !isReanchor);
    if (repeatable.length > 0) await this.#issue(this.#random.pick(repeatable), process);
  }

  async #issue(request: DocumentRequest, process: SimulatedProcess): Promise<void> {
    const { reference, digest, key, isReanchor, answers } = request;
    const idempotency = key === null ? null : { key, requestDigest: digestOf(Buffer.from(`${reference} ${digest} ${isReanchor}`)) };
    await this.#attempt(`asks for ${reference}${isReanchor ? " (reanchor)" : ""}`, async () => {
      const { document } = await acceptDocument({ issuer, documentType, digest, reference, isPublished: true, isReanchor, idempotency }, process.issue);
      answers.push(document.id);
      return document.id;
    });
  }

  /** A key that belongs to another request must be refused. */
  async #reuseKey(process: SimulatedProcess): Promise<void> {
    const known = this.requests.filter(({ key, answers }) => key !== null && answers.length > 0);
    if (known.length === 0) return;
    const { key } = this.#random.pick(known);
    const digest = digestOf(Buffer.from(`other ${this.#world.draw()}`));
    await this.#attempt(`uses ${key} for another request`, async () => {
      const request = { issuer, documentType, digest, reference: null, isPublished: true, isReanchor: false, idempotency: { key: key!, requestDigest: digest } };
      const outcome = await acceptDocument(request, process.issue).catch((error: unknown) => error);
      if (outcome instanceof Fault && outcome.code === "idempotency_conflict") return "idempotency_conflict";
      if (outcome instanceof Error) throw outcome;
      this.#world.broken(`the used key "${key}" was accepted for another request`);
      return "accepted";
    });
  }

  async #changeStanding(process: SimulatedProcess): Promise<void> {
    const answered = this.requests.filter(({ answers }) => answers.length > 0);
    if (answered.length === 0) return;
    const { answers } = this.#random.pick(answered);
    const standing = this.#random.pick<Standing>(["suspended", "suspended", "active", "active", "revoked"]);
    await this.#alone(answers[0]!, () => this.#attempt(`asks that ${answers[0]} is ${standing}`, async () => {
      const document = await process.issue.store.documentById(answers[0]!);
      if (document === null) return this.#world.broken(`the acknowledged document ${answers[0]} is not in the store`);
      await this.#alone(document.leaf, async () => {
        const asked = this.#noteAsked(`standing ${document.leaf}`, standing);
        try {
          await changeStanding(document, { standing, reason: "unspecified", replacement: null, note: null }, process.issue);
          asked.isSure = true;
        } catch (error) {
          // A no means that nothing was stored.
          if (error instanceof Fault) this.#takeBack(`standing ${document.leaf}`, asked);
          throw error;
        }
      });
      return "acknowledged";
    }));
  }

  async #grantOrWithdraw(process: SimulatedProcess): Promise<void> {
    const grantee = this.#random.pick(grantees);
    const subject = `grant ${grantee} ${documentType}`;
    const from = this.#world.draw();
    const isGrant = !(this.words.get(subject)?.some(({ isSure }) => isSure) ?? false) || this.#random.isLucky(0.5);
    const common = { grantor: issuer, account: issuer, grantee, documentTypes: [documentType], from, idempotency: null, doing: { by: "a caller", at: 0 } };
    await this.#alone(subject, () => this.#attempt(`${isGrant ? "grants" : "withdraws from"} ${grantee.slice(0, 4)}`, async () => {
      const asked = this.#noteAsked(subject, isGrant ? `granted ${from} ${from + 9} Body` : `withdrawn ${from} false`);
      if (isGrant) await grant({ ...common, name: "Body", until: from + 9, mayPassOn: false, jurisdiction: null, isLikenessKnown: true, isAnew: false }, process.granting);
      else await withdraw({ ...common, isCompromised: false }, process.granting);
      asked.isSure = true;
      return "acknowledged";
    }));
  }

  #noteAsked(subject: string, word: string): AskedWord {
    const asked = { word, isSure: false };
    this.words.set(subject, [...(this.words.get(subject) ?? []), asked]);
    return asked;
  }

  #takeBack(subject: string, asked: AskedWord): void {
    this.words.set(subject, this.words.get(subject)!.filter((other) => other !== asked));
  }

  /** About one thing one caller speaks at a time: of two at once nobody could say which word was the last. */
  async #alone(subject: string, act: () => Promise<unknown>): Promise<void> {
    if (this.#busy.has(subject)) return;
    this.#busy.add(subject);
    await act().finally(() => this.#busy.delete(subject));
  }

  async #attempt(what: string, act: () => Promise<unknown>): Promise<void> {
    try {
      const outcome = await act();
      this.#world.tell(`a caller ${what}: ${String(outcome)}`);
    } catch (error) {
      this.#world.tell(`a caller ${what}: no answer (${(error as Error).message})`);
      const isForeseen = error instanceof Killed || error instanceof DiskFailed || error instanceof Fault;
      if (!isForeseen) this.#world.broken(`a caller was answered with an error of our own: ${(error as Error).stack}`);
    }
  }
}
