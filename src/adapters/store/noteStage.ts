// The outbox: when a write comes to stand elsewhere, what its issuer is told of that is stored in the same transaction.

import type { EventKind } from "../../flows/following/eventKinds.ts";
import type { JsonObject } from "../../core/json.ts";
import { dateOf } from "../../core/report.ts";
import type { Write, WriteBody } from "../../flows/issuing/issuePorts.ts";
import { addEvents, type NewEvent } from "./events.ts";
import type { Connection } from "./journal.ts";

type Stage = "included" | "final" | "reorganised" | "refused";

/** Stores the events of a change of the write, before the write itself is changed. Anything but anchors and standings passes in silence. */
export async function noteStage(trx: Connection, id: number, change: { readonly state?: Write["state"] | undefined; readonly block?: Write["block"] | undefined }): Promise<void> {
  if (change.state === undefined) return;
  const before = await trx.selectFrom("writes").select(["kind", "state", "block_number", "block_hash", "block_time"]).where("id", "=", id).executeTakeFirst();
  if (before === undefined || (before.kind !== "anchor" && before.kind !== "standing")) return;
  const lost = before.block_hash === null ? null : { number: before.block_number!, hash: before.block_hash, time: before.block_time! };
  const block = change.block === undefined ? lost : change.block;
  const stages = stagesBetween({ state: before.state, hash: lost?.hash ?? null }, { state: change.state, hash: block?.hash ?? null });
  if (stages.length === 0) return;
  const make = before.kind === "anchor" ? eventsOfBatch : eventsOfStandings;
  await addEvents(trx, (await Promise.all(stages.map((stage) => make(trx, id, { stage, block: viewOfBlock(stage === "reorganised" ? lost : block) })))).flat());
}

interface Sight {
  readonly state: string;
  readonly hash: string | null;
}

const isThere = ({ state }: Sight): boolean => state === "included" || state === "final";

/** What happened between two looks. A write that was final at the second look was included before, and is told so. */
export function stagesBetween(before: Sight, after: Sight): Stage[] {
  if (after.state === "refused") return before.state === "refused" ? [] : ["refused"];
  const isElsewhere = isThere(before) && isThere(after) && before.hash !== after.hash;
  const isLost = isThere(before) && !isThere(after);
  const isNew = isThere(after) && (!isThere(before) || isElsewhere);
  return [
    ...(isLost || isElsewhere ? (["reorganised"] as const) : []),
    ...(isNew ? (["included"] as const) : []),
    ...(after.state === "final" && (before.state !== "final" || isElsewhere) ? (["final"] as const) : []),
  ];
}

const viewOfBlock = (block: Pick<NonNullable<Write["block"]>, "number" | "time"> & { hash: string } | null): JsonObject => (block === null ? {} : { block: { number: block.number, hash: block.hash, time: dateOf(block.time) } });

interface Happening {
  readonly stage: Stage;
  readonly block: JsonObject;
}

/** One row for the whole batch, however many documents it holds. An anchor is never refused. */
async function eventsOfBatch(trx: Connection, writeId: number, { stage, block }: Happening): Promise<NewEvent[]> {
  if (stage === "refused") return [];
  const owners = await trx.selectFrom("documents").select(({ fn }) => ["issuer", fn.countAll<number>().as("count")]).where("write_id", "=", writeId).groupBy("issuer").execute();
  return owners.map(({ issuer, count }) => ({ issuer, kind: `document.${stage}` as EventKind, documentId: null, batch: { writeId, count: Number(count) }, data: block }));
}

async function eventsOfStandings(trx: Connection, writeId: number, { stage, block }: Happening): Promise<NewEvent[]> {
  const { body } = await trx.selectFrom("writes").select("body").where("id", "=", writeId).executeTakeFirstOrThrow();
  const { leaves } = JSON.parse(body) as WriteBody & { kind: "standing" };
  const said = [...(await changesIn(trx, writeId)), ...(await wordsIn(trx, writeId))];
  return said.flatMap(({ issuer, documentId, leaf, data }): NewEvent[] => {
    // The ledger could not take this one of many; the others went on without it.
    const isDropped = !(leaves as readonly string[]).includes(leaf);
    if (isDropped && stage !== "included") return [];
    return [{ issuer, documentId, batch: null, ...(isDropped ? { kind: "standing.refused", data } : { kind: `standing.${stage}` as EventKind, data: { ...data, ...block } }) }];
  });
}

interface Said {
  readonly issuer: string;
  readonly documentId: string | null;
  readonly leaf: string;
  readonly data: JsonObject;
}

async function changesIn(trx: Connection, writeId: number): Promise<Said[]> {
  const rows = await trx
    .selectFrom("standing_changes as change")
    .innerJoin("documents as document", "document.id", "change.document_id")
    .select(["change.standing", "change.reason", "change.replacement", "document.id", "document.issuer", "document.leaf", "document.digest", "document.document_type", "document.reference"])
    .where("change.write_id", "=", writeId)
    .orderBy("change.id")
    .execute();
  return rows.map(({ id, issuer, leaf, digest, document_type, reference, ...said }) => ({
    ...{ issuer, documentId: id, leaf },
    data: { documentId: id, digest, documentType: document_type, ...(reference === null ? {} : { reference }), ...sayingOf(said) },
  }));
}

async function wordsIn(trx: Connection, writeId: number): Promise<Said[]> {
  const rows = await trx.selectFrom("standing_words").selectAll().where("write_id", "=", writeId).execute();
  return rows.map(({ id, speaker, issuer, leaf, digest, document_type, ...said }) => ({
    ...{ issuer: speaker, documentId: null, leaf },
    data: { standingId: id, issuer, digest, documentType: document_type, ...sayingOf(said) },
  }));
}

const sayingOf = ({ standing, reason, replacement }: { standing: string; reason: string; replacement: string | null }): JsonObject => ({ standing, reason, ...(replacement === null ? {} : { replacement }) });
