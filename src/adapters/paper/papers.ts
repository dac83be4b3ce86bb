// Papers drawn by this service, by a thread of their own, in the language asked for; in English where that is none of ours.

import { Worker } from "node:worker_threads";
import { Fault } from "../../core/fault.ts";
import type { AeoSheet, OriginSheet, PaperMaker, ReceiptSheet, UnprintableText } from "../../flows/issuing/paperPorts.ts";
import { languageOf } from "../../words/languages.ts";
import { papers } from "../../words/papers.ts";

/** What the thread is asked. */
export type DrawingQuestion = { readonly place: number } & Drawing;
/** What is to be drawn or looked through. */
export type Drawing = { readonly is: "origin"; readonly sheet: OriginSheet } | { readonly is: "aeo"; readonly sheet: AeoSheet } | { readonly is: "receipt"; readonly sheet: ReceiptSheet } | { readonly is: "unprintable"; readonly value: unknown; readonly at: string };

/** What it answers: a value, or what broke. */
export type DrawingAnswer = { readonly place: number } & ({ readonly value: unknown } | { readonly trouble: string });

/** A request is at most 64 KiB, and the longest paper of so much takes some ten seconds. */
const PATIENCE_MS = 60_000;
/** More than these wait in vain: each of them takes a tenth of a second at least. */
const WAITING_LIMIT = { ofOneIssuer: 50, inAll: 200 } as const;

/** The thread, as far as it is used. */
export type DrawingThread = Pick<Worker, "on" | "postMessage" | "ref" | "unref" | "terminate">;

/** How drawing differs from its defaults, for tests. */
export interface DrawingOptions {
  readonly start?: () => DrawingThread;
  readonly patienceMs?: number;
}

interface Waiting {
  readonly drawing: Drawing;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Draws papers. The thread is started when the first paper is drawn: most processes draw none. */
export function paperMaker(options: DrawingOptions = {}): PaperMaker {
  const queue = new DrawingQueue(options);
  return {
    copyMark: (language) => papers[languageOf([language])].origin.marks.certifiedTrueCopy,
    origin: async (sheet) => (await queue.ask({ is: "origin", sheet }, sheet.issuer.did)) as Uint8Array,
    receipt: async (sheet) => (await queue.ask({ is: "receipt", sheet }, sheet.issuer.did)) as Uint8Array,
    aeo: async (sheet) => (await queue.ask({ is: "aeo", sheet }, sheet.issuer.did)) as Uint8Array,
    unprintableIn: async (value, at) => (await queue.ask({ is: "unprintable", value, at }, null)) as readonly UnprintableText[],
  };
}

/** One paper at a time, of each issuer in turn: whoever asks for many, or for long ones, makes others wait for one of them. */
class DrawingQueue {
  readonly #start: () => DrawingThread;
  readonly #patienceMs: number;
  /** By issuer, whose turn it is first; `null` for what is only looked through. */
  readonly #waiting = new Map<string | null, Waiting[]>();
  #thread: DrawingThread | null = null;
  #current: { readonly own: Waiting; readonly timer: NodeJS.Timeout } | null = null;
  #place = 0;

  constructor({ start = () => new Worker(new URL("./drawingWorker.ts", import.meta.url)), patienceMs = PATIENCE_MS }: DrawingOptions) {
    this.#start = start;
    this.#patienceMs = patienceMs;
  }

  /** Throws `overloaded` when too much waits. */
  ask(drawing: Drawing, issuer: string | null): Promise<unknown> {
    const own = this.#waiting.get(issuer) ?? [];
    const all = [...this.#waiting.values()].reduce((sum, { length }) => sum + length, 0);
    if (issuer !== null && own.length >= WAITING_LIMIT.ofOneIssuer) throw new Fault("overloaded", `${own.length} papers of yours wait to be drawn. Try again in a few seconds.`);
    if (all >= WAITING_LIMIT.inAll) throw new Fault("overloaded", `${all} papers wait to be drawn. Try again in a few seconds.`);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(issuer, [...own, { drawing, resolve, reject }]);
    this.#next();
    return promise;
  }

  #next(): void {
    if (this.#current !== null) return;
    // To look through something takes milliseconds: it waits for nobody's turn.
    const [issuer] = this.#waiting.has(null) ? [null] : this.#waiting.keys();
    // A thread that has nothing to do holds up no process that wants to end.
    if (issuer === undefined) return void this.#thread?.unref();
    const [own, ...others] = this.#waiting.get(issuer)!;
    this.#waiting.delete(issuer);
    if (others.length > 0) this.#waiting.set(issuer, others);
    const thread = (this.#thread ??= this.#started());
    thread.ref();
    this.#current = { own: own!, timer: setTimeout(() => this.#broke(thread, new Error(`A paper was not drawn within ${this.#patienceMs / 1000} seconds.`)), this.#patienceMs) };
    thread.postMessage({ place: (this.#place += 1), ...own!.drawing } satisfies DrawingQuestion);
  }

  #started(): DrawingThread {
    const thread = this.#start();
    thread.on("error", (error: unknown) => this.#broke(thread, error));
    thread.on("message", ({ place, ...answer }: DrawingAnswer) => {
      if (thread !== this.#thread || place !== this.#place) return;
      this.#end(({ resolve, reject }) => ("trouble" in answer ? reject(new Error(answer.trouble)) : resolve(answer.value)));
    });
    return thread;
  }

  /** What was being drawn fails, and nothing else: the next is drawn by another thread. */
  #broke(thread: DrawingThread, error: unknown): void {
    if (thread !== this.#thread) return;
    this.#thread = null;
    void thread.terminate();
    this.#end(({ reject }) => reject(error));
  }

  #end(how: (own: Waiting) => void): void {
    const ended = this.#current;
    this.#current = null;
    if (ended !== null) {
      clearTimeout(ended.timer);
      how(ended.own);
    }
    this.#next();
  }
}
