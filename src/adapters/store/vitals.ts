// How much waits in the store, and how much of it is in trouble.

import { sql, type RawBuilder } from "kysely";
import type { WriteState } from "../../flows/issuing/issuePorts.ts";
import type { StoreVitals } from "../../flows/carrying/vitals.ts";
import type { Database } from "./store.ts";

const COUNT_LIMIT = 100_000;
/** Spelt out, so that the index of open writes serves. */
const IS_OPEN = sql<boolean>`state NOT IN ('final', 'refused')`;

/** What waits now. */
export async function storeVitals(db: Database): Promise<StoreVitals> {
  const count = async (rows: RawBuilder<unknown>): Promise<number> =>
    (await sql<{ count: number }>`SELECT count(*) AS count FROM (SELECT 1 FROM ${rows} LIMIT ${sql.raw(String(COUNT_LIMIT))}) AS counted`.execute(db)).rows[0]!.count;
  const oldest = await db.selectFrom("documents").select("accepted_at").where("write_id", "is", null).orderBy("number").limit(1).executeTakeFirst();
  const writes = await db.selectFrom("writes").select(({ fn }) => ["state", fn.countAll<number>().as("count")]).where(IS_OPEN).groupBy("state").execute();
  return {
    documentsWaiting: await count(sql`documents WHERE write_id IS NULL`),
    oldestAcceptedAt: oldest?.accepted_at ?? null,
    writes: new Map(writes.map(({ state, count: number }) => [state as WriteState, Number(number)])),
    writesStopped: await count(sql`writes WHERE ${IS_OPEN} AND problem IS NOT NULL`),
    deliveriesWaiting: await count(sql`deliveries WHERE is_waiting = 1`),
    deliveriesFailed: await count(sql`deliveries WHERE failed_at IS NOT NULL`),
  };
}
