/**
 * Goal: what is told of a document is stored with what it tells, or not at all: no kill, reorganisation or retry loses or invents an event.
 * Method: issuing as carry.test.ts runs it, on a real store against a ledger that misbehaves by generated script, killed at generated moments;
 * and each statement of the transaction that changes a write fails once.
 */
import fc from "fast-check";
import { SqliteAdapter, SqliteQueryCompiler, type Dialect, type Driver } from "kysely";
import { expect, test } from "vitest";
import { followingIn } from "../../../src/adapters/store/following.ts";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { stagesBetween } from "../../../src/adapters/store/noteStage.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { openStoreDatabase, storeIn } from "../../../src/adapters/store/store.ts";
import { parseAddress } from "../../../src/core/address.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { Fault } from "../../../src/core/fault.ts";
import { closeBatches } from "../../../src/flows/carrying/batch.ts";
import { carryAll } from "../../../src/flows/carrying/carry.ts";
import type { ServiceEvent } from "../../../src/flows/following/eventKinds.ts";
import { acceptDocument, changeStanding } from "../../../src/flows/issuing/issue.ts";
import type { CarryPorts, IssuePorts } from "../../../src/flows/issuing/issuePorts.ts";
import { FakeLedger, type Trouble } from "../fakeLedger.ts";

const RUNS = process.env["TRADESEAL_LONG"] === "1" ? 5_000 : 60;
const issuer = parseAddress(`0x${"11".repeat(20)}`);
const documentType = parseDocumentType("861");

class Broken extends Error {}

/** SQLite whose statements fail when `countdown` says so. */
function brittle(countdown: { left: number }): Dialect {
  const whole = nodeSqlite(":memory:");
  const createDriver = (): Driver => {
    const driver = whole.createDriver();
    const wrapped: Driver = Object.create(driver) as Driver;
    wrapped.init = () => driver.init();
    wrapped.beginTransaction = (...given) => driver.beginTransaction(...given);
    wrapped.commitTransaction = (...given) => (countdown.left-- === 0 ? Promise.reject(new Broken()) : driver.commitTransaction(...given));
    wrapped.rollbackTransaction = (...given) => driver.rollbackTransaction(...given);
    wrapped.releaseConnection = (...given) => driver.releaseConnection(...given);
    wrapped.destroy = () => driver.destroy();
    wrapped.acquireConnection = async () => {
      const connection = await driver.acquireConnection();
      return new Proxy(connection, { get: (target, name) => (name === "executeQuery" ? (query: never) => (countdown.left-- === 0 ? Promise.reject(new Broken()) : target.executeQuery(query)) : Reflect.get(target, name, target)) });
    };
    return wrapped;
  };
  return { createAdapter: () => new SqliteAdapter(), createQueryCompiler: () => new SqliteQueryCompiler(), createIntrospector: (db) => whole.createIntrospector(db), createDriver };
}

async function newWorld(countdown = { left: Infinity }) {
  const db = await openStoreDatabase(brittle(countdown));
  const [store, { events }] = [storeIn(db), followingIn(db)];
  const register = registerIn(db);
  await register.addIssuer({ address: issuer, name: "Chamber", account: issuer }, 0);
  const ledger = new FakeLedger();
  let [now, drawn] = [1_000, 0];
  const ports: IssuePorts & CarryPorts = {
    ...{ store, ledger, accounts: register, clock: () => now, newId: () => `document ${(drawn += 1)}`, randomLeaf: () => leafOf(digestOf(Buffer.from(`random ${(drawn += 1)}`))) },
    ...{ resendAfterSeconds: 2, outbidAfterSeconds: 7, notice: () => {} },
  };
  const accepted: string[] = [];
  const accept = async () => {
    const { document } = await acceptDocument({ issuer, documentType, digest: digestOf(Buffer.from(`bytes ${(drawn += 1)}`)), reference: null, isPublished: true, isReanchor: false, idempotency: null }, ports);
    accepted.push(document.id);
    return document;
  };
  const round = async (trouble: Trouble): Promise<void> => {
    ledger.happen(trouble);
    now += 1;
    try {
      await closeBatches({ size: 4, ageSeconds: 3 }, ports);
      await carryAll(issuer, ports);
    } catch (error) {
      if (!(error instanceof Broken) && !(error instanceof Fault)) throw error;
    }
  };
  const told = async (): Promise<readonly ServiceEvent[]> => {
    const all: ServiceEvent[] = [];
    for (let page = await events.after(issuer, 0, 3); page.length > 0; page = await events.after(issuer, all.at(-1)!.sequence, 3)) all.push(...page);
    return all;
  };
  return { db, store, ports, accept, accepted, round, told, events };
}

