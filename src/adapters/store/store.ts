// The store: documents and writes in a relational database. What a promise has resolved is on the disk.

import { Kysely, type Dialect } from "kysely";
import { Migrator } from "kysely/migration";
import { BURN_ADDRESS, type Address } from "../../core/address.ts";
import type { Digest } from "../../core/digest.ts";
import type { NewDocument, Store } from "../../flows/issuePorts.ts";
import { acceptAll } from "./acceptance.ts";
import { backlogIn } from "./backlog.ts";
import { GroupCommit } from "./groupCommit.ts";
import { documentFrom } from "./rows.ts";
import { migrations, type Tables } from "./schema.ts";
import { standingWordsIn } from "./standingWords.ts";
import { changesIn, writesIn } from "./writes.ts";

export type Database = Kysely<Tables>;

/** Opens the database and brings its tables up to date. Several processes may do so at once. */
export async function openStoreDatabase(dialect: Dialect): Promise<Database> {
  const db = new Kysely<Tables>({ dialect });
  try {
    const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
    if (error !== undefined) throw error;
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** The store on an open database. */
export function storeIn(db: Database): Store {
  const commits = new GroupCommit<NewDocument, Awaited<ReturnType<Store["acceptDocuments"]>>[number]>((documents) => db.transaction().execute((trx) => acceptAll(trx, documents)));
  const store: Store = {
    acceptDocuments: (documents) => Promise.all(documents.map((document) => commits.add(document))),
    ...documentsIn(db),
    ...backlogIn(db),
    ...writesIn(db),
    ...standingWordsIn(db),
    under: (lease) => ({ ...store, ...changesIn(db, lease) }),
  };
  return store;
}

type Documents = Pick<Store, "documentById" | "documentsByDigest" | "documentsAfter" | "documentsWaiting" | "acceptStanding" | "standingsWaiting" | "hasStandingUnderway">;

function documentsIn(db: Database): Documents {
  return { ...readingIn(db), ...standingsIn(db) };
}

function readingIn(db: Database): Pick<Documents, "documentById" | "documentsByDigest" | "documentsAfter" | "documentsWaiting"> {
  return {
    async documentById(id: string) {
      const row = await db.selectFrom("documents").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : documentFrom(row);
    },

    async documentsByDigest(issuer: Address, digest: Digest) {
      const rows = await db.selectFrom("documents").selectAll().where("digest", "=", digest).where("issuer", "=", issuer).orderBy("number").limit(100).execute();
      return rows.map(documentFrom);
    },

    async documentsAfter(last: number, limit: number) {
      const rows = await db.selectFrom("documents").selectAll().where("number", ">", last).orderBy("number").limit(limit).execute();
      return { documents: rows.map(documentFrom), last: rows.at(-1)?.number ?? last };
    },

    async documentsWaiting(limit: number) {
      const rows = await db.selectFrom("documents").selectAll().where("write_id", "is", null).orderBy("number").limit(limit).execute();
      return rows.map(documentFrom);
    },
  };
}

function standingsIn(db: Database): Pick<Documents, "acceptStanding" | "standingsWaiting" | "hasStandingUnderway"> {
  return {
    async acceptStanding(document, { standing, reason, replacement, note, acceptedAt }) {
      const { id, issuer, documentType, digest } = document;
      return db.transaction().execute(async (trx) => {
        // The ledger knows standings by bytes, so documents that were anchored again stand and fall together.
        const { numUpdatedRows } = await trx
          .updateTable("documents")
          .set({ standing, replacement })
          .where("digest", "=", digest)
          .where("issuer", "=", issuer)
          .where("document_type", "=", documentType)
          .where("standing", "=", document.standing)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await trx.insertInto("standing_changes").values({ document_id: id, standing, reason, replacement, note, accepted_at: acceptedAt, write_id: null }).execute();
        return true;
      });
    },

    async standingsWaiting(limit: number) {
      const rows = await db
        .selectFrom("standing_changes as change")
        .innerJoin("documents as document", "document.id", "change.document_id")
        .select(["change.id", "change.standing", "change.reason", "change.replacement", "change.accepted_at", "document.issuer", "document.document_type", "document.leaf"])
        .where("change.write_id", "is", null)
        // Of an identity that changes hands they wait for the new owner (register.ts), and nobody else's wait behind them.
        .where(({ not, exists, selectFrom }) => not(exists(selectFrom("issuers").select("address").whereRef("address", "=", "document.issuer").where("successor", "is not", null).where("successor", "!=", BURN_ADDRESS))))
        .orderBy("change.id")
        .limit(limit)
        .execute();
      return rows.map(pendingFrom);
    },

    async hasStandingUnderway(documentId) {
      const row = await db
        .selectFrom("standing_changes as change")
        .leftJoin("writes", "writes.id", "change.write_id")
        .select("change.id")
        .where("change.document_id", "=", documentId)
        .where(({ eb, or }) => or([eb("change.write_id", "is", null), eb("writes.state", "in", ["batched", "sent"])]))
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

type PendingRow = { id: number; standing: string; reason: string; replacement: string | null; accepted_at: number; issuer: string; document_type: string; leaf: string };
type Pending = Awaited<ReturnType<Store["standingsWaiting"]>>[number];

/** What stands in the store was checked at the door. */
const pendingFrom = ({ id, standing, reason, replacement, accepted_at, issuer, document_type, leaf }: PendingRow): Pending =>
  ({ id, standing, reason, replacement, acceptedAt: accepted_at, document: { issuer, documentType: document_type, leaf } }) as unknown as Pending;
