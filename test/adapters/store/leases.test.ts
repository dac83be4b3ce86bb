/**
 * Goal: of several workers one has a lease, loses it when it is not heard of, and stores nothing under a lost one.
 * Method: two holders on one database, on SQLite and on PostgreSQL, with leases that run out within a second; then every call
 * that changes a write, under a lease that holds and under one that another has taken.
 */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leasesIn } from "../../../src/adapters/store/leases.ts";
import { openStoreDatabase, storeIn, type Database } from "../../../src/adapters/store/store.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import { sharedDuties } from "../../../src/flows/carrying/duties.ts";
import type { Attempt, Store, Write } from "../../../src/flows/issuing/issuePorts.ts";
import { LeaseLost } from "../../../src/flows/carrying/leasePorts.ts";
import { FakeLedger } from "../../flows/fakeLedger.ts";
import { chamber, customs, origin } from "../../core/world.ts";
import { databases, type TestDatabase } from "./databases.ts";

const SECONDS = 0.4;
const leaf = leafOf(digestOf(Buffer.from("a document")));
const standing = { kind: "standing", speaker: chamber, issuer: chamber, documentType: origin, leaves: [leaf], standing: "revoked", reason: "fraud", replacement: null } as const;
const anchor = { kind: "anchor", issuer: chamber, documentType: origin, isPublished: true, leaves: [leaf], root: treeOf([leaf]).root } as const;
const attemptFor = ({ id }: Write, number: number): Attempt => ({ writeId: id, account: chamber, nonce: number, hash: `0x${number.toString(16).padStart(64, "0")}`, raw: "0x01", maxFeePerGas: 1n, sentAt: 5, lastSentAt: 5 });

let count = 0;
/** A change of standing without a write. */
async function pendingIn(store: Store) {
  const digest = digestOf(Buffer.from(`document ${(count += 1)}`));
  const asked = { id: `document ${count}`, issuer: chamber, documentType: origin, digest, leaf: leafOf(digest), reference: null, isPublished: true, isReanchor: false, idempotency: null, acceptedAt: 5 };
  const [answer] = await store.acceptDocuments([asked]);
  if (!("document" in answer!)) return expect.fail();
  await store.acceptStanding(answer.document, { standing: "suspended", reason: "under_investigation", replacement: null, note: null, acceptedAt: 5 });
  return (await store.standingsWaiting(100)).at(-1)!;
}

/** Every call by which work goes on. A row for each that the store offers under a lease. */
const changes: readonly [name: string, change: (store: Store, write: Write) => Promise<unknown>][] = [
  ["addBatch", (store) => store.addBatch(anchor, chamber, [])],
  ["addStandingWrite", async (store) => store.addStandingWrite(standing, chamber, [await pendingIn(store)])],
  ["addAttempt", (store, write) => store.addAttempt(attemptFor(write, Math.floor(Math.random() * 2 ** 40)))],
  ["noteBroadcast", (store) => store.noteBroadcast(`0x${"01".repeat(32)}`, 5)],
  ["setWrite", (store, { id }) => store.setWrite(id, { state: "batched" })],
  ["setWrite, forgetting attempts", (store, { id }) => store.setWrite(id, { attemptsForgotten: true })],
  ["narrowWrite", (store, { id }) => store.narrowWrite(id, standing)],
];

