// The migration that brings administration: scopes and ends of API keys, the register of grants, the journal.

import type { Migration } from "kysely/migration";
import { migrationOf, type MigrationStatement } from "./migrationDialect.ts";

const STATEMENTS: readonly MigrationStatement[] = [
  // Keys that were handed out before there were scopes go on opening what they opened, and what has come since.
  `ALTER TABLE api_keys ADD COLUMN scopes TEXT NOT NULL DEFAULT 'issue accredit read'`,
  `ALTER TABLE api_keys ADD COLUMN expires_at REAL`,
  `ALTER TABLE api_keys ADD COLUMN revoked_at REAL`,
  `ALTER TABLE api_keys ADD COLUMN last_used_on TEXT`,
  `CREATE TABLE grants (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, grantor TEXT NOT NULL, grantee TEXT NOT NULL, document_type TEXT NOT NULL,
    name TEXT, write_id INTEGER NOT NULL REFERENCES writes (id), accepted_at REAL NOT NULL)`,
  `CREATE INDEX grants_by_grantor ON grants (grantor, grantee, document_type, number)`,
  // What was said before there was a register; when it was accepted is not known any more. No store on PostgreSQL is that old.
  {
    sqlite: [
      `INSERT INTO grants (id, grantor, grantee, document_type, name, write_id, accepted_at)
    SELECT lower(hex(randomblob(16))), json_extract(body, '$.grantor'), json_extract(body, '$.grantee'), json_extract(body, '$.documentType'), json_extract(body, '$.name'), id, coalesce(block_time, 0)
    FROM writes WHERE kind IN ('accredit', 'withdraw') ORDER BY id`,
    ],
    postgres: [],
  },
  `CREATE TABLE grant_keys (issuer TEXT NOT NULL, key TEXT NOT NULL, request_digest TEXT NOT NULL, grant_ids TEXT NOT NULL, PRIMARY KEY (issuer, key))`,
  `CREATE TABLE journal (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, act TEXT NOT NULL, details TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)`,
  // Against slips of our own. Whoever owns the database can take these away; against that there are the hashes.
  {
    sqlite: [
      `CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
      `CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
    ],
    postgres: [
      `CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$`,
      `CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal FOR EACH ROW EXECUTE FUNCTION journal_is_append_only()`,
      `CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal FOR EACH ROW EXECUTE FUNCTION journal_is_append_only()`,
      `CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()`,
    ],
  },
  `CREATE TABLE journal_heads (
    number INTEGER PRIMARY KEY, hash TEXT NOT NULL, issuer TEXT NOT NULL, digest TEXT NOT NULL, document_id TEXT REFERENCES documents (id), at REAL NOT NULL)`,
];

export const administration: Migration = migrationOf(STATEMENTS);
