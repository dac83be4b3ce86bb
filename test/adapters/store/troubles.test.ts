/**
 * Goal: a store that cannot be used says so plainly, loses nothing that it has acknowledged, and goes on without a restart.
 * Method: SQLite with no room left, by its own limit on pages and on a real file system of 3 MB, and read-only; every way in which
 * PostgreSQL and the way to it fail, by the errors that its client reports; a server that promises too little.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { postgres } from "../../../src/adapters/store/postgres.ts";
import { prepareSession } from "../../../src/adapters/store/postgresSession.ts";
import { postgresTrouble } from "../../../src/adapters/store/postgresTrouble.ts";
import { openStoreDatabase, storeIn, type Database } from "../../../src/adapters/store/store.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { chamber, origin } from "../../core/world.ts";
import { freshPostgres } from "./databases.ts";

const documentNumber = (number: number) => {
  const digest = digestOf(Buffer.from(`document ${number}`));
  return { id: `document ${number}`, issuer: chamber, documentType: origin, digest, leaf: leafOf(digest), reference: "x".repeat(200), isPublished: true, isReanchor: false, idempotency: null, acceptedAt: 5 };
};

/** Hands in documents until one is refused. @returns those acknowledged, and the refusal. */
async function untilRefused(db: Database, from = 0): Promise<{ acknowledged: readonly string[]; refusal: unknown }> {
  const acknowledged: string[] = [];
  for (let number = from; number < from + 20_000; number += 50) {
    try {
      const answers = await storeIn(db).acceptDocuments(Array.from({ length: 50 }, (_, each) => documentNumber(number + each)));
      acknowledged.push(...answers.map((answer) => ("document" in answer ? answer.document.id : "")));
    } catch (refusal) {
      return { acknowledged, refusal };
    }
  }
  return { acknowledged, refusal: null };
}

async function expectKept(db: Database, acknowledged: readonly string[]): Promise<void> {
  for (const id of acknowledged) expect(await storeIn(db).documentById(id), id).not.toBeNull();
}

describe("SQLite", () => {
  test("no room left: refused as such, everything acknowledged is kept, and on when there is room", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tradeseal-full-"));
    const db = await openStoreDatabase(nodeSqlite(join(folder, "store.sqlite")));
    await sql.raw("PRAGMA max_page_count = 200").execute(db);
    const { acknowledged, refusal } = await untilRefused(db);
    expect(refusal).toMatchObject({ code: "store_unavailable", message: expect.stringMatching(/disk is full/) });
    expect(acknowledged.length).toBeGreaterThan(50);
    await expectKept(db, acknowledged);
    await sql.raw("PRAGMA max_page_count = 100000").execute(db);
    expect(await storeIn(db).acceptDocuments([documentNumber(90_000)])).toMatchObject([{ isNew: true }]);
    expect(await db.selectFrom("documents").select(({ fn }) => fn.countAll().as("count")).executeTakeFirst()).toEqual({ count: acknowledged.length + 1 });
    await db.destroy();
    rmSync(folder, { recursive: true });
  });

  test("read-only: refused as such, and on when it is not any more", async () => {
    const db = await openStoreDatabase(nodeSqlite(":memory:"));
    await sql.raw("PRAGMA query_only = 1").execute(db);
    await expect(storeIn(db).acceptDocuments([documentNumber(1)])).rejects.toMatchObject({ code: "store_unavailable", message: expect.stringMatching(/read-only/) });
    await sql.raw("PRAGMA query_only = 0").execute(db);
    expect(await storeIn(db).acceptDocuments([documentNumber(1)])).toMatchObject([{ isNew: true }]);
    await db.destroy();
  });

  test("a folder that is not there: said at the start", async () => {
    await expect(openStoreDatabase(nodeSqlite(join(tmpdir(), "tradeseal-is-not-here", "store.sqlite")))).rejects.toMatchObject({ code: "store_unavailable", message: expect.stringMatching(/cannot be opened/) });
  });

  const disk = mountedDisk();
  // Where mounting is not permitted, the limit on pages above stands for it.
  test.skipIf(disk === null)("a real disk of 3 MB: full, freed, read-only, writable, all without a restart", async () => {
    const { folder, remount, unmount } = disk!;
    const db = await openStoreDatabase(nodeSqlite(join(folder, "store.sqlite")));
    writeFileSync(join(folder, "ballast"), Buffer.alloc(1_500_000));
    try {
      const { acknowledged, refusal } = await untilRefused(db);
      expect(refusal).toMatchObject({ code: "store_unavailable", message: expect.stringMatching(/disk (is full|reports an error)/) });
      await expectKept(db, acknowledged);
      rmSync(join(folder, "ballast"));
      expect(await storeIn(db).acceptDocuments([documentNumber(90_000)])).toMatchObject([{ isNew: true }]);
      await expectKept(db, acknowledged);
    } finally {
      await db.destroy();
    }
    remount("ro");
    await expect(openStoreDatabase(nodeSqlite(join(folder, "store.sqlite")))).rejects.toMatchObject({ code: "store_unavailable" });
    remount("rw");
    await (await openStoreDatabase(nodeSqlite(join(folder, "store.sqlite")))).destroy();
    unmount();
  });
});

