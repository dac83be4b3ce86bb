// Writes on their way to the ledger, and the transactions that carry them.

import { sql } from "kysely";
import type { Address } from "../../core/address.ts";
import { BY_SERVICE } from "../../core/journal.ts";
import type { Attempt, Store, Write, WriteBody } from "../../flows/issuePorts.ts";
import { noteStage } from "./noteStage.ts";
import { noteWrite } from "./noteWrite.ts";
import { placeInBatch } from "./placing.ts";
import { attemptFrom, writeFrom } from "./rows.ts";
import type { Database } from "./store.ts";

type Writes = Pick<
  Store,
  | ("addBatch" | "addStandingWrite" | "addWrite" | "writeById" | "accountsAtWork" | "openWrites")
  | ("attemptsOf" | "noncesTaken" | "addAttempt" | "noteBroadcast" | "setWrite" | "narrowWrite" | "reopenAbove")
>;

/** States in which nothing is left to do. */
const SETTLED: readonly string[] = ["final", "refused"];

const summary = ["id", "account", "kind", "state", "block_number", "block_hash", "block_time", "problem", "not_before"] as const;

/** The part of the store that keeps writes. */
export function writesIn(db: Database): Writes {
  return { ...makingIn(db), ...readingIn(db), ...attemptsIn(db), ...progressIn(db) };
}

/** Stores the write in the transaction that stores what it is about, and gives its number. */
export async function insertWrite(trx: Pick<Database, "insertInto">, body: WriteBody, account: Address): Promise<number> {
  const row = { account, kind: body.kind, body: JSON.stringify(body), state: "batched", not_before: 0 };
  const { id } = await trx.insertInto("writes").values(row).returning("id").executeTakeFirstOrThrow();
  return id;
}

function makingIn(db: Database): Pick<Writes, "addBatch" | "addStandingWrite" | "addWrite"> {
  return {
    async addBatch(body, account, documents) {
      const positions = new Map(body.leaves.map((leaf, position) => [leaf, position]));
      await db.transaction().execute(async (trx) => {
        const writeId = await insertWrite(trx, body, account);
        await placeInBatch(trx, writeId, documents.map(({ id, leaf }) => ({ id, position: positions.get(leaf)! })));
      });
    },

    async addStandingWrite(body, account, changes) {
      await db.transaction().execute(async (trx) => {
        const writeId = await insertWrite(trx, body, account);
        const ids = changes.map(({ id }) => id);
        await trx.updateTable("standing_changes").set({ write_id: writeId }).where("id", "in", ids).execute();
      });
    },

    async addWrite(body, account, doing = { by: BY_SERVICE, at: Date.now() / 1000 }) {
      const id = await db.transaction().execute(async (trx) => {
        const writeId = await insertWrite(trx, body, account);
        await noteWrite(trx, { body, writeId }, doing);
        return writeId;
      });
      return { id, account, body, state: "batched", block: null, problem: null, notBefore: 0 };
    },
  };
}

/** Bodies hardly ever change and can be large, so those in use are parsed once. */
const BODIES_LIMIT = 500;

function readingIn(db: Database): Pick<Writes, "writeById" | "accountsAtWork" | "openWrites" | "narrowWrite"> {
  const bodies = new Map<number, WriteBody>();

  const bodiesOf = async (ids: readonly number[]): Promise<ReadonlyMap<number, WriteBody>> => {
    const missing = ids.filter((id) => !bodies.has(id));
    if (bodies.size + missing.length > BODIES_LIMIT) bodies.clear();
    const wanted = ids.filter((id) => !bodies.has(id));
    const rows = wanted.length === 0 ? [] : await db.selectFrom("writes").select(["id", "body"]).where("id", "in", wanted).execute();
    for (const { id, body } of rows) bodies.set(id, JSON.parse(body) as WriteBody);
    return new Map(ids.map((id) => [id, bodies.get(id)!]));
  };

  const complete = async (rows: readonly Parameters<typeof writeFrom>[0][]): Promise<readonly Write[]> => {
    const known = await bodiesOf(rows.map(({ id }) => id));
    return rows.map((row) => writeFrom(row, known.get(row.id)!));
  };

  return {
    async writeById(id) {
      const rows = await db.selectFrom("writes").select(summary).where("id", "=", id).execute();
      return (await complete(rows))[0] ?? null;
    },

    async narrowWrite(id, body) {
      await db.updateTable("writes").set({ body: JSON.stringify(body), problem: null }).where("id", "=", id).execute();
      bodies.delete(id);
    },

    async accountsAtWork() {
      const rows = await db.selectFrom("writes").select("account").distinct().where("state", "not in", SETTLED).execute();
      return rows.map(({ account }) => account as Address);
    },

    async openWrites(account, limit) {
      const rows = await db.selectFrom("writes").select(summary).where("account", "=", account).where("state", "not in", SETTLED).orderBy("id").limit(limit).execute();
      return complete(rows);
    },
  };
}

function attemptsIn(db: Database): Pick<Writes, "attemptsOf" | "noncesTaken" | "addAttempt" | "noteBroadcast"> {
  return {
    async attemptsOf(writeIds) {
      if (writeIds.length === 0) return [];
      const rows = await db.selectFrom("attempts").selectAll().where("write_id", "in", writeIds).orderBy("id").execute();
      return rows.map(attemptFrom);
    },

    async noncesTaken(account) {
      const rows = await db
        .selectFrom("attempts")
        .innerJoin("writes", "writes.id", "attempts.write_id")
        .select("attempts.nonce")
        .distinct()
        .where("writes.account", "=", account)
        .where("writes.state", "not in", SETTLED)
        .execute();
      return rows.map(({ nonce }) => nonce);
    },

    async addAttempt({ writeId, account, nonce, hash, raw, maxFeePerGas, sentAt, lastSentAt }: Attempt) {
      await db.transaction().execute(async (trx) => {
        await trx.insertInto("attempts").values({ write_id: writeId, account, nonce, hash, raw, max_fee_per_gas: maxFeePerGas.toString(), sent_at: sentAt, last_sent_at: lastSentAt }).execute();
        await trx.updateTable("writes").set({ state: "sent", problem: null }).where("id", "=", writeId).execute();
      });
    },

    async noteBroadcast(hash, at) {
      await db.updateTable("attempts").set({ last_sent_at: at }).where("hash", "=", hash).execute();
    },
  };
}

function progressIn(db: Database): Pick<Writes, "setWrite" | "reopenAbove"> {
  return {
    async setWrite(id, { state, block, problem, notBefore, attemptsForgotten }) {
      const change = {
        ...(state === undefined ? {} : { state }),
        ...(block === undefined ? {} : { block_number: block?.number ?? null, block_hash: block?.hash ?? null, block_time: block?.time ?? null }),
        ...(problem === undefined ? {} : { problem }),
        ...(notBefore === undefined ? {} : { not_before: notBefore }),
      };
      await db.transaction().execute(async (trx) => {
        await noteStage(trx, id, { state, block });
        await trx.updateTable("writes").set(change).where("id", "=", id).execute();
        if (attemptsForgotten === true) await trx.deleteFrom("attempts").where("write_id", "=", id).execute();
      });
    },

    async reopenAbove(number) {
      const { numUpdatedRows } = await db
        .updateTable("writes")
        .set({ state: "included" })
        .where("state", "=", "final")
        .where(sql<boolean>`block_number > ${number}`)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
