// Endpoints for webhooks in the store.

import type { Selectable } from "kysely";
import type { EventKind } from "../../flows/following/eventKinds.ts";
import type { Address } from "../../core/address.ts";
import type { Webhook, Webhooks } from "../../flows/following/followPorts.ts";
import { deliveriesIn } from "./deliveries.ts";
import type { Connection } from "./journal.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";

/** The endpoints and deliveries in an open database. */
export function webhooksIn(db: Database): Webhooks {
  return { ...keepingIn(db), ...readingIn(db), ...deliveriesIn(db) };
}

function keepingIn(db: Database): Pick<Webhooks, "add" | "remove" | "rotate" | "disable"> {
  return {
    add: ({ id, issuer, url, kinds, createdAt, secret }, limit) =>
      db.transaction().execute(async (trx) => {
        const { count } = await trx.selectFrom("webhooks").select(({ fn }) => fn.countAll<number>().as("count")).where("issuer", "=", issuer).executeTakeFirstOrThrow();
        if (Number(count) >= limit) return null;
        const counter = await trx.selectFrom("event_counters").select("last").where("issuer", "=", issuer).executeTakeFirst();
        const row = { id, issuer, url, kinds: kinds.join(" "), secret, previous_secret: null, previous_until: null, is_enabled: 1, problem: null, failing_since: null, reached: Number(counter?.last ?? 0), created_at: createdAt } as const;
        await trx.insertInto("webhooks").values(row).execute();
        return webhookFrom(row, createdAt);
      }),

    remove: (id) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom("webhooks").where("id", "=", id).execute();
        await trx.deleteFrom("deliveries").where("webhook_id", "=", id).execute();
      }),

    rotate: (id, secret, previousUntil) =>
      db.transaction().execute(async (trx) => {
        const row = await trx.selectFrom("webhooks").select("secret").where("id", "=", id).executeTakeFirst();
        await trx.updateTable("webhooks").set({ secret, previous_secret: row?.secret ?? null, previous_until: previousUntil }).where("id", "=", id).execute();
      }),

    disable: (id, problem, now) =>
      db.transaction().execute(async (trx) => {
        await trx.updateTable("webhooks").set({ is_enabled: 0, problem }).where("id", "=", id).execute();
        await giveUpWaiting(trx, id, { problem, now });
      }),
  };
}

function readingIn(db: Database): Pick<Webhooks, "of" | "byId" | "withDue"> {
  return {
    async of(issuer, now) {
      const rows = await db.selectFrom("webhooks").selectAll().where("issuer", "=", issuer).orderBy("created_at").orderBy("id").execute();
      return rows.map((row) => webhookFrom(row, now));
    },

    async byId(id, now) {
      const row = await db.selectFrom("webhooks").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : webhookFrom(row, now);
    },

    async withDue(now) {
      const rows = await db
        .selectFrom("webhooks")
        .selectAll()
        .where("is_enabled", "=", 1)
        .where(({ exists, selectFrom }) => exists(selectFrom("deliveries").select("deliveries.id").whereRef("deliveries.webhook_id", "=", "webhooks.id").where("deliveries.is_waiting", "=", 1).where("deliveries.not_before", "<=", now)))
        .execute();
      return rows.map((row) => webhookFrom(row, now));
    },
  };
}

const giveUpWaiting = (trx: Connection, webhookId: string, { problem, now }: { problem: string; now: number }): Promise<unknown> =>
  trx.updateTable("deliveries").set({ is_waiting: 0, failed_at: now, problem }).where("webhook_id", "=", webhookId).where("is_waiting", "=", 1).execute();

/** The endpoint that a row holds, with the secrets that are good now. */
function webhookFrom(row: Selectable<Tables["webhooks"]>, now: number): Webhook {
  const { id, issuer, url, kinds, secret, previous_secret, previous_until, is_enabled, problem, failing_since, created_at } = row;
  const isPreviousGood = previous_secret !== null && previous_until !== null && now < previous_until;
  return {
    ...{ id, issuer: issuer as Address, url, kinds: kinds.split(" ") as EventKind[], isEnabled: Number(is_enabled) === 1 },
    ...{ problem, failingSince: failing_since, createdAt: created_at, secrets: isPreviousGood ? [secret, previous_secret] : [secret] },
  };
}
