// What was read at the newest few blocks. Nothing read at a block, named by its hash, ever changes.

/** Verdicts are asked for at the newest block; the two before it are still on their way. */
const BLOCK_LIMIT = 3;
/** Some 20 MB at most. */
const ANSWER_LIMIT = 20_000;

/** Remembers answers per block, and joins callers who ask the same while the answer is on its way. */
export class BlockMemory {
  /** Oldest first. */
  readonly #blocks = new Map<string, Map<string, Promise<unknown>>>();

  /** The answer to `question` at a block: the remembered one, or what `ask` finds out. Failures are not remembered. */
  recall<T>(blockHash: string, question: string, ask: () => Promise<T>): Promise<T> {
    const answers = this.#answersAt(blockHash);
    const known = answers.get(question) as Promise<T> | undefined;
    if (known !== undefined) return known;

    const asked = ask();
    answers.set(question, asked);
    forgetOldest(answers, ANSWER_LIMIT);
    asked.catch(() => answers.get(question) === asked && answers.delete(question));
    return asked;
  }

  #answersAt(blockHash: string): Map<string, Promise<unknown>> {
    const known = this.#blocks.get(blockHash);
    if (known !== undefined) return known;
    const answers = new Map<string, Promise<unknown>>();
    this.#blocks.set(blockHash, answers);
    forgetOldest(this.#blocks, BLOCK_LIMIT);
    return answers;
  }
}

function forgetOldest(map: Map<string, unknown>, limit: number): void {
  if (map.size > limit) map.delete(map.keys().next().value!);
}
