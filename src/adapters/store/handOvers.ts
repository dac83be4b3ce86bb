// Handing over in the register: to whom an identity goes, and who signs for it once it has gone.

import type { Register } from "../../flows/issuing/issuePorts.ts";
import type { Database } from "./store.ts";

/** The part of the register that keeps hand-overs. */
export function handOversIn(db: Database): Pick<Register, "setSuccessor" | "setAccount"> {
  return {
    async setSuccessor(issuer, successor) {
      await db.updateTable("issuers").set({ successor }).where("address", "=", issuer).execute();
    },

    async setAccount(issuer, account, waiting) {
      await db.transaction().execute(async (trx) => {
        await trx.updateTable("issuers").set({ account, successor: null }).where("address", "=", issuer).execute();
        for (const id of waiting) {
          const attempted = trx.selectFrom("attempts").select("write_id").where("write_id", "=", id);
          await trx.updateTable("writes").set({ account, problem: null, not_before: 0 }).where("id", "=", id).where("id", "not in", attempted).execute();
        }
      });
    },
  };
}
