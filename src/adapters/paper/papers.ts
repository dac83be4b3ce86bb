// Papers drawn by this service, by a thread of their own, in the language asked for; in English where that is none of ours.

import { Worker } from "node:worker_threads";
import { Fault } from "../../core/fault.ts";
import type { AeoSheet, OriginSheet, PaperMaker, ReceiptSheet, UnprintableText } from "../../flows/paperPorts.ts";
import { languageOf } from "../../words/languages.ts";
import { papers } from "../../words/papers.ts";

/** What the thread is asked. */
export type DrawingQuestion = { readonly place: number } & Drawing;
/** What is to be drawn or looked through. */
export type Drawing = { readonly is: "origin"; readonly sheet: OriginSheet } | { readonly is: "aeo"; readonly sheet: AeoSheet } | { readonly is: "receipt"; readonly sheet: ReceiptSheet } | { readonly is: "unprintable"; readonly value: unknown; readonly at: string };

/** What it answers: a value, or what broke. */
export type DrawingAnswer = { readonly place: number } & ({ readonly value: unknown } | { readonly trouble: string });

/** A request is at most 64 KiB, and the longest paper of so much takes a few seconds. */
const PATIENCE_MS = 60_000;
/** More than these wait in vain: each of them takes a tenth of a second at least. */
const WAITING_LIMIT = 200;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Draws papers. The thread is started when the first paper is drawn: most processes draw none. */
export function paperMaker(): PaperMaker {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let asked = 0;

  const giveUp = (error: unknown): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL("./drawingWorker.ts", import.meta.url));
    started.on("error", giveUp);
    started.on("message", ({ place, ...answer }: DrawingAnswer) => {
      const own = waiting.get(place);
      waiting.delete(place);
      // A thread that has nothing to do holds up no process that wants to end.
      if (waiting.size === 0) started.unref();
      if ("trouble" in answer) own?.reject(new Error(answer.trouble));
      else own?.resolve(answer.value);
    });
    return started;
  };
  const ask = async (question: Drawing): Promise<unknown> => {
    if (waiting.size >= WAITING_LIMIT) throw new Fault("overloaded", `${WAITING_LIMIT} papers wait to be drawn. Try again in a few seconds.`);
    worker ??= start();
    const own = worker;
    const place = (asked += 1);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.set(place, { resolve, reject });
    const timer = setTimeout(() => {
      giveUp(new Error(`A paper was not drawn within ${PATIENCE_MS / 1000} seconds.`));
      void own.terminate();
    }, PATIENCE_MS);
    own.ref();
    own.postMessage({ place, ...question } satisfies DrawingQuestion);
    return promise.finally(() => clearTimeout(timer));
  };
  return {
    origin: async (sheet) => (await ask({ is: "origin", sheet })) as Uint8Array,
    receipt: async (sheet) => (await ask({ is: "receipt", sheet })) as Uint8Array,
    aeo: async (sheet) => (await ask({ is: "aeo", sheet })) as Uint8Array,
    copyMark: (language) => papers[languageOf([language])].origin.marks.certifiedTrueCopy,
    unprintableIn: async (value, at) => (await ask({ is: "unprintable", value, at })) as readonly UnprintableText[],
  };
}
