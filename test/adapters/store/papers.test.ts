/**
 * Goal: papers are kept as they were issued, byte for byte, and are found by their number, the newest first.
 * Method: one suite for both databases; issuances with a paper of every byte.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { issuancesIn } from "../../../src/adapters/store/issuances.ts";
import { papersIn } from "../../../src/adapters/store/papers.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { openStoreDatabase, type Database } from "../../../src/adapters/store/store.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import type { StoredIssuance } from "../../../src/flows/issuing/issuancePorts.ts";
import { chamber, identity, origin } from "../../core/world.ts";
import { databases, type TestDatabase } from "./databases.ts";

const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) % 256);

describe.each(databases)("on $name", ({ make }) => {
  let place: TestDatabase;
  let db: Database;
  let count = 0;
  async function issue(number: string): Promise<StoredIssuance> {
    count += 1;
    const digest = digestOf(Buffer.from(`paper ${count}`));
    const part = { role: "pdf", documentId: `document-${count}`, digest, leaf: leafOf(digest), reference: number, credential: null, paper: { mediaType: "application/pdf", bytes, number } } as const;
    const answer = await issuancesIn(db).accept({ id: `issuance-${count}`, issuer: chamber, documentType: origin, acceptedAt: count, parts: [part], idempotency: null });
    return "issuance" in answer ? answer.issuance : expect.fail(JSON.stringify(answer));
  }
  beforeAll(async () => {
    place = await make();
    db = await openStoreDatabase(place.open());
    await registerIn(db).addIssuer({ address: chamber, name: "Chamber", account: chamber }, 1);
  });
  afterAll(async () => {
    await db.destroy();
    place.remove();
  });

  test("a paper comes back as it was; what has none has none", async () => {
    const { parts } = await issue("N-1");
    expect(await papersIn(db).paperOf(parts[0]!.document.id)).toEqual({ mediaType: "application/pdf", bytes, number: "N-1" });
    expect(await papersIn(db).paperOf("none")).toBeNull();
  });

  test("papers of one number, newest first; of another issuer or type none", async () => {
    const [first, second] = [await issue("N-2"), await issue("N-2")];
    const name = { issuer: chamber, documentType: origin, number: "N-2" };
    expect(await papersIn(db).issuancesNumbered(name, 10)).toEqual([second.id, first.id]);
    expect(await papersIn(db).issuancesNumbered(name, 1)).toEqual([second.id]);
    expect(await papersIn(db).issuancesNumbered({ ...name, issuer: identity(9) }, 10)).toEqual([]);
    expect(await papersIn(db).issuancesNumbered({ ...name, number: "n-2" }, 10)).toEqual([]);
  });
});
