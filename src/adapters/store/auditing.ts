// Auditing: the store's writes, page by page, by the blocks that hold them.

import { sql } from "kysely";
import type { AuditingStore } from "../../flows/auditing/auditPorts.ts";
import type { WriteBody } from "../../flows/issuing/issuePorts.ts";
import { writeFrom } from "./rows.ts";
import type { Database } from "./store.ts";

/** The part of the store that an audit reads. */
export function auditingIn(db: Database): AuditingStore {
  // The states stand in the statement itself, so that the indexes which name them are used.
  const page = (after: number, limit: number) => db.selectFrom("writes").selectAll().where("id", ">", after).orderBy("id").limit(limit);
  const complete = (rows: Awaited<ReturnType<ReturnType<typeof page>["execute"]>>) => rows.map((row) => writeFrom(row, JSON.parse(row.body) as WriteBody));
  return {
    async writesIn({ from, to }, after, limit) {
      return complete(await page(after, limit).where(sql<boolean>`state = 'final'`).where("block_number", ">=", from).where("block_number", "<=", to).execute());
    },
    async writesUnderway(after, limit) {
      return complete(await page(after, limit).where(sql<boolean>`state NOT IN ('final', 'refused')`).execute());
    },
  };
}
