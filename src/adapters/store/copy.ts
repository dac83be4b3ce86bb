// Copying a store from SQLite to PostgreSQL: every table, row by row, as it is.

import { sql, type Kysely, type Transaction } from "kysely";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Fault } from "../../core/fault.ts";
import { JournalCheck, type JournalRow } from "../../core/journal.ts";
import { UNFINISHED_COPY } from "./unfinishedCopy.ts";
import type { Database } from "./store.ts";

/** How far copying has come. */
export interface CopyProgress {
  readonly table: string;
  readonly copied: number;
  readonly total: number;
}

/** Rows in one transaction. */
const ROWS_AT_ONCE = 500;
/** Kysely's own tables are there already; leases are of workers, not of what they work on. */
const NOT_COPIED = /^(kysely_.*|sqlite_.*|leases)$/;

/**
 * Copies the store in `file` into `target`, an open database that must be empty. Nobody may use either meanwhile.
 *
 * @throws Fault `data_folder_unusable` when the target holds something, or afterwards differs from what was copied.
 */
export async function copyStore(file: string, target: Database, progress: (step: CopyProgress) => void): Promise<readonly CopyProgress[]> {
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = tablesIn(source);
    await refuseFilled(target, tables);
    // Until it is taken away again, nobody serves from what is only half there.
    await target.insertInto("settings").values({ name: UNFINISHED_COPY, value: "yes" }).execute();
    const done: CopyProgress[] = [];
    for (const table of tables) done.push(await copyTable(table, { source, target, progress }));
    await compare(target, done);
    await target.deleteFrom("settings").where("name", "=", UNFINISHED_COPY).execute();
    return done;
  } finally {
    source.close();
  }
}

/** The tables of a store that are copied, in an order in which every row comes after those that it refers to. */
export function tablesIn(source: DatabaseSync): readonly string[] {
  const names = (source.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as { name: string }[]).map(({ name }) => name).filter((name) => !NOT_COPIED.test(name));
  const ordered: string[] = [];
  const add = (name: string): void => {
    if (ordered.includes(name)) return;
    const references = source.prepare(`SELECT "table" AS name FROM pragma_foreign_key_list(?)`).all(name) as { name: string }[];
    for (const reference of references) if (reference.name !== name) add(reference.name);
    ordered.push(name);
  };
  names.forEach(add);
  return ordered;
}

async function refuseFilled(target: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const count = await countOf(target, table);
    if (count > 0) throw new Fault("data_folder_unusable", `The target is not empty: its table ${table} holds ${count} rows. Nothing was copied. Name an empty database.`);
  }
}

async function countOf(db: Kysely<never> | Database, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(db as Database);
  return rows[0]!.count;
}

interface CopyParts {
  readonly source: DatabaseSync;
  readonly target: Database;
  readonly progress: (step: CopyProgress) => void;
}

async function copyTable(table: string, { source, target, progress }: CopyParts): Promise<CopyProgress> {
  const total = (source.prepare(`SELECT count(*) AS count FROM "${table}"`).get() as { count: number }).count;
  const page = source.prepare(`SELECT rowid AS copied_rowid, * FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_AT_ONCE}`);
  let [copied, last] = [0, -(2 ** 53) + 1];
  for (;;) {
    const rows = page.all(last) as Record<string, SQLInputValue>[];
    if (rows.length === 0) break;
    last = rows.at(-1)!["copied_rowid"] as number;
    await target.transaction().execute((trx) => insertRows(trx, table, rows));
    copied += rows.length;
    progress({ table, copied, total });
  }
  await continueNumbers(target, table);
  return { table, copied, total };
}

async function insertRows(trx: Transaction<never> | Database, table: string, rows: readonly Record<string, SQLInputValue>[]): Promise<void> {
  const columns = Object.keys(rows[0]!).filter((name) => name !== "copied_rowid");
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) VALUES ${sql.join(values)}`.execute(trx as Database);
}

/** Numbers that the database gives go on behind those that were copied. */
async function continueNumbers(target: Database, table: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ${table} AND is_identity = 'YES'`.execute(target);
  for (const { name } of rows) {
    const sequence = sql`pg_get_serial_sequence(quote_ident(${table}::text), ${name}::text)`;
    await sql`SELECT setval(${sequence}, coalesce((SELECT max(${sql.ref(name)}) FROM ${sql.table(table)}), 1), (SELECT count(*) > 0 FROM ${sql.table(table)}))`.execute(target);
  }
}

async function compare(target: Database, done: readonly CopyProgress[]): Promise<void> {
  for (const { table, total } of done) {
    const count = (await countOf(target, table)) - (table === "settings" ? 1 : 0);
    if (count !== total) throw new Fault("data_folder_unusable", `The copy has ${count} rows in ${table} where the store has ${total}. Somebody else writes in one of them: stop that, empty the target and copy again.`);
  }
  const check = new JournalCheck();
  let page: readonly JournalRow[] = [];
  do {
    page = (await target.selectFrom("journal").selectAll().where("number", ">", page.at(-1)?.number ?? 0).orderBy("number").limit(ROWS_AT_ONCE).execute()) as JournalRow[];
    for (const row of page) check.add(row);
  } while (page.length > 0);
  if (check.flaws.length > 0) throw new Fault("data_folder_unusable", `The journal has a flaw at row ${check.flaws[0]!.number}. See whether the store has it, too: tradeseal journal verify`);
}
