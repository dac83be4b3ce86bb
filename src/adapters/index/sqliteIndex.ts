// The index: which anchors hold a leaf, which grants lead on from here. It can be thrown away and rebuilt from the ledger.
//
// Answers are given at once, without waiting, so that several of them hold for the same block.

import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Address } from "../../core/address.ts";
import type { Digest, Leaf } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { AnchorName, Block } from "../../core/ledger.ts";
import type { DigestName, FoundAnchor, FoundGrant, IndexWriter, LedgerEvent } from "../../flows/ports.ts";
import type { PublishedLeaves } from "../../flows/recovering/recoverPorts.ts";

const SCHEMA = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS ledger (name TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS reached (number INTEGER PRIMARY KEY, hash TEXT NOT NULL, time INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS anchors (
    id INTEGER PRIMARY KEY, issuer TEXT NOT NULL, document_type TEXT NOT NULL, root TEXT NOT NULL,
    size INTEGER NOT NULL, account TEXT NOT NULL, block_number INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS anchors_by_name ON anchors (root, issuer, document_type);
  CREATE INDEX IF NOT EXISTS anchors_by_block ON anchors (block_number);
  CREATE TABLE IF NOT EXISTS leaves (leaf BLOB NOT NULL, anchor INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (leaf, anchor, place)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS batches (anchor INTEGER PRIMARY KEY, leaves BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS grants (
    id INTEGER PRIMARY KEY, grantor TEXT NOT NULL, grantee TEXT NOT NULL, document_type TEXT NOT NULL,
    may_pass_on INTEGER NOT NULL, name TEXT NOT NULL, particulars TEXT NOT NULL, block_number INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS grants_by_grantor ON grants (document_type, grantor);
  CREATE INDEX IF NOT EXISTS grants_by_block ON grants (block_number);
  CREATE TABLE IF NOT EXISTS did_changes (identity TEXT NOT NULL, block_number INTEGER NOT NULL, is_deactivated INTEGER NOT NULL, PRIMARY KEY (identity, block_number, is_deactivated));
  CREATE INDEX IF NOT EXISTS did_changes_by_block ON did_changes (block_number);
  CREATE TABLE IF NOT EXISTS spoken (leaf BLOB NOT NULL, speaker TEXT NOT NULL, block_number INTEGER NOT NULL, PRIMARY KEY (leaf, speaker, block_number)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS spoken_by_speaker ON spoken (speaker, block_number);
  CREATE INDEX IF NOT EXISTS spoken_by_block ON spoken (block_number);
  CREATE TABLE IF NOT EXISTS replacements (
    replacement BLOB NOT NULL, issuer TEXT NOT NULL, document_type TEXT NOT NULL, leaf BLOB NOT NULL, block_number INTEGER NOT NULL,
    PRIMARY KEY (replacement, issuer, document_type, block_number, leaf)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS replacements_by_block ON replacements (block_number);
  CREATE TABLE IF NOT EXISTS final_mark (number INTEGER NOT NULL, hash TEXT NOT NULL, time INTEGER NOT NULL);
`;

/** Counted up when the tables change. */
const SHAPE = 5;

const LEAF_BYTES = 32;

/** How many reached blocks are remembered for finding where a reorganisation began. */
const REACHED_KEPT = 1_000;

/** The index kept in `database`. */
export class SqliteIndex implements IndexWriter, PublishedLeaves {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** Graphs of grants by type and roots; forgotten whenever a grant comes or goes. */
  readonly #below = new Map<string, readonly FoundGrant[]>();
  #version = -1;

  /** @param ledgerName tells ledgers apart: an index of another one is emptied. */
  constructor(database: DatabaseSync, ledgerName: string) {
    this.#database = database;
    dropOlderShape(database);
    database.exec(SCHEMA);
    const known = this.#sql("SELECT name FROM ledger").get() as { name: string } | undefined;
    if (known !== undefined && known.name !== ledgerName) this.forgetAbove(-1);
    this.#inTransaction(() => {
      if (known?.name !== ledgerName) this.#sql("DELETE FROM final_mark").run();
      this.#sql("DELETE FROM ledger").run();
      this.#sql("INSERT INTO ledger (name) VALUES (?)").run(ledgerName);
    });
  }

  reached(): Block | null {
    return (this.#sql("SELECT number, hash, time FROM reached ORDER BY number DESC LIMIT 1").get() as unknown as Block | undefined) ?? null;
  }

  reachedBefore(): readonly Block[] {
    return this.#sql("SELECT number, hash, time FROM reached ORDER BY number DESC").all() as unknown as Block[];
  }

  anchorsOf(leaf: Leaf): readonly FoundAnchor[] {
    const rows = this.#sql(
      `SELECT issuer, document_type AS documentType, root, size, account, block_number AS blockNumber, min(place) AS "index"
       FROM leaves JOIN anchors ON anchors.id = leaves.anchor WHERE leaf = ? GROUP BY issuer, document_type, root ORDER BY block_number`,
    ).all(bytesOf(leaf));
    return rows as unknown as FoundAnchor[];
  }

  anchorNamed({ issuer, documentType, root }: AnchorName): { account: Address; blockNumber: number } | null {
    const row = this.#sql("SELECT account, block_number AS blockNumber FROM anchors WHERE root = ? AND issuer = ? AND document_type = ? ORDER BY id").get(root, issuer, documentType);
    return (row as unknown as { account: Address; blockNumber: number } | undefined) ?? null;
  }

  leavesOf({ issuer, documentType, root }: AnchorName): readonly Leaf[] | null {
    const row = this.#sql("SELECT leaves FROM anchors JOIN batches ON batches.anchor = anchors.id WHERE root = ? AND issuer = ? AND document_type = ?").get(root, issuer, documentType);
    return row === undefined ? null : leavesIn(row["leaves"] as Uint8Array);
  }

  grantsBelow(documentType: DocumentType, roots: readonly Address[]): readonly FoundGrant[] {
    this.#noticeOthers();
    const key = `${documentType} ${roots.join(" ")}`;
    const known = this.#below.get(key);
    if (known !== undefined) return known;
    const grants = this.#search(documentType, roots);
    this.#below.set(key, grants);
    return grants;
  }

  grantsAbove(grantee: Address, documentType: DocumentType, roots: readonly Address[]): readonly FoundGrant[] {
    const byGrantee = Map.groupBy(this.grantsBelow(documentType, roots), (grant) => grant.grantee);
    const above: FoundGrant[] = [];
    const seen = new Set<Address>([grantee]);
    for (const identity of seen) {
      for (const grant of byGrantee.get(identity) ?? []) {
        above.push(grant);
        seen.add(grant.grantor);
      }
    }
    return above;
  }

  deactivatedIn(identity: Address): number | null {
    const row = this.#sql("SELECT min(block_number) AS block FROM did_changes WHERE identity = ? AND is_deactivated = 1").get(identity) as { block: number | null };
    return row.block;
  }

  changedIn(identity: Address): number {
    const row = this.#sql("SELECT coalesce(max(block_number), 0) AS block FROM did_changes WHERE identity = ?").get(identity) as { block: number };
    return row.block;
  }

  spokenAbout(speakers: readonly Address[], limit: number): readonly Leaf[] {
    const of = this.#sql("SELECT leaf, max(block_number) AS block FROM spoken WHERE speaker = ? GROUP BY leaf ORDER BY block DESC LIMIT ?");
    const found = speakers.flatMap((speaker) => of.all(speaker, limit) as unknown as { leaf: Uint8Array; block: number }[]);
    const newest = found.toSorted((left, right) => right.block - left.block);
    return [...new Set(newest.map(({ leaf }) => Buffer.from(leaf).toString("hex") as Leaf))].slice(0, limit);
  }

  replacedWith({ digest, issuer, documentType }: DigestName, limit: number): readonly Leaf[] {
    // In the order of the key: an issuer that names one digest a million times makes nobody read more than `limit` rows.
    const rows = this.#sql("SELECT leaf FROM replacements WHERE replacement = ? AND issuer = ? AND document_type = ? ORDER BY block_number DESC LIMIT ?").all(bytesOf(digest), issuer, documentType, limit);
    return [...new Set(rows.map(({ leaf }) => Buffer.from(leaf as Uint8Array).toString("hex") as Leaf))];
  }

  finalMark(): Block | null {
    return (this.#sql("SELECT number, hash, time FROM final_mark").get() as unknown as Block | undefined) ?? null;
  }

  markFinal({ number, hash, time }: Block): void {
    this.#inTransaction(() => {
      this.#sql("DELETE FROM final_mark").run();
      this.#sql("INSERT INTO final_mark (number, hash, time) VALUES (?, ?, ?)").run(number, hash, time);
    });
  }

  add(events: readonly LedgerEvent[], { after, reached }: { after: Block | null; reached: Block }): boolean {
    const isAdded = this.#inTransaction(() => {
      if (this.reached()?.hash !== after?.hash) return false;
      for (const event of events) this.#addEvent(event);
      this.#sql("INSERT OR REPLACE INTO reached (number, hash, time) VALUES (?, ?, ?)").run(reached.number, reached.hash, reached.time);
      this.#sql("DELETE FROM reached WHERE number <= ?").run(reached.number - REACHED_KEPT);
      return true;
    });
    if (events.some(({ kind }) => kind === "accredited")) this.#below.clear();
    return isAdded;
  }

  /** Takes over everything from the index in `file`, at once. @returns whether it did: one that has not come as far is left alone, unless this may go back. */
  takeOver(file: string, { mayGoBack }: { mayGoBack: boolean }): boolean {
    this.#database.prepare("ATTACH ? AS fresh").run(file);
    try {
      return this.#inTransaction(() => {
        const newest = (schema: string): number => (this.#sql(`SELECT coalesce(max(number), -1) AS number FROM ${schema}.reached`).get() as { number: number }).number;
        if (!mayGoBack && newest("fresh") < newest("main")) return false;
        for (const table of ["reached", "anchors", "leaves", "batches", "grants", "did_changes", "spoken", "replacements", "final_mark"]) {
          this.#sql(`DELETE FROM main.${table}`).run();
          this.#sql(`INSERT INTO main.${table} SELECT * FROM fresh.${table}`).run();
        }
        return true;
      });
    } finally {
      this.#statements.clear();
      this.#below.clear();
      this.#database.exec("DETACH fresh");
    }
  }

  forgetAbove(number: number): void {
    this.#inTransaction(() => {
      for (const table of ["leaves", "batches"]) this.#sql(`DELETE FROM ${table} WHERE anchor IN (SELECT id FROM anchors WHERE block_number > ?)`).run(number);
      for (const table of ["anchors", "grants", "did_changes", "spoken", "replacements"]) this.#sql(`DELETE FROM ${table} WHERE block_number > ?`).run(number);
      this.#sql("DELETE FROM reached WHERE number > ?").run(number);
    });
    this.#below.clear();
  }

  #addEvent(event: LedgerEvent): void {
    if (event.kind === "anchored") this.#addAnchor(event);
    if (event.kind === "accredited") {
      const { grantor, grantee, documentType, mayPassOn, name, particulars, blockNumber } = event;
      this.#sql("INSERT INTO grants (grantor, grantee, document_type, may_pass_on, name, particulars, block_number) VALUES (?, ?, ?, ?, ?, ?, ?)").run(
        ...([grantor, grantee, documentType, Number(mayPassOn), name, particulars, blockNumber] as const),
      );
    }
    if (event.kind === "standingSet") this.#addStanding(event);
    if (event.kind === "didChanged") {
      this.#sql("INSERT OR IGNORE INTO did_changes (identity, block_number, is_deactivated) VALUES (?, ?, ?)").run(event.identity, event.blockNumber, Number(event.isDeactivated));
    }
  }

  /** What others say of an issuer's documents makes none of them follow another: anybody can name any digest as often as it likes. */
  #addStanding({ leaf, speaker, issuer, documentType, replacement, blockNumber }: LedgerEvent & { kind: "standingSet" }): void {
    this.#sql("INSERT OR IGNORE INTO spoken (leaf, speaker, block_number) VALUES (?, ?, ?)").run(bytesOf(leaf), speaker, blockNumber);
    if (replacement === null || speaker !== issuer) return;
    this.#sql("INSERT OR IGNORE INTO replacements (replacement, issuer, document_type, leaf, block_number) VALUES (?, ?, ?, ?, ?)").run(
      ...([bytesOf(replacement), issuer, documentType, bytesOf(leaf), blockNumber] as const),
    );
  }

  #addAnchor({ issuer, documentType, root, size, account, blockNumber, leaves }: LedgerEvent & { kind: "anchored" }): void {
    const { lastInsertRowid: id } = this.#sql("INSERT INTO anchors (issuer, document_type, root, size, account, block_number) VALUES (?, ?, ?, ?, ?, ?)").run(
      ...([issuer, documentType, root, size, account, blockNumber] as const),
    );
    if (leaves.length === 0) return;
    const bytes = Buffer.from(leaves.join(""), "hex");
    this.#sql("INSERT INTO batches (anchor, leaves) VALUES (?, ?)").run(id, bytes);
    const insert = this.#sql("INSERT INTO leaves (leaf, anchor, place) VALUES (?, ?, ?)");
    for (let place = 0; place < leaves.length; place += 1) insert.run(bytes.subarray(place * LEAF_BYTES, (place + 1) * LEAF_BYTES), id, place);
  }

  /**
   * Every grant that leads on from the roots, the nearest first.
   *
   * Only who was once allowed to pass on is followed: what anybody else grants can never carry, withdraw or silence.
   */
  #search(documentType: DocumentType, roots: readonly Address[]): readonly FoundGrant[] {
    const grants: FoundGrant[] = [];
    const seen = new Set<Address>(roots);
    const select = this.#sql("SELECT grantor, grantee, may_pass_on AS mayPassOn, name, particulars FROM grants WHERE document_type = ? AND grantor = ? ORDER BY id");
    for (const grantor of seen) {
      for (const { mayPassOn, ...grant } of select.all(documentType, grantor) as unknown as (FoundGrant & { mayPassOn: number })[]) {
        grants.push(grant);
        if (mayPassOn === 1) seen.add(grant.grantee);
      }
    }
    return grants;
  }

  /** Another process may have rebuilt the index beside us; what we remember of it is then stale. */
  #noticeOthers(): void {
    const { data_version: version } = this.#sql("PRAGMA data_version").get() as { data_version: number };
    if (version !== this.#version) this.#below.clear();
    this.#version = version;
  }

  #inTransaction<T>(work: () => T): T {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const outcome = work();
      this.#database.exec("COMMIT");
      return outcome;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #sql(text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }
}

/** The index can be made anew from the ledger, so an older shape is not migrated but dropped. */
function dropOlderShape(database: DatabaseSync): void {
  const { user_version: shape } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (shape === SHAPE) return;
  for (const table of ["ledger", "reached", "anchors", "leaves", "batches", "grants", "deactivations", "did_changes", "spoken", "replacements", "final_mark"]) database.exec(`DROP TABLE IF EXISTS ${table}`);
  database.exec(`PRAGMA user_version = ${SHAPE}`);
}

const bytesOf = (hash: Leaf | Digest): Uint8Array => Buffer.from(hash, "hex");

function leavesIn(bytes: Uint8Array): Leaf[] {
  const hex = Buffer.from(bytes).toString("hex");
  return Array.from({ length: bytes.length / LEAF_BYTES }, (_, place) => hex.slice(place * 2 * LEAF_BYTES, (place + 1) * 2 * LEAF_BYTES) as Leaf);
}