/** A file system of 3 MB, or `null` where mounting one is not permitted. */
function mountedDisk() {
  const folder = mkdtempSync(join(tmpdir(), "tradeseal-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const unmount = (): void => {
    execFileSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on("exit", () => {
    try {
      execFileSync("umount", ["-l", folder], { stdio: "ignore" });
    } catch {
      // It was taken away by the test itself.
    }
  });
  return { folder, remount: (how: "ro" | "rw") => execFileSync("mount", ["-o", `remount,${how}`, folder]), unmount };
}

const reported = (code: string, message = "as the server says"): Error => Object.assign(new Error(message), { code });

describe("PostgreSQL", () => {
  const troubles: readonly [what: string, error: Error, code: string | null][] = [
    ["nobody listens",                     reported("ECONNREFUSED"),                                      "store_unavailable"],
    ["the connection is cut",              reported("ECONNRESET"),                                        "store_unavailable"],
    ["the client says that it ended",      new Error("Connection terminated unexpectedly"),               "store_unavailable"],
    ["no connection becomes free",         new Error("timeout exceeded when trying to connect"),          "store_unavailable"],
    ["the server is shut down",            reported("57P01"),                                             "store_unavailable"],
    ["the server is starting",             reported("57P03"),                                             "store_unavailable"],
    ["too many connections",               reported("53300"),                                             "store_unavailable"],
    ["its disk is full",                   reported("53100"),                                             "store_unavailable"],
    ["it is a standby",                    reported("25006"),                                             "store_unavailable"],
    ["the lock was not to be had",         reported("55P03"),                                             "store_unavailable"],
    ["cut off within a transaction",       reported("25P03"),                                             "store_unavailable"],
    ["a wrong password",                   reported("28P01"),                                             "configuration_invalid"],
    ["no such database",                   reported("3D000"),                                             "configuration_invalid"],
    ["a row that is there already",        reported("23505"),                                             null],
    ["a mistake in a statement",           reported("42601"),                                             null],
    ["a mistake of ours",                  new TypeError("x is not a function"),                          null],
  ];
  for (const [what, error, code] of troubles) {
    test(`${what}: ${code ?? "no trouble of the database"}`, () => {
      expect(postgresTrouble(error)?.code ?? null).toBe(code);
    });
  }

  const good = { fsync: "on", full_page_writes: "on", version: 130_000, encoding: "UTF8" };
  const promises: readonly [what: string, change: Partial<typeof good>, says: RegExp | null][] = [
    ["all that is needed",   {},                           null],
    ["fsync off",            { fsync: "off" },             /fsync = off/],
    ["torn pages",           { full_page_writes: "off" },  /full_page_writes = off/],
    ["version 12",           { version: 120_022 },         /13 .* or later/],
    ["another encoding",     { encoding: "SQL_ASCII" },    /UTF8/],
  ];
  for (const [what, change, says] of promises) {
    test(`a server with ${what} is ${says === null ? "taken" : "refused"}`, async () => {
      const prepared = prepareSession({ query: async () => ({ rows: [{ ...good, ...change }] }) } as never);
      if (says === null) await expect(prepared).resolves.toBeUndefined();
      else await expect(prepared).rejects.toMatchObject({ code: "configuration_invalid", message: expect.stringMatching(says) });
    });
  }

  test("each session waits for the disk, whatever the server's default is", async () => {
    const url = await freshPostgres();
    const weak = new URL(url);
    weak.searchParams.set("options", "-c synchronous_commit=off");
    const db = await openStoreDatabase(postgres({ url: weak.href, poolSize: 2 }));
    const { rows } = await sql<{ synchronous_commit: string }>`SHOW synchronous_commit`.execute(db);
    expect(rows).toEqual([{ synchronous_commit: "on" }]);
    await db.destroy();
  });

  test("whoever stops within a transaction holds up the others for seconds only", async () => {
    const url = await freshPostgres();
    const [stopped, other] = [await openStoreDatabase(postgres({ url, poolSize: 2 })), await openStoreDatabase(postgres({ url, poolSize: 2 }))];
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
    const held = stopped.transaction().execute(async (trx) => {
      await sql`SELECT 1`.execute(trx);
      await woken;
      await trx.insertInto("settings").values({ name: "late", value: "x" }).execute();
    });
    held.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 200));
    const startedAt = performance.now();
    expect(await storeIn(other).acceptDocuments([documentNumber(1)])).toMatchObject([{ isNew: true }]);
    expect(performance.now() - startedAt).toBeLessThan(14_000);
    wake();
    await expect(held).rejects.toMatchObject({ code: "store_unavailable" });
    expect(await storeIn(stopped).acceptDocuments([documentNumber(2)])).toMatchObject([{ isNew: true }]);
    await Promise.all([stopped.destroy(), other.destroy()]);
  });
});
