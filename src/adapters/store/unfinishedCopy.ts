// A copy that was broken off: nobody serves from it, and copying again begins anew.

import { sql } from "kysely";
import { Fault } from "../../core/fault.ts";
import type { Database } from "./store.ts";

/** The setting that stands in a target while it is filled. */
export const UNFINISHED_COPY = "unfinished copy";

/** Throws `data_folder_unusable` when the database is a copy that was broken off. */
export async function refuseUnfinishedCopy(db: Database): Promise<void> {
  if (await isUnfinishedCopy(db)) {
    throw new Fault("data_folder_unusable", "The database holds a copy of a store that was broken off. Copy again, which begins anew: tradeseal store copy --to …");
  }
}

/** Whether the database is a copy that was broken off. */
export async function isUnfinishedCopy(db: Database): Promise<boolean> {
  return (await db.selectFrom("settings").select("name").where("name", "=", UNFINISHED_COPY).executeTakeFirst()) !== undefined;
}

/** Takes away everything that a broken-off copy has left, the tables included. */
export async function clearUnfinishedCopy(db: Database): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const schema = (await sql<{ name: string }>`SELECT current_schema() AS name`.execute(db)).rows[0]!.name;
  for (const { name } of tables.filter((table) => table.schema === schema)) await sql`DROP TABLE IF EXISTS ${sql.table(name)} CASCADE`.execute(db);
  await sql`DROP FUNCTION IF EXISTS journal_is_append_only`.execute(db);
}
