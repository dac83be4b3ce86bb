/**
 * Goal: the index always holds what the ledger says at one block, through reorganisations and troubles, and finds nothing else.
 * Method: the real index on a chain in memory that grows, turns and lies by script; the laws hold against a plain list.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SqliteIndex } from "../../../src/adapters/index/sqliteIndex.ts";
import { openDatabase } from "../../../src/adapters/store/nodeSqlite.ts";
import type { Address } from "../../../src/core/address.ts";
import { digestOf, leafOf, type Digest, type Leaf, type Root } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import type { Block, ChainHash } from "../../../src/core/ledger.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import { followerOf } from "../../../src/flows/verifying/follow.ts";
import type { LedgerEvent, LedgerEvents } from "../../../src/flows/ports.ts";

const type = parseDocumentType("861");
const person = (number: number): Address => `0x${String(number).padStart(40, "0")}` as Address;
const digestNamed = (name: string): Digest => digestOf(Buffer.from(name));
const leafNamed = (name: string): Leaf => leafOf(digestNamed(name));

/** What happens in a block: leaves that are anchored together, grants, deactivations. */
type Happening = { anchor: string[]; issuer: number } | { grant: [number, number] } | { deactivate: number } | { replace: string; by: string; issuer: number; speaker: number };

/** A chain in memory. Two chains with another past have other hashes. */
class Chain implements LedgerEvents {
  readonly blocks: { block: Block; events: LedgerEvent[] }[] = [];
  /** Spoils what is read, once. */
  spoil: (events: LedgerEvent[]) => LedgerEvent[] = (events) => events;
  #made = 0;

  constructor() {
    this.grow([]);
  }

  grow(happenings: readonly Happening[]): void {
    const number = this.blocks.length;
    const block: Block = { number, hash: `0xblock${(this.#made += 1)}` as ChainHash, time: number };
    const events = happenings.map((happening, logIndex) => eventOf(happening, { blockNumber: number, blockHash: block.hash, logIndex }));
    this.blocks.push({ block, events });
  }

  lose(count: number): void {
    this.blocks.splice(Math.max(1, this.blocks.length - count));
  }

  finalNumber = 0;

  async head() {
    const { block } = this.blocks.at(-1)!;
    return { ...block, finalNumber: Math.min(this.finalNumber, block.number) };
  }

  async blockAt(number: number): Promise<Block | null> {
    return this.blocks[number]?.block ?? null;
  }

  async eventsBetween(from: number, to: number): Promise<readonly LedgerEvent[]> {
    return this.spoil(this.blocks.slice(from, to + 1).flatMap(({ events }) => events));
  }
}

function eventOf(happening: Happening, place: { blockNumber: number; blockHash: ChainHash; logIndex: number }): LedgerEvent {
  if ("deactivate" in happening) return { ...place, kind: "didChanged", identity: person(happening.deactivate), isDeactivated: true };
  if ("grant" in happening) {
    const [grantor, grantee] = happening.grant.map(person) as [Address, Address];
    return { ...place, kind: "accredited", grantor, grantee, documentType: type, mayPassOn: true, name: `person ${grantee}`, credentialDigest: "0x00", particulars: "0x01" };
  }
  if ("replace" in happening) return { ...place, kind: "standingSet", speaker: person(happening.speaker), issuer: person(happening.issuer), documentType: type, leaf: leafNamed(happening.replace), replacement: digestNamed(happening.by) };
  const leaves = happening.anchor.map(leafNamed);
  return { ...place, kind: "anchored", issuer: person(happening.issuer), documentType: type, root: treeOf(leaves).root, size: leaves.length, account: person(99), leaves };
}

const newIndex = (): SqliteIndex => new SqliteIndex(openDatabase(":memory:"), "this ledger");

async function caughtUp(chain: Chain, index: SqliteIndex): Promise<boolean> {
  return followerOf({ events: chain, index }).reach(await chain.head());
}

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ anchor: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 }), issuer: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ grant: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })) }),
  fc.record({ deactivate: fc.integer({ min: 1, max: 5 }) }),
);
const anyStep = fc.oneof(fc.record({ grow: fc.array(anyHappening, { maxLength: 3 }) }), fc.record({ lose: fc.integer({ min: 1, max: 4 }) }));

