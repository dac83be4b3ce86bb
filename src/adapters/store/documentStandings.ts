// Changes of standing in the store: a document's, and with it those of everything that was issued with it.

import type { Transaction } from "kysely";
import { BURN_ADDRESS } from "../../core/address.ts";
import type { Store, StoredDocument } from "../../flows/issuing/issuePorts.ts";
import { issuedTogether } from "./issuedTogether.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";

type Standings = Pick<Store, "acceptStanding" | "isIssuedWith" | "standingsWaiting" | "hasStandingUnderway">;
type Change = Parameters<Store["acceptStanding"]>[1];

/** The part of the store that keeps changes of standing. */
export function standingsIn(db: Database): Standings {
  return {
    acceptStanding: (document, change) =>
      db.transaction().execute(async (trx) => {
        if (!(await setStanding(trx, document, { change, from: [document.standing] }))) return false;
        const issued = await issuedTogether(trx, document);
        // What is final stays as it is, whatever the others come to.
        const others: StoredDocument[] = [];
        for (const other of issued.documents) if (await setStanding(trx, other, { change, from: ["active", "suspended"] })) others.push(other);
        for (const { id } of [document, ...others]) await insertChange(trx, id, { change, together: issued.issuanceId });
        return true;
      }),

    isIssuedWith: async (named, other) => (await issuedTogether(db, named)).documents.some(({ digest }) => digest === other),

    async standingsWaiting(limit: number) {
      const rows = await db
        .selectFrom("standing_changes as change")
        .innerJoin("documents as document", "document.id", "change.document_id")
        .select(["change.id", "change.standing", "change.reason", "change.replacement", "change.accepted_at", "change.together", "document.issuer", "document.document_type", "document.leaf"])
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

/** The ledger knows standings by bytes, so documents that were anchored again stand and fall together. */
async function setStanding(trx: Transaction<Tables>, { digest, issuer, documentType }: StoredDocument, { change, from }: { change: Change; from: readonly string[] }): Promise<boolean> {
  const { standing, replacement } = change;
  const { numUpdatedRows } = await trx
    .updateTable("documents")
    .set({ standing, replacement })
    .where("digest", "=", digest)
    .where("issuer", "=", issuer)
    .where("document_type", "=", documentType)
    .where("standing", "in", from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function insertChange(trx: Transaction<Tables>, id: string, { change, together }: { change: Change; together: string | null }): Promise<void> {
  const { standing, reason, replacement, note, acceptedAt } = change;
  await trx.insertInto("standing_changes").values({ document_id: id, standing, reason, replacement, note, accepted_at: acceptedAt, write_id: null, together }).execute();
}

type PendingRow = { id: number; standing: string; reason: string; replacement: string | null; accepted_at: number; together: string | null; issuer: string; document_type: string; leaf: string };
type Pending = Awaited<ReturnType<Store["standingsWaiting"]>>[number];

/** What stands in the store was checked at the door. */
const pendingFrom = ({ id, standing, reason, replacement, accepted_at, together, issuer, document_type, leaf }: PendingRow): Pending =>
  ({ id, standing, reason, replacement, acceptedAt: accepted_at, together, document: { issuer, documentType: document_type, leaf } }) as unknown as Pending;
