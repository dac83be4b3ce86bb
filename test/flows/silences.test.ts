/**
 * Goal: what was said with stolen keys is told apart from what was not, and where nobody can tell bad news counts and good news does not.
 * Method: the small world of credentials; its authority's keys are called stolen from one moment on.
 */
import { expect, test } from "vitest";
import { parseDocumentType } from "../../src/core/documentType.ts";
import { silencesOf, type Silences } from "../../src/flows/trust/silences.ts";
import { customs, grant, NEWEST, timeOf, World } from "./credentialWorld.ts";

const [BEFORE, AFTER] = [timeOf(900), timeOf(1_400)];
const asked = { issuer: customs, documentType: parseDocumentType("AEO"), moments: [BEFORE, AFTER] };
const told = ({ isSilenced, isSurelySilenced }: Silences): readonly boolean[] => [BEFORE, AFTER].flatMap((moment) => [isSilenced(moment), isSurelySilenced(moment)]);
const ask = async (ports: World["ports"]): Promise<readonly boolean[]> => told(await silencesOf(asked, await ports.ledger.head(), ports));

test("keys in order, and keys that are called stolen from a moment on", async () => {
  const world = new World();
  expect(await ask(world.ports)).toEqual([false, false, false, false]);
  world.grants[0]!.statements.push(grant(NEWEST, { isGranted: false, isCompromised: true, from: timeOf(1_000) }));
  expect(await ask(world.ports)).toEqual([false, false, true, true]);
});

test("an index that is behind: nobody can tell", async () => {
  const { ports } = new World();
  expect(await ask({ ...ports, follower: { reach: async () => false } })).toEqual([true, false, true, false]);
});
