// Kysely on Node's built-in SQLite. Every commit is on the disk before it is answered.

import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult } from "kysely";
import { withTroubles } from "./sqliteTrouble.ts";

/** The dialect for the database at `path`. */
export function nodeSqlite(path: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(path),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Opens a database so that a commit survives a loss of power (`synchronous=FULL`) and another process may read beside us (WAL). */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;");
  return database;
}

/** One connection, taken by turns: SQLite writes one transaction at a time anyway. */
class NodeSqliteDriver implements Driver {
  readonly #path: string;
  #connection: NodeSqliteConnection | null = null;
  #turn: Promise<void> = Promise.resolve();
  #endTurn: () => void = () => {};

  constructor(path: string) {
    this.#path = path;
  }

  async init(): Promise<void> {
    this.#connection = new NodeSqliteConnection(withTroubles(() => openDatabase(this.#path)));
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    this.#endTurn = resolve;
    return this.#connection!;
  }

  async releaseConnection(): Promise<void> {
    this.#endTurn();
  }

  async beginTransaction(): Promise<void> {
    this.#connection!.run("BEGIN IMMEDIATE");
  }

  async commitTransaction(): Promise<void> {
    this.#connection!.run("COMMIT");
  }

  async rollbackTransaction(): Promise<void> {
    this.#connection!.rollBack();
  }

  async destroy(): Promise<void> {
    this.#connection?.close();
  }
}

/** Statements stay prepared: the store uses a few dozen, again and again. */
const PREPARED_LIMIT = 200;

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, ReturnType<DatabaseSync["prepare"]>>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return withTroubles(() => {
      const statement = this.#statement(sql);
      const values = parameters as SQLInputValue[];
      if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
      const { changes, lastInsertRowid } = statement.run(...values);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    });
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Streaming is not offered: the store asks for pages.");
  }

  run(sql: string): void {
    withTroubles(() => this.#database.exec(sql));
  }

  /** After some troubles, such as a full disk, SQLite has rolled back by itself. */
  rollBack(): void {
    if (this.#database.isTransaction) this.run("ROLLBACK");
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #statement(sql: string): ReturnType<DatabaseSync["prepare"]> {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    if (this.#prepared.size >= PREPARED_LIMIT) this.#prepared.clear();
    const statement = this.#database.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
