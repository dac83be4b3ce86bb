/**
 * Goal: each event reaches each endpoint that asked for it at least once and under one id, by whichever worker, in order for each document, and is given up after three days.
 * Method: the real store, the real fetcher against a receiver on loopback that misbehaves by path, or a poster by script; the clock is ours.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import { guardedFetcher } from "../../../src/adapters/fetching/guardedFetcher.ts";
import { addEvents } from "../../../src/adapters/store/events.ts";
import { followingIn } from "../../../src/adapters/store/following.ts";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { openStoreDatabase, type Database } from "../../../src/adapters/store/store.ts";
import { parseAddress } from "../../../src/core/address.ts";
import { deliverDue, RETRY_PAUSES_SECONDS, type DeliverPorts, type UnderWay } from "../../../src/flows/following/deliver.ts";
import { eventKinds, type EventKind } from "../../../src/flows/following/eventKinds.ts";
import type { FollowStore, Posted } from "../../../src/flows/following/followPorts.ts";
import { startReceiver } from "../../end-to-end/receiver.ts";

const issuer = parseAddress(`0x${"11".repeat(20)}`);
const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const posts: { url: string; id: string }[] = [];
let db: Database;
let store: FollowStore;
let now = 0;
beforeEach(async () => {
  db = await openStoreDatabase(nodeSqlite(":memory:"));
  store = followingIn(db);
  now = 1_000_000;
  posts.splice(0);
});
afterEach(() => db.destroy());

const register = (id: string, url = `https://${id}.example/`, kinds: readonly EventKind[] = eventKinds) => store.webhooks.add({ id, issuer, url, kinds, createdAt: now, secret: SECRET }, 20);
const happen = (kind: EventKind, documentId: string) => db.transaction().execute((trx) => addEvents(trx, [{ issuer, kind, documentId, batch: null, data: { documentId } }]));

/** A worker of its own, as every process has one. */
function worker(post: (url: string, id: string) => Promise<Posted>): { round(): Promise<void>; begin(): Promise<number> } {
  const ports: DeliverPorts = { ...store, clock: () => now, random: () => 0.5, poster: { flawOf: () => null, post: (url, { headers }) => (posts.push({ url, id: headers["webhook-id"]! }), post(url, headers["webhook-id"]!)) } };
  const underWay: UnderWay = new Map();
  const begin = (): Promise<number> => deliverDue(underWay, ports);
  const round = async (): Promise<void> => {
    await begin();
    await Promise.all([...underWay.values()].flatMap((tries) => [...tries]));
  };
  return { begin, round };
}

const status = (code: number) => async (): Promise<Posted> => ({ isAnswered: true, status: code });

test("tried for a good three days, with the same id, then kept as a failure that can be replayed", async () => {
  await register("one");
  await happen("document.final", "d");
  const failing = worker(status(500));
  await failing.round();
  const waited: number[] = [];
  for (const pause of RETRY_PAUSES_SECONDS) {
    now += pause - 1;
    await failing.round();
    waited.push(posts.length);
    now += 1;
    await failing.round();
  }
  expect(waited, "not before its time").toEqual(RETRY_PAUSES_SECONDS.map((_, place) => place + 1));
  expect(posts).toHaveLength(RETRY_PAUSES_SECONDS.length + 1);
  expect(new Set(posts.map(({ id }) => id)).size).toBe(1);
  expect(RETRY_PAUSES_SECONDS.reduce((sum, pause) => sum + pause, 0) / 86_400).toBeGreaterThan(3);
  now += 10 * 86_400;
  await failing.round();
  expect(posts).toHaveLength(RETRY_PAUSES_SECONDS.length + 1);
  expect(await store.webhooks.failuresOf("one", -1, 10)).toMatchObject([{ eventId: posts[0]!.id, attempts: 10, problem: "The endpoint answered 500." }]);
  expect(await store.webhooks.replay("one", null, now)).toBe(1);
  await worker(status(204)).round();
  expect(posts.at(-1)!.id).toBe(posts[0]!.id);
  expect(await store.webhooks.failuresOf("one", -1, 10)).toEqual([]);
});

test("several workers at once: nothing is sent twice, nothing is left", async () => {
  await register("one");
  await register("two");
  for (let each = 0; each < 60; each += 1) await happen("document.final", `d${each}`);
  const workers = [1, 2, 3].map(() => worker(status(200)));
  for (let round = 0; round < 12; round += 1) await Promise.all(workers.map((each) => each.round()));
  expect(posts).toHaveLength(120);
  expect(new Set(posts.map(({ url, id }) => url + id)).size).toBe(120);
});

test("a worker that dies with a delivery: another takes it when the lease is over, under the same id", async () => {
  await register("one");
  await happen("document.final", "d");
  await worker(() => new Promise(() => {})).begin();
  const other = worker(status(200));
  await other.round();
  expect(posts, "still leased").toHaveLength(1);
  now += 61;
  await other.round();
  expect(posts).toHaveLength(2);
  expect(posts[0]!.id).toBe(posts[1]!.id);
});

