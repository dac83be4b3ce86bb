/**
 * Goal: a challenge is used once, whoever comes at the same time, and is forgotten when it has long ended.
 * Method: both databases, two connections as two processes would have them.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

  test("of many who use it at once in two processes one finds it fresh", async () => {
    const [first, second] = processes.map(challengesIn);
    await first!.add({ challenge: "one", audience: "https://border.example", expiresAt: 500 }, 0);
    const used = await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? first! : second!).use("one", 300)));
    expect(used.filter(({ is }) => is === "fresh")).toEqual([{ is: "fresh", audience: "https://border.example", expiresAt: 500 }]);
    expect(used.filter(({ is }) => is === "used")).toHaveLength(19);
  });

  test("one that nobody made is unknown, and so is one that has long ended", async () => {
    const [challenges] = processes.map(challengesIn);
    expect(await challenges!.use("never", 300)).toEqual({ is: "unknown" });
    await challenges!.add({ challenge: "old", audience: "a", expiresAt: 500 }, 0);
    await challenges!.add({ challenge: "new", audience: "a", expiresAt: 5_000 }, 501);
    expect(await challenges!.use("old", 4_600)).toEqual({ is: "unknown" });
    expect(await challenges!.use("new", 4_600)).toMatchObject({ is: "fresh" });
  });
});
