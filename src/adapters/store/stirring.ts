// Stirring: watches become due because something was seen on the ledger, in small steps that hold nobody up.

import type { Watches } from "../../flows/following/followPorts.ts";
import type { Database } from "./store.ts";

const AT_ONCE = 500;
/** Before everything that is merely due: somebody spoke about this very document. */
const AT_THE_FRONT = 0;

/** The part of the store that makes watches due. */
export function stirringIn(db: Database): Pick<Watches, "stirNamed" | "stirTied" | "stirAbove"> {
  const stir = async (ids: readonly string[], { dueAt, block }: { dueAt: number; block?: number }): Promise<void> => {
    if (ids.length === 0) return;
    await db.updateTable("watches").set({ due_at: dueAt, ...(block === undefined ? {} : { stirred_block: block }) }).where("id", "in", ids).execute();
    // Other work of this process goes between.
    await new Promise((resolve) => setImmediate(resolve));
  };

  return {
    async stirNamed({ leaves, roots }, block) {
      for (const [column, names] of [["leaf", leaves], ["root", roots]] as const) {
        for (let start = 0; start < names.length; start += AT_ONCE) {
          const rows = await db.selectFrom("watches").select("id").where(column, "in", names.slice(start, start + AT_ONCE)).execute();
          for (let at = 0; at < rows.length; at += AT_ONCE) await stir(rows.slice(at, at + AT_ONCE).map(({ id }) => id), { dueAt: AT_THE_FRONT, block });
        }
      }
    },

    async stirTied(documentType, issuers, { block, now }) {
      for (const issuer of issuers) {
        for (let last = "", isMore = true; isMore; ) {
          const rows = await db.selectFrom("watch_ties").select("watch_id").where("document_type", "=", documentType).where("issuer", "=", issuer).where("watch_id", ">", last).orderBy("watch_id").limit(AT_ONCE).execute();
          await stir(rows.map(({ watch_id }) => watch_id), { dueAt: now, block });
          last = rows.at(-1)?.watch_id ?? "";
          isMore = rows.length === AT_ONCE;
        }
      }
    },

    async stirAbove(number, now) {
      for (let last = "", isMore = true; isMore; ) {
        const rows = await db.selectFrom("watches").select("id").where("judged_block", ">", number).where("id", ">", last).orderBy("id").limit(AT_ONCE).execute();
        await stir(rows.map(({ id }) => id), { dueAt: now });
        last = rows.at(-1)?.id ?? "";
        isMore = rows.length === AT_ONCE;
      }
    },
  };
}
