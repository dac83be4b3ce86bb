// Chance that can be repeated: the same seed gives the same draws.

/** Draws that follow from a seed. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** True in `share` of the draws, on average. */
  isLucky(share: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

/** The draws of `seed` (mulberry32: fast, and good enough for choosing troubles). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, isLucky: (share) => next() < share, pick: (choices) => choices[below(choices.length)]! };
}
