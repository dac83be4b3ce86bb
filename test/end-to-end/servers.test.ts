/**
 * Goal: several API processes and workers share one store, and a worker's death loses nothing and doubles nothing.
 * Method: two API processes, two workers, PostgreSQL and a ledger, all of them real processes; a worker at work is killed, one is
 * stopped; what was acknowledged is then counted from the ledger's events, by a script that shares no code with the service.
 */
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countOnLedger } from "../../scripts/countOnLedger.ts";
import { startPostgres, type PostgresServer } from "../../scripts/postgresServer.ts";
import { serversOn, startSharedLedger, type Party, type Server } from "../../scripts/severalServers.ts";

const DOCUMENTS = 400;
const REVOCATIONS = 40;
const TAKEN_OVER_WITHIN_MS = 30_000;
const LEDGER_TIME_MS = 20_000;

let database: PostgresServer;
let databaseUrl: string;
let ledger: Awaited<ReturnType<typeof startSharedLedger>>;
let servers: ReturnType<typeof serversOn>;
let apis: readonly Server[];
let parties: readonly Party[];
const started: Server[] = [];

beforeAll(async () => {
  [database, ledger] = await Promise.all([startPostgres(), startSharedLedger()]);
  databaseUrl = await database.freshDatabase();
  servers = serversOn({ databaseUrl, ledger });
  parties = [await servers.party("Chamber of Example"), await servers.party("Chamber of Elsewhere")];
  apis = await Promise.all([servers.startApi(), servers.startApi()]);
  started.push(...apis);
});

afterAll(async () => {
  for (const server of started) await server.end("SIGKILL");
  await ledger?.stop();
  await database?.stop();
});

interface Accepted {
  readonly id: string;
  readonly digest: string;
  readonly party: Party;
}

const leafOf = (digest: string): string => createHash("sha256").update(Buffer.concat([Buffer.of(0), Buffer.from(digest, "hex")])).digest("hex");

