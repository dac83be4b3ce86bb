/**
 * Goal: nothing waits for ever behind a nonce that nobody holds any more, no sent transaction is forgotten for it, and what
 * only a receipt says is not called final.
 * Method: a store and a ledger in memory, brought into that state by a reorganisation that frees a stranger's nonce.
 */
import { expect, test } from "vitest";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { finalBlocksIn } from "../../../src/adapters/store/finalBlocks.ts";
import { openStoreDatabase, storeIn } from "../../../src/adapters/store/store.ts";
import { parseAddress } from "../../../src/core/address.ts";
import { leafOf, parseDigest } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { Fault } from "../../../src/core/fault.ts";
import type { ChainHash } from "../../../src/core/ledger.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import { carryAll } from "../../../src/flows/carrying/carry.ts";
import type { CarryPorts, WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import { recheckFinal } from "../../../src/flows/carrying/recheckFinal.ts";
import { FakeLedger, type Trouble } from "../fakeLedger.ts";

const account = parseAddress(`0x${"1".repeat(40)}`);

function anchor(seed: number): WriteBody {
  const leaves = [leafOf(parseDigest(seed.toString(16).padStart(64, "0")))];
  return { kind: "anchor", issuer: account, documentType: parseDocumentType("861"), leaves, root: treeOf(leaves).root, isPublished: true };
}

async function newWorld() {
  const db = await openStoreDatabase(nodeSqlite(":memory:"));
  const store = storeIn(db);
  const ledger = new FakeLedger();
  const notices: string[] = [];
  let now = 1_000;
  const ports: CarryPorts = { store, ledger, clock: () => now, resendAfterSeconds: 2, outbidAfterSeconds: 60, notice: (message) => notices.push(message) };
  const round = async (trouble: Trouble, count = 1): Promise<void> => {
    for (let each = 0; each < count; each += 1) {
      ledger.happen(trouble);
      now += 5;
      await carryAll(account, ports);
    }
  };
  return { db, store, ledger, notices, round, ports };
}

/** Two writes, the first bound to nonce 0 and said elsewhere since, the second bound to nonce 1. */
async function withGap() {
  const world = await newWorld();
  const [first, second] = [await world.store.addWrite(anchor(1), account), await world.store.addWrite(anchor(2), account)];
  await world.round("nothing");
  await world.store.setWrite(first.id, { state: "refused", problem: "given up by this test" });
  world.ledger.happen("killed");
  const [attempt] = await world.store.attemptsOf([second.id]);
  expect(attempt!.nonce).toBe(1);
  return { ...world, second, attempt: attempt! };
}

test("a gap is filled, and what waits behind it goes out as it was signed", async () => {
  const { store, round, second, attempt } = await withGap();
  await round("mine", 3);
  await round("finalise", 2);
  expect(await store.writeById(second.id)).toMatchObject({ state: "final" });
  expect(await store.attemptsOf([second.id])).toMatchObject([{ hash: attempt.hash, nonce: 1 }]);
});

test("a gap that cannot be filled is told once, and filled when it can be", async () => {
  const { store, ledger, round, second, notices } = await withGap();
  const fill = ledger.fill.bind(ledger);
  ledger.fill = () => Promise.reject(new Fault("write_refused", "The account holds nothing."));
  await round("mine", 4);
  expect(notices.filter((message) => message.includes("cannot be filled"))).toHaveLength(1);
  expect(await store.writeById(second.id)).toMatchObject({ problem: "The account holds nothing." });
  ledger.fill = fill;
  await round("mine", 3);
  await round("finalise", 2);
  expect(await store.writeById(second.id)).toMatchObject({ state: "final", problem: null });
});

test("a receipt without a record is not called final, and that is told once", async () => {
  const { store, ledger, round, notices } = await newWorld();
  const write = await store.addWrite(anchor(3), account);
  await round("mine", 2);
  const saidAlready = ledger.saidAlready.bind(ledger);
  ledger.saidAlready = async () => null;
  await round("finalise", 3);
  expect(await store.writeById(write.id)).toMatchObject({ state: "included" });
  expect(notices.filter((message) => message.includes("no record"))).toHaveLength(1);
  ledger.saidAlready = saidAlready;
  await round("finalise");
  expect(await store.writeById(write.id)).toMatchObject({ state: "final", problem: null });
});

test("what was final in blocks that are gone is opened again, and only that; a block that is merely missing is not", async () => {
  const { db, store, ledger, round, notices } = await newWorld();
  const writes = [];
  for (let seed = 1; seed <= 70; seed += 1) {
    writes.push(await store.addWrite(anchor(seed), account));
    await round("finalise", 2);
  }
  await round("finalise", 3);
  const blocks = { head: () => ledger.head(), blockAt: async (number: number) => ledger.blocks[number] ?? null };
  const recheck = () => recheckFinal({ finalBlocks: finalBlocksIn(db), store, ledger: blocks, notice: (message) => notices.push(message) });
  expect(await recheck()).toBe(0);
  const kept = ledger.blocks;
  ledger.blocks = kept.slice(0, 40);
  expect(await recheck()).toBe(0);
  const from = (await store.writeById(writes[3]!.id))!.block!.number;
  ledger.blocks = kept.map((block) => (block.number < from ? block : { ...block, hash: `0xother${block.number}` as ChainHash }));
  expect(await recheck()).toBe(67);
  expect((await store.openWrites(account, 100)).map(({ id }) => id)).toEqual(writes.slice(3).map(({ id }) => id));
  expect(notices.filter((message) => message.includes("lost blocks"))).toHaveLength(1);
});
