/**
 * Goal: the simulation would notice a service that breaks its word.
 * Method: five faults are planted, one at a time, as ports between the service and its world. Each must be found within so
 * many worlds, by the law that it breaks; the seed that found it is printed.
 */

import { expect, test } from "vitest";
import { Disk } from "./simulation/disk.ts";
import { plantedFaults } from "./simulation/plantedFaults.ts";
import { simulate } from "./simulation/simulate.ts";

const WORLDS = 1_000;

for (const [fault, planting, noticedBy] of plantedFaults) {
  test(`${fault}: noticed within ${WORLDS} worlds`, { timeout: 300_000 }, async () => {
    const disk = await Disk.make();
    const found: { seed: number; law: string }[] = [];
    for (let seed = 1; seed <= WORLDS && found.length === 0; seed += 1) {
      const { broken } = await simulate({ seed, disk, planting });
      const law = broken.find((each) => noticedBy.test(each));
      if (law !== undefined) found.push({ seed, law });
    }
    expect(found).toHaveLength(1);
    console.log(`${fault}: found by seed ${found[0]!.seed}: ${found[0]!.law}`);
  });
}
