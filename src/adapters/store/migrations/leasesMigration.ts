// The migration that brings leases: who of several workers does what.

import type { Migration } from "kysely/migration";
import { migrationOf } from "./migrationDialect.ts";

export interface LeasesTable {
  /** What is leased. */
  name: string;
  /** Whose it is; random for each process. */
  holder: string;
  /** Counted up whenever it changes hands, so that a former holder is known by its number. */
  fence: number;
  /** Until when it holds unless it is renewed, in Unix seconds by the database's clock. */
  until: number;
}

export const leases: Migration = migrationOf([`CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, fence INTEGER NOT NULL, until REAL NOT NULL)`]);
