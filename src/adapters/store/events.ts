// Events in the store: each issuer's, counted without gaps in the order of the transactions that stored them.

import { randomBytes } from "node:crypto";
import { sql, type Selectable } from "kysely";
import type { EventKind, ServiceEvent } from "../../flows/following/eventKinds.ts";
import type { JsonObject } from "../../core/json.ts";
import type { Events } from "../../flows/following/followPorts.ts";
import type { Connection } from "./journal.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";

/** What is to be told. That of a batch is told for each of its documents, and stored once. */
export interface NewEvent {
  readonly issuer: string;
  readonly kind: EventKind;
  readonly documentId: string | null;
  readonly batch: { readonly writeId: number; readonly count: number } | null;
  readonly data: JsonObject;
}

/** Stores events in the transaction of what they tell. The issuer's counter stays locked until it ends, so nobody reads past an event that is still to come. */
export async function addEvents(trx: Connection, events: readonly NewEvent[]): Promise<void> {
  // Counters are taken in one order by everybody, so that no two transactions wait for each other.
  for (const { issuer, kind, documentId, batch, data } of events.toSorted((left, right) => (left.issuer < right.issuer ? -1 : Number(left.issuer > right.issuer)))) {
    const count = batch?.count ?? 1;
    const { last } = await trx
      .insertInto("event_counters")
      .values({ issuer, last: count })
      .onConflict((conflict) => conflict.column("issuer").doUpdateSet({ last: sql<number>`event_counters.last + ${count}` }))
      .returning("last")
      .executeTakeFirstOrThrow();
    const row = { id: `evt_${randomBytes(12).toString("hex")}`, issuer, last_sequence: Number(last), count, kind, at: Date.now() / 1000, document_id: documentId, write_id: batch?.writeId ?? null };
    await trx.insertInto("events").values({ ...row, data: JSON.stringify(data) }).execute();
  }
}

/** The events in an open database. */
export function eventsIn(db: Database): Events {
  return {
    async lastOf(issuer) {
      const row = await db.selectFrom("event_counters").select("last").where("issuer", "=", issuer).executeTakeFirst();
      return Number(row?.last ?? 0);
    },

    async oldestOf(issuer) {
      const row = await db.selectFrom("events").select(["last_sequence", "count"]).where("issuer", "=", issuer).orderBy("last_sequence").limit(1).executeTakeFirst();
      return row === undefined ? (await this.lastOf(issuer)) + 1 : Number(row.last_sequence) - Number(row.count) + 1;
    },

    after: (issuer, after, limit) => eventsAfter(db, issuer, { after, limit }),

    async forgetBefore(at) {
      await db.deleteFrom("events").where("at", "<", at).execute();
      await db.deleteFrom("deliveries").where("is_waiting", "=", 0).where("failed_at", "<", at).execute();
    },
  };
}

/** The issuer's events behind a sequence, in order. */
export async function eventsAfter(db: Connection, issuer: string, { after, limit }: { after: number; limit: number }): Promise<readonly ServiceEvent[]> {
  const rows = await db.selectFrom("events").selectAll().where("issuer", "=", issuer).where("last_sequence", ">", after).orderBy("last_sequence").limit(limit).execute();
  const events: ServiceEvent[] = [];
  for (const row of rows) {
    if (events.length >= limit) break;
    events.push(...(await eventsOf(db, row, { after, limit: limit - events.length })));
  }
  return events;
}

async function eventsOf(db: Connection, row: Selectable<Tables["events"]>, { after, limit }: { after: number; limit: number }): Promise<readonly ServiceEvent[]> {
  const { id, kind, at, document_id, write_id, data } = row;
  const first = Number(row.last_sequence) - Number(row.count) + 1;
  const common = { kind: kind as EventKind, at };
  if (write_id === null) return [{ ...common, id, sequence: first, documentId: document_id, data: JSON.parse(data) as JsonObject }];
  const skipped = Math.max(0, after + 1 - first);
  const documents = await db
    .selectFrom("documents")
    .select(["id", "digest", "document_type", "reference"])
    .where("write_id", "=", write_id)
    .where("issuer", "=", row.issuer)
    .orderBy("position")
    .orderBy("number")
    .limit(limit)
    .offset(skipped)
    .execute();
  return documents.map(({ id: documentId, digest, document_type, reference }, place) => {
    const told = { documentId, digest, documentType: document_type, ...(reference === null ? {} : { reference }), ...(JSON.parse(data) as JsonObject) };
    return { ...common, id: `${id}_${skipped + place}`, sequence: first + skipped + place, documentId, data: told };
  });
}
