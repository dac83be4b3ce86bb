/**
 * Goal: what stops one account's writes is told once for each cause, stops nobody else, and tells an issuer nothing that is
 * the operator's business alone.
 * Method: several documents of an issuer that cannot write, beside one that can, on a ledger in memory.
 */
import { expect, test } from "vitest";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { openStoreDatabase, storeIn } from "../../../src/adapters/store/store.ts";
import { parseAddress } from "../../../src/core/address.ts";
import { leafOf, parseDigest } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { Fault, type FaultCode } from "../../../src/core/fault.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import { carryAll } from "../../../src/flows/carrying/carry.ts";
import type { CarryPorts, WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import { FakeLedger } from "../fakeLedger.ts";

const [stopped, free] = [parseAddress(`0x${"1".repeat(40)}`), parseAddress(`0x${"2".repeat(40)}`)];

function anchorBy(issuer: typeof free, seed: number): WriteBody {
  const leaves = [leafOf(parseDigest(seed.toString(16).padStart(64, "0")))];
  return { kind: "anchor", issuer, documentType: parseDocumentType("861"), leaves, root: treeOf(leaves).root, isPublished: true };
}

async function newWorld() {
  const db = await openStoreDatabase(nodeSqlite(":memory:"));
  const store = storeIn(db);
  const ledger = new FakeLedger();
  const told: Record<string, unknown>[] = [];
  let fault: Fault | null = null;
  let now = 1_000;
  const sign = ledger.sign.bind(ledger);
  ledger.sign = (body, terms) => (fault !== null && terms.account === stopped ? Promise.reject(fault) : sign(body, terms));
  const ports: CarryPorts = { store, ledger, clock: () => now, resendAfterSeconds: 2, outbidAfterSeconds: 60, notice: (message, details) => told.push({ message, ...details }) };
  const rounds = async (count: number): Promise<void> => {
    for (let round = 0; round < count; round += 1) {
      ledger.happen("finalise");
      now += 5;
      for (const account of await store.accountsAtWork()) await carryAll(account, ports);
    }
  };
  return { store, told, rounds, stop: (next: Fault | null) => (fault = next), close: () => db.destroy() };
}

const causes: readonly [code: FaultCode, message: string, tells: RegExp, problem: RegExp][] = [
  ["write_refused",        "NotAuthorised: no delegation is in force.",              /the ledger refuses a write/,        /^NotAuthorised: no delegation is in force\.$/],
  ["signing_key_unusable", "The passphrase in /etc/secret-place is wrong.",          /a signing key cannot be used/,      /^The service cannot use the signing key of 0x1{40} at the moment\.$/],
];

for (const [code, message, tells, problem] of causes) {
  test(`${code}: told once, whatever waits; others go on; it goes on when the cause is gone`, async () => {
    const world = await newWorld();
    world.stop(new Fault(code, message));
    const waiting = [];
    for (let seed = 1; seed <= 4; seed += 1) waiting.push(await world.store.addWrite(anchorBy(stopped, seed), stopped));
    const other = await world.store.addWrite(anchorBy(free, 9), free);
    await world.rounds(20);
    waiting.push(await world.store.addWrite(anchorBy(stopped, 5), stopped));
    await world.rounds(20);
    expect(world.told).toHaveLength(1);
    expect(world.told[0]).toMatchObject({ message: expect.stringMatching(tells), account: stopped, problem: message });
    expect(await world.store.writeById(other.id)).toMatchObject({ state: "final" });
    for (const { id } of waiting) expect(await world.store.writeById(id)).toMatchObject({ state: "batched", problem: expect.stringMatching(problem) });

    world.stop(null);
    await world.rounds(20);
    for (const { id } of waiting) expect(await world.store.writeById(id)).toMatchObject({ state: "final", problem: null });
    await world.close();
  });
}

test("another cause is told anew", async () => {
  const world = await newWorld();
  await world.store.addWrite(anchorBy(stopped, 1), stopped);
  world.stop(new Fault("write_refused", "The account holds nothing."));
  await world.rounds(10);
  world.stop(new Fault("write_refused", "NotAuthorised."));
  await world.rounds(20);
  expect(world.told.map(({ problem }) => problem)).toEqual(["The account holds nothing.", "NotAuthorised."]);
  await world.close();
});

test("of several documents one can never be spoken about and the others cannot be at the moment: what comes behind goes on", async () => {
  const db = await openStoreDatabase(nodeSqlite(":memory:"));
  const [store, ledger, told] = [storeIn(db), new FakeLedger(), [] as string[]];
  const leaves = [1, 2].map((seed) => leafOf(parseDigest(seed.toString(16).padStart(64, "0"))));
  const sign = ledger.sign.bind(ledger);
  let isPoor = true;
  ledger.sign = async (body, terms) => {
    if (body.kind === "standing" && body.leaves.includes(leaves[0]!)) throw new Fault("write_impossible", "StandingIsFinal");
    if (body.kind === "standing" && isPoor) throw new Fault("write_refused", "The account holds nothing.");
    return sign(body, terms);
  };
  let now = 1_000;
  const ports: CarryPorts = { store, ledger, clock: () => now, resendAfterSeconds: 2, outbidAfterSeconds: 60, notice: (message) => told.push(message) };
  const word = await store.addWrite({ kind: "standing", speaker: free, issuer: free, documentType: parseDocumentType("861"), leaves, standing: "suspended", reason: "fraud", replacement: null }, free);
  const behind = await store.addWrite(anchorBy(free, 9), free);
  const rounds = async (): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      ledger.happen("finalise");
      now += 5;
      await carryAll(free, ports);
    }
  };
  await rounds();
  expect(await store.writeById(behind.id)).toMatchObject({ state: "final" });
  expect(await store.writeById(word.id)).toMatchObject({ state: "batched", problem: "The account holds nothing." });
  isPoor = false;
  await rounds();
  expect(await store.writeById(word.id)).toMatchObject({ state: "final", body: { leaves: [leaves[1]] } });
  expect(told).toHaveLength(2);
  await db.destroy();
});
