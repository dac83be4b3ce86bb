// The store's tables, and the migrations that make them. Migrations only go forward.

import type { Generated } from "kysely";
import type { Migration, MigrationProvider } from "kysely/migration";
import { accreditationCredentials } from "./migrations/accreditationCredentialsMigration.ts";
import { administration } from "./migrations/administrationMigration.ts";
import { bulk } from "./migrations/bulkMigration.ts";
import { challenges, type ChallengesTable } from "./migrations/challengesMigration.ts";
import { finalBlocks } from "./migrations/finalBlocksMigration.ts";
import { following, type FollowingTables } from "./migrations/followingMigration.ts";
import { issuing, type IssuanceTables } from "./migrations/issuanceMigration.ts";
import { leases, type LeasesTable } from "./migrations/leasesMigration.ts";
import { migrationOf } from "./migrations/migrationDialect.ts";
import { papers, type PaperTables } from "./migrations/paperMigration.ts";
import { predecessors } from "./migrations/predecessorsMigration.ts";
import { presentations } from "./migrations/presentationsMigration.ts";

/** A whole number that SQLite keeps as an integer; booleans are 0 and 1. */
type Flag = 0 | 1;

export interface Tables extends FollowingTables, IssuanceTables, PaperTables {
  documents: DocumentsTable;
  standing_changes: StandingChangesTable;
  standing_words: StandingWordsTable;
  writes: WritesTable;
  attempts: AttemptsTable;
  idempotency_keys: IdempotencyKeysTable;
  issuers: IssuersTable;
  api_keys: ApiKeysTable;
  settings: SettingsTable;
  journal: JournalTable;
  journal_heads: JournalHeadsTable;
  grants: GrantsTable;
  grant_keys: GrantKeysTable;
  accreditation_credentials: AccreditationCredentialsTable;
  leases: LeasesTable;
  challenges: ChallengesTable;
}

interface DocumentsTable {
  number: Generated<number>;
  id: string;
  issuer: string;
  document_type: string;
  digest: string;
  leaf: string;
  reference: string | null;
  is_published: Flag;
  generation: number;
  accepted_at: number;
  standing: string;
  replacement: string | null;
  write_id: number | null;
  position: number | null;
}

interface StandingChangesTable {
  id: Generated<number>;
  document_id: string;
  standing: string;
  reason: string;
  replacement: string | null;
  note: string | null;
  accepted_at: number;
  write_id: number | null;
  /** The issuance whose leaves change together; `null` for a document that was issued alone. */
  together: string | null;
}

/** What issuers say about documents that are not theirs here: as grantors, or anchored elsewhere. */
interface StandingWordsTable {
  number: Generated<number>;
  id: string;
  speaker: string;
  issuer: string;
  document_type: string;
  digest: string;
  leaf: string;
  standing: string;
  reason: string;
  replacement: string | null;
  note: string | null;
  accepted_at: number;
  write_id: number;
}

interface WritesTable {
  id: Generated<number>;
  account: string;
  kind: string;
  /** The body as JSON. */
  body: string;
  state: string;
  block_number: number | null;
  block_hash: string | null;
  block_time: number | null;
  problem: string | null;
  not_before: number;
}

interface AttemptsTable {
  id: Generated<number>;
  write_id: number;
  account: string;
  nonce: number;
  hash: string;
  raw: string;
  max_fee_per_gas: string;
  sent_at: number;
  last_sent_at: number;
}

interface IdempotencyKeysTable {
  issuer: string;
  key: string;
  request_digest: string;
  document_id: string;
}

interface IssuersTable {
  address: string;
  name: string;
  /** The account whose key this service holds and signs with. */
  account: string;
  created_at: number;
  /** The owner to whom the identity is being handed over. */
  successor: string | null;
}

interface ApiKeysTable {
  id: string;
  issuer: string;
  secret_digest: string;
  created_at: number;
  /** Separated by blanks. */
  scopes: string;
  expires_at: number | null;
  revoked_at: Generated<number | null>;
  /** A day in UTC: who was at work when is not kept more exactly. */
  last_used_on: Generated<string | null>;
}

interface SettingsTable {
  name: string;
  value: string;
}

/** Rows as `core/journal.ts` describes them. */
interface JournalTable {
  number: number;
  at: string;
  by: string;
  act: string;
  details: string;
  previous: string;
  hash: string;
}

interface JournalHeadsTable {
  number: number;
  hash: string;
  issuer: string;
  digest: string;
  document_id: string | null;
  at: number;
}

