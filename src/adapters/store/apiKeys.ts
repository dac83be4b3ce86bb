// API keys in the store: random, shown once, kept as digests, compared in constant time.

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Selectable } from "kysely";
import type { ApiKey, ApiKeys, Scope } from "../../flows/trust/administrationPorts.ts";
import type { Issuer } from "../../flows/issuing/issuePorts.ts";
import { noteIn, type Connection } from "./journal.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";

const API_KEY = /^tradeseal_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;
/** What a key that nobody made is compared with. */
const NO_SECRET = "00".repeat(32);

/** The API keys in an open database. */
export function apiKeysIn(db: Database): ApiKeys {
  return {
    create: (issuer, { scopes, expiresAt }, { by, at }) =>
      db.transaction().execute(async (trx) => {
        const [id, secret] = [randomBytes(8).toString("hex"), randomBytes(32).toString("base64url")];
        const row = { id, issuer, secret_digest: digestOfSecret(secret).toString("hex"), created_at: at, scopes: scopes.join(" "), expires_at: expiresAt };
        await trx.insertInto("api_keys").values(row).execute();
        await noteIn(trx, { at, by, act: "api_key_created", details: { keyId: id, issuer, scopes: [...scopes], expiresAt } });
        return { id, apiKey: `tradeseal_${id}_${secret}` };
      }),

    async list() {
      return (await keysWithIssuers(db).orderBy("api_keys.created_at").orderBy("api_keys.id").execute()).map(keyFrom);
    },

    revoke: (id, { by, at }) =>
      db.transaction().execute(async (trx) => {
        const row = await keysWithIssuers(trx).where("api_keys.id", "=", id).executeTakeFirst();
        if (row === undefined) return null;
        if (row.revoked_at !== null) return keyFrom(row);
        await trx.updateTable("api_keys").set({ revoked_at: at }).where("id", "=", id).execute();
        await noteIn(trx, { at, by, act: "api_key_revoked", details: { keyId: id, issuer: row.issuer } });
        return keyFrom({ ...row, revoked_at: at });
      }),

    async holderOf(apiKey, now) {
      const [, id = "", secret = ""] = API_KEY.exec(apiKey) ?? [];
      const row = await keysWithIssuers(db).where("api_keys.id", "=", id).executeTakeFirst();
      // Whether it is right is settled first, and always: what else is wrong is only for whoever holds it.
      const isRight = timingSafeEqual(digestOfSecret(secret), Buffer.from(row?.secret_digest ?? NO_SECRET, "hex"));
      if (row === undefined || !isRight) return "unknown";
      if (row.revoked_at !== null) return "revoked";
      if (row.expires_at !== null && row.expires_at <= now) return "expired";
      await noteUse(db, row, now);
      return { issuer: { address: row.issuer, name: row.name, account: row.account, successor: row.successor } as Issuer, keyId: id, scopes: scopesIn(row.scopes) };
    },
  };
}

const keysWithIssuers = (db: Connection) =>
  db.selectFrom("api_keys").innerJoin("issuers", "issuers.address", "api_keys.issuer").selectAll("api_keys").select(["issuers.name", "issuers.account", "issuers.successor"]);

type KeyRow = Selectable<Tables["api_keys"]> & { name: string };

const keyFrom = ({ id, issuer, name, scopes, created_at, expires_at, revoked_at, last_used_on }: KeyRow): ApiKey =>
  ({ id, issuer: { address: issuer, name }, scopes: scopesIn(scopes), createdAt: created_at, expiresAt: expires_at, revokedAt: revoked_at, lastUsedOn: last_used_on }) as ApiKey;

const scopesIn = (text: string): readonly Scope[] => text.split(" ") as Scope[];

/** The day only: when exactly somebody was at work is nobody's business, and one write a day costs nothing. */
async function noteUse(db: Database, { id, last_used_on }: KeyRow, now: number): Promise<void> {
  const today = new Date(now * 1000).toISOString().slice(0, "2026-11-21".length);
  if (last_used_on !== today) await db.updateTable("api_keys").set({ last_used_on: today }).where("id", "=", id).execute();
}

/** A key is 256 random bits, so a fast hash is enough: there is nothing to guess. */
const digestOfSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();
