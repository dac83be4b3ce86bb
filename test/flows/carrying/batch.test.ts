/**
 * Goal: changes of standing share few writes, and of each document word stays behind word.
 * Method: what waits in a list; the writes that come of it; as a law over random lists.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { closeBatches } from "../../../src/flows/carrying/batch.ts";
import type { IssuePorts, PendingStanding, WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import { chamber, origin } from "../../core/world.ts";

type Word = readonly [document: string, standing: string];

/** The writes that come of these words, each with whom it speaks about. */
async function writesOf(words: readonly Word[]): Promise<(readonly [standing: string, documents: string])[]> {
  const waiting = words.map(([leaf, standing], id) => ({ id, standing, reason: "unspecified", replacement: null, acceptedAt: 0, together: null, document: { issuer: chamber, documentType: origin, leaf } })) as unknown as PendingStanding[];
  const made: (readonly [string, string])[] = [];
  const addStandingWrite = async (body: WriteBody & { kind: "standing" }): Promise<void> => void made.push([body.standing, body.leaves.join("")]);
  const store = { batchesWaitedFor: async () => [], standingsWaiting: async () => waiting, addStandingWrite } as unknown as IssuePorts["store"];
  await closeBatches({ size: 4_000, ageSeconds: 0 }, { store, accounts: { accountFor: async () => chamber }, clock: () => 1, newId: () => "", randomLeaf: () => { throw new Error("not asked for"); } });
  return made;
}

test("what says the same goes together, also when something else came in between", async () => {
  const words: Word[] = [["A", "suspended"], ["B", "revoked"], ["C", "suspended"], ["A", "active"], ["D", "suspended"], ["A", "suspended"], ["E", "active"]];
  expect(await writesOf(words)).toEqual([["suspended", "ACD"], ["revoked", "B"], ["active", "AE"], ["suspended", "A"]]);
});

test("law: of each document, the words stand in the writes in their order, each once", async () => {
  const word = fc.tuple(fc.constantFrom("A", "B", "C"), fc.constantFrom("suspended", "active", "revoked"));
  await fc.assert(fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (words) => {
    const writes = await writesOf(words);
    for (const document of ["A", "B", "C"]) {
      const said = writes.flatMap(([standing, documents]) => [...documents].filter((each) => each === document).map(() => standing));
      expect(said).toEqual(words.filter(([each]) => each === document).map(([, standing]) => standing));
    }
  }));
});
