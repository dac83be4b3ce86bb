// Bare rows: how fast the store's own table takes rows, with nothing around it.

import { randomBytes, randomUUID } from "node:crypto";
import { nodeSqlite, openDatabase } from "../src/adapters/store/nodeSqlite.ts";
import { openStoreDatabase } from "../src/adapters/store/store.ts";

const COLUMNS = "id, issuer, document_type, digest, leaf, reference, is_published, generation, accepted_at, standing, replacement, write_id, position";

/**
 * Rows a second that a new store's table of documents takes: its indexes, its durability, one prepared statement, no HTTP, no JSON,
 * nothing looked up before.
 */
export async function bareRows(file: string, { count, perTransaction }: { count: number; perTransaction: number }): Promise<number> {
  await (await openStoreDatabase(nodeSqlite(file))).destroy();
  const database = openDatabase(file);
  const insert = database.prepare(`INSERT INTO documents (${COLUMNS}) VALUES (${COLUMNS.replace(/\w+/g, "?")})`);
  const issuer = `0x${"d".repeat(40)}`;
  const startedAt = performance.now();
  for (let done = 0; done < count; done += perTransaction) {
    database.exec("BEGIN IMMEDIATE");
    for (let row = done; row < Math.min(done + perTransaction, count); row += 1) {
      const digest = randomBytes(32).toString("hex");
      insert.run(randomUUID(), issuer, "861", digest, digest, null, 1, 0, 1_790_000_000.5, "active", null, null, null);
    }
    database.exec("COMMIT");
  }
  const seconds = (performance.now() - startedAt) / 1000;
  database.close();
  return count / seconds;
}
