// The store: documents and writes in a relational database. What a promise has resolved is on the disk.

import { Kysely, type Dialect } from "kysely";
import { Migrator } from "kysely/migration";
import type { Address } from "../../core/address.ts";
import type { Digest } from "../../core/digest.ts";
import type { NewDocument, Store } from "../../flows/issuing/issuePorts.ts";
import { acceptAll } from "./acceptance.ts";
import { backlogIn } from "./backlog.ts";
import { standingsIn } from "./documentStandings.ts";
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

type Documents = Pick<Store, "documentById" | "documentsByDigest" | "documentsAfter" | "documentsWaiting" | "acceptStanding" | "isIssuedWith" | "standingsWaiting" | "hasStandingUnderway">;

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
