// A read that many callers share, without anybody getting an answer from before they asked.

/** A read that has not come back by then no longer holds up the next one. */
const PATIENCE_MS = 100;

/** Joins callers: all who ask while a read is under way share the next one, which begins after they asked. */
export class JoinedRead<T> {
  readonly #read: () => Promise<T>;
  #current: Promise<unknown> | null = null;
  #next: Promise<T> | null = null;

  constructor(read: () => Promise<T>) {
    this.#read = read;
  }

  /** An answer whose reading begins after this call. */
  ask(): Promise<T> {
    this.#next ??= this.#startAfter(this.#current);
    return this.#next;
  }

  async #startAfter(current: Promise<unknown> | null): Promise<T> {
    await (current === null ? undefined : doneOrPatienceOver(current));
    const reading = this.#read();
    this.#next = null;
    this.#current = reading;
    try {
      return await reading;
    } finally {
      if (this.#current === reading) this.#current = null;
    }
  }
}

function doneOrPatienceOver(read: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, PATIENCE_MS);
  const isDone = (): void => {
    clearTimeout(timer);
    resolve();
  };
  read.then(isDone, isDone);
  return promise;
}
