/**
 * Goal: a watch costs a judgement when something happened to it, not when something happened; nothing seen, missed or silent hides a fall for long.
 * Method: the real store and the real index; a ledger that says what a row wants; judgements are counted by what is read.
 */
import { expect, test } from "vitest";
import { SqliteIndex } from "../../../src/adapters/index/sqliteIndex.ts";
import { followingIn } from "../../../src/adapters/store/following.ts";
import { nodeSqlite, openDatabase } from "../../../src/adapters/store/nodeSqlite.ts";
import { openStoreDatabase } from "../../../src/adapters/store/store.ts";
import { didOf, type Address } from "../../../src/core/address.ts";
import { digestOf, leafOf, type Digest, type Leaf } from "../../../src/core/digest.ts";
import type { DocumentType } from "../../../src/core/documentType.ts";
import { Fault } from "../../../src/core/fault.ts";
import type { Report } from "../../../src/core/report.ts";
import type { Block, ChainHash, Head, StandingStatement } from "../../../src/core/ledger.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import type { TrustRoot } from "../../../src/core/evidence.ts";
import type { LedgerEvent, VerifyPorts } from "../../../src/flows/ports.ts";
import { stir } from "../../../src/flows/following/stir.ts";
import { judgeDue, turnsOf, watch } from "../../../src/flows/following/watch.ts";
import { aeo, chamber, customs, granted, identity, ledger as ledgerId, origin, stands, trustRoot, withdrawn } from "../../core/world.ts";

const COUNT = Number(process.env["TRADESEAL_WATCHES"] ?? 1_000);
const holder = identity(99);
const NONE: ChainHash = `0x${"00".repeat(32)}`;
const hashAt = (number: number, branch = "b"): ChainHash => `0x${branch}${number.toString(16).padStart(63, "0")}`;

/** Two chambers under one authority; each batch has `count` documents, half of them of each. */
async function newWorld(count: number) {
  const other = identity(7);
  const digests = Array.from({ length: count }, (_, place): Digest => digestOf(Buffer.from(`document ${place}`)));
  const issuerOf = (place: number): Address => (place % 2 === 0 ? chamber : other);
  const index = new SqliteIndex(openDatabase(":memory:"), "watches");
  const events = new Map<number, LedgerEvent[]>();
  const standings = new Map<Leaf, StandingStatement[]>();
  const grants = new Map<Address, ReturnType<typeof granted>[]>([[chamber, [granted(10)]], [other, [granted(10)]]]);
  const state = { number: 100, final: 100, branch: new Map<number, string>(), isSilent: false, judged: 0, now: 100_000, roots: [trustRoot(customs, origin)] as TrustRoot[] };
  const blockAt = (number: number): Block => ({ number, hash: hashAt(number, state.branch.get(number) ?? "b"), time: number });
  const head = (): Head => ({ ...blockAt(state.number), finalNumber: state.final });
  const answerOf = async <T>(value: () => T): Promise<T> => {
    if (state.isSilent) throw new Fault("ledger_unreachable", "silent");
    return value();
  };
  const place = (number: number) => ({ blockNumber: number, blockHash: hashAt(number), logIndex: 0 });
  const accredited = [...grants.keys()].map((grantee): LedgerEvent => ({ ...place(10), kind: "accredited", grantor: customs, grantee, documentType: origin, mayPassOn: false, name: "Chamber", credentialDigest: NONE, particulars: NONE }));
  const anchored = [chamber, other].map((issuer): LedgerEvent => {
    const leaves = digests.filter((_, at) => issuerOf(at) === issuer).map(leafOf);
    return { ...place(50), kind: "anchored", issuer, documentType: origin, root: treeOf(leaves).root, size: leaves.length, account: issuer, leaves };
  });
  index.add([...accredited, ...anchored], { after: null, reached: blockAt(100) });
  const verify: VerifyPorts = {
    ledger: {
      id: ledgerId,
      head: () => ((state.judged += 1), answerOf(head)),
      anchorOf: () => answerOf(() => ({ time: 50, blockNumber: 50, size: Math.ceil(count / 2), hasLeaves: true })),
      standingsOf: (speaker, { leaf, issuer }) => answerOf(() => (speaker === issuer ? (standings.get(leaf) ?? []).filter(({ blockNumber }) => blockNumber <= state.number) : [])),
      didChangedIn: () => answerOf(() => 0),
      grantsOf: ({ grantee }) => answerOf(() => grants.get(grantee) ?? []),
    },
    index,
    follower: { reach: async () => !state.isSilent },
    trustRoots: () => state.roots,
    clock: () => state.now,
  };
  const db = await openStoreDatabase(nodeSqlite(":memory:"));
  const { watches, events: told } = followingIn(db);
  const ports = { watches, verify, random: () => 0.5 };
  const ledgerEvents = { head: () => answerOf(head), blockAt: (number: number) => answerOf(() => (number <= state.number ? blockAt(number) : null)), eventsBetween: async (from: number, to: number) => [...events].filter(([number]) => number >= from && number <= to).flatMap(([, own]) => own) };
  /** Rounds until nothing is due. @returns how many judgements they took. */
  const settle = async (): Promise<number> => {
    const before = state.judged;
    state.now += 1;
    await stir({ watches, events: ledgerEvents, verify }).catch(() => {});
    for (let rounds = 0; rounds < 10_000 && (await judgeDue(ports)) > 0; rounds += 1) if (state.isSilent) break;
    return state.judged - before;
  };
  const mine = (...happened: LedgerEvent[]): number => {
    state.number += 1;
    if (happened.length > 0) events.set(state.number, happened.map((event) => ({ ...event, ...place(state.number) })));
    return state.number;
  };
  const say = (at: number, standing: StandingStatement["standing"]): LedgerEvent => {
    const leaf = leafOf(digests[at]!);
    standings.set(leaf, [...(standings.get(leaf) ?? []), stands(standing, state.number + 1)]);
    return { ...place(0), kind: "standingSet", speaker: issuerOf(at), issuer: issuerOf(at), leaf, documentType: origin, replacement: null };
  };
  for (const [at, digest] of digests.entries()) await watch({ id: `watch ${at}`, holder, digest, documentType: null, issuer: null, seal: null }, ports);
  await settle();
  const news = async () => (await told.after(holder, 0, 200_000)).map(({ data }) => data as { watchId: string; verdict: string; reason?: string });
  return { state, ports, settle, mine, say, grants, standings, news, other, leafAt: (at: number) => leafOf(digests[at]!), close: () => db.destroy() };
}

