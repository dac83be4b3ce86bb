/**
 * Goal: a store moves from SQLite to PostgreSQL whole; a target that holds something is refused; a copy that was broken off is
 * neither served from nor added to, and copying again succeeds.
 * Method: a store filled with some of everything and more rows than one transaction takes; copied, compared row by row, broken off
 * at every table.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { grantsIn } from "../../../src/adapters/store/grants.ts";
import { openStoreDatabase, storeIn } from "../../../src/adapters/store/store.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { Secret } from "../../../src/core/secret.ts";
import { copyStoreTo, lockFolder, openOffice } from "../../../src/office.ts";
import { chamber, customs, origin } from "../../core/world.ts";
import { freshPostgres } from "./databases.ts";

const folder = mkdtempSync(join(tmpdir(), "tradeseal-copy-"));
const file = join(folder, "store.sqlite");
const DOCUMENTS = 1_203;
const documentNumber = (number: number) => {
  const digest = digestOf(Buffer.from(`document ${number}`));
  return { id: `document ${number}`, issuer: chamber, documentType: origin, digest, leaf: leafOf(digest), reference: `Nº ${number}`, isPublished: number % 2 === 0, isReanchor: false, idempotency: { key: `key ${number}`, requestDigest: digest }, acceptedAt: number + 0.125 };
};

beforeAll(async () => {
  const db = await openStoreDatabase(nodeSqlite(file));
  const [store, register] = [storeIn(db), registerIn(db)];
  await register.addIssuer({ address: chamber, name: "Chamber", account: chamber }, 1);
  await register.addIssuer({ address: customs, name: "Customs", account: customs }, 1);
  await register.addApiKey(chamber, 2);
  await store.acceptDocuments(Array.from({ length: DOCUMENTS }, (_, number) => documentNumber(number)));
  const body = { kind: "accredit", grantor: customs, grantee: chamber, documentType: origin, from: 5, until: 9, mayPassOn: false, name: "Chamber", credentialDigest: `0x${"00".repeat(32)}` } as const;
  await grantsIn(db).accept({ grantor: customs, statements: [{ id: "grant", body }], answeredBy: ["grant"], account: customs, idempotency: { key: "once", requestDigest: digestOf(Buffer.from("")) }, remarks: {}, doing: { by: "user:maria", at: 1 } });
  const write = await store.addWrite({ kind: "delegate", identity: customs, delegate: chamber, validitySeconds: 60 }, customs);
  await store.addAttempt({ writeId: write.id, account: customs, nonce: 1, hash: `0x${"0a".repeat(32)}`, raw: "0x01", maxFeePerGas: 2n ** 70n, sentAt: 5, lastSentAt: 5 });
  const [first] = await store.documentsByDigest(chamber, documentNumber(0).digest);
  await store.acceptStanding(first!, { standing: "suspended", reason: "under_investigation", replacement: null, note: "a note", acceptedAt: 9 });
  await db.destroy();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rowsAt(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

const asText = (rows: readonly Record<string, unknown>[]): string[] => rows.map((row) => JSON.stringify(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]).sort())).sort();

const COPIED = ["documents", "writes", "attempts", "standing_changes", "idempotency_keys", "issuers", "api_keys", "settings", "journal", "journal_heads", "grants", "grant_keys", "standing_words"];

test("every row arrives as it is, and numbers go on behind them", async () => {
  const url = await freshPostgres();
  await copyStoreTo(new Secret(url), { dataFolder: folder, progress: () => {} });
  const source = new DatabaseSync(file, { readOnly: true });
  for (const table of COPIED) expect(asText(await rowsAt(url, `SELECT * FROM ${table}`)), table).toEqual(asText(source.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]));
  source.close();
  const office = await openOffice({ dataFolder: folder, passphraseFile: null, databaseUrl: new Secret(url) });
  const [again, next] = await office.store.acceptDocuments([documentNumber(7), { ...documentNumber(DOCUMENTS), idempotency: null }]);
  expect([again, next]).toMatchObject([{ isNew: false }, { isNew: true }]);
  expect((await office.store.addWrite({ kind: "delegate", identity: customs, delegate: chamber, validitySeconds: 60 }, customs)).id).toBe(3);
  await office.close();
  await expect(copyStoreTo(new Secret(url), { dataFolder: folder, progress: () => {} })).rejects.toMatchObject({ code: "data_folder_unusable", message: expect.stringMatching(/not empty/) });
});

test("while a service runs on the folder nothing is copied", async () => {
  const release = lockFolder(folder);
  await expect(copyStoreTo(new Secret(await freshPostgres()), { dataFolder: folder, progress: () => {} })).rejects.toMatchObject({ code: "data_folder_unusable" });
  release();
});

test("broken off anywhere, it is not served from, and begun anew it is whole", async () => {
  const url = await freshPostgres();
  for (const table of ["issuers", "documents", "journal"]) {
    const breakOff = (step: { table: string }): void => {
      if (step.table === table) throw new Error("killed");
    };
    await expect(copyStoreTo(new Secret(url), { dataFolder: folder, progress: breakOff })).rejects.toThrow("killed");
    await expect(openOffice({ dataFolder: folder, passphraseFile: null, databaseUrl: new Secret(url) })).rejects.toMatchObject({ code: "data_folder_unusable", message: expect.stringMatching(/broken off/) });
  }
  const done = await copyStoreTo(new Secret(url), { dataFolder: folder, progress: () => {} });
  expect(done.find(({ table }) => table === "documents")).toMatchObject({ copied: DOCUMENTS, total: DOCUMENTS });
  await (await openOffice({ dataFolder: folder, passphraseFile: null, databaseUrl: new Secret(url) })).close();
});
