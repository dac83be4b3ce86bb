// The migration that brings accreditation credentials: each grant's, as it was signed.

import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

export const accreditationCredentials: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS: readonly string[] = [
  `CREATE TABLE accreditation_credentials (grant_id TEXT PRIMARY KEY REFERENCES grants (id), digest TEXT NOT NULL, text TEXT NOT NULL)`,
  // Few among many writes, and looked for before every grant.
  `CREATE INDEX writes_about_identities ON writes (kind) WHERE kind IN ('attribute', 'revokeAttribute', 'changeOwner')`,
];
