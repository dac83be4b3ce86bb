/**
 * Goal: whoever sets up several servers wrongly reads what is wrong and what to do, and no password.
 * Method: the real program with one setting missing or wrong at a time; and the commands on a store on PostgreSQL.
 */
import { mkdirSync } from "node:fs";
import { afterAll, expect, test, vi } from "vitest";
import { freePort } from "../../scripts/serviceProcess.ts";
import { lockFolder } from "../../src/office.ts";
import { freshPostgres } from "../adapters/store/databases.ts";
import { testFolder, tradeseal } from "./program.ts";

// Each run is a process of its own.
vi.setConfig({ testTimeout: 90_000 });

const folder = testFolder();
afterAll(() => folder.remove());
const run = (args: readonly string[], environment: Record<string, string> = {}) => tradeseal(args, { folder: folder.name, environment: { TRADESEAL_DATA: folder.at("data"), ...environment } });

const wrong: readonly [what: string, args: readonly string[], environment: Record<string, string>, code: number, says: RegExp][] = [
  ["API only on SQLite",         ["serve", "--api-only"], {},                                                                          64, /TRADESEAL_DATABASE_URL/],
  ["a worker on SQLite",         ["worker"],              {},                                                                          64, /TRADESEAL_DATABASE_URL/],
  ["another kind of address",    ["worker"],              { TRADESEAL_DATABASE_URL: "mysql://me:hush@db.example/x" },                   64, /postgres:\/\/user/],
  ["no address at all",          ["worker"],              { TRADESEAL_DATABASE_URL: "postgres://me:hush@[/x" },                         64, /postgres:\/\/user/],
  ["too few connections",        ["worker"],              { TRADESEAL_DATABASE_POOL: "1" },                                            64, /TRADESEAL_DATABASE_POOL/],
  ["copying without a store",    ["store", "copy", "--to", "postgres://me:hush@db.example/x"], {},                                     65, /no store of Tradeseal/],
  ["copying to no address",      ["store", "copy", "--to", "data.sqlite"], {},                                                         64, /--to must be/],
];
for (const [what, args, environment, code, says] of wrong) {
  test(`${what}: ${code}`, async () => {
    const { code: exit, stderr } = await run(args, environment);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain("hush");
    expect(exit).toBe(code);
  });
}

test("PostgreSQL with the embedded ledger: 64, and why not", async () => {
  const { code, stderr } = await run(["worker"], { TRADESEAL_DATABASE_URL: await freshPostgres() });
  expect(stderr).toMatch(/needs TRADESEAL_LEDGER_URL .* belongs to one process/);
  expect(code).toBe(64);
});

test("a database that does not answer: 2, a wrong password: 64, and the password is not shown", async () => {
  const silent = await run(["issuer", "list"], { TRADESEAL_DATABASE_URL: `postgres://me:hush@127.0.0.1:${await freePort()}/x` });
  expect([silent.code, silent.stderr]).toEqual([2, expect.stringMatching(/store_unavailable/)]);
  const url = new URL(await freshPostgres());
  url.password = "hush";
  const refused = await run(["issuer", "list"], { TRADESEAL_DATABASE_URL: url.href });
  expect([refused.code, refused.stderr]).toEqual([64, expect.stringMatching(/configuration_invalid/)]);
  expect(silent.stderr + refused.stderr).not.toContain("hush");
});

test("the commands of a data folder work on a store on PostgreSQL, and a store is copied there", async () => {
  const environment = { TRADESEAL_DATABASE_URL: await freshPostgres() };
  expect(await run(["issuer", "create", "--name", "Chamber of Example"], environment)).toMatchObject({ code: 0 });
  expect((await run(["issuer", "list"], environment)).stdout).toContain("Chamber of Example");
  expect(await run(["api-key", "create", "--issuer", "Chamber of Example"], environment)).toMatchObject({ code: 0 });
  expect((await run(["journal", "verify"], environment)).stdout).toMatch(/no flaw/);

  expect(await run(["issuer", "create", "--name", "Chamber on SQLite", "--data", "small"])).toMatchObject({ code: 0 });
  const to = await freshPostgres();
  mkdirSync(folder.at("small"), { recursive: true });
  const release = lockFolder(folder.at("small"));
  expect(await run(["store", "copy", "--data", "small", "--to", to])).toMatchObject({ code: 65, stderr: expect.stringMatching(/is running/) });
  release();
  expect(await run(["store", "copy", "--data", "small", "--to", to])).toMatchObject({ code: 0, stdout: expect.stringMatching(/issuers\s+1/) });
  expect((await run(["issuer", "list"], { TRADESEAL_DATABASE_URL: to })).stdout).toContain("Chamber on SQLite");
  expect(await run(["store", "copy", "--data", "small", "--to", to])).toMatchObject({ code: 65, stderr: expect.stringMatching(/not empty/) });
}, 240_000);
