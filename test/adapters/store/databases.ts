// Both databases that a store can lie in, for tests that must hold on either.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dialect } from "kysely";
import { inject } from "vitest";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { postgres } from "../../../src/adapters/store/postgres.ts";

/** An empty database. Each `open` is a connection, or a pool of them, of its own, as another process would have it. */
export interface TestDatabase {
  readonly name: "SQLite" | "PostgreSQL";
  open(): Dialect;
  remove(): void;
}

/** The address of an empty database on the run's PostgreSQL server. */
export async function freshPostgres(): Promise<string> {
  const reply = await fetch(inject("postgresDoor"));
  if (!reply.ok) throw new Error(await reply.text());
  return reply.text();
}

/** How an empty database of each kind is made. */
export const databases: readonly { readonly name: TestDatabase["name"]; readonly make: () => Promise<TestDatabase> }[] = [
  {
    name: "SQLite",
    async make() {
      const folder = mkdtempSync(join(tmpdir(), "tradeseal-store-"));
      return { name: "SQLite", open: () => nodeSqlite(join(folder, "store.sqlite")), remove: () => rmSync(folder, { recursive: true, force: true }) };
    },
  },
  {
    name: "PostgreSQL",
    async make() {
      const url = await freshPostgres();
      return { name: "PostgreSQL", open: () => postgres({ url, poolSize: 4 }), remove: () => {} };
    },
  },
];
