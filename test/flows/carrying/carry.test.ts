/**
 * Goal: whatever is acknowledged reaches the ledger for good, in order, and is said once.
 * Method: the whole of issuing (accept, batch, carry) runs on a real SQLite store against a ledger whose troubles follow a
 * generated script; the service is killed at generated moments; then calm returns, and everything must be final.
 */

import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { openStoreDatabase, storeIn } from "../../../src/adapters/store/store.ts";
import { parseAddress } from "../../../src/core/address.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { Fault } from "../../../src/core/fault.ts";
import { closeBatches } from "../../../src/flows/carrying/batch.ts";
import { carryAll } from "../../../src/flows/carrying/carry.ts";
import { acceptDocument, changeStanding, progressOf } from "../../../src/flows/issuing/issue.ts";
import type { CarryPorts, IssuePorts } from "../../../src/flows/issuing/issuePorts.ts";
import { FakeLedger, type Trouble } from "../fakeLedger.ts";

const RUNS = process.env["TRADESEAL_LONG"] === "1" ? 10_000 : 200;
const issuer = parseAddress(`0x${"11".repeat(20)}`);
const documentType = parseDocumentType("861");
const limits = { size: 4, ageSeconds: 3 };

/** A service that can be killed at its n-th step: everything it then tries fails, and it starts again from the store. */
class Killed extends Error {}

const anyTrouble = fc.constantFrom<Trouble>("mine", "mine", "unreachable", "replyLost", "drop", "reorganise", "killed", "finalise", "foreignNonce", "nothing");
const anyStep = fc.record({
  trouble: anyTrouble,
  accept: fc.integer({ min: 0, max: 2 }),
  standing: fc.option(fc.record({ document: fc.nat(20), standing: fc.constantFrom("suspended", "active", "revoked") }), { nil: null }),
  killAfter: fc.option(fc.nat(12), { nil: null }),
});

test("property: what was acknowledged is final once the trouble is over, in order and said once", { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 25 }), async (script) => {
      const world = await newWorld();
      for (const step of script) await world.play(step);
      await world.calmDown();

      const words = world.ledger.words();
      for (const { id, leaf } of world.accepted) {
        const document = await world.store.documentById(id);
        expect((await progressOf(document!, world.store)).state).toBe("final");
        const said = words.filter(({ subject }) => subject === `standing ${leaf}`).map(({ word }) => word);
        const asked = world.acknowledged.get(id) ?? [];
        // Somebody else spending our nonces can put words out of order for a while; the last word is still the right one.
        if (script.some(({ trouble }) => trouble === "foreignNonce")) expect(said.at(-1)).toEqual(asked.at(-1));
        else expect(said).toEqual(asked);
      }
      expect(new Set(words.filter(({ subject }) => subject.startsWith("anchor")).map(({ subject }) => subject)).size).toBe(words.filter(({ word }) => word === "said").length);
      await world.close();
    }),
    { numRuns: RUNS },
  );
});

test("a write that the ledger refuses waits, is told about, and does not hold up the next one", async () => {
  const world = await newWorld();
  const sign = world.ledger.sign.bind(world.ledger);
  let isRefusing = true;
  world.ledger.sign = (body, terms) => (isRefusing && body.kind === "standing" ? Promise.reject(new Fault("write_refused", "NotAuthorised")) : sign(body, terms));
  const document = await world.accept();
  await changeStanding(document, { standing: "revoked", reason: "fraud", replacement: null, note: null }, world.ports);
  for (let round = 0; round < 10; round += 1) await world.round("finalise");
  expect((await progressOf((await world.store.documentById(document.id))!, world.store)).state).toBe("final");
  expect(world.notices.filter((message) => message.includes("refuses"))).toHaveLength(1);
  isRefusing = false;
  for (let round = 0; round < 40; round += 1) await world.round("finalise");
  expect(world.ledger.words().map(({ word }) => word)).toEqual(["said", "revoked"]);
});

