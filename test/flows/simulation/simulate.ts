// One run of the simulation: a world from its seed to its end.

import { World, type Outcome, type Setup } from "./world.ts";

/** Runs the world of a seed and tells which laws were broken in it. The disk is empty again afterwards. */
export async function simulate(setup: Setup): Promise<Outcome> {
  try {
    return await new World(setup).run();
  } finally {
    await setup.disk.empty();
  }
}