describe.each(databases)("on $name", ({ make }) => {
  let place: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    place = await make();
    db = await openStoreDatabase(place.open());
  });
  afterAll(async () => {
    await db.destroy();
    place.remove();
  });
  const holders = () => [leasesIn(db, "first", SECONDS), leasesIn(db, "second", SECONDS)] as const;

  test("one of many that ask at once gets it", async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, (_, each) => leasesIn(db, `holder ${each}`, 60).take("race")));
    expect(taken.filter((lease) => lease !== null)).toHaveLength(1);
  });

  test("it is another's when it runs out, and not before; renewed, it goes on", async () => {
    const [first, second] = holders();
    const lease = (await first.take("time"))!;
    expect(await second.take("time")).toBeNull();
    for (let turn = 0; turn < 4; turn += 1) {
      await pause(SECONDS * 400);
      expect(await first.renew([lease])).toEqual([lease]);
    }
    expect(await second.take("time")).toBeNull();
    await pause(SECONDS * 1_500);
    // Nobody else took it, so it still holds, late as it is.
    expect(await first.isHeld(lease)).toBe(true);
    const next = (await second.take("time"))!;
    expect(next.fence).toBe(lease.fence + 1);
    expect([await first.isHeld(lease), await first.renew([lease]), await first.take("time")]).toEqual([false, [], null]);
  });

  test("given back, it is another's at once; what was given back comes as another lease", async () => {
    const [first, second] = holders();
    const lease = (await first.take("given"))!;
    await first.giveBack([lease]);
    const next = (await second.take("given"))!;
    expect(next).not.toBeNull();
    await first.giveBack([lease]);
    expect(await second.isHeld(next)).toBe(true);
    await second.giveBack([next]);
    const again = (await first.take("given"))!;
    expect(await first.isHeld(lease)).toBe(false);
    expect(await first.isHeld(again)).toBe(true);
  });

  for (const [name, change] of changes) {
    test(`${name} is done under a lease, and refused under a lost one`, async () => {
      const [first, second] = holders();
      const store = storeIn(db);
      const write = await store.addWrite(standing, chamber);
      const lease = (await first.take(`account ${name}`))!;
      await change(store.under(lease), write);
      await first.giveBack([lease]);
      await second.take(`account ${name}`);
      const before = [await store.writeById(write.id), await store.attemptsOf([write.id])];
      await expect(change(store.under(lease), write)).rejects.toThrow(LeaseLost);
      expect([await store.writeById(write.id), await store.attemptsOf([write.id])]).toEqual(before);
    });
  }

  test("a worker that was paused signs nothing, sends nothing and leaves the duty to the other", async () => {
    const [first, second] = holders();
    const [store, ledger, told] = [storeIn(db), new FakeLedger(), [] as string[]];
    const pauseFor = async (seconds: number, signal: AbortSignal): Promise<void> => void (await pause(seconds * 1_000, undefined, { signal }).catch(() => {}));
    const duties = sharedDuties({ store, ledger, leases: first, clock: () => Date.now() / 1_000, notice: (message) => told.push(message), pause: pauseFor });
    const acts: string[] = [];
    await duties.whenMine("account paused", async (tools) => {
      await pause(SECONDS * 1_500);
      expect(await second.take("account paused")).not.toBeNull();
      await expect(tools.ledger.sign(standing, { account: chamber, nonce: 0, replaced: null })).rejects.toThrow(LeaseLost);
      await expect(tools.ledger.broadcast("0x01")).rejects.toThrow(LeaseLost);
      await expect(tools.ledger.fill(chamber, 0)).rejects.toThrow(LeaseLost);
      acts.push("woke");
      await tools.ledger.broadcast("0x01");
      acts.push("sent");
    });
    expect(acts).toEqual(["woke"]);
    expect(told).toEqual(["another worker has taken over; it is left to it"]);
    await duties.whenMine("account paused", async () => acts.push("again"));
    expect(acts).toEqual(["woke"]);
    await duties.stop();
  });

  test("what is not needed any more, and everything at the end, is given back at once", async () => {
    const [first, second] = holders();
    const pauseFor = async (seconds: number, signal: AbortSignal): Promise<void> => void (await pause(seconds * 1_000, undefined, { signal }).catch(() => {}));
    const duties = sharedDuties({ store: storeIn(db), ledger: new FakeLedger(), leases: first, clock: () => Date.now() / 1_000, notice: () => {}, pause: pauseFor });
    for (const name of [`duty ${customs}`, `duty ${chamber}`]) await duties.whenMine(name, async () => {});
    await duties.keepOnly([`duty ${chamber}`]);
    expect(await second.take(`duty ${customs}`)).not.toBeNull();
    expect(await second.take(`duty ${chamber}`)).toBeNull();
    await duties.stop();
    expect(await second.take(`duty ${chamber}`)).not.toBeNull();
  });
});
