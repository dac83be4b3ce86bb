// Documents page by page, newest first.

import { sql } from "kysely";
import type { DocumentPages } from "../../flows/following/followPorts.ts";
import type { PartRole } from "../../flows/issuing/issuancePorts.ts";
import { documentFrom } from "./rows.ts";
import type { Database } from "./store.ts";

/** The pages of documents in an open database. A page is cut at a document's place, so documents that come meanwhile shift nothing. */
export function documentPagesIn(db: Database): DocumentPages {
  return {
    async documentsOf(issuer, { digest, documentType, reference, state, acceptedFrom, acceptedUntil }, { before, limit }) {
      const isSelective = digest !== undefined || reference !== undefined || (state !== undefined && state !== "final");
      // Each of the two spellings leads to its own indexes (followingMigration.ts).
      let query = db.selectFrom("documents").selectAll().where(isSelective ? sql<string>`issuer` : sql<string>`issuer || ''`, "=", issuer);
      if (digest !== undefined) query = query.where("digest", "=", digest);
      if (documentType !== undefined) query = query.where("document_type", "=", documentType);
      if (reference !== undefined) query = query.where("reference", "=", reference);
      if (acceptedFrom !== undefined) query = query.where("accepted_at", ">=", acceptedFrom);
      if (acceptedUntil !== undefined) query = query.where("accepted_at", "<", acceptedUntil);
      if (before !== null) query = query.where("number", "<", before);
      if (state === "accepted") query = query.where("write_id", "is", null);
      if (state === "final") query = query.where("write_id", "in", db.selectFrom("writes").select("id").where("state", "=", "final"));
      if (state !== undefined && state !== "accepted" && state !== "final") {
        // Few writes are open at a time; from there it is a step to their documents, however many there are in all.
        const open = await db.selectFrom("writes").select("id").where("state", "=", state).where("state", "not in", ["final", "refused"]).where("kind", "=", "anchor").execute();
        if (open.length === 0) return [];
        query = query.where("write_id", "in", open.map(({ id }) => id));
      }
      const rows = await query.orderBy("number", "desc").limit(limit).execute();
      return rows.map((row) => ({ place: row.number, document: documentFrom(row) }));
    },

    async rolesOf(documentIds) {
      if (documentIds.length === 0) return new Map();
      // The same bytes may have been issued under several roles. The least one counts: codes and credentials are made here, and a PDF (the last) may be what somebody called so.
      const rows = await db
        .selectFrom("issuance_documents")
        .select(({ fn }) => ["document_id", fn.min("role").as("role")])
        .where("document_id", "in", documentIds)
        .groupBy("document_id")
        .execute();
      return new Map(rows.map(({ document_id: id, role }) => [id, role as PartRole]));
    },
  };
}