const anyTrouble = fc.constantFrom<Trouble>("mine", "mine", "unreachable", "replyLost", "drop", "reorganise", "killed", "finalise", "nothing");
const anyStep = fc.record({ trouble: anyTrouble, accept: fc.integer({ min: 0, max: 2 }), breakAfter: fc.option(fc.nat(25), { nil: null }) });

test("property: told without gaps, each stage once for each time it was reached, and the last word is true", { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 20 }), async (script) => {
      const countdown = { left: Infinity };
      const world = await newWorld(countdown);
      for (const { trouble, accept, breakAfter } of script) {
        for (let each = 0; each < accept; each += 1) await world.accept();
        countdown.left = breakAfter ?? Infinity;
        await world.round(trouble);
        countdown.left = Infinity;
      }
      for (let each = 0; each < 50; each += 1) await world.round("finalise");
      const told = await world.told();
      expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, place) => place + 1));
      expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
      for (const id of world.accepted) {
        const way = told.filter(({ documentId }) => documentId === id).map(({ kind }) => kind.split(".")[1]).join(" ");
        expect(way).toMatch(/^(included (final )?reorganised )*included final$/);
      }
      await world.db.destroy();
    }),
    { numRuns: RUNS },
  );
});

test("whatever statement fails: the write has moved and it is told, or neither", async () => {
  for (let statement = 0; ; statement += 1) {
    const countdown = { left: Infinity };
    const world = await newWorld(countdown);
    const document = await world.accept();
    await closeBatches({ size: 4, ageSeconds: 0 }, { ...world.ports, clock: () => Infinity });
    const [write] = await world.store.openWrites(issuer, 10);
    countdown.left = statement;
    const block = { number: 5, hash: "0xb5" as never, time: 5 };
    const isDone = await world.store.setWrite(write!.id, { state: "final", block }).then(() => true, () => false);
    countdown.left = Infinity;
    const { state } = (await world.store.writeById(write!.id))!;
    expect([state, (await world.told()).map(({ kind, documentId }) => [kind, documentId])]).toEqual(
      isDone ? ["final", [["document.included", document.id], ["document.final", document.id]]] : ["batched", []],
    );
    await world.db.destroy();
    if (isDone) return expect(statement).toBeGreaterThan(5);
  }
});

test("standings are told as said, those the ledger cannot take as refused", async () => {
  const world = await newWorld();
  const [first, second] = [await world.accept(), await world.accept()];
  for (let each = 0; each < 8; each += 1) await world.round("finalise");
  for (const document of [first, second]) await changeStanding((await world.store.documentById(document.id))!, { standing: "revoked", reason: "fraud", replacement: null, note: "private" }, world.ports);
  await closeBatches({ size: 4, ageSeconds: 0 }, world.ports);
  const [write] = await world.store.openWrites(issuer, 10);
  await world.store.narrowWrite(write!.id, { ...write!.body, leaves: [second.leaf] } as never);
  for (let each = 0; each < 8; each += 1) await world.round("finalise");
  const told = (await world.told()).filter(({ kind }) => kind.startsWith("standing"));
  expect(told.map(({ kind, documentId }) => [kind, documentId])).toEqual([["standing.refused", first.id], ["standing.included", second.id], ["standing.final", second.id]]);
  expect(JSON.stringify(told)).not.toContain("private");
  await world.db.destroy();
});

test.for([
  ["batched",  null, "included", "a",  "included"],
  ["sent",     null, "final",    "a",  "included final"],
  ["included", "a",  "final",    "a",  "final"],
  ["included", "a",  "included", "b",  "reorganised included"],
  ["final",    "a",  "final",    "b",  "reorganised included final"],
  ["included", "a",  "final",    "b",  "reorganised included final"],
  ["included", "a",  "batched",  null, "reorganised"],
  ["final",    "a",  "sent",     null, "reorganised"],
  ["batched",  null, "sent",     null, ""],
  ["included", "a",  "included", "a",  ""],
  ["sent",     null, "refused",  null, "refused"],
] as const)("%s %s → %s %s", ([state, hash, after, afterHash, stages]) => {
  expect(stagesBetween({ state, hash }, { state: after, hash: afterHash }).join(" ")).toBe(stages);
});
