/**
 * Goal: a snapshot calls nobody accredited who had given its identity up by its block.
 * Method: the small world of credentials, in order and with its trust root closed.
 */
import { expect, test } from "vitest";
import { didOf } from "../../src/core/address.ts";
import { silence } from "../../src/core/outcome.ts";
import { takeSnapshot } from "../../src/flows/snapshot.ts";
import { CHAIN, federation, World } from "./credentialWorld.ts";

const typesOfRoot = async (world: World): Promise<readonly string[] | undefined> =>
  (await takeSnapshot(world.ports, { keysOf: async () => silence("did_unresolvable") })).issuers.find(({ did }) => did === didOf(federation, CHAIN))?.documentTypes;

test("a trust root is accredited for what it is believed for", async () => expect(await typesOfRoot(new World())).toEqual(["AEO"]));

test("one that was closed is accredited for nothing", async () => {
  const world = new World();
  world.deactivated[federation] = 1_500;
  expect(await typesOfRoot(world)).toEqual([]);
});
