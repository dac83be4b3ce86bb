/**
 * Goal: whatever is acknowledged is on the ledger in the end, once, in order and for good, whatever goes wrong meanwhile.
 * Method: seeded worlds (test/flows/simulation): the real flows on the real store, killed at any step, against a chain that
 * loses, delays and reorganises, a node that is silent or behind, a disk that fails and a clock that jumps. The laws are
 * counted from the chain's final events. `npm run simulate -- --seed N` tells a world step by step.
 *
 * TRADESEAL_WORLDS says how many worlds; TRADESEAL_LONG=1 asks for a million. A first seed is drawn, so that each run sees
 * other worlds, and printed.
 */

import { expect, test } from "vitest";
import { Disk } from "./simulation/disk.ts";
import { simulate } from "./simulation/simulate.ts";

const asked = process.env["TRADESEAL_WORLDS"];
const WORLDS = asked !== undefined ? Number(asked) : process.env["TRADESEAL_LONG"] === "1" ? 1_000_000 : 10_000;
/** So that a world that broke a law can be named beside many others. */
const FINDINGS_SHOWN = 10;

test(`in ${WORLDS} worlds full of trouble, every law holds`, { timeout: WORLDS * 200 }, async () => {
  const disk = await Disk.make();
  const first = 1 + Math.floor(Math.random() * 1_000_000_000);
  console.log(`Seeds ${first} to ${first + WORLDS - 1}.`);
  const broken: string[] = [];
  let documents = 0;
  for (let seed = first; seed < first + WORLDS && broken.length < FINDINGS_SHOWN; seed += 1) {
    const outcome = await simulate({ seed, disk });
    documents += outcome.documents;
    if (outcome.broken.length > 0) broken.push(`seed ${seed} (npm run simulate -- --seed ${seed}): ${outcome.broken[0]}`);
  }
  expect(broken).toEqual([]);
  // Worlds in which nothing is asked for would hold every law, too.
  expect(documents).toBeGreaterThan(WORLDS);
});

test("the same seed is the same world", async () => {
  const disk = await Disk.make();
  const tellings = [[], []] as string[][];
  for (const lines of tellings) await simulate({ seed: 7, disk, tell: (line) => lines.push(line) });
  expect(tellings[0]!.length).toBeGreaterThan(20);
  expect(tellings[1]).toEqual(tellings[0]);
});
