// Streaming both ways: a request read and an answer written while neither has ended, each at the pace of the slower side.

import type { Request, Response } from "express";
import { Fault } from "../../core/fault.ts";
import { PACE } from "./body.ts";

/** Gives the request's bytes as they come. Reads no more than what is asked for: the sender waits meanwhile. Throws `body_malformed`. */
export async function* piecesOf(request: Request): AsyncGenerator<Buffer> {
  const sent = { bytes: 0, waitedMs: 0 };
  while (!request.readableEnded) {
    const piece = request.read() as Buffer | null;
    if (piece === null) {
      await untilReadable(request, sent);
      continue;
    }
    sent.bytes += piece.length;
    // Only the time counts in which we waited for the sender; when it waits for us, that is no fault of its own.
    if (sent.bytes >= PACE.bytes) Object.assign(sent, { bytes: 0, waitedMs: 0 });
    yield piece;
  }
}

async function untilReadable(request: Request, sent: { bytes: number; waitedMs: number }): Promise<void> {
  const begun = performance.now();
  const late = new Fault("body_malformed", `The body arrives too slowly: less than ${PACE.bytes} bytes in ${PACE.seconds} seconds.`);
  const gone = new Fault("body_malformed", "The body broke off before its end.");
  if (request.destroyed && !request.readableEnded) throw gone;
  await firstOf({ emitter: request, good: ["readable", "end"], bad: gone }, { waitMs: PACE.seconds * 1000 - sent.waitedMs, late });
  sent.waitedMs += performance.now() - begun;
}

/** An answer goes out in pieces of this size, each of which must be taken in this time: whoever reads, however slowly, is not cut off. */
const ANSWER_PIECE = { characters: 16_384, seconds: 60 } as const;

/** Writes the text and resolves when there is room for more. Throws `body_malformed` when nobody reads. */
export async function writeSlowly(response: Response, text: string): Promise<void> {
  for (let start = 0; start < text.length; start += ANSWER_PIECE.characters) {
    const gone = new Fault("body_malformed", "The caller went away before the answer's end.");
    if (response.destroyed) throw gone;
    if (response.write(text.slice(start, start + ANSWER_PIECE.characters))) continue;
    const late = new Fault("body_malformed", `The answer was not read for ${ANSWER_PIECE.seconds} seconds. Read it while you send.`);
    await firstOf({ emitter: response, good: ["drain"], bad: gone }, { waitMs: ANSWER_PIECE.seconds * 1000, late });
  }
}

interface Awaited {
  readonly emitter: Request | Response;
  readonly good: readonly string[];
  readonly bad: Fault;
}

/** Resolves at a good event; rejects when the connection ends, or nothing happens in time. */
async function firstOf({ emitter, good, bad }: Awaited, { waitMs, late }: { waitMs: number; late: Fault }): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const isGood = (): void => resolve();
  const isBad = (): void => reject(bad);
  const timer = setTimeout(() => reject(late), Math.max(0, waitMs));
  for (const event of good) emitter.once(event, isGood);
  emitter.once("close", isBad).once("error", isBad);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    for (const event of good) emitter.off(event, isGood);
    emitter.off("close", isBad).off("error", isBad);
  }
}
