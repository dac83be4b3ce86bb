/**
 * Goal: an audit reads no more at once than it can hold, misses nothing by that, and says when it stopped.
 * Method: a ledger that never was, with as much in each block as a test wants; an empty store.
 */
import { expect, test } from "vitest";
import { parseAddress } from "../../../src/core/address.ts";
import type { Leaf, Root } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import type { ChainHash, Head } from "../../../src/core/ledger.ts";
import { audit } from "../../../src/flows/auditing/audit.ts";
import type { LedgerEvent } from "../../../src/flows/ports.ts";

const issuer = parseAddress(`0x${"a".repeat(40)}`);
const hash = `0x${"b".repeat(64)}` as ChainHash;

function portsOver(blocks: number, { anchors, leaves }: { anchors: number; leaves: number }) {
  const head: Head = { number: blocks, hash, time: 1, finalNumber: blocks };
  const asked: [number, number][] = [];
  const many = Array<Leaf>(leaves).fill("c".repeat(64) as Leaf);
  const anchored = (blockNumber: number, each: number): LedgerEvent => ({ kind: "anchored", issuer, documentType: parseDocumentType("861"), root: `${blockNumber} ${each}` as Root, size: leaves, account: issuer, leaves: many, blockNumber, blockHash: hash, logIndex: each });
  const eventsBetween = async (from: number, to: number) => {
    asked.push([from, to]);
    return Array.from({ length: to - from + 1 }, (_, at) => Array.from({ length: anchors }, (_each, each) => anchored(from + at, each))).flat();
  };
  const nothing = async () => [];
  const ports = {
    store: { documentsAfter: async () => ({ documents: [], last: 0 }), writeById: async () => null, hasStandingUnderway: async () => false },
    auditing: { writesIn: nothing, writesUnderway: nothing },
    issuers: [issuer],
    ledger: { id: {} as never, head: async () => head, anchorOf: async () => null, standingsOf: nothing, grantsOf: nothing, didChangedIn: async () => 0 },
    events: { head: async () => head, blockAt: async () => null, eventsBetween },
  };
  return { ports, asked };
}

test("full blocks are read few at a time, each anchor is told once, and blocks without much go on in long stretches", async () => {
  const full = portsOver(100, { anchors: 4, leaves: 4_000 });
  const { differences, isComplete } = await audit(full.ports);
  expect(new Set(differences.map((each) => ("word" in each ? each.word : ""))).size).toBe(404);
  expect([differences.length, isComplete]).toEqual([404, true]);
  // What is too much is asked for again in halves: those that were compared hold 6 blocks at most.
  expect(full.asked.filter(([from, to]) => to - from + 1 <= 6).reduce((sum, [from, to]) => sum + to - from + 1, 0)).toBe(101);
  const quiet = portsOver(10_000, { anchors: 0, leaves: 0 });
  await audit(quiet.ports);
  expect(quiet.asked).toHaveLength(6);
});

test("differences without end are cut off, and that is said", async () => {
  const { differences, isComplete } = await audit(portsOver(200, { anchors: 100, leaves: 0 }).ports);
  expect([differences.length, isComplete]).toEqual([10_000, false]);
});
