/**
 * Goal: groups of any size are stored whole and in order; a full disk takes nothing with it and needs no restart; what waits
 * is counted, and found by what it waits for.
 * Method: the real store in a real file, whose size is limited as a full disk would limit it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { openStoreDatabase, storeIn, type Database } from "../../../src/adapters/store/store.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import { closeBatches } from "../../../src/flows/carrying/batch.ts";
import type { NewDocument, Store } from "../../../src/flows/issuing/issuePorts.ts";
import { identity } from "../../core/world.ts";

const [chamber, rival] = [identity(1), identity(2)];
const folder = mkdtempSync(join(tmpdir(), "tradeseal-acceptance-"));
let db: Database;
let store: Store;

beforeAll(async () => {
  db = await openStoreDatabase(nodeSqlite(join(folder, "store.sqlite")));
  store = storeIn(db);
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

let counter = 0;
function documents(count: number, more: Partial<NewDocument> = {}): NewDocument[] {
  return Array.from({ length: count }, () => {
    const digest = digestOf(Buffer.from(`document ${(counter += 1)}`));
    return { id: `id ${counter}`, issuer: chamber, documentType: parseDocumentType("861"), digest, leaf: leafOf(digest), reference: null, isPublished: true, isReanchor: false, idempotency: null, acceptedAt: counter, ...more };
  });
}

test.each([0, 1, 2, 7, 8, 9, 63, 65, 511, 512, 513, 585, 1_000])("a group of %i is stored whole, in order, and found again", async (count) => {
  const asked = documents(count);
  const first = await store.acceptDocuments(asked);
  expect(first.map((answer) => "document" in answer && answer.isNew && answer.document.id)).toEqual(asked.map(({ id }) => id));
  const again = await store.acceptDocuments(asked.map((document) => ({ ...document, id: `${document.id} again` })));
  expect(again.map((answer) => "document" in answer && !answer.isNew && answer.document.id)).toEqual(asked.map(({ id }) => id));
  const places = asked.map(({ leaf }) => leaf);
  if (count > 0) await store.addBatch({ kind: "anchor", issuer: chamber, documentType: asked[0]!.documentType, isPublished: true, leaves: places, root: treeOf(places).root }, chamber, first.flatMap((answer) => ("document" in answer ? [answer.document] : [])));
  for (const [place, { id }] of [...asked.entries()].filter(([place]) => place % 100 === 0 || place === count - 1)) expect((await store.documentById(id))!.batch!.position).toBe(place);
});

test("a full disk: told, nothing of the group stored, and no restart is needed once there is room", async () => {
  await store.acceptDocuments(documents(1));
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
  await sql.raw(`PRAGMA max_page_count = ${rows[0]!.page_count + 2}`).execute(db);
  const group = documents(900);
  await expect(store.acceptDocuments(group)).rejects.toMatchObject({ code: "store_unavailable", message: expect.stringContaining("its disk is full") });
  expect(await store.documentById(group[0]!.id)).toBeNull();
  await sql.raw("PRAGMA max_page_count = 1000000").execute(db);
  expect(await store.acceptDocuments(group)).toHaveLength(900);
  expect(await store.documentById(group[899]!.id)).not.toBeNull();
});

test("another issuer's only document does not wait behind a thousand, and no account has more than so many batches under way", async () => {
  await db.deleteFrom("documents").execute();
  await store.acceptDocuments(documents(300));
  await store.acceptDocuments(documents(1, { issuer: rival, isPublished: false }));
  expect(await store.batchesWaitedFor()).toEqual([chamber, rival].map((issuer) => ({ issuer, documentType: "861", isPublished: issuer === chamber })));
  expect([await store.countWaiting(1_000), await store.countWaiting(100)]).toEqual([301, 100]);
  const ports = { store, accounts: { accountFor: async (issuer: typeof chamber) => issuer }, clock: () => 1e9, newId: () => "", randomLeaf: () => leafOf(digestOf(Buffer.from("random"))) };
  expect(await closeBatches({ size: 3, ageSeconds: 0 }, ports)).toBe(2);
  expect(await store.countWaiting(1_000)).toBe(298);
  while ((await closeBatches({ size: 3, ageSeconds: 0 }, ports)) > 0);
  expect(await store.countOpenBatches(chamber)).toBe(64);
  for (const { id } of (await store.openWrites(chamber, 10))) await store.setWrite(id, { state: "final" });
  expect(await closeBatches({ size: 3, ageSeconds: 0 }, ports)).toBe(1);
});

test("what waits is found by its index, and open batches by theirs", async () => {
  const plan = async (query: string): Promise<string> => (await sql<{ detail: string }>`EXPLAIN QUERY PLAN ${sql.raw(query)}`.execute(db)).rows.map(({ detail }) => detail).join("; ");
  expect(await plan("SELECT * FROM documents WHERE write_id IS NULL AND issuer = 'a' AND document_type = 'b' AND is_published = 1 ORDER BY number LIMIT 9")).toMatch(/SEARCH documents USING INDEX documents_waiting_by_kind[^;]*$/);
  expect(await plan("SELECT issuer, document_type, is_published FROM documents WHERE write_id IS NULL AND (issuer, document_type, is_published) > ('a', 'b', 1) ORDER BY issuer, document_type, is_published LIMIT 1")).toMatch(/^SEARCH documents USING (COVERING )?INDEX documents_waiting_by_kind[^;]*$/);
  expect(await plan("SELECT count(*) FROM writes WHERE account = 'a' AND kind = 'anchor' AND state NOT IN ('final', 'refused')")).toMatch(/INDEX writes_open/);
});
