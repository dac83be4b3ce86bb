/**
 * Goal: a store from before there were scopes, grants and a journal goes on: its keys open what they opened, its grants are listed.
 * Method: a database with the first migration alone, filled as it was then; then opened as it is now.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, test } from "vitest";
import { apiKeysIn } from "../../../src/adapters/store/apiKeys.ts";
import { grantsIn } from "../../../src/adapters/store/grants.ts";
import { journalIn } from "../../../src/adapters/store/journal.ts";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { migrations, type Tables } from "../../../src/adapters/store/schema.ts";
import { openStoreDatabase } from "../../../src/adapters/store/store.ts";
import { identity } from "../../core/world.ts";

test("an old store is brought up to date", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tradeseal-migration-"));
  const file = join(folder, "store.sqlite");
  const old = new Kysely<Tables>({ dialect: nodeSqlite(file) });
  await new Migrator({ db: old, provider: migrations }).migrateTo("0001_first");
  await old.destroy();
  const [customs, chamber, secret] = [identity(1), identity(2), "s".repeat(43)];
  const raw = new DatabaseSync(file);
  raw.prepare("INSERT INTO issuers VALUES (?, 'Customs', ?, 1)").run(customs, customs);
  raw.prepare("INSERT INTO api_keys VALUES ('0123456789abcdef', ?, ?, 1)").run(customs, createHash("sha256").update(secret).digest("hex"));
  const body = { kind: "accredit", grantor: customs, grantee: chamber, documentType: "861", from: 1, until: 9, mayPassOn: false, name: "Chamber", credentialDigest: `0x${"00".repeat(32)}` };
  const insert = raw.prepare("INSERT INTO writes (account, kind, body, state, block_time) VALUES (?, ?, ?, 'final', 5)");
  insert.run(customs, "accredit", JSON.stringify(body));
  insert.run(customs, "anchor", JSON.stringify({ kind: "anchor" }));
  insert.run(customs, "withdraw", JSON.stringify({ kind: "withdraw", grantor: customs, grantee: chamber, documentType: "861", from: 3, isCompromised: false }));
  raw.close();

  const db = await openStoreDatabase(nodeSqlite(file));
  expect(await apiKeysIn(db).holderOf(`tradeseal_0123456789abcdef_${secret}`, 2)).toMatchObject({ issuer: { name: "Customs" }, scopes: ["issue", "accredit", "read"] });
  const grants = await grantsIn(db).of(customs, { before: Infinity, limit: 10 });
  expect(grants).toMatchObject([{ body: { kind: "withdraw", from: 3 }, state: "final" }, { body, state: "final", recordedAt: 5 }]);
  expect(await grantsIn(db).names()).toEqual([{ address: chamber, name: "Chamber" }]);
  expect(await journalIn(db).head()).toBeNull();
  await db.destroy();
  rmSync(folder, { recursive: true });
});
