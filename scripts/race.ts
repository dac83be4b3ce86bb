// A race between programs that answer the same question about the same texts: in turns, in one process, so that what disturbs slows all alike.

const EACH_ROUND = 100;
const ROUNDS = 25;
/** Rounds in which programs still grow warm. */
const WARMING_ROUNDS = 5;

/** Whether the text was found good. */
export type Contestant = (text: string) => Promise<boolean> | boolean;

/** Per contestant the median of the rounds, in microseconds a text. Throws when one finds a text not good: there is nothing to measure then. */
export async function race<Name extends string>(texts: readonly string[], contestants: Readonly<Record<Name, Contestant>>): Promise<Record<Name, number>> {
  const names = Object.keys(contestants) as Name[];
  const taken = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = (round * EACH_ROUND) % texts.length;
    for (const name of names) taken.get(name)!.push(await microseconds(texts.slice(start, start + EACH_ROUND), contestants[name]));
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name)!.slice(WARMING_ROUNDS))])) as Record<Name, number>;
}

async function microseconds(texts: readonly string[], isGood: Contestant): Promise<number> {
  const startedAt = performance.now();
  for (const text of texts) if (!(await isGood(text))) throw new Error("A text that is measured must be found good.");
  return ((performance.now() - startedAt) / texts.length) * 1000;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((left, right) => left - right)[numbers.length >> 1]!;

/** Throws unless each contestant finds out a spoilt signature: who does not look is no match. */
export async function findOut(good: string, contestants: Readonly<Record<string, Contestant>>): Promise<void> {
  // Before the disclosures of an SD-JWT stands the signed part, and its signature at the end of it.
  const at = good.split("~")[0]!.length - 20;
  const spoilt = good.slice(0, at) + (good[at] === "A" ? "B" : "A") + good.slice(at + 1);
  for (const [name, isGood] of Object.entries(contestants)) {
    const isTaken = await Promise.resolve(spoilt).then(isGood).catch(() => false);
    if (isTaken) throw new Error(`${name} takes a spoilt signature for a good one.`);
  }
}
