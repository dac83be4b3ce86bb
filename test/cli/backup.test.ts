/**
 * Goal: a backup that was taken while documents came in brings everything back: documents, seals, API keys, the ledger; a spoilt one is refused.
 * Method: a real service under a stream of documents, backed up by the command, lost, restored and started again; then the same store on
 * PostgreSQL, backed up while it is written, restored into another database and compared row by row.
 */
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder } from "../../scripts/serviceProcess.ts";
import { nodeSqlite } from "../../src/adapters/store/nodeSqlite.ts";
import { postgres } from "../../src/adapters/store/postgres.ts";
import { registerIn } from "../../src/adapters/store/register.ts";
import { openStoreDatabase, storeIn } from "../../src/adapters/store/store.ts";
import { digestOf, leafOf } from "../../src/core/digest.ts";
import { Secret } from "../../src/core/secret.ts";
import { backUp, restore } from "../../src/office.ts";
import { freshPostgres } from "../adapters/store/databases.ts";
import { chamber, origin } from "../core/world.ts";
import { tradeseal } from "./program.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("taken while documents come in, and put back: each acknowledged before it is there, and its seal is the same", async () => {
  const [dataFolder, copy, again] = [join(folder, "data"), join(folder, "copy"), join(folder, "again")];
  const service = await startServiceProcess({ dataFolder, settings: { TRADESEAL_BATCH_AGE: "0" } });
  const headers = { authorization: `Bearer ${service.keyOf("chamber")}`, "content-type": "application/json" };
  const accept = async (digest: string): Promise<string> => ((await (await fetch(`${service.url}/v1/documents`, { method: "POST", headers, body: JSON.stringify({ digest, documentType: "861" }) })).json()) as { id: string }).id;
  const sealAt = async (url: string, id: string): Promise<Response> => fetch(`${url}/v1/documents/${id}/seal`, { headers });
  const id = await accept("ab".repeat(32));
  await expect.poll(async () => (await sealAt(service.url, id)).status).toBe(200);
  const seal = await (await sealAt(service.url, id)).text();

  let isOver = false;
  const stream = (async () => { for (let each = 0; !isOver; each += 1) await accept(each.toString(16).padStart(64, "0")); })();
  const run = await tradeseal(["backup", "--to", copy, "--data", dataFolder], { folder });
  isOver = true;
  await stream;
  expect([run.code, run.stderr]).toEqual([0, ""]);
  expect((await tradeseal(["backup", "--to", copy, "--data", dataFolder], { folder })).code, "not over an older one").toBe(65);
  await service.stop();
  rmSync(dataFolder, { recursive: true });

  expect((await tradeseal(["restore", "--from", copy, "--data", again], { folder })).code).toBe(0);
  expect((await tradeseal(["restore", "--from", copy, "--data", again], { folder })).code, "not over what is there").toBe(65);
  const restored = await startServiceProcess({ dataFolder: again, settings: { TRADESEAL_BATCH_AGE: "0" } });
  expect(await (await sealAt(restored.url, id)).text()).toBe(seal);
  const report = await (await fetch(`${restored.url}/v1/verifications`, { method: "POST", headers, body: JSON.stringify({ digest: "ab".repeat(32), seal }) })).json();
  expect(report).toMatchObject({ verdict: "authentic" });
  await restored.stop();
});

test("a spoilt backup is refused, and nothing is made of it", async () => {
  const [data, target] = [join(folder, "small"), join(folder, "target")];
  mkdirSync(join(data, "keys"), { recursive: true });
  writeFileSync(join(data, "keys", "one.json"), "{}");
  await (await openStoreDatabase(nodeSqlite(join(data, "store.sqlite")))).destroy();
  writeFileSync(join(folder, "elsewhere"), "somebody's");
  /** Adds names to the list, each with the digest of a file. */
  const list = (backup: string, more: Record<string, string>): void => {
    const written = JSON.parse(readFileSync(join(backup, "backup.json"), "utf8")) as { files: Record<string, string> };
    for (const [name, file] of Object.entries(more)) written.files[name] = digestOf(readFileSync(file));
    writeFileSync(join(backup, "backup.json"), JSON.stringify(written));
  };
  const spoilt: readonly [string, (backup: string) => void, RegExp][] = [
    ["a byte more", (backup) => appendFileSync(join(backup, "store.sqlite"), "x"), /store.sqlite is not what was backed up/],
    ["a file less", (backup) => rmSync(join(backup, "keys", "one.json")), /lacks keys\/one.json/],
    ["no list", (backup) => rmSync(join(backup, "backup.json")), /backup.json cannot be read/],
    ["a name that leads out", (backup) => list(backup, { "keys/../../elsewhere": join(folder, "elsewhere") }), /elsewhere does not lie within it/],
    ["a link that leads out", (backup) => (symlinkSync(join(folder, "elsewhere"), join(backup, "keys", "two.json")), list(backup, { "keys/two.json": join(folder, "elsewhere") })), /two.json does not lie within it/],
    ["a folder that leads out", (backup) => (symlinkSync(folder, join(backup, "keys", "far")), list(backup, { "keys/far/elsewhere": join(folder, "elsewhere") })), /elsewhere does not lie within it/],
    ["another format", (backup) => writeFileSync(join(backup, "backup.json"), readFileSync(join(backup, "backup.json"), "utf8").replace("backup/1", "backup/9")), /not the list of a backup that this release reads/],
  ];
  for (const [name, spoil, problem] of spoilt) {
    const backup = join(folder, name);
    await backUp({ dataFolder: data, databaseUrl: null }, backup, () => {});
    spoil(backup);
    await expect(restore({ dataFolder: target, databaseUrl: null }, backup, () => {}), name).rejects.toThrow(problem);
    expect(() => readdirSync(target), name).toThrow();
  }
});

