// Leases in the store: one row each. Taking one and storing under one are transactions, and of these there is one at a time.

import { sql, type RawBuilder } from "kysely";
import { LEASE_SECONDS, LeaseLost, type Lease, type Leases } from "../../flows/carrying/leasePorts.ts";
import { onPostgres } from "./migrations/migrationDialect.ts";
import type { Database } from "./store.ts";

/** The leases in an open database as `holder` has them. The database's clock counts: workers' own may differ. */
export function leasesIn(db: Database, holder: string, seconds = LEASE_SECONDS): Leases {
  const now = nowOf(db);
  const end = sql<number>`${now} + ${seconds}`;
  return {
    async take(name) {
      if (await isAnothers(db, { name, holder, now })) return null;
      return db.transaction().execute(async (trx) => {
        if (await isAnothers(trx, { name, holder, now })) return null;
        const { fence } = await trx
          .insertInto("leases")
          .values({ name, holder, fence: 1, until: end })
          .onConflict((conflict) => conflict.column("name").doUpdateSet({ holder, fence: sql<number>`leases.fence + 1`, until: end }))
          .returning("fence")
          .executeTakeFirstOrThrow();
        return { name, holder, fence };
      });
    },

    renew: (leases) =>
      db.transaction().execute(async (trx) => {
        const held: Lease[] = [];
        for (const lease of leases) {
          const { numUpdatedRows } = await rowOf(trx.updateTable("leases").set({ until: end }), lease).executeTakeFirst();
          if (numUpdatedRows > 0n) held.push(lease);
        }
        return held;
      }),

    isHeld: (lease) => isHeld(db, lease),

    giveBack: (leases) =>
      db.transaction().execute(async (trx) => {
        for (const lease of leases) await rowOf(trx.updateTable("leases").set({ until: 0, holder: "" }), lease).execute();
      }),
  };
}

/** Refuses the transaction unless the lease holds. It cannot be lost before the commit: whoever takes it begins a transaction, too. */
export async function mustHold(trx: Pick<Database, "selectFrom">, lease: Lease): Promise<void> {
  if (!(await isHeld(trx, lease))) throw new LeaseLost(`The lease of ${lease.name} is another's.`);
}

/** Whether its time has run out does not matter as long as nobody else took it. */
const isHeld = async (db: Pick<Database, "selectFrom">, lease: Lease): Promise<boolean> => (await rowOf(db.selectFrom("leases").select("fence"), lease).executeTakeFirst()) !== undefined;

interface Narrowable<Self> {
  where(column: "name" | "holder" | "fence", operator: "=", value: string | number): Self;
}

const rowOf = <Q>(query: Q, { name, holder, fence }: Lease): Q =>
  ((query as Narrowable<Q>).where("name", "=", name) as Narrowable<Narrowable<Q>>).where("holder", "=", holder).where("fence", "=", fence) as Q;

async function isAnothers(db: Pick<Database, "selectFrom">, { name, holder, now }: { name: string; holder: string; now: RawBuilder<number> }): Promise<boolean> {
  const row = await db.selectFrom("leases").select("name").where("name", "=", name).where("holder", "!=", holder).where("until", ">", now).executeTakeFirst();
  return row !== undefined;
}

const nowOf = (db: Database): RawBuilder<number> => (onPostgres(db) ? sql<number>`extract(epoch from clock_timestamp())::double precision` : sql<number>`unixepoch('subsec')`);