async function newWorld() {
  const db = await openStoreDatabase(nodeSqlite(":memory:"));
  const store = storeIn(db);
  const register = registerIn(db);
  await register.addIssuer({ address: issuer, name: "Chamber", account: issuer }, 0);
  const ledger = new FakeLedger();
  const notices: string[] = [];
  let now = 1_000;
  let stepsLeft = Infinity;
  let drawn = 0;
  const ports: IssuePorts & CarryPorts = {
    store: dying(store, () => stepsLeft--),
    ledger: dying(ledger, () => stepsLeft--),
    accounts: register,
    clock: () => now,
    newId: () => `document ${(drawn += 1)}`,
    randomLeaf: () => leafOf(digestOf(Buffer.from(`random ${(drawn += 1)}`))),
    resendAfterSeconds: 2,
    outbidAfterSeconds: 7,
    notice: (message) => notices.push(message),
  };
  const accepted: { id: string; leaf: string }[] = [];
  const acknowledged = new Map<string, string[]>();

  const round = async (trouble: Trouble): Promise<void> => {
    ledger.happen(trouble);
    now += 1;
    try {
      await closeBatches(limits, ports);
      await carryAll(issuer, ports);
    } catch (error) {
      if (!(error instanceof Killed) && !(error instanceof Fault)) throw error;
    }
  };
  const accept = async () => {
    const request = { issuer, documentType, digest: digestOf(Buffer.from(`bytes ${(drawn += 1)}`)), reference: null, isPublished: true, isReanchor: false, idempotency: null };
    const { document } = await acceptDocument(request, ports);
    accepted.push(document);
    return document;
  };
  const setStanding = async (place: number, standing: "suspended" | "active" | "revoked"): Promise<void> => {
    if (accepted.length === 0) return;
    const document = (await store.documentById(accepted[place % accepted.length]!.id))!;
    const isChange = document.standing !== standing;
    try {
      await changeStanding(document, { standing, reason: "unspecified", replacement: null, note: null }, ports);
      if (isChange) acknowledged.set(document.id, [...(acknowledged.get(document.id) ?? []), standing]);
    } catch (error) {
      if (!(error instanceof Fault && error.code === "standing_forbidden")) throw error;
    }
  };
  return {
    store, ledger, ports, accepted, acknowledged, notices, round, accept,
    async play({ trouble, accept: count, standing, killAfter }: { trouble: Trouble; accept: number; standing: { document: number; standing: string } | null; killAfter: number | null }) {
      for (let each = 0; each < count; each += 1) await accept();
      if (standing !== null) await setStanding(standing.document, standing.standing as "active");
      stepsLeft = killAfter ?? Infinity;
      await round(trouble);
      stepsLeft = Infinity;
    },
    async calmDown() {
      for (let each = 0; each < 60; each += 1) await round("finalise");
    },
    close: () => db.destroy(),
  };
}

