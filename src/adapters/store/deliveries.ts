// Deliveries in the store: which event goes to which endpoint, when it is tried, and what was given up.

import { randomBytes } from "node:crypto";
import type { Selectable } from "kysely";
import { eventText, type EventKind, type ServiceEvent } from "../../flows/following/eventKinds.ts";
import type { Delivery, Webhooks } from "../../flows/following/followPorts.ts";
import { eventsAfter } from "./events.ts";
import { GroupCommit } from "./groupCommit.ts";
import type { Connection } from "./journal.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";

type Deliveries = Pick<Webhooks, "spread" | "claim" | "delivered" | "failed" | "failuresOf" | "replay">;

/** An earlier event about the same document that was tried so often is overtaken: bad news must not wait for days behind it. */
const TRIES_WAITED_FOR = 3;
/** Events that are looked at in one transaction. */
const SPREAD_AT_ONCE = 200;

/** The part of the store that keeps deliveries. */
export function deliveriesIn(db: Database): Deliveries {
  return { ...trying(db), ...givingUp(db) };
}

function trying(db: Database): Pick<Deliveries, "spread" | "claim" | "delivered" | "failed"> {
  const taken = new GroupCommit<string, void>(async (ids) => {
    await db.deleteFrom("deliveries").where("id", "in", ids).execute();
    return ids.map(() => undefined);
  });
  return {
    async spread(window, now) {
      const behind = await db
        .selectFrom("webhooks")
        .innerJoin("event_counters as counter", "counter.issuer", "webhooks.issuer")
        .select("webhooks.id")
        .where("webhooks.is_enabled", "=", 1)
        .whereRef("webhooks.reached", "<", "counter.last")
        .execute();
      let looked = 0;
      for (const { id } of behind) looked += await spreadOne(db, id, { window, now });
      return looked;
    },

    async claim(webhookId, limit, { now, leaseSeconds }) {
      const rows = await candidates(db, webhookId, { limit, now });
      // One transaction for all of them, and so one wait for the disk.
      return rows.length === 0 ? [] : db.transaction().execute((trx) => claimIn(trx, rows, now + leaseSeconds));
    },

    async delivered({ id, webhookId }) {
      await taken.add(id);
      await db.updateTable("webhooks").set({ failing_since: null, problem: null }).where("id", "=", webhookId).where("failing_since", "is not", null).execute();
    },

    async failed({ id, webhookId, attempts }, { problem, retryAt, now }) {
      const change = retryAt === null ? { is_waiting: 0 as const, failed_at: now } : { not_before: retryAt };
      // Not when somebody else took it after our lease had ended: what they learn counts.
      await db.updateTable("deliveries").set({ ...change, problem }).where("id", "=", id).where("is_waiting", "=", 1).where("attempts", "=", attempts).execute();
      await db.updateTable("webhooks").set({ failing_since: now }).where("id", "=", webhookId).where("failing_since", "is", null).execute();
      await db.updateTable("webhooks").set({ problem }).where("id", "=", webhookId).where("is_enabled", "=", 1).execute();
    },
  };
}

type Row = Selectable<Tables["deliveries"]>;

/** Whoever changes the row first has it. A process that dies with it loses it when the lease ends. */
async function claimIn(trx: Connection, rows: readonly Row[], notBefore: number): Promise<Delivery[]> {
  const claimed: Delivery[] = [];
  for (const row of rows) {
    const attempts = Number(row.attempts) + 1;
    const { numUpdatedRows } = await trx.updateTable("deliveries").set({ attempts, not_before: notBefore }).where("id", "=", row.id).where("is_waiting", "=", 1).where("attempts", "=", row.attempts).executeTakeFirst();
    if (numUpdatedRows === 1n) claimed.push(deliveryFrom({ ...row, attempts }));
  }
  return claimed;
}

