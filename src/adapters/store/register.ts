// The register: the issuers of this service, and the doors to their API keys.

import { BY_SERVICE } from "../../core/journal.ts";
import { scopes } from "../../flows/administrationPorts.ts";
import type { Issuer, Register } from "../../flows/issuePorts.ts";
import { apiKeysIn } from "./apiKeys.ts";
import { noteIn } from "./journal.ts";
import type { Database } from "./store.ts";

/** The register in an open database. */
export function registerIn(db: Database): Register {
  const apiKeys = apiKeysIn(db);
  return {
    async accountFor(identity) {
      const row = await db.selectFrom("issuers").select("account").where("address", "=", identity).executeTakeFirst();
      return (row?.account as Issuer["account"] | undefined) ?? null;
    },

    async addIssuer({ address, name, account }, createdAt, by = BY_SERVICE) {
      await db.transaction().execute(async (trx) => {
        const known = await trx.selectFrom("issuers").select(["name", "account"]).where("address", "=", address).executeTakeFirst();
        if (known?.name === name && known.account === account) return;
        await trx
          .insertInto("issuers")
          .values({ address, name, account, created_at: createdAt })
          .onConflict((conflict) => conflict.column("address").doUpdateSet({ name, account }))
          .execute();
        await noteIn(trx, { at: createdAt, by, act: "issuer_registered", details: { address, name, account } });
      });
    },

    async issuers() {
      const rows = await db.selectFrom("issuers").select(["address", "name", "account"]).orderBy("created_at").execute();
      return rows as unknown as Issuer[];
    },

    addApiKey: async (issuer, createdAt) => (await apiKeys.create(issuer, { scopes, expiresAt: null }, { by: BY_SERVICE, at: createdAt })).apiKey,

    async issuerByApiKey(apiKey) {
      const holder = await apiKeys.holderOf(apiKey, Date.now() / 1000);
      return typeof holder === "string" ? null : holder.issuer;
    },
  };
}