test("for one document in order; a poison event holds up others only briefly, and other documents not at all", async () => {
  await register("one");
  await happen("document.included", "poison");
  await happen("document.final", "poison");
  await happen("document.included", "other");
  const [first] = await store.events.after(issuer, 0, 1);
  const taken: string[] = [];
  const choosy = worker(async (_url, id) => (id === first!.id ? { isAnswered: true, status: 500 } : (taken.push(id), { isAnswered: true, status: 200 })));
  await choosy.round();
  await choosy.round();
  expect(taken, "the other document's").toHaveLength(1);
  for (const pause of [5, 300]) {
    now += pause * 1.2;
    await choosy.round();
    await choosy.round();
  }
  expect(taken, "after three tries the later one goes first").toHaveLength(2);
});

test("an endpoint that hangs takes its own places and nobody else's", async () => {
  await register("hangs");
  await register("quick");
  for (let each = 0; each < 30; each += 1) await happen("document.final", `d${each}`);
  const busy = worker((url) => (url.includes("hangs") ? new Promise(() => {}) : status(200)()));
  for (let round = 0; round < 20; round += 1) {
    await busy.begin();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(posts.filter(({ url }) => url.includes("quick"))).toHaveLength(30);
  expect(posts.filter(({ url }) => url.includes("hangs"))).toHaveLength(8);
});

test("only what was asked for; what happened before is not sent", async () => {
  await happen("document.final", "before");
  await register("one", undefined, ["document.final"]);
  await happen("document.included", "d");
  await happen("document.final", "d");
  await worker(status(200)).round();
  expect(posts).toHaveLength(1);
});

test("five days of nothing but failures disable an endpoint; replayed, it gets what it missed, too", async () => {
  await register("one");
  await happen("document.final", "d0");
  const failing = worker(status(503));
  for (let day = 1; day <= 8; day += 1) {
    await happen("document.final", `d${day}`);
    await failing.round();
    now += 86_400;
  }
  const { isEnabled, problem } = (await store.webhooks.byId("one", now))!;
  expect([isEnabled, problem]).toEqual([false, expect.stringContaining("five days")]);
  await happen("document.final", "while disabled");
  const before = posts.length;
  await failing.round();
  expect(posts).toHaveLength(before);
  await store.webhooks.replay("one", null, now);
  const well = worker(status(200));
  for (let round = 0; round < 5; round += 1) await well.round();
  expect(new Set(posts.map(({ id }) => id)).size).toBe(10);
  expect(await store.webhooks.failuresOf("one", -1, 10)).toEqual([]);
});

test("the real door: every misbehaviour is a failure with its reason, and a huge answer is not read", async () => {
  const receiver = await startReceiver();
  const fetcher = guardedFetcher({ isLoopbackAllowed: true, patience: { connectMs: 500, totalMs: 1_000 } });
  const post = (path: string) => fetcher.post(receiver.url + path, { body: '{"a":"é"}', headers: { "Content-Type": "application/json" } });
  expect(await post("/taken")).toEqual({ isAnswered: true, status: 204 });
  expect(receiver.received.at(-1)!.body).toBe('{"a":"é"}');
  expect(await post("/fails")).toEqual({ isAnswered: true, status: 500 });
  expect(await post("/redirects")).toEqual({ isAnswered: true, status: 302 });
  expect(await post("/huge")).toEqual({ isAnswered: true, status: 200 });
  expect(await post("/hangs")).toEqual({ isAnswered: false, refusal: "answer_timeout" });
  expect(await post("/resets")).toEqual({ isAnswered: false, refusal: "answer_cut" });
  expect(receiver.at("/taken-after-redirect")).toEqual([]);
  await receiver.stop();
  expect(await post("/nobody")).toEqual({ isAnswered: false, refusal: "connect_failed" });
});

test.each([
  ["http://erp.example/hook",          "scheme_forbidden"],
  ["https://127.0.0.1/hook",           "address_forbidden"],
  ["https://localhost/hook",           "address_forbidden"],
  ["https://[::1]/hook",               "address_forbidden"],
  ["https://10.0.0.1/hook",            "address_forbidden"],
  ["https://169.254.169.254/latest",   "address_forbidden"],
  ["https://0x7f.1/hook",              "address_forbidden"],
  ["https://name:word@erp.example/",   "userinfo_forbidden"],
  ["https://erp.example:22/",          "port_forbidden"],
  ["nowhere",                          "url_malformed"],
  ["https://erp.example/hook",         null],
] as const)("an endpoint at %s: %s, at the door and when it is posted to", async (url, flaw) => {
  const fetcher = guardedFetcher({ lookup: async () => ["10.1.2.3"] });
  expect(fetcher.flawOf(url)).toBe(flaw);
  expect(await fetcher.post(url, { body: "{}", headers: {} })).toEqual({ isAnswered: false, refusal: flaw ?? "address_forbidden" });
});
