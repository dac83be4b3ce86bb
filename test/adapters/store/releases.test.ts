/**
 * Goal: a store that an earlier release has made opens today, with everything that was in it.
 * Method: the store of each release, kept as the SQL that makes it; opened, compared row by row with what it held, and used.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { grantsIn } from "../../../src/adapters/store/grants.ts";
import { journalIn } from "../../../src/adapters/store/journal.ts";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { settingsIn } from "../../../src/adapters/store/settings.ts";
import { openStoreDatabase, storeIn } from "../../../src/adapters/store/store.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { JournalCheck } from "../../../src/core/journal.ts";
import { chamber, customs, identity, origin } from "../../core/world.ts";

const releases = [{ release: "first", dump: "first.sql" }];

type Rows = Map<string, readonly Record<string, unknown>[]>;

function rowsIn(file: string): Rows {
  const database = new DatabaseSync(file, { readOnly: true });
  const names = (database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all() as { name: string }[]).map(({ name }) => name);
  const rows = new Map(names.map((name) => [name, database.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all() as Record<string, unknown>[]]));
  database.close();
  return rows;
}

test.each(releases)("the store of the $release release keeps everything", async ({ dump }) => {
  const folder = mkdtempSync(join(tmpdir(), "tradeseal-release-"));
  const file = join(folder, "store.sqlite");
  const made = new DatabaseSync(file);
  const text = readFileSync(join(import.meta.dirname, "releases", dump), "utf8");
  made.exec(text);
  made.close();
  const before = rowsIn(file);
  await (await openStoreDatabase(nodeSqlite(file))).destroy();
  const after = rowsIn(file);
  // New columns may have joined; whatever was there is there, and nothing was added to tables that people fill.
  for (const [table, rows] of before) {
    if (table.startsWith("kysely_")) expect(after.get(table)!.slice(0, rows.length)).toEqual(rows);
    else expect(after.get(table), table).toEqual(rows.map((row) => expect.objectContaining(row)));
  }
  expect([...before.values()].flat().length).toBeGreaterThan(30);

  const db = await openStoreDatabase(nodeSqlite(file));
  const [store, register] = [storeIn(db), registerIn(db)];
  const apiKey = /API key of the chamber in it: (\S+)/.exec(text)![1]!;
  expect(await register.issuerByApiKey(apiKey)).toMatchObject({ address: chamber, name: "Chamber", successor: identity(7) });
  expect(await store.documentById("document-2")).toMatchObject({ isPublished: true, reference: null, batch: { writeId: 1, position: 1 }, acceptedAt: 1_790_000_012.5 });
  expect(await store.documentById("document-0")).toMatchObject({ standing: "suspended" });
  expect((await store.documentsWaiting(10)).map(({ id }) => id)).toEqual(["document-1", "document-3", "document-4"]);
  expect(await store.writeById(1)).toMatchObject({ state: "final", block: { number: 12, time: 1_790_000_022 }, body: { kind: "anchor" } });
  expect(await store.attemptsOf([1])).toMatchObject([{ nonce: 0, maxFeePerGas: 1_500_000_007n }]);
  // The chamber was changing hands: its change waits for the new owner.
  expect([await store.hasStandingUnderway("document-0"), await store.standingsWaiting(10)]).toEqual([true, []]);
  await register.setAccount(chamber, identity(7), []);
  expect(await store.standingsWaiting(10)).toHaveLength(1);
  expect(await store.standingWordById("word-1")).toMatchObject({ speaker: customs, standing: "revoked" });
  expect(await grantsIn(db).byId("grant-1")).toMatchObject({ body: { kind: "accredit", name: "Chamber" } });
  expect(await settingsIn(db).get("publicUrl")).toBe("https://chamber.example");
  expect(await journalIn(db).heads()).toHaveLength(1);
  const digest = digestOf(Buffer.from("document 3"));
  const asked = { id: "new", issuer: chamber, documentType: origin, digest, leaf: leafOf(digest), reference: null, isPublished: true, isReanchor: false, idempotency: { key: "order 3", requestDigest: digest }, acceptedAt: 1 };
  expect(await store.acceptDocuments([asked])).toMatchObject([{ isNew: false, document: { id: "document-3" } }]);
  await settingsIn(db).set("another", "one");
  const check = new JournalCheck();
  for (const row of await journalIn(db).after(0, 1_000)) check.add(row);
  expect(check.flaws).toEqual([]);
  await db.destroy();
  rmSync(folder, { recursive: true });
});
