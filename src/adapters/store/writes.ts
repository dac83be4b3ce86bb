// Writes on their way to the ledger, and the transactions that carry them.

import { sql, type Transaction } from "kysely";
import type { Address } from "../../core/address.ts";
import { BY_SERVICE } from "../../core/journal.ts";
import type { Attempt, Store, Write, WriteBody } from "../../flows/issuing/issuePorts.ts";
import { LeaseLost, type Lease } from "../../flows/carrying/leasePorts.ts";
import { mustHold } from "./leases.ts";
import { noteStage } from "./noteStage.ts";
import { noteWrite } from "./noteWrite.ts";
import { placeInBatch } from "./placing.ts";
import { attemptFrom, writeFrom } from "./rows.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";

type Writes = Pick<
  Store,
  | ("addBatch" | "addStandingWrite" | "addWrite" | "writeById" | "accountsAtWork" | "openWrites")
  | ("attemptsOf" | "noncesTaken" | "addAttempt" | "noteBroadcast" | "setWrite" | "narrowWrite" | "reopenAbove")
>;

/** States in which nothing is left to do. */
const SETTLED: readonly string[] = ["final", "refused"];

const summary = ["id", "account", "kind", "state", "block_number", "block_hash", "block_time", "problem", "not_before"] as const;

type Changes = Pick<Writes, "addBatch" | "addStandingWrite" | "addAttempt" | "noteBroadcast" | "setWrite" | "narrowWrite">;

/** The part of the store that keeps writes. */
export function writesIn(db: Database): Writes {
  return { ...readingIn(db), ...changesIn(db, null), ...addingIn(db) };
}

/** What a worker changes of writes; under a lease nothing, once another worker has it. */
export function changesIn(db: Database, lease: Lease | null): Changes {
  const change: Change = (work) =>
    db.transaction().execute(async (trx) => {
      if (lease !== null) await mustHold(trx, lease);
      return work(trx);
    });
  return { ...makingIn(change), ...attemptsIn(change), ...progressIn(change) };
}

