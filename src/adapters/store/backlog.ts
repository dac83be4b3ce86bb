// What waits in the store for the ledger, and how far batches have come.

import { sql, type Selectable } from "kysely";
import type { BatchKind, Store, WriteState } from "../../flows/issuing/issuePorts.ts";
import { documentFrom } from "./rows.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";

/** Spelt out, so that the index of open writes serves: the database must see the very condition that the index has. */
const isOpen = sql<boolean>`state NOT IN ('final', 'refused')`;

/** The part of the store that tells what waits. */
export function backlogIn(db: Database): Pick<Store, "batchesWaitedFor" | "documentsWaitingFor" | "countWaiting" | "countOpenBatches" | "statesOf"> {
  return {
    async batchesWaitedFor() {
      const kinds: BatchKind[] = [];
      for (let next = await kindAfter(null, db); next !== null; next = await kindAfter(next, db)) kinds.push(next);
      return kinds;
    },

    async documentsWaitingFor({ issuer, documentType, isPublished }, limit) {
      const rows = await db
        .selectFrom("documents")
        .selectAll()
        .where("write_id", "is", null)
        .where("issuer", "=", issuer)
        .where("document_type", "=", documentType)
        .where("is_published", "=", isPublished ? 1 : 0)
        .orderBy("number")
        .limit(limit)
        .execute();
      return (rows.length === limit ? await wholeIssuances(db, rows) : rows).map(documentFrom);
    },

    async countWaiting(limit) {
      const waiting = db.selectFrom("documents").select("number").where("write_id", "is", null).limit(limit).as("waiting");
      const { count } = await db.selectFrom(waiting).select(({ fn }) => fn.countAll().as("count")).executeTakeFirstOrThrow();
      return Number(count);
    },

    async countOpenBatches(account) {
      const { count } = await db.selectFrom("writes").select(({ fn }) => fn.countAll().as("count")).where("account", "=", account).where("kind", "=", "anchor").where(isOpen).executeTakeFirstOrThrow();
      return Number(count);
    },

    async statesOf(writeIds) {
      if (writeIds.length === 0) return new Map();
      const rows = await db.selectFrom("writes").select(["id", "state"]).where("id", "in", writeIds).execute();
      return new Map(rows.map(({ id, state }) => [id, state as WriteState]));
    },
  };
}

/** The rows without those of an issuance that the limit cut in two: its parts share a record. They come first the next time. */
async function wholeIssuances(db: Database, rows: readonly Selectable<Tables["documents"]>[]): Promise<readonly Selectable<Tables["documents"]>[]> {
  const last = rows.at(-1)!;
  const parts = await db
    .selectFrom("issuance_documents as mine")
    .innerJoin("issuance_documents as part", "part.issuance_id", "mine.issuance_id")
    .innerJoin("documents", "documents.id", "part.document_id")
    .select(["documents.id", "documents.number"])
    .where("mine.document_id", "=", last.id)
    .where("documents.write_id", "is", null)
    .execute();
  const isCut = parts.some(({ number }) => number > last.number);
  const whole = isCut ? rows.filter(({ id }) => !parts.some((part) => part.id === id)) : rows;
  return whole.length > 0 ? whole : rows;
}

/** The next kind in the order of the index, found without walking over the documents of the one before: there can be a million of them. */
async function kindAfter(before: BatchKind | null, db: Database): Promise<BatchKind | null> {
  const waiting = db.selectFrom("documents").select(["issuer", "document_type", "is_published"]).where("write_id", "is", null);
  const rest = before === null ? waiting : waiting.where(sql<boolean>`(issuer, document_type, is_published) > (${before.issuer}, ${before.documentType}, ${before.isPublished ? 1 : 0})`);
  const row = await rest.orderBy("issuer").orderBy("document_type").orderBy("is_published").limit(1).executeTakeFirst();
  return row === undefined ? null : ({ issuer: row.issuer, documentType: row.document_type, isPublished: row.is_published === 1 } as BatchKind);
}
