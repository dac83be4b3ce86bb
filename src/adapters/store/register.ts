// The register: the issuers of this service and their API keys, kept as digests.

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { BURN_ADDRESS } from "../../core/address.ts";
import type { Issuer, Register } from "../../flows/issuePorts.ts";
import { handOversIn } from "./handOvers.ts";
import type { Database } from "./store.ts";

const API_KEY = /^tradeseal_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** The register in an open database. */
export function registerIn(db: Database): Register {
  return {
    ...handOversIn(db),

    async accountFor(identity) {
      const row = await db.selectFrom("issuers").select(["account", "successor"]).where("address", "=", identity).executeTakeFirst();
      // What was accepted before an identity is given up is still said; what comes while it changes hands waits for the new owner.
      const isWaiting = row === undefined || (row.successor !== null && row.successor !== BURN_ADDRESS);
      return isWaiting ? null : (row.account as Issuer["account"]);
    },

    async addIssuer({ address, name, account }, createdAt) {
      await db
        .insertInto("issuers")
        .values({ address, name, account, created_at: createdAt, successor: null })
        .onConflict((conflict) => conflict.column("address").doUpdateSet({ name, account }))
        .execute();
    },

    async issuers() {
      const rows = await db.selectFrom("issuers").select(["address", "name", "account", "successor"]).orderBy("created_at").execute();
      return rows as unknown as Issuer[];
    },

    async addApiKey(issuer, createdAt) {
      const id = randomBytes(8).toString("hex");
      const secret = randomBytes(32).toString("base64url");
      await db.insertInto("api_keys").values({ id, issuer, secret_digest: digestOfSecret(secret).toString("hex"), created_at: createdAt }).execute();
      return `tradeseal_${id}_${secret}`;
    },

    async issuerByApiKey(apiKey) {
      const [, id = "", secret = ""] = API_KEY.exec(apiKey) ?? [];
      const row = await db
        .selectFrom("api_keys")
        .innerJoin("issuers", "issuers.address", "api_keys.issuer")
        .select(["api_keys.secret_digest", "issuers.address", "issuers.name", "issuers.account", "issuers.successor"])
        .where("api_keys.id", "=", id)
        .executeTakeFirst();
      const expected = Buffer.from(row?.secret_digest ?? "00".repeat(32), "hex");
      const isRight = timingSafeEqual(digestOfSecret(secret), expected);
      if (row === undefined || !isRight) return null;
      const { address, name, account, successor } = row;
      return { address, name, account, successor } as Issuer;
    },
  };
}

/** A key is 256 random bits, so a fast hash is enough: there is nothing to guess. */
const digestOfSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();
