/**
 * Goal: of an awaited answer one is taken, whoever comes at the same time; it is told to who has the token, and erased when it was fetched or its time is over.
 * Method: both databases, two connections as two processes would have them.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { awaitedAnswersIn } from "../../../src/adapters/store/awaitedAnswers.ts";
import { challengesIn } from "../../../src/adapters/store/challenges.ts";
import { openStoreDatabase, type Database } from "../../../src/adapters/store/store.ts";
import { databases, type TestDatabase } from "./databases.ts";

describe.each(databases)("on $name", ({ make }) => {
  let database: TestDatabase;
  let processes: readonly Database[];
  beforeAll(async () => {
    database = await make();
    processes = [await openStoreDatabase(database.open()), await openStoreDatabase(database.open())];
  });
  afterAll(async () => {
    await Promise.all(processes.map((db) => db.destroy()));
    database.remove();
  });

  async function awaitedOne(challenge: string) {
    await challengesIn(processes[0]!).add({ challenge, audience: "here", expiresAt: 500 }, 0);
    const [one, other] = processes.map(awaitedAnswersIn);
    await one!.expect(challenge, "digest");
    return { one: one!, other: other! };
  }

  test("of many in two processes one may answer; the other process tells it to who has the token", async () => {
    const { one, other } = await awaitedOne("many");
    const claimed = await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? one : other).claim("many", 300)));
    expect(claimed.filter((audience) => audience !== null)).toEqual(["here"]);
    await one.keep("many", "first");
    await other.keep("many", "second");
    expect(await other.look({ challenge: "many", tokenDigest: "digest" })).toEqual({ answer: "first", expiresAt: 500, isHandedIn: true });
    expect(await other.look({ challenge: "many", tokenDigest: "another" })).toBeNull();
    await other.forget("many");
    expect(await one.look({ challenge: "many", tokenDigest: "digest" })).toBeNull();
  });

  test("nothing is taken after the end, or where nothing is awaited; and what nobody fetched is erased", async () => {
    const { one } = await awaitedOne("late");
    expect(await one.claim("late", 500)).toBeNull();
    await challengesIn(processes[0]!).add({ challenge: "in person", audience: "here", expiresAt: 500 }, 0);
    expect(await one.claim("in person", 300)).toBeNull();
    expect(await one.claim("late", 499)).toBe("here");
    await one.keep("late", "told");
    await one.forgetEnded(500);
    expect(await one.look({ challenge: "late", tokenDigest: "digest" })).toMatchObject({ answer: "told" });
    await one.forgetEnded(501);
    expect(await one.look({ challenge: "late", tokenDigest: "digest" })).toBeNull();
    expect(JSON.stringify(await processes[0]!.selectFrom("challenges").selectAll().where("challenge", "=", "late").execute())).not.toContain("told");
  });
});
