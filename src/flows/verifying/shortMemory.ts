// Answers that are remembered for a short while, bounded in number.

import type { Clock } from "../ports.ts";

/** What is remembered, and for how long. */
export interface Remembering<T> {
  readonly ageSeconds: number;
  /** The oldest are forgotten first. */
  readonly limit: number;
  readonly clock: Clock;
  /** Whether an answer is worth remembering: what went wrong once is no fact. */
  readonly isKept: (answer: T) => boolean;
}

interface Remembered<T> {
  readonly answer: T;
  readonly since: number;
}

/** Remembers answers, and joins those who ask the same at the same time. */
export class ShortMemory<T> {
  readonly #remembering: Remembering<T>;
  readonly #known = new Map<string, Remembered<T>>();
  readonly #underWay = new Map<string, Promise<T>>();

  constructor(remembering: Remembering<T>) {
    this.#remembering = remembering;
  }

  /** How many answers are remembered. */
  get size(): number {
    return this.#known.size;
  }

  /** The answer to `question`: a remembered one that is young enough, one under way, or what `ask` finds out. */
  recall(question: string, ask: () => Promise<T>): Promise<T> {
    const { clock, ageSeconds } = this.#remembering;
    const known = this.#known.get(question);
    if (known !== undefined && clock() - known.since < ageSeconds) return Promise.resolve(known.answer);
    const underWay = this.#underWay.get(question);
    if (underWay !== undefined) return underWay;
    const asked = this.#ask(question, ask).finally(() => this.#underWay.delete(question));
    this.#underWay.set(question, asked);
    return asked;
  }

  async #ask(question: string, ask: () => Promise<T>): Promise<T> {
    const { clock, limit, isKept } = this.#remembering;
    // The age counts from before the question was sent: the answer may be as old as that.
    const since = clock();
    const answer = await ask();
    this.#known.delete(question);
    if (isKept(answer)) this.#known.set(question, { answer, since });
    if (this.#known.size > limit) this.#known.delete(this.#known.keys().next().value!);
    return answer;
  }
}
