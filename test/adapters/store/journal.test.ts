/**
 * Goal: whatever is changed, removed or moved in the journal is found; what is done and what is written down are one.
 * Method: a journal made by real acts in a real SQLite file; then, as a database's owner could, each field of each row is
 * flipped once, rows are taken out and swapped; acts are broken off in the middle.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiKeysIn } from "../../../src/adapters/store/apiKeys.ts";
import { grantsIn } from "../../../src/adapters/store/grants.ts";
import { journalIn } from "../../../src/adapters/store/journal.ts";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { settingsIn } from "../../../src/adapters/store/settings.ts";
import { openStoreDatabase, storeIn, type Database } from "../../../src/adapters/store/store.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { BY_SERVICE, byKey, byUser, JournalCheck, type JournalFlaw, type JournalRow } from "../../../src/core/journal.ts";
import { identity } from "../../core/world.ts";

const [customs, chamber] = [identity(1), identity(2)];
const folder = mkdtempSync(join(tmpdir(), "tradeseal-journal-"));
const file = join(folder, "store.sqlite");
const doing = { by: byUser("maria"), at: 1_790_000_000.25 };
const grant = { grantor: customs, grantee: chamber, documentType: parseDocumentType("861") };
const NO_CREDENTIAL = `0x${"00".repeat(32)}` as const;
let db: Database;
let rows: readonly JournalRow[];

beforeAll(async () => {
  db = await openStoreDatabase(nodeSqlite(file));
  await registerIn(db).addIssuer({ address: customs, name: "Customs", account: customs }, 1, byUser("maria"));
  const { id } = await apiKeysIn(db).create(customs, { scopes: ["accredit", "read"], expiresAt: 2_000_000_000 }, doing);
  await settingsIn(db).set("publicUrl", "https://customs.example");
  const body = { kind: "accredit", ...grant, from: 5, until: 9, mayPassOn: false, name: "Chamber", credentialDigest: NO_CREDENTIAL } as const;
  await grantsIn(db).accept({ grantor: customs, statements: [{ id: "first", body }], answeredBy: ["first"], account: customs, idempotency: null, remarks: { despiteLikeness: true }, doing: { by: byKey(id), at: 1_790_000_001 } });
  await storeIn(db).addWrite({ kind: "withdraw", ...grant, from: 7, isCompromised: true }, customs, doing);
  await storeIn(db).addWrite({ kind: "delegate", identity: customs, delegate: chamber, validitySeconds: 60 }, customs);
  await journalIn(db).note({ at: 1_790_000_002, by: byUser("maria"), act: "trust_root_added", details: { address: customs, name: "Cüstoms" } });
  await apiKeysIn(db).revoke(id, doing);
  rows = await journalIn(db).after(0, 100);
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

function flawsIn(changed: readonly JournalRow[]): readonly JournalFlaw[] {
  const check = new JournalCheck();
  for (const row of changed) check.add(row);
  return check.flaws;
}

/** What a database's owner can do: the flaws that are then found. Nothing of it is kept. */
function afterTampering(...statements: readonly string[]): readonly JournalFlaw[] {
  const database = new DatabaseSync(file);
  database.exec("BEGIN; DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_cut");
  for (const statement of statements) database.exec(statement);
  const flaws = flawsIn(database.prepare("SELECT * FROM journal ORDER BY number").all() as unknown as JournalRow[]);
  database.exec("ROLLBACK");
  database.close();
  return flaws;
}

test("each act has its row: who, when, what", () => {
  expect(rows.map(({ act, by }) => [act, by.replace(/[0-9a-f]{16}/, "…")])).toEqual([
    ["issuer_registered", "user:maria"],
    ["api_key_created", "user:maria"],
    ["setting_changed", BY_SERVICE],
    ["granted", "key:…"],
    ["withdrawn", "user:maria"],
    ["delegated", BY_SERVICE],
    ["trust_root_added", "user:maria"],
    ["api_key_revoked", "user:maria"],
  ]);
  expect(rows[1]).toMatchObject({ number: 2, at: "2026-09-21T14:13:20.250Z" });
  expect(JSON.parse(rows[3]!.details)).toMatchObject({ grantId: "first", ...grant, from: 5, until: 9, name: "Chamber", despiteLikeness: true });
  expect(rows[2]!.details).not.toContain("customs.example");
});

test("an untouched journal has no flaw, nor has an empty one", async () => {
  expect(flawsIn(rows)).toEqual([]);
  expect(flawsIn([])).toEqual([]);
  expect(afterTampering()).toEqual([]);
});

