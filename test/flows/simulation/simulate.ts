// Runs of the simulation: a world from its seed to its end, or many.

import { Disk } from "./disk.ts";
import { World, type Outcome, type Setup } from "./world.ts";

/** Runs the world of a seed and tells which laws were broken in it. The disk is empty again afterwards. */
export async function simulate(setup: Setup): Promise<Outcome> {
  try {
    return await new World(setup).run();
  } finally {
    await setup.disk.empty();
  }
}

/** So that a world that broke a law can be named beside others, and a hopeless run ends. */
const FINDINGS_LIMIT = 10;

/** Runs as many worlds from the `first` seed, which is drawn when it is absent, and printed. @returns what was broken, with the command that tells how. */
export async function manyWorlds({ worlds, processes, first = 1 + Math.floor(Math.random() * 1_000_000_000) }: { worlds: number; processes: number; first?: number }): Promise<{ broken: string[]; documents: number }> {
  const disk = await Disk.make();
  console.log(`Seeds ${first} to ${first + worlds - 1}, processes: ${processes}.`);
  const broken: string[] = [];
  let documents = 0;
  for (let seed = first; seed < first + worlds && broken.length < FINDINGS_LIMIT; seed += 1) {
    const outcome = await simulate({ seed, disk, processes });
    documents += outcome.documents;
    if (outcome.broken.length > 0) broken.push(`npm run simulate -- --processes ${processes} --seed ${seed}: ${outcome.broken[0]}`);
  }
  return { broken, documents };
}
