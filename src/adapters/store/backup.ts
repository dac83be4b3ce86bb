// Backing up the store, from either database, into one file of SQLite, while services go on writing.

import { backup, DatabaseSync, type SQLInputValue } from "node:sqlite";
import { sql } from "kysely";
import type { CopyProgress } from "./copy.ts";
import { tablesIn } from "./copy.ts";
import { nodeSqlite } from "./nodeSqlite.ts";
import { openStoreDatabase, type Database } from "./store.ts";

/** Copies the SQLite store in `file` to `to`, as it is at one moment. */
export async function backUpSqlite(file: string, to: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
}

/** Rows fetched at once. */
const ROWS_AT_ONCE = 1_000;

/** Copies the store on PostgreSQL into a new SQLite file, as it is at one moment: one snapshot, which writers do not wait for. */
export async function backUpPostgres(source: Database, to: string, progress: (step: CopyProgress) => void): Promise<void> {
  // Its tables come from the same migrations as those of the source.
  await (await openStoreDatabase(nodeSqlite(to))).destroy();
  const target = new DatabaseSync(to);
  target.exec("PRAGMA foreign_keys = OFF; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;");
  try {
    await source.connection().execute(async (connection) => {
      await sql.raw("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(connection);
      await sql.raw("SET LOCAL statement_timeout = 0").execute(connection);
      try {
        for (const table of tablesIn(target)) await copyTable(table, { source: connection, target, progress });
      } finally {
        await sql.raw("ROLLBACK").execute(connection);
      }
    });
  } finally {
    target.close();
  }
}

interface Parts {
  readonly source: Database;
  readonly target: DatabaseSync;
  readonly progress: (step: CopyProgress) => void;
}

async function copyTable(table: string, { source, target, progress }: Parts): Promise<void> {
  const { total } = (await sql<{ total: number }>`SELECT count(*) AS total FROM ${sql.table(table)}`.execute(source)).rows[0]!;
  await sql`DECLARE copied NO SCROLL CURSOR FOR SELECT * FROM ${sql.table(table)}`.execute(source);
  target.exec("BEGIN");
  for (let copied = 0; ; ) {
    const { rows } = await sql<Record<string, SQLInputValue>>`FETCH ${sql.raw(String(ROWS_AT_ONCE))} FROM copied`.execute(source);
    if (rows.length === 0) break;
    const columns = Object.keys(rows[0]!);
    const insert = target.prepare(`INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`);
    for (const row of rows) insert.run(...columns.map((column) => row[column]!));
    copied += rows.length;
    progress({ table, copied, total });
  }
  target.exec("COMMIT");
  await sql.raw("CLOSE copied").execute(source);
}