async function ask(turn: number, { apiKey }: Party, [method, path, body]: readonly [string, string, unknown?]) {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
  const reply = await fetch(apis[turn % 2]!.url + path, { method, headers, signal: AbortSignal.timeout(30_000), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: reply.status, retryAfter: reply.headers.get("retry-after"), body: (await reply.json()) as Record<string, string> };
}

/** Handed in by turns to one API process and the other. */
async function acceptMany(name: string, howMany: number): Promise<Accepted[]> {
  const all: Accepted[] = [];
  for (let turn = 0; turn < howMany; turn += 1) {
    const [digest, party] = [createHash("sha256").update(`${name} ${turn}`).digest("hex"), parties[(turn >> 1) % 2]!];
    const { status, body } = await ask(turn, party, ["POST", "/v1/documents", { digest, documentType: "861" }]);
    expect(status).toBe(202);
    all.push({ id: body["id"]!, digest, party });
  }
  return all;
}

async function untilFinal(all: readonly Accepted[], limitMs: number): Promise<number> {
  const startedAt = Date.now();
  let open = [...all];
  while (open.length > 0) {
    if (Date.now() - startedAt > limitMs) throw new Error(`${open.length} of ${all.length} are not final after ${limitMs} ms.\n${started.map(({ log }) => log()).join("\n")}`);
    const states = await Promise.all(open.map(async ({ id, party }, turn) => (await ask(turn, party, ["GET", `/v1/documents/${id}`])).body["state"]));
    open = open.filter((_, each) => states[each] !== "final");
    await pause(250);
  }
  return Date.now() - startedAt;
}

async function queried(text: string): Promise<readonly Record<string, string>[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows as Record<string, string>[];
}

test("a worker killed in the middle of its work: everything acknowledged becomes final once, and in time", { timeout: 240_000 }, async () => {
  const victim = await servers.startWorker();
  started.push(victim);
  const early = await acceptMany("early", REVOCATIONS);
  await untilFinal(early, 60_000);
  const second = await servers.startWorker();
  started.push(second);
  const accepting = acceptMany("late", DOCUMENTS);
  const revoking = Promise.all(early.map(({ id, party }, turn) => ask(turn, party, ["PUT", `/v1/documents/${id}/standing`, { standing: "revoked", reason: "fraud" }])));
  await pause(1_500);
  await victim.end("SIGKILL");
  const killedAt = Date.now();
  const late = await accepting;
  expect((await revoking).map(({ status }) => status)).toEqual(early.map(() => 202));
  await untilFinal([...early, ...late], TAKEN_OVER_WITHIN_MS + LEDGER_TIME_MS);
  // Standings are words of their own: none is left on its way.
  while ((await queried("SELECT id FROM writes WHERE state NOT IN ('final', 'refused')")).length > 0) {
    expect(Date.now() - killedAt).toBeLessThan(60_000 + TAKEN_OVER_WITHIN_MS + LEDGER_TIME_MS);
    await pause(250);
  }
  for (const party of parties) {
    const { anchored, revoked } = await countOnLedger(ledger.url, party.address);
    const own = [...early, ...late].filter((each) => each.party === party);
    expect(own.filter(({ digest }) => anchored.get(leafOf(digest)) !== 1)).toEqual([]);
    expect([...anchored.values()].reduce((sum, times) => sum + times, 0)).toBe(own.length);
    expect(early.filter((each) => each.party === party && revoked.get(leafOf(each.digest)) !== 1)).toEqual([]);
  }
});

test("a worker that is stopped gives its leases back at once; a paused one does nothing when it wakes", { timeout: 240_000 }, async () => {
  const [, second] = started.slice(apis.length);
  const third = await servers.startWorker();
  started.push(third);
  const holder = async (): Promise<string> => (await queried("SELECT holder FROM leases WHERE name = 'batches'"))[0]!["holder"]!;
  const before = await holder();
  expect(before).not.toBe("");
  expect(await second!.end("SIGTERM")).toBe(0);
  expect(await holder()).not.toBe(before);
  await untilFinal(await acceptMany("after the stop", 20), TAKEN_OVER_WITHIN_MS);
  const fourth = await servers.startWorker();
  started.push(fourth);
  third.process.kill("SIGSTOP");
  const meanwhile = await acceptMany("while it is paused", 20);
  await untilFinal(meanwhile, TAKEN_OVER_WITHIN_MS + LEDGER_TIME_MS);
  third.process.kill("SIGCONT");
  const afterwards = await acceptMany("after it woke", 20);
  await untilFinal(afterwards, 30_000);
  for (const party of parties) {
    const { anchored } = await countOnLedger(ledger.url, party.address);
    expect([...anchored.values()].filter((times) => times !== 1)).toEqual([]);
  }
});

test("the database gone for a while: 503 with its own code and a time to ask again, nothing lost, and on by itself", { timeout: 240_000 }, async () => {
  const before = await acceptMany("before it went", 20);
  await database.pause();
  const digest = createHash("sha256").update("while it is gone").digest("hex");
  for (const turn of [0, 1]) {
    const answer = await ask(turn, parties[0]!, ["POST", "/v1/documents", { digest, documentType: "861" }]);
    expect([answer.status, answer.body["code"]]).toEqual([503, "store_unavailable"]);
    expect(Number(answer.retryAfter)).toBeGreaterThan(0);
    expect(JSON.stringify(answer.body)).not.toMatch(/postgres|127\.0\.0\.1|password/i);
    expect((await fetch(`${apis[turn]!.url}/readyz`)).status).toBe(503);
  }
  await pause(Number(process.env["TRADESEAL_LONG"] === "1" ? 60_000 : 5_000));
  await database.resume();
  await pause(1_000);
  const after = await acceptMany("after it came back", 20);
  await untilFinal([...before, ...after], 60_000);
  for (const api of apis) expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
});