interface GrantsTable {
  number: Generated<number>;
  id: string;
  grantor: string;
  grantee: string;
  document_type: string;
  /** The grantee's; `null` in a withdrawal. */
  name: string | null;
  write_id: number;
  accepted_at: number;
}

interface GrantKeysTable {
  issuer: string;
  key: string;
  request_digest: string;
  /** Separated by blanks. */
  grant_ids: string;
}

/** The credential that carries a grant, as it was signed. */
interface AccreditationCredentialsTable {
  grant_id: string;
  digest: string;
  text: string;
}

/** Every migration there was, by the name under which it is remembered. */
export const migrations: MigrationProvider = {
  getMigrations: async () => ({
    "0001_first": first,
    "0002_administration": administration,
    "0003_standing_words": standingWords,
    "0004_successors": successors,
    "0005_accreditation_credentials": accreditationCredentials,
    "0006_final_blocks": finalBlocks,
    "0007_bulk": bulk,
    "0008_following": following,
    "0009_leases": leases,
    "0010_issuing": issuing,
    "0011_papers": papers,
    "0012_challenges": challenges,
    "0013_presentations": presentations,
    "0014_predecessors": predecessors,
  }),
};

const successors: Migration = migrationOf(["ALTER TABLE issuers ADD COLUMN successor TEXT"]);

const standingWords: Migration = migrationOf([
  `CREATE TABLE standing_words (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, speaker TEXT NOT NULL, issuer TEXT NOT NULL, document_type TEXT NOT NULL,
    digest TEXT NOT NULL, leaf TEXT NOT NULL, standing TEXT NOT NULL, reason TEXT NOT NULL, replacement TEXT, note TEXT, accepted_at REAL NOT NULL,
    write_id INTEGER NOT NULL REFERENCES writes (id))`,
  `CREATE INDEX standing_words_by_leaf ON standing_words (leaf, speaker)`,
]);

const first: Migration = migrationOf([
  `CREATE TABLE writes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
    block_number INTEGER, block_hash TEXT, block_time INTEGER, problem TEXT, not_before REAL NOT NULL DEFAULT 0)`,
  `CREATE INDEX writes_open ON writes (account, id) WHERE state NOT IN ('final', 'refused')`,
  `CREATE INDEX writes_final ON writes (block_number) WHERE state = 'final'`,
  `CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, issuer TEXT NOT NULL, document_type TEXT NOT NULL, digest TEXT NOT NULL,
    leaf TEXT NOT NULL, reference TEXT, is_published INTEGER NOT NULL, generation INTEGER NOT NULL, accepted_at REAL NOT NULL,
    standing TEXT NOT NULL DEFAULT 'active', replacement TEXT, write_id INTEGER REFERENCES writes (id), position INTEGER,
    UNIQUE (digest, issuer, document_type, generation))`,
  `CREATE INDEX documents_waiting ON documents (number) WHERE write_id IS NULL`,
  `CREATE TABLE standing_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL REFERENCES documents (id), standing TEXT NOT NULL, reason TEXT NOT NULL,
    replacement TEXT, note TEXT, accepted_at REAL NOT NULL, write_id INTEGER REFERENCES writes (id))`,
  `CREATE INDEX standing_changes_waiting ON standing_changes (id) WHERE write_id IS NULL`,
  `CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, write_id INTEGER NOT NULL REFERENCES writes (id), account TEXT NOT NULL, nonce INTEGER NOT NULL,
    hash TEXT NOT NULL UNIQUE, raw TEXT NOT NULL, max_fee_per_gas TEXT NOT NULL, sent_at REAL NOT NULL, last_sent_at REAL NOT NULL)`,
  `CREATE INDEX attempts_by_write ON attempts (write_id)`,
  `CREATE TABLE idempotency_keys (
    issuer TEXT NOT NULL, key TEXT NOT NULL, request_digest TEXT NOT NULL, document_id TEXT NOT NULL REFERENCES documents (id), PRIMARY KEY (issuer, key))`,
  `CREATE TABLE issuers (address TEXT PRIMARY KEY, name TEXT NOT NULL, account TEXT NOT NULL, created_at REAL NOT NULL)`,
  `CREATE TABLE api_keys (id TEXT PRIMARY KEY, issuer TEXT NOT NULL REFERENCES issuers (address), secret_digest TEXT NOT NULL, created_at REAL NOT NULL)`,
  `CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
]);
