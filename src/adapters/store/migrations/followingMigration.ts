// The migration that brings following: events, webhooks with their deliveries, watches, and indexes for pages of documents.

import type { Migration } from "kysely/migration";
import { migrationOf } from "./migrationDialect.ts";

type Flag = 0 | 1;

/** The tables of following. */
export interface FollowingTables {
  event_counters: EventCountersTable;
  events: EventsTable;
  webhooks: WebhooksTable;
  deliveries: DeliveriesTable;
  watches: WatchesTable;
  watch_counts: WatchCountsTable;
  watch_ties: WatchTiesTable;
  watch_places: WatchPlacesTable;
}

/** Counting in the transaction that stores an event makes sequences follow the order of commits, on any database. */
interface EventCountersTable {
  issuer: string;
  last: number;
}

/** One row for what happened to a whole batch: its events are those of its documents, in order of their places. */
interface EventsTable {
  id: string;
  issuer: string;
  last_sequence: number;
  count: number;
  kind: string;
  at: number;
  document_id: string | null;
  write_id: number | null;
  data: string;
}

interface WebhooksTable {
  id: string;
  issuer: string;
  url: string;
  kinds: string;
  secret: string;
  previous_secret: string | null;
  previous_until: number | null;
  is_enabled: Flag;
  problem: string | null;
  failing_since: number | null;
  /** The sequence up to which deliveries were made. */
  reached: number;
  created_at: number;
}

interface DeliveriesTable {
  id: string;
  webhook_id: string;
  event_id: string;
  kind: string;
  sequence: number;
  document_id: string | null;
  body: string;
  is_waiting: Flag;
  attempts: number;
  not_before: number;
  problem: string | null;
  failed_at: number | null;
}

interface WatchesTable {
  id: string;
  holder: string;
  digest: string;
  leaf: string;
  document_type: string | null;
  issuer: string | null;
  seal: string | null;
  root: string | null;
  verdict: string;
  reason: string | null;
  doubt_since: number | null;
  created_at: number;
  judged_at: number;
  judged_block: number;
  stirred_block: number;
  due_at: number;
}

interface WatchCountsTable {
  holder: string;
  count: number;
}

interface WatchTiesTable {
  watch_id: string;
  issuer: string;
  document_type: string;
}

interface WatchPlacesTable {
  name: string;
  seen_number: number;
  seen_hash: string;
  seen_time: number;
  final_number: number;
  final_hash: string;
  final_time: number;
  believed: string;
}

export const following: Migration = migrationOf([
  // Over an expression, so that only pages of everything use it: planners prefer an index in the right order to one that finds the few rows wanted.
  `CREATE INDEX documents_by_issuer ON documents ((issuer || ''), number)`,
  `CREATE INDEX documents_by_reference ON documents (issuer, reference, number) WHERE reference IS NOT NULL`,
  `CREATE INDEX documents_by_write ON documents (write_id, position, number) WHERE write_id IS NOT NULL`,
  `CREATE INDEX standing_changes_by_write ON standing_changes (write_id) WHERE write_id IS NOT NULL`,
  `CREATE INDEX standing_words_by_write ON standing_words (write_id)`,
  `CREATE TABLE event_counters (issuer TEXT PRIMARY KEY, last BIGINT NOT NULL)`,
  `CREATE TABLE events (
    id TEXT NOT NULL UNIQUE, issuer TEXT NOT NULL, last_sequence BIGINT NOT NULL, count BIGINT NOT NULL, kind TEXT NOT NULL, at DOUBLE PRECISION NOT NULL,
    document_id TEXT, write_id BIGINT, data TEXT NOT NULL, PRIMARY KEY (issuer, last_sequence))`,
  `CREATE INDEX events_by_age ON events (at)`,
  `CREATE TABLE webhooks (
    id TEXT PRIMARY KEY, issuer TEXT NOT NULL, url TEXT NOT NULL, kinds TEXT NOT NULL, secret TEXT NOT NULL, previous_secret TEXT, previous_until DOUBLE PRECISION,
    is_enabled BIGINT NOT NULL, problem TEXT, failing_since DOUBLE PRECISION, reached BIGINT NOT NULL, created_at DOUBLE PRECISION NOT NULL)`,
  `CREATE INDEX webhooks_by_issuer ON webhooks (issuer)`,
  `CREATE TABLE deliveries (
    id TEXT PRIMARY KEY, webhook_id TEXT NOT NULL, event_id TEXT NOT NULL, kind TEXT NOT NULL, sequence BIGINT NOT NULL, document_id TEXT, body TEXT NOT NULL,
    is_waiting BIGINT NOT NULL, attempts BIGINT NOT NULL, not_before DOUBLE PRECISION NOT NULL, problem TEXT, failed_at DOUBLE PRECISION, UNIQUE (webhook_id, sequence))`,
  `CREATE INDEX deliveries_due ON deliveries (webhook_id, not_before) WHERE is_waiting = 1`,
  `CREATE INDEX deliveries_by_document ON deliveries (webhook_id, document_id, sequence) WHERE is_waiting = 1`,
  `CREATE TABLE watches (
    id TEXT PRIMARY KEY, holder TEXT NOT NULL, digest TEXT NOT NULL, leaf TEXT NOT NULL, document_type TEXT, issuer TEXT, seal TEXT, root TEXT, verdict TEXT NOT NULL,
    reason TEXT, doubt_since DOUBLE PRECISION, created_at DOUBLE PRECISION NOT NULL, judged_at DOUBLE PRECISION NOT NULL, judged_block BIGINT NOT NULL,
    stirred_block BIGINT NOT NULL, due_at DOUBLE PRECISION NOT NULL)`,
  `CREATE INDEX watches_by_holder ON watches (holder, created_at, id)`,
  `CREATE INDEX watches_by_leaf ON watches (leaf, holder)`,
  `CREATE INDEX watches_by_root ON watches (root) WHERE root IS NOT NULL`,
  `CREATE INDEX watches_due ON watches (due_at)`,
  `CREATE INDEX watches_by_block ON watches (judged_block)`,
  `CREATE TABLE watch_counts (holder TEXT PRIMARY KEY, count BIGINT NOT NULL)`,
  `CREATE TABLE watch_ties (watch_id TEXT NOT NULL, issuer TEXT NOT NULL, document_type TEXT NOT NULL, PRIMARY KEY (watch_id, issuer, document_type))`,
  `CREATE INDEX watch_ties_by_issuer ON watch_ties (document_type, issuer, watch_id)`,
  `CREATE TABLE watch_places (
    name TEXT PRIMARY KEY, seen_number BIGINT NOT NULL, seen_hash TEXT NOT NULL, seen_time BIGINT NOT NULL,
    final_number BIGINT NOT NULL, final_hash TEXT NOT NULL, final_time BIGINT NOT NULL, believed TEXT NOT NULL)`,
]);