test("property: through growth and reorganisations, the index says what a plain reading of the chain says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 30 }), async (steps) => {
      const [chain, index] = [new Chain(), newIndex()];
      for (const step of steps) {
        if ("grow" in step) chain.grow(step.grow);
        else chain.lose(step.lose), chain.grow([]);
        expect(await caughtUp(chain, index)).toBe(true);
      }
      const events = chain.blocks.flatMap((block) => block.events);
      for (const name of ["a", "b", "c", "d"]) {
        const roots = events.flatMap((event) => (event.kind === "anchored" && event.leaves.includes(leafNamed(name)) ? [`${event.issuer} ${event.root}`] : []));
        expect(new Set(index.anchorsOf(leafNamed(name)).map(({ issuer, root }) => `${issuer} ${root}`))).toEqual(new Set(roots));
      }
      expect(new Set(index.grantsBelow(type, [person(1)]).map(({ grantor, grantee }) => `${grantor} ${grantee}`))).toEqual(reachable(events, person(1)));
      for (const number of [1, 2, 3, 4, 5]) {
        const first = events.find((event) => event.kind === "didChanged" && event.identity === person(number));
        expect(index.deactivatedIn(person(number))).toBe(first?.blockNumber ?? null);
      }
    }),
    { numRuns: process.env["TRADESEAL_LONG"] === "1" ? 5_000 : 150 },
  );
});

function reachable(events: readonly LedgerEvent[], root: Address): Set<string> {
  const grants = events.filter((event) => event.kind === "accredited");
  const seen = new Set([root]);
  for (const grantor of seen) for (const grant of grants) if (grant.grantor === grantor) seen.add(grant.grantee);
  return new Set(grants.filter(({ grantor }) => seen.has(grantor)).map(({ grantor, grantee }) => `${grantor} ${grantee}`));
}

test("strangers' grants to a real issuer do not appear above it", async () => {
  const [chain, index] = [new Chain(), newIndex()];
  chain.grow([{ grant: [1, 2] }, { grant: [2, 3] }]);
  for (let stranger = 10; stranger < 60; stranger += 1) chain.grow([{ grant: [stranger, 3] }, { grant: [3, stranger + 100] }]);
  await caughtUp(chain, index);
  expect(index.grantsAbove(person(3), type, [person(1)]).map(({ grantor }) => grantor)).toEqual([person(2), person(1)]);
  expect(index.grantsAbove(person(10), type, [person(1)])).toEqual([]);
});

test("what an issuer replaced is found by the new document, the newest first; strangers crowd nothing out, and a block that is lost takes its words along", async () => {
  const [chain, index] = [new Chain(), newIndex()];
  const found = (by: string, { issuer = 1, limit = 2 } = {}) => index.replacedWith({ issuer: person(issuer), documentType: type, digest: digestNamed(by) }, limit);
  const replace = (what: string, { issuer = 1, speaker = issuer }: { issuer?: number; speaker?: number } = {}): Happening => ({ replace: what, by: "new", issuer, speaker });
  chain.grow([replace("a"), replace("a")]);
  chain.grow([replace("b")]);
  for (let each = 10; each < 60; each += 1) chain.grow([replace(`of ${each}`, { speaker: each }), replace("a", { issuer: each })]);
  await caughtUp(chain, index);
  expect([found("new"), found("new", { limit: 1 }), found("other"), found("new", { issuer: 2 })]).toEqual([[leafNamed("b"), leafNamed("a")], [leafNamed("b")], [], []]);
  expect(index.replacedWith({ issuer: person(1), documentType: parseDocumentType("380"), digest: digestNamed("new") }, 9)).toEqual([]);
  chain.lose(51);
  chain.grow([]);
  await caughtUp(chain, index);
  expect(found("new")).toEqual([leafNamed("a")]);
});

test("leaves that do not lead to their root are left out, and told about", async () => {
  const [chain, index] = [new Chain(), newIndex()];
  chain.grow([{ anchor: ["a", "b"], issuer: 1 }]);
  const notices: string[] = [];
  chain.spoil = (events) => events.map((event) => (event.kind === "anchored" ? { ...event, leaves: [leafNamed("a"), leafNamed("forged")] } : event));
  await followerOf({ events: chain, index, notice: (message) => notices.push(message) }).reach(await chain.head());
  expect(index.anchorsOf(leafNamed("forged"))).toEqual([]);
  expect(notices).toHaveLength(1);
});

test("a chain that turns while it is read is read again, and never half remembered", async () => {
  const [chain, index] = [new Chain(), newIndex()];
  chain.grow([{ anchor: ["a"], issuer: 1 }]);
  chain.spoil = (events) => {
    chain.spoil = (same) => same;
    chain.lose(1);
    chain.grow([{ anchor: ["b"], issuer: 1 }]);
    return events;
  };
  const follower = followerOf({ events: chain, index });
  await expect(follower.reach(await chain.head())).rejects.toThrow(/reorganised/);
  expect(await follower.reach(await chain.head())).toBe(true);
  expect([index.anchorsOf(leafNamed("a")).length, index.anchorsOf(leafNamed("b")).length]).toEqual([0, 1]);
});