/** The same thing, until no step is left: then every call fails before it does anything. */
function dying<T extends object>(thing: T, takeStep: () => number): T {
  return new Proxy(thing, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      return async (...args: unknown[]): Promise<unknown> => {
        if (takeStep() <= 0) throw new Killed();
        return (member as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}

test("a write that the ledger can never take is given up, and does not stand in the way of the next one about the same thing", async () => {
  const world = await newWorld();
  const sign = world.ledger.sign.bind(world.ledger);
  world.ledger.sign = (body, terms) => (body.kind === "withdraw" ? Promise.reject(new Fault("write_impossible", "NothingToWithdraw")) : sign(body, terms));
  const name = { grantor: issuer, grantee: parseAddress(`0x${"22".repeat(20)}`), documentType };
  const withdrawal = await world.store.addWrite({ kind: "withdraw", ...name, from: 0, isCompromised: false }, issuer);
  const grant = await world.store.addWrite({ kind: "accredit", ...name, from: 0, until: 9, mayPassOn: false, name: "Chamber", credentialDigest: "0x00" }, issuer);
  for (let round = 0; round < 6; round += 1) await world.round("finalise");
  expect(await world.store.writeById(withdrawal.id)).toMatchObject({ state: "refused", problem: "NothingToWithdraw" });
  expect((await world.store.writeById(grant.id))!.state).toBe("final");
  expect(await world.store.accountsAtWork()).toEqual([]);
});

test("one document that cannot be revoked any more does not hold up the others of its batch", async () => {
  const world = await newWorld();
  const sign = world.ledger.sign.bind(world.ledger);
  const documents = [await world.accept(), await world.accept(), await world.accept()];
  world.ledger.sign = (body, terms) => (body.kind === "standing" && body.leaves.includes(documents[1]!.leaf) ? Promise.reject(new Fault("write_impossible", "StandingIsFinal")) : sign(body, terms));
  for (const document of documents) await changeStanding(document, { standing: "revoked", reason: "fraud", replacement: null, note: null }, world.ports);
  for (let round = 0; round < 12; round += 1) await world.round("finalise");
  const revoked = world.ledger.words().filter(({ word }) => word === "revoked").map(({ subject }) => subject);
  expect(revoked).toEqual([documents[0]!, documents[2]!].map(({ leaf }) => `standing ${leaf}`));
  expect(world.notices.filter((message) => message.includes("given up for these"))).toHaveLength(1);
  expect(await world.store.accountsAtWork()).toEqual([]);
});

test("a receipt that a node does not show for a moment loses no word: the later one is said again after the earlier", async () => {
  const world = await newWorld();
  const document = await world.accept();
  for (let round = 0; round < 6; round += 1) await world.round("finalise");
  const say = async (standing: "suspended" | "active"): Promise<void> =>
    changeStanding((await world.store.documentById(document.id))!, { standing, reason: "unspecified", replacement: null, note: null }, world.ports);
  await say("suspended");
  for (let round = 0; round < 3; round += 1) await world.round("mine");
  await say("active");
  for (let round = 0; round < 3; round += 1) await world.round("mine");
  await say("suspended");
  for (let round = 0; round < 3; round += 1) await world.round("mine");
  // All three are included. In the round in which they become final, the second one's receipt is missing.
  const receiptOf = world.ledger.receiptOf.bind(world.ledger);
  const [, second] = (await world.store.attemptsOf((await world.store.openWrites(issuer, 10)).map(({ id }) => id))).map(({ hash }) => hash);
  world.ledger.receiptOf = (hash) => (hash === second ? Promise.resolve(null) : receiptOf(hash));
  await world.round("finalise");
  world.ledger.receiptOf = receiptOf;
  for (let round = 0; round < 40; round += 1) await world.round("finalise");
  expect(world.ledger.words().at(-1)!.word).toBe("suspended");
  expect(await world.store.accountsAtWork()).toEqual([]);
});

test("a standing that the store calls present is said again when it is asked for: another may have spoken in the issuer's name", async () => {
  const world = await newWorld();
  const { id } = await world.accept();
  const suspend = async (): Promise<void> => changeStanding((await world.store.documentById(id))!, { standing: "suspended", reason: "unspecified", replacement: null, note: null }, world.ports);
  await suspend();
  for (let round = 0; round < 8; round += 1) await world.round("finalise");
  const saidAlready = world.ledger.saidAlready.bind(world.ledger);
  world.ledger.saidAlready = async (body, ...rest) => (body.kind === "standing" ? null : saidAlready(body, ...(rest as [])));
  let signed = 0;
  const sign = world.ledger.sign.bind(world.ledger);
  world.ledger.sign = (body, terms) => ((signed += 1), sign(body, terms));
  await suspend();
  for (let round = 0; round < 4; round += 1) await world.round("finalise");
  expect(signed, "the ledger was asked, and what it no longer says is said again").toBe(1);
});
