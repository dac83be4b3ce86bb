// Papers in the store: stored with their issuance, in its transaction.

import type { Transaction } from "kysely";
import type { NewIssuance } from "../../flows/issuing/issuancePorts.ts";
import type { Paper, Papers } from "../../flows/issuing/paperPorts.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";

/** The papers in an open database. */
export function papersIn(db: Database): Papers {
  return {
    async paperOf(documentId) {
      const row = await db.selectFrom("papers").select(["media_type", "content", "number"]).where("document_id", "=", documentId).executeTakeFirst();
      return row === undefined ? null : { mediaType: row.media_type, bytes: Uint8Array.from(Buffer.from(row.content, "base64")), number: row.number };
    },
    async issuancesNumbered({ issuer, documentType, number }, limit) {
      const rows = await db
        .selectFrom("papers")
        .innerJoin("issuances", "issuances.id", "papers.issuance_id")
        .select("papers.issuance_id")
        .where("papers.number", "=", number)
        .where("papers.issuer", "=", issuer)
        .where("papers.document_type", "=", documentType)
        .orderBy("issuances.number", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ issuance_id: id }) => id);
    },
  };
}

/** Stores a paper beside its document. The same code signed anew is the same document: the first text stays. */
export async function insertPaper(trx: Transaction<Tables>, { mediaType, bytes, number }: Paper, { issuance: { id, issuer, documentType }, documentId }: { issuance: NewIssuance; documentId: string }): Promise<void> {
  const row = { document_id: documentId, issuance_id: id, issuer, document_type: documentType, number, media_type: mediaType, content: Buffer.from(bytes).toString("base64") };
  await trx.insertInto("papers").values(row).onConflict((conflict) => conflict.doNothing()).execute();
}
