/**
 * Goal: however often a handing over is interrupted, it ends once, in order: what was accepted is said, delegates go, then
 * the owner; what could not be said before is said by the new owner.
 * Method: the real contracts on a real chain and a real store; the command that hands over dies at its n-th step, for every
 * n until it dies no more, and is begun anew each time, while carrying goes on as in a service.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { identityReader } from "../../../src/adapters/ledger/identities.ts";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { openStoreDatabase, storeIn } from "../../../src/adapters/store/store.ts";
import { BURN_ADDRESS, type Address } from "../../../src/core/address.ts";
import { leafOf, parseDigest } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { Fault } from "../../../src/core/fault.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import { carryAll } from "../../../src/flows/carrying/carry.ts";
import { handOverOn, type HandOverPorts } from "../../../src/flows/identities/handOver.ts";
import type { LedgerIdentity } from "../../../src/flows/identities/ledgerIdentity.ts";
import type { WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import { person, startLedger } from "../../adapters/ledger/chain.ts";

const RUNS = 14;
const people = Array.from({ length: RUNS * 2 + 4 }, (_, place) => person(`hand over ${place}`));
const addresses = people.map(({ address }) => address);
const [firstStranger, secondStranger] = [person("first stranger"), person("second stranger")];
let world: Awaited<ReturnType<typeof startLedger>>;
beforeAll(async () => {
  world = await startLedger([...people, firstStranger, secondStranger]);
});
afterAll(() => world.stop());

class Killed extends Error {}
let lastSeed = 0;
function anchorBy(issuer: Address): WriteBody & { kind: "anchor" } {
  const leaves = [leafOf(parseDigest((lastSeed += 1).toString(16).padStart(64, "0")))];
  return { kind: "anchor", issuer, documentType: parseDocumentType("861"), leaves, root: treeOf(leaves).root, isPublished: true };
}

async function newOffice(issuer: Address) {
  const db = await openStoreDatabase(nodeSqlite(":memory:"));
  const [store, register] = [storeIn(db), registerIn(db)];
  await register.addIssuer({ address: issuer, name: "Chamber", account: issuer }, 0);
  const identities = identityReader(world.connection);
  const held = new Set<Address>(addresses);
  const keys = { has: (account: Address) => held.has(account), create: async () => person("made").address };
  const carry = async (): Promise<void> => {
    for (const account of await store.accountsAtWork()) {
      await carryAll(account, { store, ledger: world.writer, clock: () => Date.now() / 1000, resendAfterSeconds: 2, outbidAfterSeconds: 60, notice: () => {} });
    }
    world.chain.nudge();
  };
  const issuerNow = async () => (await register.issuers())[0]!;
  /** Hands over, dying at step `dieAt` and beginning anew without dying again. */
  const run = async (successor: Address, dieAt: number): Promise<boolean> => {
    let stepsLeft = dieAt;
    let hasDied = false;
    const dying: HandOverPorts = { store: mortal(store, () => stepsLeft--), register: mortal(register, () => stepsLeft--), identities, keys };
    await register.setSuccessor(issuer, successor);
    for (let round = 0; round < 400; round += 1) {
      const found = await issuerNow();
      // The register says that it is done: whoever died right after that has nothing left to do.
      if (found.successor === null) return hasDied;
      const stage = await handOverOn({ ...found, successor: found.successor }, dying).catch((error: unknown) => {
        // A node may be a block behind itself for a moment; whoever hands over looks again, as after a crash.
        if (error instanceof Fault && error.code === "ledger_unreachable") return null;
        if (!(error instanceof Killed)) throw error;
        hasDied = true;
        stepsLeft = Infinity;
        return null;
      });
      if (stage?.is === "done") return hasDied;
      await carry();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error("The handing over never ended.");
  };
  return { store, register, identities, carry, run, issuerNow, close: () => db.destroy() };
}

/** The same thing; its n-th step is done and then dies, or dies before it is done, in turn. */
function mortal<T extends object>(thing: T, takeStep: () => number): T {
  return new Proxy(thing, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      return async (...args: unknown[]): Promise<unknown> => {
        const left = takeStep();
        if (left === 0) throw new Killed();
        const answer = await (member as (...args: unknown[]) => unknown).apply(target, args);
        if (left === 1) throw new Killed();
        return answer;
      };
    },
  });
}

const saidBy = async (issuer: Address) => (await world.events.eventsBetween(0, (await world.connection.head()).number)).filter((event) => event.kind === "anchored" && event.issuer === issuer);

