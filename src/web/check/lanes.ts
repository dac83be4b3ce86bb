// Questions to the service, a few at a time; when it asks for patience, all of them wait and go on by themselves.

import { Unanswered } from "../frame/trouble.ts";

/** More at once would not be answered sooner, and others ask the same service. */
const LANES = 6;
/** A service that asks for more patience than this, or so often, does not answer. */
const PATIENCE_LIMIT_SECONDS = 600;
const PATIENCE_LIMIT_TIMES = 20;

/** Takes tasks in their order. `onChange` is called when all begin to wait, and when they go on. */
export class Lanes {
  /** Until when all wait, in milliseconds as `performance.now` counts; `null` when nobody does. */
  waitingUntil: number | null = null;
  readonly #onChange: () => void;
  readonly #queue: (() => void)[] = [];
  #taken = 0;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** What `task` comes to. It is asked again when the service said how long to wait. Rejects with the signal's reason once it is aborted. */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await this.#patiently(task, signal);
    } finally {
      this.#leave();
    }
  }

  async #patiently<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (let times = 0; ; times += 1) {
      await this.#pause(signal);
      try {
        return await task();
      } catch (error) {
        const seconds = patienceAskedBy(error);
        if (seconds === null || times >= PATIENCE_LIMIT_TIMES) throw error;
        this.#waitFor(seconds);
      }
    }
  }

  #waitFor(seconds: number): void {
    this.waitingUntil = Math.max(this.waitingUntil ?? 0, performance.now() + seconds * 1000);
    this.#onChange();
  }

  async #pause(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    while (this.waitingUntil !== null) {
      const milliseconds = this.waitingUntil - performance.now();
      if (milliseconds > 0) await sleep(milliseconds, signal);
      else {
        this.waitingUntil = null;
        this.#onChange();
      }
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#taken < LANES) {
      this.#taken += 1;
      return;
    }
    await this.#turn(signal);
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const give = (): void => {
        signal.removeEventListener("abort", stop);
        resolve();
      };
      const stop = (): void => {
        this.#queue.splice(this.#queue.indexOf(give), 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener("abort", stop, { once: true });
      this.#queue.push(give);
    });
  }

  /** Whoever waits longest takes the lane over. */
  #leave(): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#taken -= 1;
    else next();
  }
}

function patienceAskedBy(error: unknown): number | null {
  if (!(error instanceof Unanswered) || error.trouble.is !== "problem") return null;
  const { retryAfterSeconds } = error.trouble.problem;
  return retryAfterSeconds === undefined || retryAfterSeconds > PATIENCE_LIMIT_SECONDS ? null : Math.max(1, retryAfterSeconds);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
