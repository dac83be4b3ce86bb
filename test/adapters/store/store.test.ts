/**
 * Goal: the store keeps its word on SQLite and on PostgreSQL alike, also when several processes use it at the same moment.
 * Method: one suite for both. On PostgreSQL two pools stand for two processes and everything is asked of both at once; SQLite
 * has one process, so there both are the same.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { apiKeysIn } from "../../../src/adapters/store/apiKeys.ts";
import { grantsIn } from "../../../src/adapters/store/grants.ts";
import { journalIn } from "../../../src/adapters/store/journal.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { settingsIn } from "../../../src/adapters/store/settings.ts";
import { openStoreDatabase, storeIn, type Database } from "../../../src/adapters/store/store.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { JournalCheck } from "../../../src/core/journal.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import type { Attempt, NewDocument, StoredDocument } from "../../../src/flows/issuing/issuePorts.ts";
import { chamber, customs, identity, origin } from "../../core/world.ts";
import { databases, type TestDatabase } from "./databases.ts";

let count = 0;
const digestNumber = (number: number) => digestOf(Buffer.from(`document ${number}`));
const document = (changes: Partial<NewDocument> = {}): NewDocument => {
  const digest = changes.digest ?? digestNumber((count += 1));
  return { id: `document-${(count += 1)}`, issuer: chamber, documentType: origin, digest, leaf: leafOf(digest), reference: null, isPublished: true, isReanchor: false, idempotency: null, acceptedAt: 1_790_000_000.25, ...changes };
};
const attempt = (writeId: number, account = chamber): Attempt => ({ writeId, account, nonce: 7, hash: `0x${writeId.toString(16).padStart(64, "0")}`, raw: "0x01", maxFeePerGas: 2n ** 70n, sentAt: 5.5, lastSentAt: 5.5 });
const anchorOf = (documents: readonly StoredDocument[]) => {
  const leaves = documents.map(({ leaf }) => leaf);
  return { kind: "anchor" as const, issuer: chamber, documentType: origin, isPublished: true, leaves, root: treeOf(leaves).root };
};

describe.each(databases)("on $name", ({ name, make }) => {
  let place: TestDatabase;
  let both: readonly [Database, Database];
  const stores = () => both.map((db) => storeIn(db));
  /** The same asked of both at once, several times over. */
  const ofBoth = <T>(ask: (db: Database, turn: number) => Promise<T>, times = 8): Promise<T[]> => Promise.all(Array.from({ length: times }, (_, turn) => ask(both[turn % 2]!, turn)));

  beforeAll(async () => {
    place = await make();
    // Both bring the tables up to date at the same moment.
    const opened = name === "SQLite" ? [await openStoreDatabase(place.open())] : await Promise.all([1, 2].map(() => openStoreDatabase(place.open())));
    both = [opened[0]!, opened.at(-1)!];
    for (const [address, title] of [[customs, "Customs"], [chamber, "Chamber"]] as const) await registerIn(both[0]).addIssuer({ address, name: title, account: address }, 1);
  });
  afterAll(async () => {
    for (const db of new Set(both)) await db.destroy();
    place.remove();
  });

  const accepted = async (howMany: number): Promise<readonly StoredDocument[]> => {
    const answers = await stores()[0]!.acceptDocuments(Array.from({ length: howMany }, () => document()));
    return answers.map((answer) => ("document" in answer ? answer.document : expect.fail()));
  };

  test("a document comes back as it was given, numbers as numbers and flags as flags", async () => {
    const [answer] = await stores()[0]!.acceptDocuments([document({ id: "whole", reference: "Rechnung № 7 — «späte»", isPublished: false })]);
    expect(answer).toMatchObject({ isNew: true });
    const kept = await stores()[1]!.documentById("whole");
    expect(kept).toMatchObject({ reference: "Rechnung № 7 — «späte»", isPublished: false, generation: 0, acceptedAt: 1_790_000_000.25, standing: "active", batch: null });
    expect((await stores()[1]!.documentsAfter(0, 1)).last).toBeTypeOf("number");
  });

  test("the same bytes handed in everywhere at once are one document", async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const digest = digestNumber((count += 1));
      const answers = (await ofBoth((db) => storeIn(db).acceptDocuments([document({ digest })]))).flat();
      expect(answers.filter((answer) => "document" in answer && answer.isNew)).toHaveLength(1);
      expect(new Set(answers.map((answer) => "document" in answer && answer.document.id)).size).toBe(1);
    }
  });

  test("one Idempotency-Key used everywhere at once for one request answers with one document; for another, with a conflict", async () => {
    const request = { digest: digestNumber((count += 1)), idempotency: { key: "key 1", requestDigest: digestNumber(1) } };
    const answers = (await ofBoth((db) => storeIn(db).acceptDocuments([document(request)]))).flat();
    expect(new Set(answers.map((answer) => "document" in answer && answer.document.id)).size).toBe(1);
    const others = (await ofBoth((db, turn) => storeIn(db).acceptDocuments([document({ idempotency: { key: "key 2", requestDigest: digestNumber(turn) } })]))).flat();
    expect(others.filter((answer) => "document" in answer)).toHaveLength(1);
    expect(others.filter((answer) => "conflict" in answer)).toHaveLength(7);
  });

  test("bytes anchored again everywhere at once get generations of their own", async () => {
    const digest = digestNumber((count += 1));
    const answers = (await ofBoth((db) => storeIn(db).acceptDocuments([document({ digest, isReanchor: true })]))).flat();
    expect(answers.map((answer) => "document" in answer && answer.document.generation).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test("whoever pages through documents misses none, however many are being accepted", async () => {
    let isAccepting = true;
    let last = (await stores()[0]!.documentsAfter(0, 10_000)).last;
    const seen: string[] = [];
    const reading = (async () => {
      for (;;) {
        const page = await stores()[1]!.documentsAfter(last, 3);
        seen.push(...page.documents.map(({ id }) => id));
        last = page.last;
        if (!isAccepting && page.documents.length === 0) return;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const ids = (await ofBoth((db) => storeIn(db).acceptDocuments([document()]), 200)).flat().map((answer) => ("document" in answer ? answer.document.id : ""));
    isAccepting = false;
    await reading;
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  test("changes of an issuer that is changing hands wait, and nobody's else wait behind them", async () => {
    const [db, handed] = [both[0], identity(5)];
    await registerIn(db).addIssuer({ address: handed, name: "Handed over", account: handed }, 1);
    const change = { standing: "suspended", reason: "under_investigation", replacement: null, note: null, acceptedAt: 5 } as const;
    const [first, second] = (await storeIn(db).acceptDocuments([document({ issuer: handed }), document({ issuer: customs })])).map((answer) => ("document" in answer ? answer.document : expect.fail()));
    await storeIn(db).acceptStanding(first!, change);
    await storeIn(db).acceptStanding(second!, change);
    const next = async () => (await storeIn(db).standingsWaiting(1)).map((each) => each.document.issuer);
    expect(await next()).toEqual([handed]);
    await registerIn(db).setSuccessor(handed, identity(6));
    expect(await next()).toEqual([customs]);
    await registerIn(db).setAccount(handed, identity(6), []);
    expect(await next(), "in their order again").toEqual([handed]);
    for (const { id, document: { issuer, documentType, leaf } } of await storeIn(db).standingsWaiting(2)) {
      await storeIn(db).addStandingWrite({ kind: "standing", speaker: issuer, issuer, documentType, leaves: [leaf], standing: "suspended", reason: "fraud", replacement: null }, issuer === handed ? identity(6) : customs, [{ id } as never]);
    }
  });

  test("of changes of standing asked for at once one is stored, and a word is said once", async () => {
    const [one] = await accepted(1);
    const change = { standing: "suspended", reason: "under_investigation", replacement: null, note: null, acceptedAt: 5 } as const;
    expect((await ofBoth((db) => storeIn(db).acceptStanding(one!, change))).filter(Boolean)).toHaveLength(1);
    expect(await stores()[1]!.standingsWaiting(10)).toHaveLength(1);
    const { digest, leaf } = document();
    const word = { id: "", speaker: customs, issuer: chamber, documentType: origin, digest, leaf, standing: "revoked", reason: "fraud", replacement: null, note: null, acceptedAt: 6 } as const;
    const answers = await ofBoth((db, turn) => storeIn(db).acceptStandingWord({ ...word, id: `word ${turn}` }, customs));
    expect(answers.filter((answer) => "word" in answer && answer.isNew)).toHaveLength(1);
  });

  test("a document gets one batch, whoever makes batches at the same moment", async () => {
    const documents = await accepted(3);
    const outcomes = await Promise.allSettled(stores().map((store) => store.addBatch(anchorOf(documents), chamber, documents)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const kept = await Promise.all(documents.map(({ id }) => stores()[1]!.documentById(id)));
    expect(kept.map((each) => each?.batch?.position)).toEqual([0, 1, 2]);
    expect(new Set(kept.map((each) => each?.batch?.writeId)).size).toBe(1);
  });

  test("a full batch is placed, each document where its leaf is", async () => {
    const documents = await accepted(1_201);
    const turned = [...documents].reverse();
    await stores()[0]!.addBatch(anchorOf(turned), chamber, documents);
    const kept = await Promise.all([0, 499, 500, 1_200].map((each) => stores()[1]!.documentById(documents[each]!.id)));
    expect(kept.map((each) => each?.batch?.position)).toEqual([1_200, 701, 700, 0]);
    expect((await stores()[1]!.documentsWaiting(10_000)).filter(({ id }) => documents.some((each) => each.id === id))).toEqual([]);
  });

  test("what waits for an identity that has been handed over goes on waiting, for its new account", async () => {
    const documents = await accepted(1);
    await registerIn(both[0]).setAccount(chamber, identity(9), []);
    await stores()[1]!.addBatch(anchorOf(documents), chamber, documents);
    expect(await stores()[0]!.documentById(documents[0]!.id)).toMatchObject({ batch: null });
    await registerIn(both[0]).setAccount(chamber, chamber, []);
    const { id } = await stores()[0]!.addWrite({ kind: "delegate", identity: chamber, delegate: customs, validitySeconds: 60 }, chamber);
    await registerIn(both[0]).setAccount(chamber, identity(9), [id]);
    await expect(stores()[1]!.addAttempt(attempt(id))).rejects.toThrow(/not to be signed/);
    expect(await stores()[0]!.attemptsOf([id])).toEqual([]);
    await registerIn(both[0]).setAccount(chamber, chamber, [id]);
  });

  test("a write comes back whole, with attempts in their order and block by block", async () => {
    const { id } = await stores()[0]!.addWrite({ kind: "delegate", identity: chamber, delegate: customs, validitySeconds: 60 }, chamber);
    await stores()[1]!.addAttempt(attempt(id));
    expect(await stores()[0]!.attemptsOf([id])).toEqual([attempt(id)]);
    expect(await stores()[0]!.noncesTaken(chamber)).toContain(7);
    const block = { number: 12, hash: `0x${"0b".repeat(32)}`, time: 3_000_000_000 } as const;
    await stores()[1]!.setWrite(id, { state: "final", block });
    expect(await stores()[0]!.writeById(id)).toMatchObject({ state: "final", block });
    expect(await stores()[0]!.reopenAbove(11)).toBe(1);
    expect(await stores()[0]!.writeById(id)).toMatchObject({ state: "included" });
  });

  test("what another process narrowed is not said as it was before", async () => {
    const leaves = [1, 2].map((number) => leafOf(digestNumber(number)));
    const body = { kind: "standing", speaker: customs, issuer: chamber, documentType: origin, leaves, standing: "revoked", reason: "fraud", replacement: null } as const;
    const { id } = await stores()[0]!.addWrite(body, customs);
    const [one, other] = stores();
    await Promise.all([one!.openWrites(customs, 1_000), other!.openWrites(customs, 1_000)]);
    await one!.narrowWrite(id, { ...body, leaves: leaves.slice(1) });
    expect((await other!.openWrites(customs, 1_000)).find((write) => write.id === id)?.body).toMatchObject({ leaves: leaves.slice(1) });
  });

  test("grants under one key are stored once", async () => {
    const body = { kind: "accredit", grantor: customs, grantee: chamber, documentType: origin, from: 5, until: 9, mayPassOn: false, name: "Chamber", credentialDigest: `0x${"00".repeat(32)}` } as const;
    const ask = (db: Database, turn: number) =>
      grantsIn(db).accept({ grantor: customs, statements: [{ id: `grant ${turn}`, body }], answeredBy: [`grant ${turn}`], account: customs, idempotency: { key: "once", requestDigest: digestNumber(1) }, remarks: {}, doing: { by: "user:maria", at: 1 } });
    const answers = await ofBoth(ask);
    expect(answers.filter((answer) => "grants" in answer && answer.isNew)).toHaveLength(1);
    expect(await grantsIn(both[1]).of(customs, { before: Infinity, limit: 50 })).toHaveLength(1);
  });

  test("a setting is fixed once, and everybody learns the same value", async () => {
    const values = await ofBoth((db, turn) => settingsIn(db).fix("publicUrl", `https://${turn}.example`));
    expect(new Set(values).size).toBe(1);
    expect(await settingsIn(both[1]).get("publicUrl")).toBe(values[0]);
  });

  test("acts of everybody at once make one journal without a flaw, and nothing in it is changed or removed", async () => {
    await ofBoth((db, turn) => settingsIn(db).set(`setting ${turn}`, "on"), 40);
    await ofBoth((db) => apiKeysIn(db).create(customs, { scopes: ["read"], expiresAt: null }, { by: "user:maria", at: 1 }), 20);
    const rows = await journalIn(both[1]).after(0, 10_000);
    const check = new JournalCheck();
    for (const row of rows) check.add(row);
    expect(check.flaws).toEqual([]);
    expect(rows.length).toBeGreaterThan(60);
    for (const statement of ["UPDATE journal SET act = 'nothing'", "DELETE FROM journal", ...(name === "SQLite" ? [] : ["TRUNCATE journal"])]) {
      await expect(sql.raw(statement).execute(both[0]), statement).rejects.toThrow(/append-only/);
    }
  });
});