test("a block costs judgements of what it speaks about, however many are watched", { timeout: 600_000 }, async () => {
  const world = await newWorld(COUNT);
  expect(await world.settle(), "nothing happened").toBe(0);
  world.mine();
  expect(await world.settle(), "an empty block").toBe(0);
  world.mine(world.say(3, "revoked"), world.say(8, "suspended"));
  expect(await world.settle(), "two of all").toBe(2);
  expect(await world.news()).toMatchObject([{ watchId: "watch 3", verdict: "no_longer_valid", reason: "revoked" }, { watchId: "watch 8", reason: "suspended" }]);
  await world.close();
});

test("as many as a holder may have, and no more; a removed one makes room", async () => {
  const world = await newWorld(2);
  const { watches } = world.ports;
  const [known] = await watches.of(holder, { before: null, limit: 1 });
  const another = (place: number) => ({ ...known!, id: `more ${place}`, leaf: leafOf(digestOf(Uint8Array.of(place))) });
  expect((await watches.add(another(1), [], 3))?.id).toBe("more 1");
  expect(await watches.add(another(2), [], 3)).toBeNull();
  expect(await watches.add(known!, [], 3), "a known one is no further one").toMatchObject({ id: known!.id });
  await watches.remove("more 1");
  await watches.remove("more 1");
  expect((await watches.add(another(2), [], 3))?.id).toBe("more 2");
  expect(await watches.add(another(3), [], 3)).toBeNull();
  await world.close();
});

test("good news counts when final: looked at again then, and told then", async () => {
  const world = await newWorld(4);
  world.mine(world.say(0, "suspended"));
  await world.settle();
  world.mine(world.say(0, "active"));
  world.state.final = 101;
  await world.settle();
  expect((await world.news()).map(({ verdict }) => verdict)).toEqual(["no_longer_valid"]);
  world.state.final = 102;
  expect(await world.settle()).toBe(1);
  expect((await world.news()).map(({ verdict }) => verdict)).toEqual(["no_longer_valid", "authentic"]);
  await world.close();
});

test("a withdrawn grant concerns everybody below, and nobody beside", async () => {
  const world = await newWorld(20);
  world.grants.set(chamber, [granted(10), withdrawn(101, { from: 10 })]);
  world.mine({ blockNumber: 0, blockHash: NONE, logIndex: 0, kind: "withdrawn", grantor: customs, grantee: chamber, documentType: origin });
  expect(await world.settle()).toBe(10);
  expect((await world.news()).map(({ verdict }) => verdict)).toEqual(Array(10).fill("not_entitled"));
  await world.close();
});

test("a fall while the ledger is silent is told when it speaks again; the silence is not", async () => {
  const world = await newWorld(4);
  world.mine(world.say(1, "revoked"));
  world.state.isSilent = true;
  await world.settle();
  expect(await world.news()).toEqual([]);
  world.state.isSilent = false;
  await world.settle();
  expect((await world.news()).map(({ watchId, verdict }) => [watchId, verdict])).toEqual([["watch 1", "no_longer_valid"]]);
  await world.close();
});

test("judged in silence: the doubt passes untold, the fall behind it does not", async () => {
  const world = await newWorld(2);
  world.state.now += 200_000; // The sweep: both are due.
  world.state.isSilent = true;
  await world.settle();
  world.mine(world.say(1, "revoked"));
  world.state.isSilent = false;
  world.state.now += 400;
  await world.settle();
  expect((await world.news()).map(({ watchId, verdict }) => [watchId, verdict])).toEqual([["watch 1", "no_longer_valid"]]);
  await world.close();
});

