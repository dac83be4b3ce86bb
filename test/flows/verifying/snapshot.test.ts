/**
 * Goal: a snapshot calls nobody accredited who had given its identity up by its block, or whose keys were called stolen by then.
 * Method: the small world of credentials, in order and with its trust root closed.
 */
import { expect, test } from "vitest";
import { didOf, type Address } from "../../../src/core/address.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { silence } from "../../../src/core/outcome.ts";
import { takeSnapshot } from "../../../src/flows/verifying/snapshot.ts";
import { listVouchers } from "../../../src/flows/trust/vouchers.ts";
import { trustRoot } from "../../core/world.ts";
import { CHAIN, customs, federation, grant, NEWEST, stranger, World } from "../credentialWorld.ts";

const typesOf = async (identity: Address, ports: World["ports"]): Promise<readonly string[] | undefined> =>
  (await takeSnapshot(ports, { keysOf: async () => silence("did_unresolvable") })).issuers.find(({ did }) => did === didOf(identity, CHAIN))?.documentTypes;
const typesOfRoot = (world: World): Promise<readonly string[] | undefined> => typesOf(federation, world.ports);

test("a trust root is accredited for what it is believed for", async () => expect(await typesOfRoot(new World())).toEqual(["AEO"]));

test("one that was closed is accredited for nothing", async () => {
  const world = new World();
  world.deactivated[federation] = 1_500;
  expect(await typesOfRoot(world)).toEqual([]);
});

test("a trust root whose keys another one calls stolen is accredited for nothing", async () => {
  const world = new World();
  const ports = (): World["ports"] => ({ ...world.ports, trustRoots: () => [...world.ports.trustRoots(), trustRoot(stranger, parseDocumentType("AEO"))] });
  world.grants.push({ grantor: stranger, grantee: federation, statements: [grant(100, { mayPassOn: true })] });
  expect(await typesOf(federation, ports())).toEqual(["AEO"]);
  world.grants[1]!.statements.push(grant(NEWEST, { isGranted: false, isCompromised: true }));
  expect(await typesOf(federation, ports())).toEqual([]);
});

test("an issuer whose keys one of two grantors calls stolen is accredited for nothing, as no verdict would be a yes", async () => {
  const world = new World();
  const ports = (): World["ports"] => ({ ...world.ports, trustRoots: () => [...world.ports.trustRoots(), trustRoot(stranger, parseDocumentType("AEO"))] });
  world.grants.push({ grantor: stranger, grantee: customs, statements: [grant(100)] });
  expect(await typesOf(customs, ports())).toEqual(["AEO"]);
  world.grants[1]!.statements.push(grant(NEWEST, { isGranted: false, isCompromised: true }));
  expect((await listVouchers(ports())).vouchers.map(({ isInForce }) => isInForce)).toEqual([false, false]);
  expect(await typesOf(customs, ports())).toBeUndefined();
});
