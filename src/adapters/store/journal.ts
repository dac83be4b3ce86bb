// The journal in the store: rows are added, in the transaction of the act that they tell of, and never touched again.

import { rowAfter, type Deed, type JournalRow } from "../../core/journal.ts";
import type { Journal, RememberedHead } from "../../flows/trust/administrationPorts.ts";
import type { Database } from "./store.ts";

/** What can be done within a transaction and without one. */
export type Connection = Pick<Database, "selectFrom" | "insertInto" | "updateTable">;

/** Writes the act down in the transaction that does it. */
export async function noteIn(trx: Connection, deed: Deed): Promise<void> {
  const last = await trx.selectFrom("journal").select(["number", "hash"]).orderBy("number", "desc").limit(1).executeTakeFirst();
  await trx.insertInto("journal").values(rowAfter(last ?? null, deed)).execute();
}

/** The journal in an open database. */
export function journalIn(db: Database): Journal {
  return {
    note: (deed) => db.transaction().execute((trx) => noteIn(trx, deed)),

    async after(last, limit) {
      return (await db.selectFrom("journal").selectAll().where("number", ">", last).orderBy("number").limit(limit).execute()) as JournalRow[];
    },

    async head() {
      return ((await db.selectFrom("journal").selectAll().orderBy("number", "desc").limit(1).executeTakeFirst()) as JournalRow | undefined) ?? null;
    },

    async heads() {
      const rows = await db.selectFrom("journal_heads").selectAll().orderBy("number").execute();
      return rows.map(({ number, hash, issuer, digest, document_id, at }) => ({ number, hash, issuer, digest, documentId: document_id, at }) as RememberedHead);
    },

    async rememberHead({ number, hash, issuer, digest, at }) {
      await db.insertInto("journal_heads").values({ number, hash, issuer, digest, document_id: null, at }).onConflict((conflict) => conflict.column("number").doNothing()).execute();
    },

    async setHeadDocument(number, documentId) {
      await db.updateTable("journal_heads").set({ document_id: documentId }).where("number", "=", number).execute();
    },
  };
}