/** Makes the deliveries of an endpoint's next events and moves its mark, in one transaction; nothing, when somebody else has. */
async function spreadOne(db: Database, id: string, { window, now }: { window: number; now: number }): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const webhook = await trx.selectFrom("webhooks").select(["issuer", "kinds", "reached"]).where("id", "=", id).where("is_enabled", "=", 1).executeTakeFirst();
    if (webhook === undefined) return 0;
    const { count } = await trx.selectFrom("deliveries").select(({ fn }) => fn.countAll<number>().as("count")).where("webhook_id", "=", id).where("is_waiting", "=", 1).executeTakeFirstOrThrow();
    const room = Math.min(window - Number(count), SPREAD_AT_ONCE);
    if (room <= 0) return 0;
    const events = await eventsAfter(trx, webhook.issuer, { after: Number(webhook.reached), limit: room });
    // What is not kept any more cannot be told any more; the sequence shows the gap.
    if (events.length === 0) return 0;
    const { numUpdatedRows } = await trx.updateTable("webhooks").set({ reached: events.at(-1)!.sequence }).where("id", "=", id).where("reached", "=", webhook.reached).executeTakeFirst();
    if (numUpdatedRows === 0n) return 0;
    const wanted = events.filter(({ kind }) => webhook.kinds.split(" ").includes(kind));
    if (wanted.length > 0) await trx.insertInto("deliveries").values(wanted.map((event) => rowOf(id, event, now))).execute();
    return events.length;
  });
}

const rowOf = (webhookId: string, event: ServiceEvent, now: number) => ({
  ...{ id: `dlv_${randomBytes(12).toString("hex")}`, webhook_id: webhookId, event_id: event.id, kind: event.kind, sequence: event.sequence, document_id: event.documentId },
  ...{ body: eventText(event), is_waiting: 1 as const, attempts: 0, not_before: now, problem: null, failed_at: null },
});

const candidates = (db: Database, webhookId: string, { limit, now }: { limit: number; now: number }) =>
  db
    .selectFrom("deliveries as due")
    .selectAll()
    .where("due.webhook_id", "=", webhookId)
    .where("due.is_waiting", "=", 1)
    .where("due.not_before", "<=", now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("deliveries as earlier")
            .select("earlier.id")
            .whereRef("earlier.webhook_id", "=", "due.webhook_id")
            .whereRef("earlier.document_id", "=", "due.document_id")
            .whereRef("earlier.sequence", "<", "due.sequence")
            .where("earlier.is_waiting", "=", 1)
            .where("earlier.attempts", "<", TRIES_WAITED_FOR),
        ),
      ),
    )
    .orderBy("due.sequence")
    .limit(limit)
    .execute();

function givingUp(db: Database): Pick<Deliveries, "failuresOf" | "replay"> {
  return {
    async failuresOf(webhookId, after, limit) {
      const rows = await db.selectFrom("deliveries").selectAll().where("webhook_id", "=", webhookId).where("is_waiting", "=", 0).where("sequence", ">", after).orderBy("sequence").limit(limit).execute();
      return rows.map(deliveryFrom);
    },

    replay: (webhookId, eventIds, now) =>
      db.transaction().execute(async (trx) => {
        const all = trx.updateTable("deliveries").set({ is_waiting: 1, attempts: 0, not_before: now, failed_at: null }).where("webhook_id", "=", webhookId).where("is_waiting", "=", 0);
        const { numUpdatedRows } = await (eventIds === null ? all : all.where("event_id", "in", eventIds)).executeTakeFirst();
        await trx.updateTable("webhooks").set({ is_enabled: 1, problem: null, failing_since: null }).where("id", "=", webhookId).execute();
        return Number(numUpdatedRows);
      }),
  };
}

function deliveryFrom({ id, webhook_id, event_id, kind, sequence, body, attempts, problem, failed_at }: Row): Delivery {
  return { id, webhookId: webhook_id, eventId: event_id, kind: kind as EventKind, sequence: Number(sequence), body, attempts: Number(attempts), problem, failedAt: failed_at };
}
