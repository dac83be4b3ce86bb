/**
 * Goal: whatever is acknowledged is on the ledger in the end, once, in order and for good, whatever goes wrong meanwhile.
 * Method: seeded worlds (test/flows/simulation): the real flows on the real store, killed at any step, against a chain that
 * loses, delays and reorganises, a node that is silent or behind, a disk that fails and a clock that jumps. The laws are
 * counted from the chain's final events. `npm run simulate -- --seed N` tells a world step by step.
 *
 * Without being told otherwise these are the first ten thousand, so that the same change has the same outcome. TRADESEAL_WORLDS says
 * how many, TRADESEAL_LONG=1 asks for a million; then a first seed is drawn, so that each run sees other worlds, and printed.
 * Two workers have leases that the other can take at any moment, far harsher than in life; words may then be said
 * again, or out of order for a while, and the last one is the right one.
 */

import { expect, test } from "vitest";
import { Disk } from "./simulation/disk.ts";
import { manyWorlds, simulate } from "./simulation/simulate.ts";

const asked = process.env["TRADESEAL_WORLDS"];
const isLong = process.env["TRADESEAL_LONG"] === "1";
const WORLDS = asked !== undefined ? Number(asked) : isLong ? 1_000_000 : 10_000;
const first = asked === undefined && !isLong ? { first: 1 } : {};

test(`in ${WORLDS} worlds full of trouble, every law holds`, { timeout: WORLDS * 200 }, async () => {
  const { broken, documents } = await manyWorlds({ worlds: WORLDS, processes: 1, ...first });
  expect(broken).toEqual([]);
  // Worlds in which nothing is asked for would hold every law, too.
  expect(documents).toBeGreaterThan(WORLDS);
});

test(`in ${WORLDS / 10} worlds with two workers, nothing is lost, no document is there twice, and the last word is the right one`, { timeout: WORLDS * 200 }, async () => {
  const { broken, documents } = await manyWorlds({ worlds: WORLDS / 10, processes: 2, ...first });
  expect(broken).toEqual([]);
  expect(documents).toBeGreaterThan(WORLDS / 10);
});

test("the same seed is the same world", async () => {
  const disk = await Disk.make();
  const tellings = [[], []] as string[][];
  for (const lines of tellings) {
    for (let seed = 1; seed <= 20; seed += 1) await simulate({ seed, disk, tell: (line) => lines.push(line) });
  }
  expect(tellings[0]!.length).toBeGreaterThan(500);
  expect(tellings[1]).toEqual(tellings[0]);
});
