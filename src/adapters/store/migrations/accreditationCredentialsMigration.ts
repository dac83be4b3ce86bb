// The migration that brings accreditation credentials: each grant's, as it was signed.

import type { Migration } from "kysely/migration";
import { migrationOf } from "./migrationDialect.ts";

export const accreditationCredentials: Migration = migrationOf([
  `CREATE TABLE accreditation_credentials (grant_id TEXT PRIMARY KEY REFERENCES grants (id), digest TEXT NOT NULL, text TEXT NOT NULL)`,
  // Few among many writes, and looked for before every grant.
  `CREATE INDEX writes_about_identities ON writes (kind) WHERE kind IN ('attribute', 'revokeAttribute', 'changeOwner')`,
]);