test("interrupted anywhere, it ends the same: everything said, delegates gone before the owner, the new account at work", async () => {
  let deaths = 0;
  for (let dieAt = 0; dieAt < RUNS; dieAt += 1) {
    const [issuer, successor] = [addresses[dieAt * 2]!, addresses[dieAt * 2 + 1]!];
    const office = await newOffice(issuer);
    for (const delegate of [firstStranger.address, secondStranger.address]) await world.carry({ kind: "delegate", identity: issuer, delegate, validitySeconds: 9_999 }, issuer);
    const early = await office.store.addWrite(anchorBy(issuer), issuer);
    // Refused before, so it waits: the new owner takes it over.
    const refused = await office.store.addWrite(anchorBy(issuer), issuer);
    await office.store.setWrite(refused.id, { problem: "refused", notBefore: Infinity });

    if (await office.run(successor, dieAt)) deaths += 1;
    const found = await office.issuerNow();
    expect(found).toMatchObject({ account: successor, successor: null });
    expect(await office.identities.identityOf(issuer)).toMatchObject({ owner: successor, isDeactivated: false, delegations: [{ isInForce: false }, { isInForce: false }] });
    expect(await office.store.writeById(early.id)).toMatchObject({ state: "final", account: issuer });
    for (let round = 0; round < 200 && (await office.store.writeById(refused.id))!.state !== "final"; round += 1) {
      await office.carry();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect((await saidBy(issuer)).map((event) => "account" in event && event.account)).toEqual([issuer, successor]);
    await office.close();
  }
  expect(deaths, "the script truly kills").toBeGreaterThan(8);
}, 180_000);

describe("giving up", () => {
  test("what was accepted is said first; the owner is then nobody, and the account stays noted", async () => {
    const issuer = addresses.at(-1)!;
    const office = await newOffice(issuer);
    const early = await office.store.addWrite(anchorBy(issuer), issuer);
    await office.run(BURN_ADDRESS, Infinity);
    expect(await office.store.writeById(early.id)).toMatchObject({ state: "final" });
    expect(await office.identities.identityOf(issuer)).toMatchObject({ owner: BURN_ADDRESS, isDeactivated: true });
    expect(await office.issuerNow()).toMatchObject({ account: issuer, successor: BURN_ADDRESS });
    await expect(world.carry(anchorBy(issuer), issuer)).rejects.toMatchObject({ code: "write_refused" });
    await office.close();
  });

  test("an owner whose key is elsewhere cannot be replaced from here", async () => {
    const issuer = person("somebody far away").address;
    const office = await newOffice(issuer);
    await expect(office.run(addresses[0]!, Infinity)).rejects.toMatchObject({ code: "signing_key_unusable" });
    await office.close();
  });
});

test("handed to an owner elsewhere, an account made here waits to be its delegate", async () => {
  const issuer = addresses.at(-2)!;
  const office = await newOffice(issuer);
  await office.run(firstStranger.address, Infinity);
  expect(await office.issuerNow()).toMatchObject({ account: person("made").address, successor: null });
  expect((await office.identities.identityOf(issuer)).owner).toBe(firstStranger.address);
  await office.close();
});

describe("one step at a time, as the ledger stands", () => {
  const [issuer, successor, delegate] = [addresses[0]!, addresses[1]!, firstStranger.address];
  const head = { number: 9, hash: "0x1", time: 1_000, finalNumber: 8 } as const;

  /** A step with what the ledger is made to say. */
  async function stepWith(seen: Partial<LedgerIdentity>) {
    const db = await openStoreDatabase(nodeSqlite(":memory:"));
    const [store, register] = [storeIn(db), registerIn(db)];
    await register.addIssuer({ address: issuer, name: "Chamber", account: issuer }, 0);
    await register.setSuccessor(issuer, successor);
    const now: LedgerIdentity = { identity: issuer, owner: issuer, lastChange: 5, isDeactivated: false, head, delegations: [], ...seen };
    const step = () => handOverOn({ address: issuer, name: "Chamber", account: issuer, successor }, { store, register, keys: { has: () => true, create: async () => issuer }, identities: { identityOf: async () => now } });
    const kinds = async () => (await store.openWrites(issuer, 99)).map(({ body }) => body.kind);
    return { store, register, step, kinds, close: () => db.destroy() };
  }

  test("as long as a delegation is in force, or its revocation not final, the owner is not touched", async () => {
    const inForce = await stepWith({ delegations: [{ delegate, end: 2_000, isInForce: true }] });
    for (let times = 0; times < 3; times += 1) expect(await inForce.step()).toMatchObject({ is: "revoking", delegates: [delegate] });
    expect(await inForce.kinds()).toEqual(["revokeDelegate"]);
    await inForce.close();

    const notFinal = await stepWith({});
    await notFinal.store.addWrite({ kind: "revokeDelegate", identity: issuer, delegate }, issuer);
    expect(await notFinal.step()).toMatchObject({ is: "revoking", delegates: [] });
    expect(await notFinal.kinds()).toEqual(["revokeDelegate"]);
    await notFinal.close();
  });

  test("a change of owner that is not final yet is not done, and is said once", async () => {
    const young = await stepWith({ owner: successor, lastChange: 9 });
    expect(await young.step()).toMatchObject({ is: "changing" });
    expect((await young.register.issuers())[0]).toMatchObject({ account: issuer, successor });
    await young.close();
    const unsaid = await stepWith({});
    for (let times = 0; times < 3; times += 1) await unsaid.step();
    expect(await unsaid.kinds()).toEqual(["changeOwner"]);
    await unsaid.close();
  });

  test("a transaction of the old account that is still on its way is waited for; what has none moves", async () => {
    const office = await stepWith({ owner: successor });
    const [sent, waiting] = [await office.store.addWrite(anchorBy(issuer), issuer), await office.store.addWrite(anchorBy(issuer), issuer)];
    await office.store.addAttempt({ writeId: sent.id, account: issuer, nonce: 0, hash: "0xa", raw: "0xb", maxFeePerGas: 1n, sentAt: 0, lastSentAt: 0 });
    expect(await office.step()).toEqual({ is: "carrying", count: 1 });
    expect(await office.store.writeById(waiting.id)).toMatchObject({ account: issuer });
    await office.store.setWrite(sent.id, { state: "batched", attemptsForgotten: true });
    expect(await office.step()).toEqual({ is: "done", account: successor });
    for (const { id } of [sent, waiting]) expect(await office.store.writeById(id)).toMatchObject({ account: successor, problem: null });
    expect((await office.register.issuers())[0]).toMatchObject({ account: successor, successor: null });
    await office.close();
  });
});
