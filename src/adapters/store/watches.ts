// Watches in the store: who wants to be told about which digest, what they were told last, and when it is judged again.

import type { Selectable } from "kysely";
import type { Tie, Watch, Watches, WatchOutcome, WatchPlace } from "../../flows/following/followPorts.ts";
import { addEvents } from "./events.ts";
import type { Connection } from "./journal.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";
import { stirringIn } from "./stirring.ts";

/** The watches in an open database. */
export function watchesIn(db: Database): Watches {
  return { ...keepingIn(db), ...judgingIn(db), ...placeIn(db), ...stirringIn(db) };
}

function keepingIn(db: Database): Pick<Watches, "add" | "byId" | "of" | "remove" | "isAny" | "types"> {
  return {
    add: (watch, ties, limit) =>
      db.transaction().execute(async (trx) => {
        const known = (await trx.selectFrom("watches").selectAll().where("leaf", "=", watch.leaf).where("holder", "=", watch.holder).execute()).map(watchFrom);
        const same = known.find(({ documentType, issuer, seal }) => documentType === watch.documentType && issuer === watch.issuer && seal === watch.seal);
        if (same !== undefined) return same;
        if (!(await countIn(trx, watch.holder, limit))) return null;
        await trx.insertInto("watches").values(rowOf(watch)).execute();
        await setTies(trx, watch.id, ties);
        return watch;
      }),

    async byId(id) {
      const row = await db.selectFrom("watches").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : watchFrom(row);
    },

    async of(holder, { before, limit }) {
      let query = db.selectFrom("watches").selectAll().where("holder", "=", holder);
      if (before !== null) query = query.where(({ or, and, eb }) => or([eb("created_at", "<", before.createdAt), and([eb("created_at", "=", before.createdAt), eb("id", "<", before.id)])]));
      return (await query.orderBy("created_at", "desc").orderBy("id", "desc").limit(limit).execute()).map(watchFrom);
    },

    remove: (id) =>
      db.transaction().execute(async (trx) => {
        const removed = await trx.deleteFrom("watches").where("id", "=", id).returning("holder").executeTakeFirst();
        if (removed === undefined) return;
        await trx.updateTable("watch_counts").set(({ eb }) => ({ count: eb("count", "-", 1) })).where("holder", "=", removed.holder).execute();
        await trx.deleteFrom("watch_ties").where("watch_id", "=", id).execute();
      }),

    isAny: async () => (await db.selectFrom("watches").select("id").limit(1).executeTakeFirst()) !== undefined,

    async types() {
      const rows = await db.selectFrom("watch_ties").select("document_type").distinct().execute();
      return rows.map(({ document_type }) => document_type as Tie["documentType"]);
    },
  };
}

/** Counts one more, unless there are `limit`. To count them anew for each would take the longer the more there are. */
async function countIn(trx: Connection, holder: string, limit: number): Promise<boolean> {
  await trx.insertInto("watch_counts").values({ holder, count: 0 }).onConflict((conflict) => conflict.doNothing()).execute();
  const { numUpdatedRows } = await trx.updateTable("watch_counts").set(({ eb }) => ({ count: eb("count", "+", 1) })).where("holder", "=", holder).where("count", "<", limit).executeTakeFirst();
  return numUpdatedRows === 1n;
}