test("what no event told, the sweep finds within a day", async () => {
  const world = await newWorld(2);
  world.say(0, "revoked");
  world.mine();
  expect(await world.settle()).toBe(0);
  world.state.now += 86_400;
  await world.settle();
  expect((await world.news()).map(({ watchId, verdict }) => [watchId, verdict])).toEqual([["watch 0", "no_longer_valid"]]);
  await world.close();
});

test("a reorganisation takes back what it said", async () => {
  const world = await newWorld(4);
  world.mine(world.say(2, "revoked"));
  await world.settle();
  world.standings.clear();
  world.state.branch.set(101, "c");
  world.state.number = 102;
  await world.settle();
  expect((await world.news()).map(({ verdict }) => verdict)).toEqual(["no_longer_valid", "authentic"]);
  await world.close();
});

test("one that cannot be judged holds up no other, and is tried again", async () => {
  const world = await newWorld(20);
  const { standingsOf } = world.ports.verify.ledger;
  const poison = world.leafAt(1);
  const ledger = { ...world.ports.verify.ledger, standingsOf: (async (speaker, name, at) => (name.leaf === poison ? Promise.reject(new TypeError("ours")) : standingsOf(speaker, name, at))) as typeof standingsOf };
  const ports = { ...world.ports, verify: { ...world.ports.verify, ledger } };
  world.state.now += 200_000;
  await expect(judgeDue(ports)).rejects.toThrow("ours");
  expect(await judgeDue(ports), "all others are done").toBe(0);
  world.state.now += 301;
  expect(await judgeDue(world.ports)).toBe(1);
  await world.close();
});

test("whom the verifier believes changes: everything is judged again", async () => {
  const world = await newWorld(6);
  world.state.roots = [];
  world.mine();
  expect(await world.settle()).toBe(6);
  expect(new Set((await world.news()).map(({ verdict }) => verdict))).toEqual(new Set(["not_entitled"]));
  await world.close();
});

test("an endpoint that lags behind what was seen: judged again, not believed", async () => {
  const world = await newWorld(2);
  world.mine(world.say(0, "revoked"));
  const { watches } = world.ports;
  await stir({ watches, verify: world.ports.verify, events: { head: async () => ({ number: 101, hash: hashAt(101), time: 101, finalNumber: 100 }), blockAt: async (number) => ({ number, hash: hashAt(number), time: number }), eventsBetween: async () => [{ blockNumber: 101, blockHash: NONE, logIndex: 0, kind: "standingSet", speaker: chamber, issuer: chamber, leaf: world.leafAt(0), documentType: origin, replacement: null }] } });
  world.state.number = 100;
  await judgeDue(world.ports);
  expect(await world.news()).toEqual([]);
  world.state.number = 101;
  world.state.now += 5;
  await judgeDue(world.ports);
  expect((await world.news()).map(({ verdict }) => verdict)).toEqual(["no_longer_valid"]);
  await world.close();
});

test("what happens between the judgement that first ties a watch to an issuer and its storing is not missed", async () => {
  const world = await newWorld(2);
  const { watches } = world.ports;
  const now = world.state.now + 1;
  const known = (await watches.of(holder, { before: null, limit: 1 }))[0]!;
  await watches.add({ ...known, id: "untied", seal: "another question", verdict: "not_found", reason: "not_anchored", dueAt: now }, [], 100);
  const [claimed] = await watches.claim(1, { now, leaseSeconds: 300 });
  expect(claimed!.id).toBe("untied");
  const judged = { verdict: "authentic", reason: null, doubtSince: null, judgedAt: now, judgedBlock: 100, dueAt: now + 86_400, ties: [{ issuer: chamber, documentType: origin }], told: null } as const;
  await watches.stirTied(origin, [chamber], { block: 101, now: now + 500 });
  await watches.settle(claimed!, judged);
  const again = await watches.claim(1, { now, leaseSeconds: 300 });
  expect(again.map(({ id }) => id), "looked at once more").toEqual(["untied"]);
  await watches.settle(again[0]!, judged);
  expect(await watches.claim(1, { now, leaseSeconds: 300 }), "and then no more").toEqual([]);
  await world.close();
});

test("a right that was issued here is looked at when its credential ends, of which no event tells", async () => {
  const party = { did: didOf(chamber, 1), address: chamber };
  const reportOf = (documentType: DocumentType): Report => ({ anchors: [{ issuer: party, documentType }] }) as unknown as Report;
  const issuedWith = async () => ({ period: { from: 5, until: 900 }, leaves: [] });
  const digest = digestOf(Buffer.from("a right"));
  expect(await turnsOf(digest, reportOf(aeo), { issuedWith })).toEqual([5, 900]);
  expect(await turnsOf(digest, reportOf(origin), { issuedWith })).toEqual([]);
  expect(await turnsOf(digest, reportOf(aeo), { issuedWith: async () => null })).toEqual([]);
  expect(await turnsOf(digest, reportOf(aeo), {})).toEqual([]);
});
