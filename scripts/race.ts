// A race between programs that answer the same question about the same texts: in turns, in one process, so that what disturbs slows all alike.

const EACH_ROUND = 100;
const ROUNDS = 30;
/** Of processor time: until then programs are still being compiled as they run. */
const WARMING_MICROSECONDS = 2_000_000;

/** Whether the text was found good. */
export type Contestant = (text: string) => Promise<boolean> | boolean;

/** Per contestant the median of the rounds, in microseconds of processor time a text. Throws when one finds a text not good: there is nothing to measure then. */
export async function race<Name extends string>(texts: readonly string[], contestants: Readonly<Record<Name, Contestant>>): Promise<Record<Name, number>> {
  const names = Object.keys(contestants) as Name[];
  const taken = new Map(names.map((name) => [name, [] as number[]]));
  for (const name of names) await warm(texts, contestants[name]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = (round * EACH_ROUND) % texts.length;
    for (const name of names) taken.get(name)!.push(await microseconds(texts.slice(start, start + EACH_ROUND), contestants[name]));
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name)!)])) as Record<Name, number>;
}

async function warm(texts: readonly string[], isGood: Contestant): Promise<void> {
  const before = process.cpuUsage();
  for (let at = 0; process.cpuUsage(before).user < WARMING_MICROSECONDS; at += 1) await isGood(texts[at % texts.length]!);
}

/** Processor time of all threads, since some programs leave their arithmetic to another one. What else the machine does is not counted. */
async function microseconds(texts: readonly string[], isGood: Contestant): Promise<number> {
  const before = process.cpuUsage();
  for (const text of texts) if (!(await isGood(text))) throw new Error("A text that is measured must be found good.");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / texts.length;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((left, right) => left - right)[numbers.length >> 1]!;

/** Throws unless each contestant finds out a spoilt signature: who does not look is no match. */
export async function findOut(good: string, contestants: Readonly<Record<string, Contestant>>): Promise<void> {
  // In an SD-JWT the signature stands before the first disclosure.
  const at = good.split("~")[0]!.length - 20;
  const spoilt = good.slice(0, at) + (good[at] === "A" ? "B" : "A") + good.slice(at + 1);
  for (const [name, isGood] of Object.entries(contestants)) {
    const isTaken = await Promise.resolve(spoilt).then(isGood).catch(() => false);
    if (isTaken) throw new Error(`${name} takes a spoilt signature for a good one.`);
  }
}
