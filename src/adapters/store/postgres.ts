// Kysely on PostgreSQL (13 and later). One transaction writes at a time, as on SQLite, and every commit is on the disk before it is answered.

import { CompiledQuery, PostgresDialect, PostgresDriver, type DatabaseConnection, type Dialect } from "kysely";
import pg from "pg";
import { postgresTrouble } from "./postgresTrouble.ts";
import { prepareSession } from "./postgresSession.ts";

/** Where the database is. */
export interface PostgresOptions {
  /** `postgres://user:password@host/database`; TLS as libpq spells it: `?sslmode=verify-full&sslrootcert=…`. */
  readonly url: string;
  /** Connections that this process opens at most. */
  readonly poolSize: number;
}

/** How long a connection may take to be made or to become free. */
const CONNECT_PATIENCE_MS = 5_000;

/** The dialect for the database at `url`. Nothing is asked of it yet. */
export function postgres({ url, poolSize }: PostgresOptions): Dialect {
  const pool = new pg.Pool({
    ...{ connectionString: url, max: poolSize, connectionTimeoutMillis: CONNECT_PATIENCE_MS, keepAlive: true, application_name: "tradeseal" },
    types: { getTypeParser },
  });
  // A connection that breaks while nobody uses it is replaced by the next one that is needed.
  pool.on("error", () => {});
  const guarded = guardedPool(pool);
  const dialect = new PostgresDialect({ pool: guarded });
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new OneWriterDriver({ pool: guarded }),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

const INT8 = 20;

/** Whole numbers of 64 bits are numbers to us, as SQLite gives them. One that a number cannot hold is a mistake of ours. */
function getTypeParser(oid: number, format?: string): (text: never) => unknown {
  if (oid === INT8 && format !== "binary") return wholeNumber;
  return pg.types.getTypeParser(oid, format as "text");
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`Invariant broken: the store holds no number like ${text}.`);
  return number;
}

/** The same in every release, for it keeps processes of different releases apart, too. */
const WRITER_LOCK = 7_236_173_317;

/**
 * Whoever begins a transaction waits until the one before has ended. So what is read in a transaction stays true until it is
 * committed, numbers become visible in their order, and whatever is right on SQLite is right here.
 */
class OneWriterDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`begin; select pg_advisory_xact_lock(${WRITER_LOCK})`));
  }
}

interface GuardedClient {
  query(text: string, values: readonly unknown[]): Promise<never>;
  release(isBroken?: boolean): void;
}

/** Connections on which every trouble of the database is a fault, and which are thrown away after one. */
function guardedPool(pool: pg.Pool) {
  const guards = new WeakMap<pg.PoolClient, GuardedClient>();
  return {
    options: pool.options,
    async connect(): Promise<never> {
      const client = await pool.connect().catch((error: unknown) => {
        throw postgresTrouble(error) ?? error;
      });
      const known = guards.get(client);
      if (known !== undefined) return known as never;
      await prepareSession(client).catch((error: unknown) => {
        client.release(true);
        throw postgresTrouble(error) ?? error;
      });
      const guard = guardOf(client);
      guards.set(client, guard);
      return guard as never;
    },
    end: () => pool.end(),
  };
}

function guardOf(client: pg.PoolClient): GuardedClient {
  let isSuspect = false;
  // While it is lent to us, the pool does not listen for its end; the query under way tells of it.
  client.on("error", () => (isSuspect = true));
  return {
    async query(text, values) {
      try {
        return (await client.query(text, values as unknown[])) as never;
      } catch (error) {
        const trouble = postgresTrouble(error);
        if (trouble === null) throw error;
        isSuspect = true;
        throw trouble;
      }
    },
    release: (isBroken = false) => client.release(isBroken || isSuspect),
  };
}
