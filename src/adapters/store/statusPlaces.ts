// Places in status lists: which are taken, and by whom.

import type { Issuances, ListedCredential } from "../../flows/issuing/issuancePorts.ts";
import type { Database } from "./store.ts";

/** The part of the issuances that knows places. */
export function statusPlacesIn(db: Database): Pick<Issuances, "newestList" | "takenIn" | "listedIn"> {
  return {
    async newestList(issuer, purpose) {
      const row = await db.selectFrom("status_places").select("list").where("issuer", "=", issuer).where("purpose", "=", purpose).orderBy("list", "desc").limit(1).executeTakeFirst();
      return row?.list ?? 0;
    },

    async takenIn({ issuer, purpose, number }, positions) {
      const rows = await db
        .selectFrom("status_places")
        .select("position")
        .where("issuer", "=", issuer)
        .where("purpose", "=", purpose)
        .where("list", "=", number)
        .where("position", "in", positions)
        .execute();
      return new Set(rows.map(({ position }) => position));
    },

    async listedIn({ issuer, purpose, number }, { after, limit }) {
      const rows = await db
        .selectFrom("status_places as place")
        .innerJoin("credentials", "credentials.id", "place.credential_id")
        .innerJoin("documents", "documents.id", "credentials.document_id")
        .select(["place.position", "documents.document_type as documentType", "documents.leaf", "documents.standing"])
        .where("place.issuer", "=", issuer)
        .where("place.purpose", "=", purpose)
        .where("place.list", "=", number)
        .where("place.position", ">", after)
        .orderBy("place.position")
        .limit(limit)
        .execute();
      return rows as unknown as ListedCredential[];
    },
  };
}