test("a block that the chain has lost is not reached; one below the index on its branch is", async () => {
  const [chain, index] = [new Chain(), newIndex()];
  chain.grow([]);
  const lost = await chain.head();
  chain.lose(1);
  chain.grow([]);
  const earlier = await chain.head();
  chain.grow([]);
  const follower = followerOf({ events: chain, index });
  await follower.reach(await chain.head());
  expect(await follower.reach(lost)).toBe(false);
  expect(await follower.reach(earlier)).toBe(true);
  expect(await follower.reach({ number: 99, hash: "0xnever", time: 0 })).toBe(false);
});

test("an index of another ledger is emptied when it is opened", async () => {
  const database = openDatabase(":memory:");
  const chain = new Chain();
  chain.grow([{ anchor: ["a"], issuer: 1 }]);
  const index = new SqliteIndex(database, "one ledger");
  await caughtUp(chain, index);
  expect(index.anchorsOf(leafNamed("a"))).toHaveLength(1);
  expect(new SqliteIndex(database, "one ledger").reached()).not.toBeNull();
  const other = new SqliteIndex(database, "another ledger");
  expect([other.reached(), other.anchorsOf(leafNamed("a")), other.anchorNamed({ issuer: person(1), documentType: type, root: treeOf([leafNamed("a")]).root as Root })]).toEqual([null, [], null]);
});

test("rebuilt beside a service: taken over at once, not by one that lags, and noticed by who remembers grants", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tradeseal-index-"));
  const open = (name: string): SqliteIndex => new SqliteIndex(openDatabase(join(folder, name)), "this ledger");
  const [chain, served, beside, fresh] = [new Chain(), open("index"), open("index"), open("fresh")];
  chain.grow([{ grant: [1, 2] }, { replace: "a", by: "b", issuer: 1, speaker: 1 }]);
  await caughtUp(chain, fresh);
  chain.grow([]);
  served.add([], { after: null, reached: await chain.head() });
  expect(served.grantsBelow(type, [person(1)]), "the service's index had lost a grant").toEqual([]);
  expect(beside.takeOver(join(folder, "fresh"), { mayGoBack: false })).toBe(false);
  await caughtUp(chain, fresh);
  expect(beside.takeOver(join(folder, "fresh"), { mayGoBack: false })).toBe(true);
  expect(served.grantsBelow(type, [person(1)])).toHaveLength(1);
  expect(served.replacedWith({ issuer: person(1), documentType: type, digest: digestNamed("b") }, 9)).toEqual([leafNamed("a")]);
  expect(served.add([], { after: null, reached: await chain.head() }), "a stretch that begins elsewhere").toBe(false);
  rmSync(folder, { recursive: true });
});

test("an endpoint that lacks what was final before is not believed: it lags, or shows another chain", async () => {
  const [chain, index] = [new Chain(), newIndex()];
  chain.grow([{ anchor: ["a"], issuer: 1 }]);
  chain.grow([{ anchor: ["b"], issuer: 1 }]);
  chain.finalNumber = 2;
  const follower = followerOf({ events: chain, index });
  expect(await follower.reach(await chain.head())).toBe(true);
  const [lost] = chain.blocks.splice(2);
  await expect(follower.reach(await chain.head())).rejects.toThrow(/was final before/);
  chain.grow([]);
  await expect(follower.reach(await chain.head())).rejects.toThrow(/was final before/);
  expect(index.anchorsOf(leafNamed("b")), "nothing is forgotten meanwhile").toHaveLength(1);
  chain.blocks.splice(2, 1, lost!);
  expect(await follower.reach(await chain.head())).toBe(true);
});

test("what somebody without the right to pass on grants is no grant at all", async () => {
  const [chain, index] = [new Chain(), newIndex()];
  chain.grow([{ grant: [1, 2] }]);
  chain.spoil = (events) => events.map((event) => (event.kind === "accredited" && event.grantor === person(1) ? { ...event, mayPassOn: false } : event));
  chain.grow(Array.from({ length: 500 }, (_, each) => ({ grant: [2, 3 + (each % 7)] as [number, number] })));
  await caughtUp(chain, index);
  expect(index.grantsBelow(type, [person(1)])).toHaveLength(1);
  expect(index.grantsAbove(person(3), type, [person(1)])).toEqual([]);
});
