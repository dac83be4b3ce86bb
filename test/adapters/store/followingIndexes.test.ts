/**
 * Goal: finding a document or a delivery takes the same time however many there are.
 * Method: SQLite is asked which index it would use, on an empty store, where it knows no numbers and guesses by the indexes alone.
 */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { openStoreDatabase, type Database } from "../../../src/adapters/store/store.ts";

let db: Database;
beforeAll(async () => void (db = await openStoreDatabase(nodeSqlite(":memory:"))));
afterAll(() => db.destroy());

test.for([
  ["SELECT * FROM documents WHERE issuer = 'a' AND digest = 'b' ORDER BY number DESC LIMIT 100",      /\(digest=\? AND issuer=\?\)/],
  ["SELECT * FROM documents WHERE digest = 'b' AND issuer = 'a' ORDER BY number LIMIT 100",           /\(digest=\? AND issuer=\?\)/],
  ["SELECT * FROM documents WHERE issuer = 'a' AND reference = 'r' ORDER BY number DESC LIMIT 100",   /documents_by_reference \(issuer=\? AND reference=\?\)/],
  ["SELECT * FROM documents WHERE issuer || '' = 'a' AND number < 9 ORDER BY number DESC LIMIT 100",  /documents_by_issuer \(<expr>=\? AND number<\?\)$/],
  ["SELECT * FROM documents WHERE issuer = 'a' AND write_id IS NULL ORDER BY number DESC LIMIT 100",  /documents_waiting/],
  ["SELECT * FROM documents WHERE issuer = 'a' AND write_id IN (1, 2) ORDER BY number DESC LIMIT 9",  /documents_by_write/],
  ["SELECT * FROM documents WHERE write_id = 3 AND issuer = 'a' ORDER BY position, number LIMIT 200", /documents_by_write \(write_id=\?\)$/],
  ["SELECT * FROM events WHERE issuer = 'a' AND last_sequence > 5 ORDER BY last_sequence LIMIT 200",  /\(issuer=\? AND last_sequence>\?\)$/],
  ["SELECT * FROM watches WHERE due_at <= 5 ORDER BY due_at LIMIT 64",                                /watches_due \(due_at<\?\)$/],
] as const)("%s", async ([query, plan]) => {
  const { rows } = await sql.raw<{ detail: string }>(`EXPLAIN QUERY PLAN ${query}`).execute(db);
  expect(rows[0]!.detail).toMatch(plan);
});
