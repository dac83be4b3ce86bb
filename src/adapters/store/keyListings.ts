// What was put on its way to the ledger about identities themselves: their attributes and owners.

import { sql } from "kysely";
import type { KeyListings } from "../../flows/issuing/credentialSigning.ts";
import type { Write } from "../../flows/issuing/issuePorts.ts";
import type { Database } from "./store.ts";

/** Spelt out, and not as parameters: only so the index on just these kinds serves. */
const isAboutIdentity = sql<boolean>`kind IN ('attribute', 'revokeAttribute', 'changeOwner')`;

/** The listings in an open database. */
export function keyListingsIn(db: Database): KeyListings {
  return {
    async writesAbout(identity) {
      const rows = await db.selectFrom("writes").select(["body", "state", "block_number", "block_hash", "block_time"]).where(isAboutIdentity).orderBy("id").execute();
      const writes = rows.map(({ body, state, block_number: number, block_hash: hash, block_time: time }) => ({ body: JSON.parse(body), state, block: number === null ? null : { number, hash, time } }) as Pick<Write, "body" | "state" | "block">);
      return writes.filter(({ body }) => "identity" in body && body.identity === identity);
    },
  };
}
