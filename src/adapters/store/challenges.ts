// Challenges in the store, so that every process of a service knows which of them were used up.

import type { Challenges } from "../../flows/verifying/credentialPorts.ts";
import type { Database } from "./store.ts";

/** The challenges in an open database. */
export function challengesIn(db: Database): Challenges {
  return {
    async add({ challenge, audience, expiresAt }, forgetBefore) {
      await db.deleteFrom("challenges").where("expires_at", "<", forgetBefore).execute();
      await db.insertInto("challenges").values({ challenge, audience, expires_at: expiresAt, used_at: null }).execute();
    },

    async use(challenge, at) {
      // One statement: of two at once only one changes the row.
      const { numUpdatedRows } = await db.updateTable("challenges").set({ used_at: at }).where("challenge", "=", challenge).where("used_at", "is", null).executeTakeFirst();
      const row = await db.selectFrom("challenges").select(["audience", "expires_at"]).where("challenge", "=", challenge).executeTakeFirst();
      if (row === undefined) return { is: "unknown" };
      return numUpdatedRows === 0n ? { is: "used" } : { is: "fresh", audience: row.audience, expiresAt: row.expires_at };
    },
  };
}