test("what is put back is its owner's alone, whatever became of permissions on the way", async () => {
  const [data, copy, again] = [join(folder, "modes"), join(folder, "modesCopy"), join(folder, "modesAgain")];
  mkdirSync(join(data, "keys"), { recursive: true });
  writeFileSync(join(data, "keys", "one.json"), "{}");
  writeFileSync(join(data, "passphrase"), "secret", { mode: 0o600 });
  await (await openStoreDatabase(nodeSqlite(join(data, "store.sqlite")))).destroy();
  await backUp({ dataFolder: data, databaseUrl: null }, copy, () => {});
  for (const name of ["passphrase", "keys/one.json", "store.sqlite"]) chmodSync(join(copy, name), 0o666);
  await restore({ dataFolder: again, databaseUrl: null }, copy, () => {});
  for (const name of ["passphrase", "keys/one.json", "store.sqlite"]) expect(statSync(join(again, name)).mode & 0o777, name).toBe(0o600);
});

test("on PostgreSQL: one moment of a store that is being written, and the same rows in another database", async () => {
  const [from, to] = [await freshPostgres(), await freshPostgres()];
  const db = await openStoreDatabase(postgres({ url: from, poolSize: 4 }));
  const store = storeIn(db);
  await registerIn(db).addIssuer({ address: chamber, name: "Chamber", account: chamber }, 1);
  const documents = (first: number, count: number) => Array.from({ length: count }, (_, each) => {
    const digest = digestOf(Buffer.from(`document ${first + each}`));
    return { id: `document ${first + each}`, issuer: chamber, documentType: origin, digest, leaf: leafOf(digest), reference: null, isPublished: true, isReanchor: false, idempotency: null, acceptedAt: 1.5 };
  });
  await store.acceptDocuments(documents(0, 2_345));
  const [data, copy, again] = [join(folder, "pg"), join(folder, "pgCopy"), join(folder, "pgAgain")];
  mkdirSync(join(data, "keys"), { recursive: true });
  const backup = backUp({ dataFolder: data, databaseUrl: new Secret(from) }, copy, () => {});
  for (let first = 10_000; first < 12_000; first += 500) await store.acceptDocuments(documents(first, 500));
  await backup;
  const kept = new DatabaseSync(join(copy, "store.sqlite"), { readOnly: true });
  const { count } = kept.prepare("SELECT count(*) AS count FROM documents").get() as { count: number };
  kept.close();
  expect(count).toBeGreaterThanOrEqual(2_345);
  expect((count - 2_345) % 500, "whole commits only").toBe(0);

  await restore({ dataFolder: again, databaseUrl: new Secret(to) }, copy, () => {});
  expect(readdirSync(again)).not.toContain("store.sqlite");
  const ids = async (url: string): Promise<readonly string[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client.query("SELECT id || digest || number || accepted_at AS row FROM documents ORDER BY number LIMIT $1", [count]).then(({ rows }) => rows.map(({ row }) => String(row))).finally(() => client.end());
  };
  expect(await ids(to)).toEqual(await ids(from));
  const restored = await openStoreDatabase(postgres({ url: to, poolSize: 2 }));
  expect((await storeIn(restored).acceptDocuments(documents(0, 1)))[0]).toMatchObject({ isNew: false });
  expect((await storeIn(restored).acceptDocuments(documents(99_999, 1)))[0]).toMatchObject({ isNew: true });
  await Promise.all([db.destroy(), restored.destroy()]);
});
