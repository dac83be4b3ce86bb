// Group commit: what is asked for while a commit is under way shares the next one, and so its wait for the disk.

interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (outcome: O) => void;
  readonly reject: (error: unknown) => void;
}

/** Collects items and commits them together, in order. Each `add` answers once its own commit is on the disk. */
export class GroupCommit<I, O> {
  readonly #commit: (items: readonly I[]) => Promise<readonly O[]>;
  #waiting: Waiting<I, O>[] = [];
  #isCommitting = false;

  constructor(commit: (items: readonly I[]) => Promise<readonly O[]>) {
    this.#commit = commit;
  }

  add(item: I): Promise<O> {
    const { promise, resolve, reject } = Promise.withResolvers<O>();
    this.#waiting.push({ item, resolve, reject });
    if (!this.#isCommitting) void this.#commitAll();
    return promise;
  }

  async #commitAll(): Promise<void> {
    this.#isCommitting = true;
    // One turn of the event loop, so that requests which arrived together are committed together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, GROUP_LIMIT);
      try {
        const outcomes = await this.#commit(group.map(({ item }) => item));
        group.forEach(({ resolve }, place) => resolve(outcomes[place]!));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#isCommitting = false;
  }
}

/** Keeps one transaction, and what a failing one takes with it, small. */
const GROUP_LIMIT = 1_000;