function judgingIn(db: Database): Pick<Watches, "claim" | "settle" | "putOff"> {
  return {
    async claim(limit, { now, leaseSeconds }) {
      const rows = await db.selectFrom("watches").selectAll().where("due_at", "<=", now).orderBy("due_at").limit(limit).execute();
      const claimed: Watch[] = [];
      for (const row of rows) {
        // What is due then is a claim, too: whatever is stirred meanwhile changes it, and the claim is void. No two claims look alike.
        const dueAt = now + leaseSeconds + Math.random();
        const { numUpdatedRows } = await db.updateTable("watches").set({ due_at: dueAt }).where("id", "=", row.id).where("due_at", "=", row.due_at).executeTakeFirst();
        if (numUpdatedRows === 1n) claimed.push(watchFrom({ ...row, due_at: dueAt }));
      }
      return claimed;
    },

    settle: (watch, outcome) =>
      db.transaction().execute(async (trx) => {
        const { verdict, reason, doubtSince, judgedAt, judgedBlock, dueAt, ties, told } = outcome;
        const change = { verdict, reason, doubt_since: doubtSince, judged_at: judgedAt, judged_block: judgedBlock, due_at: dueAt };
        const { numUpdatedRows } = await trx.updateTable("watches").set(change).where("id", "=", watch.id).where("due_at", "=", watch.dueAt).executeTakeFirst();
        if (numUpdatedRows === 0n) return;
        // What happened above a new tie since the judgement made nothing due: nobody knew of it.
        if (await setTies(trx, watch.id, ties)) await trx.updateTable("watches").set({ due_at: judgedAt }).where("id", "=", watch.id).execute();
        if (told !== null) await addEvents(trx, [{ issuer: watch.holder, kind: "watch.verdict_changed", documentId: null, batch: null, data: told }]);
      }),

    async putOff({ id, dueAt: claimed }, dueAt) {
      await db.updateTable("watches").set({ due_at: dueAt }).where("id", "=", id).where("due_at", "=", claimed).execute();
    },
  };
}

/** Ties are kept as a set: what the watch rested on before may matter again. They go with the watch. @returns whether one is new. */
async function setTies(trx: Connection, watchId: string, ties: WatchOutcome["ties"]): Promise<boolean> {
  const rows = ties.map(({ issuer, documentType }) => ({ watch_id: watchId, issuer, document_type: documentType }));
  if (rows.length === 0) return false;
  const { numInsertedOrUpdatedRows = 0n } = await trx.insertInto("watch_ties").values(rows).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

const PLACE = "ledger";

function placeIn(db: Database): Pick<Watches, "place" | "moveTo"> {
  return {
    async place() {
      const row = await db.selectFrom("watch_places").selectAll().where("name", "=", PLACE).executeTakeFirst();
      if (row === undefined) return null;
      const seen = { number: Number(row.seen_number), hash: row.seen_hash, time: Number(row.seen_time) };
      const final = { number: Number(row.final_number), hash: row.final_hash, time: Number(row.final_time) };
      return { seen, final, believed: row.believed } as WatchPlace;
    },

    async moveTo({ seen, final, believed }, from) {
      const row = { seen_number: seen.number, seen_hash: seen.hash, seen_time: seen.time, final_number: final.number, final_hash: final.hash, final_time: final.time, believed };
      if (from === null) await db.insertInto("watch_places").values({ name: PLACE, ...row }).onConflict((conflict) => conflict.doNothing()).execute();
      else await db.updateTable("watch_places").set(row).where("name", "=", PLACE).where("seen_hash", "=", from.seen.hash).where("final_hash", "=", from.final.hash).execute();
    },
  };
}

function rowOf(watch: Watch) {
  const { id, holder, digest, leaf, documentType, issuer, seal, root, verdict, reason, doubtSince, createdAt, judgedAt, judgedBlock, stirredBlock, dueAt } = watch;
  return {
    ...{ id, holder, digest, leaf, document_type: documentType, issuer, seal, root, verdict, reason, doubt_since: doubtSince },
    ...{ created_at: createdAt, judged_at: judgedAt, judged_block: judgedBlock, stirred_block: stirredBlock, due_at: dueAt },
  };
}

/** What stands in the store was checked at the door. */
function watchFrom(row: Selectable<Tables["watches"]>): Watch {
  const { document_type, doubt_since, created_at, judged_at, judged_block, stirred_block, due_at, ...same } = row;
  return { ...same, documentType: document_type, doubtSince: doubt_since, createdAt: created_at, judgedAt: judged_at, judgedBlock: Number(judged_block), stirredBlock: Number(stirred_block), dueAt: due_at } as unknown as Watch;
}
