/**
 * Goal: a replaced document's digest is told where it was anchored here for all to see, and nowhere else.
 * Method: one suite for both databases; one document replaced, and one spoilt in one way per row.
 */
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishedDigestsIn } from "../../../src/adapters/store/publishedDigests.ts";
import { openStoreDatabase, storeIn, type Database } from "../../../src/adapters/store/store.ts";
import { digestOf, leafOf, type Digest } from "../../../src/core/digest.ts";
import { closeBatches } from "../../../src/flows/carrying/batch.ts";
import { changeStanding } from "../../../src/flows/issuing/issue.ts";
import type { NewDocument, StoredDocument, WriteState } from "../../../src/flows/issuing/issuePorts.ts";
import { aeo, chamber, customs, origin } from "../../core/world.ts";
import { databases, type TestDatabase } from "./databases.ts";

let count = 0;
const newDigest = (): Digest => digestOf(Buffer.from(`document ${(count += 1)}`));
const named = { issuer: chamber, documentType: origin };

describe.each(databases)("on $name", ({ make }) => {
  let place: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    place = await make();
    db = await openStoreDatabase(place.open());
  });
  afterAll(async () => {
    await db.destroy();
    place.remove();
  });

  async function anchored(change: Partial<NewDocument> = {}, state: WriteState = "final"): Promise<StoredDocument> {
    const store = storeIn(db);
    const digest = newDigest();
    const asked: NewDocument = { id: digest, ...named, digest, leaf: leafOf(digest), reference: null, isPublished: true, isReanchor: false, acceptedAt: 1, idempotency: null, ...change };
    await store.acceptDocuments([asked]);
    await closeBatches({ size: 9, ageSeconds: 0 }, { store, accounts: { accountFor: async (issuer) => issuer }, clock: () => 1e9, newId: () => "", randomLeaf: () => leafOf(newDigest()) });
    const document = (await store.documentById(digest))!;
    await store.setWrite(document.batch!.writeId, { state });
    return document;
  }
  async function replaced(...of: Parameters<typeof anchored>): Promise<StoredDocument> {
    const document = await anchored(...of);
    await changeStanding(document, { standing: "replaced", replacement: newDigest(), reason: "superseded", note: null }, { store: storeIn(db), clock: () => 2 });
    return document;
  }
  const told = async ({ leaf }: StoredDocument, about: Parameters<ReturnType<typeof publishedDigestsIn>>[1] = named) => (await publishedDigestsIn(db)([leaf], about)).get(leaf) ?? null;

  test("those of what was replaced, each by its leaf", async () => {
    const [one, other] = [await replaced(), await replaced()];
    const digests = await publishedDigestsIn(db)([one.leaf, other.leaf, leafOf(newDigest())], named);
    expect([...digests].toSorted()).toEqual([[one.leaf, one.digest], [other.leaf, other.digest]].toSorted());
  });

  const rows: readonly [what: string, find: () => Promise<Digest | null>][] = [
    ["with private leaves",           async () => told(await replaced({ isPublished: false }))],
    ["whose anchor is not final yet", async () => told(await replaced({}, "included"))],
    ["that nobody replaced",          async () => told(await anchored())],
    ["asked for as another issuer's", async () => told(await replaced(), { ...named, issuer: customs })],
    ["asked for as of another type",  async () => told(await replaced(), { ...named, documentType: aeo })],
  ];
  test.each(rows)("not of one %s", async (_what, find) => expect(await find()).toBeNull());

  test("found by an index, on SQLite, that holds what was replaced alone", async () => {
    if (place.name !== "SQLite") return;
    const plan = (await sql<{ detail: string }>`EXPLAIN QUERY PLAN SELECT digest FROM documents INNER JOIN writes ON writes.id = documents.write_id WHERE leaf IN (${"a"}, ${"b"}) AND issuer = ${"c"} AND document_type = ${"d"} AND replacement IS NOT NULL`.execute(db)).rows;
    expect(plan.map(({ detail }) => detail).join("; ")).toMatch(/INDEX documents_replaced/);
  });
});