type Change = <T>(work: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>;

/** Stores the write in the transaction that stores what it is about, and gives its number. */
export async function insertWrite(trx: Pick<Database, "insertInto">, body: WriteBody, account: Address): Promise<number> {
  const row = { account, kind: body.kind, body: JSON.stringify(body), state: "batched", not_before: 0 };
  const { id } = await trx.insertInto("writes").values(row).returning("id").executeTakeFirstOrThrow();
  return id;
}

function makingIn(change: Change): Pick<Changes, "addBatch" | "addStandingWrite"> {
  return {
    async addBatch(body, account, documents) {
      const positions = new Map(body.leaves.map((leaf, position) => [leaf, position]));
      await change(async (trx) => {
        if (!(await signsFor(trx, body.issuer, account))) return;
        const writeId = await insertWrite(trx, body, account);
        await placeInBatch(trx, writeId, documents.map(({ id, leaf }) => ({ id, position: positions.get(leaf)! })));
      });
    },

    async addStandingWrite(body, account, changes) {
      await change(async (trx) => {
        if (!(await signsFor(trx, body.speaker, account))) return;
        const writeId = await insertWrite(trx, body, account);
        const ids = changes.map(({ id }) => id);
        const { numUpdatedRows } = await trx.updateTable("standing_changes").set({ write_id: writeId }).where("id", "in", ids).where("write_id", "is", null).executeTakeFirst();
        if (numUpdatedRows !== BigInt(ids.length)) throw new Error("Invariant broken: changes of standing have no write yet.");
      });
    },
  };
}

/** An identity may have been handed over since its account was looked up. Then what waits goes on waiting, for the new one. */
async function signsFor(trx: Transaction<Tables>, identity: Address, account: Address): Promise<boolean> {
  const issuer = await trx.selectFrom("issuers").select("account").where("address", "=", identity).executeTakeFirst();
  return issuer === undefined || issuer.account === account;
}

function addingIn(db: Database): Pick<Writes, "addWrite" | "reopenAbove"> {
  return {
    async addWrite(body, account, doing = { by: BY_SERVICE, at: Date.now() / 1000 }) {
      const id = await db.transaction().execute(async (trx) => {
        const writeId = await insertWrite(trx, body, account);
        await noteWrite(trx, { body, writeId }, doing);
        return writeId;
      });
      return { id, account, body, state: "batched", block: null, problem: null, notBefore: 0 };
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

/** How many anchors' bodies are kept at hand. They never change and can be large; seals and carrying ask for the same ones again and again. */
const BODIES_LIMIT = 500;

function readingIn(db: Database): Pick<Writes, "writeById" | "accountsAtWork" | "openWrites" | "attemptsOf" | "noncesTaken"> {
  const bodies = new Map<number, WriteBody>();

  const bodiesOf = async (ids: readonly number[]): Promise<ReadonlyMap<number, WriteBody>> => {
    if (bodies.size + ids.length > BODIES_LIMIT) bodies.clear();
    const wanted = ids.filter((id) => !bodies.has(id));
    const rows = wanted.length === 0 ? [] : await db.selectFrom("writes").select(["id", "body"]).where("id", "in", wanted).execute();
    const read = new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as WriteBody]));
    // Other writes may be narrowed, by another process even.
    for (const [id, body] of read) if (body.kind === "anchor") bodies.set(id, body);
    return new Map(ids.map((id) => [id, read.get(id) ?? bodies.get(id)!]));
  };

  const complete = async (rows: readonly Parameters<typeof writeFrom>[0][]): Promise<readonly Write[]> => {
    const known = await bodiesOf(rows.map(({ id }) => id));
    return rows.map((row) => writeFrom(row, known.get(row.id)!));
  };

  return {
    ...attemptsReadIn(db),

    async writeById(id) {
      const rows = await db.selectFrom("writes").select(summary).where("id", "=", id).execute();
      return (await complete(rows))[0] ?? null;
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

function attemptsReadIn(db: Database): Pick<Writes, "attemptsOf" | "noncesTaken"> {
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
  };
}

function attemptsIn(change: Change): Pick<Changes, "addAttempt" | "noteBroadcast"> {
  return {
    async addAttempt({ writeId, account, nonce, hash, raw, maxFeePerGas, sentAt, lastSentAt }: Attempt) {
      await change(async (trx) => {
        const { numUpdatedRows } = await trx.updateTable("writes").set({ state: "sent", problem: null }).where("id", "=", writeId).where("account", "=", account).executeTakeFirst();
        if (numUpdatedRows !== 1n) throw new LeaseLost(`The write ${writeId} is not to be signed by ${account} any more.`);
        await trx.insertInto("attempts").values({ write_id: writeId, account, nonce, hash, raw, max_fee_per_gas: maxFeePerGas.toString(), sent_at: sentAt, last_sent_at: lastSentAt }).execute();
      });
    },

    async noteBroadcast(hash, at) {
      await change((trx) => trx.updateTable("attempts").set({ last_sent_at: at }).where("hash", "=", hash).execute());
    },
  };
}

function progressIn(change: Change): Pick<Changes, "setWrite" | "narrowWrite"> {
  return {
    async setWrite(id, { state, block, problem, notBefore, attemptsForgotten }) {
      const values = {
        ...(state === undefined ? {} : { state }),
        ...(block === undefined ? {} : { block_number: block?.number ?? null, block_hash: block?.hash ?? null, block_time: block?.time ?? null }),
        ...(problem === undefined ? {} : { problem }),
        ...(notBefore === undefined ? {} : { not_before: notBefore }),
      };
      await change(async (trx) => {
        await noteStage(trx, id, { state, block });
        if (Object.keys(values).length > 0) await trx.updateTable("writes").set(values).where("id", "=", id).execute();
        if (attemptsForgotten === true) await trx.deleteFrom("attempts").where("write_id", "=", id).execute();
      });
    },

    async narrowWrite(id, body) {
      await change((trx) => trx.updateTable("writes").set({ body: JSON.stringify(body), problem: null }).where("id", "=", id).execute());
    },
  };
}
