// The store's disk: the real SQLite store in memory, which outlives the processes that use it.
//
// A process reaches it through a dialect of its own. When the process is killed, what it had not committed is gone, as it
// is when a real process dies; what it had committed stays.

import { CompiledQuery, Kysely, type DatabaseConnection, type Dialect, type Driver } from "kysely";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { openStoreDatabase, type Database } from "../../../src/adapters/store/store.ts";

/** What stands between a process and the disk: it may die there, or the disk may fail. */
export interface Gate {
  isDead(): boolean;
  pass<T>(step: string, act: () => Promise<T>): Promise<T>;
}

/** A disk with the store's tables on it. */
export class Disk {
  readonly #driver: Driver;
  #connection: DatabaseConnection | null = null;
  #holder: Gate | null = null;
  #isInTransaction = false;
  #tables: readonly string[] = [];

  private constructor(driver: Driver) {
    this.#driver = driver;
  }

  static async make(): Promise<Disk> {
    const disk = new Disk(nodeSqlite(":memory:").createDriver());
    await disk.#driver.init();
    await openStoreDatabase(disk.#dialectWith(disk.#driver));
    disk.#connection = await disk.#driver.acquireConnection();
    const named = await disk.#query<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'kysely%' AND name <> 'sqlite_sequence'");
    disk.#tables = named.map(({ name }) => name);
    // The journal's guard against deleting would also keep a disk from being emptied between two worlds.
    for (const { name } of await disk.#query<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'")) await disk.#query(`DROP TRIGGER ${name}`);
    await disk.#driver.releaseConnection(disk.#connection);
    return disk;
  }

  /** The database as a process sees it. */
  openFor(gate: Gate): Database {
    return new Kysely({ dialect: this.#dialectWith(this.#driverFor(gate)) });
  }

  /** What the process had not committed is gone. */
  async lose(gate: Gate): Promise<void> {
    if (this.#holder !== gate) return;
    await this.#release();
  }

  /** As new. */
  async empty(): Promise<void> {
    await this.#query("PRAGMA foreign_keys = OFF");
    for (const table of this.#tables) await this.#query(`DELETE FROM ${table}`);
    await this.#query("DELETE FROM sqlite_sequence");
    await this.#query("PRAGMA foreign_keys = ON");
  }

  async #query<R>(sql: string): Promise<readonly R[]> {
    return (await this.#connection!.executeQuery<R>(CompiledQuery.raw(sql))).rows;
  }

  #dialectWith(driver: Driver): Dialect {
    return { ...nodeSqlite(":memory:"), createDriver: () => driver };
  }

  async #release(): Promise<void> {
    if (this.#isInTransaction) await this.#driver.rollbackTransaction(this.#connection!);
    this.#isInTransaction = false;
    this.#holder = null;
    await this.#driver.releaseConnection(this.#connection!);
  }

  #driverFor(gate: Gate): Driver {
    const connection: DatabaseConnection = {
      executeQuery: (query) => gate.pass("query", () => this.#connection!.executeQuery(query)),
      streamQuery: () => {
        throw new Error("Streaming is not simulated.");
      },
    };
    return {
      init: async () => {},
      destroy: async () => {},
      acquireConnection: async () => {
        await this.#driver.acquireConnection();
        this.#holder = gate;
        // A dead process can do nothing with it; and a driver that throws here would have Kysely wait for ever.
        if (gate.isDead()) await this.#release();
        return connection;
      },
      beginTransaction: (_, settings) =>
        gate.pass("begin", async () => {
          this.#isInTransaction = true;
          await this.#driver.beginTransaction(this.#connection!, settings);
        }),
      commitTransaction: () =>
        gate.pass("commit", async () => {
          this.#isInTransaction = false;
          await this.#driver.commitTransaction(this.#connection!);
        }),
      rollbackTransaction: async () => {
        // After a commit whose answer was lost there is nothing left to take back.
        if (gate.isDead() || !this.#isInTransaction) return;
        await this.#driver.rollbackTransaction(this.#connection!);
        this.#isInTransaction = false;
      },
      releaseConnection: async () => {
        if (!gate.isDead()) await this.#release();
      },
    };
  }
}
