/**
 * Goal: the journal's head is handed in once a day when it has grown, in the right name, and never twice or without its memory.
 * Method: the real store, a clock that the test moves, and a hand-in that breaks off.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { journalIn } from "../../../src/adapters/store/journal.ts";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { openStoreDatabase, storeIn, type Database } from "../../../src/adapters/store/store.ts";
import type { Leaf } from "../../../src/core/digest.ts";
import { anchorJournal, keepAnchoringJournal, type AnchorJournalPorts } from "../../../src/flows/auditing/anchorJournal.ts";
import { verifyJournal } from "../../../src/flows/auditing/verifyJournal.ts";
import { identity } from "../../core/world.ts";

const DAY = 86_400;
const [first, second] = [identity(1), identity(2)];
let folder: string;
let db: Database;
let now: number;
let ids: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tradeseal-heads-"));
  db = await openStoreDatabase(nodeSqlite(join(folder, "store.sqlite")));
  [now, ids] = [1_790_000_000, 0];
  await registerIn(db).addIssuer({ address: first, name: "First", account: first }, now);
  await registerIn(db).addIssuer({ address: second, name: "Second", account: second }, now + 1);
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

function ports(change: Partial<AnchorJournalPorts> = {}): AnchorJournalPorts {
  const register = registerIn(db);
  const issue = { store: storeIn(db), accounts: register, clock: () => now, newId: () => `document ${(ids += 1)}`, randomLeaf: () => "00".repeat(32) as Leaf };
  return { journal: journalIn(db), register, issue, issuerName: null, ...change };
}

const note = () => journalIn(db).note({ at: now, by: "user:test", act: "setting_changed", details: { at: now } });
const documents = async () => (await storeIn(db).documentsAfter(0, 100)).documents;

test("not before a day has passed since the first act; then once; then when it has grown and a day has passed again", async () => {
  now += DAY - 1;
  expect(await anchorJournal(DAY, ports())).toEqual({ anchored: null, because: "not_due" });
  now += 1;
  expect(await anchorJournal(DAY, ports())).toEqual({ anchored: 2 });
  expect(await anchorJournal(DAY, ports())).toEqual({ anchored: null, because: "nothing_new" });
  now += 10 * DAY;
  expect(await anchorJournal(DAY, ports())).toEqual({ anchored: null, because: "nothing_new" });
  await note();
  expect(await anchorJournal(DAY, ports())).toEqual({ anchored: 3 });
  await note();
  expect(await anchorJournal(DAY, ports())).toEqual({ anchored: null, because: "not_due" });
  expect(await documents()).toMatchObject([{ issuer: first, documentType: "JOURNAL", isPublished: false }, { issuer: first, documentType: "JOURNAL", isPublished: false }]);
  expect(await verifyJournal(ports() as never, null)).toMatchObject({ rows: 4, heads: 2, flaws: [] });
});

test("in the name that was asked for; a name nobody has is a fault, and nothing is stored", async () => {
  await expect(anchorJournal(0, ports({ issuerName: "Third" }))).rejects.toMatchObject({ code: "configuration_invalid" });
  expect(await journalIn(db).heads()).toEqual([]);
  await anchorJournal(0, ports({ issuerName: "Second" }));
  expect(await documents()).toMatchObject([{ issuer: second }]);
});

test("without an issuer there is nobody to anchor it", async () => {
  expect(await anchorJournal(0, ports({ register: { issuers: async () => [] } }))).toEqual({ anchored: null, because: "no_issuer" });
});

test("broken off between memory and hand-in, it is handed in the next time, once", async () => {
  const good = ports();
  const broken = { ...good, issue: { ...good.issue, store: { ...good.issue.store, acceptDocuments: async () => Promise.reject(new Error("no room on the disk")) } } };
  await expect(anchorJournal(0, broken)).rejects.toThrow("no room");
  expect(await journalIn(db).heads()).toMatchObject([{ number: 2, documentId: null }]);
  expect(await anchorJournal(0, good)).toEqual({ anchored: null, because: "nothing_new" });
  expect(await journalIn(db).heads()).toMatchObject([{ number: 2, documentId: (await documents())[0]!.id }]);
  const forgetful = { ...good, journal: { ...good.journal, setHeadDocument: async () => Promise.reject(new Error("killed")) } };
  await note();
  await expect(anchorJournal(0, forgetful)).rejects.toThrow("killed");
  await anchorJournal(0, good);
  expect(await documents()).toHaveLength(2);
});

test("it goes on after trouble, tells of it, and stops when it is told to", async () => {
  const told: unknown[] = [];
  let turns = 0;
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const pause = async (seconds: number): Promise<void> => {
    expect(seconds).toBe(60);
    if ((turns += 1) === 3) resolve();
    now += DAY;
  };
  const bad = ports();
  const issuers = async () => (turns === 1 ? Promise.reject(new Error("busy")) : registerIn(db).issuers());
  const running = keepAnchoringJournal({ ...bad, register: { issuers }, everySeconds: DAY, pause, notice: (_message, details) => void told.push(details) });
  await enough;
  await running.stop();
  expect(told).toHaveLength(1);
  expect(await documents()).toHaveLength(1);
});