describe("each field of each row, flipped once", () => {
  const columns = ["number", "at", "by", "act", "details", "previous", "hash"] as const;
  for (const column of columns) {
    test(`${column}: all of them are found`, async () => {
      for (const { number } of rows) {
        // The last character's lowest bit; a number moves out of the way of the others.
        const value = column === "number" ? "number + 1000" : `substr(${column}, 1, length(${column}) - 1) || char(unicode(substr(${column}, -1)) + (CASE unicode(substr(${column}, -1)) % 2 WHEN 0 THEN 1 ELSE -1 END))`;
        expect(afterTampering(`UPDATE journal SET ${column} = ${value} WHERE number = ${number}`), `row ${number}`).not.toEqual([]);
      }
    });
  }

  test("property: any single character, anywhere", () => {
    const place = fc.record({ row: fc.nat(), column: fc.constantFrom("at", "by", "act", "details", "previous", "hash"), at: fc.nat(), to: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) });
    fc.assert(fc.property(place, ({ row, column, at, to }) => {
      const old = rows[row % rows.length]!;
      const text = old[column as "by"];
      const spoilt = text.slice(0, at % text.length) + to + text.slice((at % text.length) + 1);
      return spoilt === text || flawsIn(rows.map((each) => (each === old ? { ...old, [column]: spoilt } : each))).length > 0;
    }));
  });
});

describe("rows taken out, swapped, put in", () => {
  test("any row but the last taken out is found", async () => {
    for (const { number } of rows.slice(0, -1)) expect((afterTampering(`DELETE FROM journal WHERE number = ${number}`)).map(({ flaw }) => flaw), `row ${number}`).toContain("row_missing");
  });

  test("the last row taken out is not seen by the chain alone: for that there are the anchored heads", async () => {
    expect(afterTampering(`DELETE FROM journal WHERE number = ${rows.length}`)).toEqual([]);
  });

  test("any two rows swapped are found, whether their numbers go along or not", async () => {
    for (let left = 1; left <= rows.length; left += 1) {
      for (let right = left + 1; right <= rows.length; right += 1) {
        const swap = [`UPDATE journal SET number = -1 WHERE number = ${left}`, `UPDATE journal SET number = ${left} WHERE number = ${right}`, `UPDATE journal SET number = ${right} WHERE number = -1`];
        expect(afterTampering(...swap), `rows ${left} and ${right}`).not.toEqual([]);
      }
    }
  });

  test("a row taken out and all behind it renumbered is found", async () => {
    expect(afterTampering("DELETE FROM journal WHERE number = 2", "UPDATE journal SET number = number - 1 WHERE number > 2")).not.toEqual([]);
  });

  test("a row put in between is found", async () => {
    const flaws = afterTampering("UPDATE journal SET number = number + 100 WHERE number > 2", "UPDATE journal SET number = number - 99 WHERE number > 100", "INSERT INTO journal SELECT 3, at, by, act, details, previous, hash FROM journal WHERE number = 2");
    expect(flaws).not.toEqual([]);
  });
});

describe("append-only, and one with the act", () => {
  test("the table itself refuses changes and removals", () => {
    const database = new DatabaseSync(file);
    expect(() => database.exec("UPDATE journal SET by = 'user:nobody' WHERE number = 1")).toThrow(/append-only/);
    expect(() => database.exec("DELETE FROM journal")).toThrow(/append-only/);
    database.close();
  });

  test("an act that fails leaves no row, and a row that cannot be written undoes the act", async () => {
    await expect(apiKeysIn(db).create(identity(77), { scopes: ["read"], expiresAt: null }, doing)).rejects.toThrow(/FOREIGN KEY/);
    const before = (await journalIn(db).head())!.number;
    expect(before).toBe(rows.length);
    const database = new DatabaseSync(file);
    database.exec("CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'no room'); END");
    await expect(registerIn(db).addIssuer({ address: chamber, name: "Chamber", account: chamber }, 2)).rejects.toThrow(/no room/);
    await expect(settingsIn(db).set("publicUrl", "https://elsewhere.example")).rejects.toThrow(/no room/);
    database.exec("DROP TRIGGER full");
    database.close();
    expect(await registerIn(db).issuers()).toHaveLength(1);
    expect(await settingsIn(db).get("publicUrl")).toBe("https://customs.example");
  });

  test("what changes nothing is no act", async () => {
    await settingsIn(db).set("publicUrl", "https://customs.example");
    await registerIn(db).addIssuer({ address: customs, name: "Customs", account: customs }, 3);
    const { id } = (await apiKeysIn(db).list())[0]!;
    expect((await apiKeysIn(db).revoke(id, doing))?.revokedAt).toBe(doing.at);
    expect((await journalIn(db).head())!.number).toBe(rows.length);
  });

  test("many at once make one chain", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, turn) => settingsIn(db).set(`setting${turn}`, "on")));
    const all = await journalIn(db).after(0, 1_000);
    expect(all).toHaveLength(rows.length + 40);
    expect(flawsIn(all)).toEqual([]);
  });
});
