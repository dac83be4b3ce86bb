// The register: the issuers of this service, and the doors to their API keys.

import { BURN_ADDRESS } from "../../core/address.ts";
import { BY_SERVICE } from "../../core/journal.ts";
import { scopes } from "../../flows/trust/administrationPorts.ts";
import type { Issuer, Register } from "../../flows/issuing/issuePorts.ts";
import { apiKeysIn } from "./apiKeys.ts";
import { handOversIn } from "./handOvers.ts";
import { noteIn } from "./journal.ts";
import type { Database } from "./store.ts";

/** The register in an open database. */
export function registerIn(db: Database): Register {
  const apiKeys = apiKeysIn(db);
  return {
    ...handOversIn(db),

    async accountFor(identity) {
      const row = await db.selectFrom("issuers").select(["account", "successor"]).where("address", "=", identity).executeTakeFirst();
      // What was accepted before an identity is given up is still said; what comes while it changes hands waits for the new owner.
      const isWaiting = row === undefined || (row.successor !== null && row.successor !== BURN_ADDRESS);
      return isWaiting ? null : (row.account as Issuer["account"]);
    },

    async addIssuer({ address, name, account }, createdAt, by = BY_SERVICE) {
      await db.transaction().execute(async (trx) => {
        const known = await trx.selectFrom("issuers").select(["name", "account"]).where("address", "=", address).executeTakeFirst();
        if (known?.name === name && known.account === account) return;
        await trx
          .insertInto("issuers")
          .values({ address, name, account, created_at: createdAt, successor: null })
          .onConflict((conflict) => conflict.column("address").doUpdateSet({ name, account }))
          .execute();
        await noteIn(trx, { at: createdAt, by, act: "issuer_registered", details: { address, name, account } });
      });
    },

    async issuers() {
      const rows = await db.selectFrom("issuers").select(["address", "name", "account", "successor"]).orderBy("created_at").execute();
      return rows as unknown as Issuer[];
    },

    addApiKey: async (issuer, createdAt) => (await apiKeys.create(issuer, { scopes, expiresAt: null }, { by: BY_SERVICE, at: createdAt })).apiKey,

    async issuerByApiKey(apiKey) {
      const holder = await apiKeys.holderOf(apiKey, Date.now() / 1000);
      return typeof holder === "string" ? null : holder.issuer;
    },
  };
}
