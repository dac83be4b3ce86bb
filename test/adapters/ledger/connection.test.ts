/**
 * Goal: no answer is taken from an endpoint that speaks for another ledger, no head is older than its question, and
 * nothing is asked twice without need.
 * Method: a node made of a few values, spoilt one at a time.
 */
import { keccak256 } from "ethers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LedgerConnection } from "../../../src/adapters/ledger/connection.ts";
import { ledgerEvents } from "../../../src/adapters/ledger/events.ts";
import { ledgerReader } from "../../../src/adapters/ledger/reader.ts";
import type { Address } from "../../../src/core/address.ts";
import type { Root } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import type { Block, ChainHash, Ledger } from "../../../src/core/ledger.ts";
import { fakeNode, type Act, type Call } from "./fakeNode.ts";

const hashOf = (number: number): ChainHash => `0x${number.toString(16).padStart(64, "0")}`;
const addressOf = (digit: number): Address => `0x${String(digit).repeat(40)}` as Address;
const codeOf = (address: string): string => `0x60${address[2]}0`;
const contract = (digit: number) => ({ address: addressOf(digit), codeHash: keccak256(codeOf(addressOf(digit))) as ChainHash });
const ledger: Ledger = { chainId: 7, genesis: hashOf(0xa0), contracts: { didRegistry: contract(1), anchorRegistry: contract(2), standingRegistry: contract(3), accreditationRegistry: contract(4) } };

/** What the node says. `null` for a final block: it does not know the tag. */
const right = { chainId: "0x7", genesis: hashOf(0xa0), codeOf, newest: 9, final: 7 as number | null };
let says: typeof right;
let node: Awaited<ReturnType<typeof fakeNode>>;
let connections: LedgerConnection[];

const act: Act = (calls, response) => response.end(JSON.stringify(calls.map((call) => ({ id: call.id, ...answerTo(call) }))));

function answerTo({ method, params }: Call): object {
  if (method === "eth_chainId") return { result: says.chainId };
  if (method === "eth_getCode") return { result: says.codeOf(String(params[0])) };
  if (method === "eth_call") return { result: `0x${"0".repeat(256)}` };
  if (method === "eth_getLogs") return answerToLogs(params[0] as { fromBlock: string; toBlock: string });
  if (params[0] === "finalized") return says.final === null ? { error: { code: -39001, message: "unknown block" } } : { result: blockOf(says.final) };
  return { result: params[0] === "latest" ? blockOf(says.newest) : { ...blockOf(Number(params[0])), hash: says.genesis } };
}

function answerToLogs({ fromBlock, toBlock }: { fromBlock: string; toBlock: string }): object {
  return Number(toBlock) - Number(fromBlock) >= 100 ? { error: { code: -32005, message: "at most 100 blocks" } } : { result: [] };
}

const blockOf = (number: number) => ({ number: `0x${number.toString(16)}`, hash: hashOf(0xa0 + number), timestamp: "0x5", logsBloom: `0x${"0".repeat(512)}`, transactions: [] });
const open = (options: { confirmationCount?: number } = {}): LedgerConnection => {
  const connection = new LedgerConnection({ ledger, url: node.url, timeoutMs: 500, ...options });
  connections.push(connection);
  return connection;
};
const callsOf = (method: string): Call[] => node.requests.flat().filter((call) => call.method === method);

beforeEach(async () => {
  says = { ...right };
  connections = [];
  node = await fakeNode(act);
});
afterEach(async () => {
  for (const connection of connections) connection.close();
  await node.close();
});

describe("the same ledger", () => {
  const others: readonly [what: string, change: Partial<typeof right>, words: RegExp][] = [
    ["another chain id",            { chainId: "0x8" },                                                   /chain id is 8 and not 7/],
    ["another genesis block",       { genesis: hashOf(1) },                                               /first block/],
    ["no code",                     { codeOf: () => "0x" },                                               /didRegistry/],
    ["other code in one contract",  { codeOf: (at) => (at === addressOf(3) ? "0x6000" : codeOf(at)) },    /standingRegistry/],
  ];
  for (const [what, change, words] of others) {
    test(`${what}: refused until it is right again`, async () => {
      says = { ...right, ...change };
      const connection = open();
      await expect(connection.head()).rejects.toMatchObject({ code: "ledger_mismatch", message: expect.stringMatching(words) });
      await expect(connection.blockAt(0)).rejects.toMatchObject({ code: "ledger_mismatch" });
      says = right;
      expect(await connection.head()).toMatchObject({ number: 9 });
    });
  }

  test("looked at once while the connection holds, and again when it was lost", async () => {
    const connection = open();
    await connection.head();
    await connection.head();
    expect(callsOf("eth_chainId")).toHaveLength(1);
    says = { ...right, chainId: "0x8" };
    expect(await connection.head()).toMatchObject({ number: 9 });
    node.act = (_, response) => response.writeHead(500).end();
    await expect(connection.head()).rejects.toMatchObject({ code: "ledger_unreachable" });
    node.act = act;
    await expect(connection.head()).rejects.toMatchObject({ code: "ledger_mismatch" });
  });

  test("another ledger takes over the address between two questions: its answer is not given", async () => {
    const connection = open();
    await connection.head();
    node.act = (_, response) => {
      says = { ...right, chainId: "0x8" };
      node.act = act;
      response.destroy();
    };
    await expect(connection.blockAt(0)).rejects.toMatchObject({ code: "ledger_mismatch" });
  });

  test("an endpoint that closes every connection still answers", async () => {
    node.act = (calls, response) => act(calls, response.setHeader("connection", "close"));
    const connection = open();
    expect(await connection.head()).toMatchObject({ number: 9 });
    expect(await connection.head()).toMatchObject({ number: 9 });
  });
});

describe("the head", () => {
  const depths: readonly [what: string, final: number | null, options: { confirmationCount?: number }, finalNumber: number][] = [
    ["the node's word",                         7,    {},                          7],
    ["the node's word, whatever is set",        7,    { confirmationCount: 1 },    7],
    ["a count, where the node has no word",     null, { confirmationCount: 4 },    5],
    ["a count of none: at once",                null, { confirmationCount: 0 },    9],
    ["a count deeper than the chain",           null, { confirmationCount: 40 },   0],
    ["neither: nothing but the first block",    null, {},                          0],
    ["a word beyond the newest block",          12,   {},                          9],
  ];
  for (const [what, final, options, finalNumber] of depths) {
    test(`final by ${what}`, async () => {
      says = { ...right, final };
      expect(await open(options).head()).toEqual({ number: 9, hash: hashOf(0xa9), time: 5, finalNumber });
    });
  }

  test("is shared by those who ask together, and read anew for who asks while it is read", async () => {
    const connection = open();
    await connection.head();
    node.requests.length = 0;
    const first = Promise.all(Array.from({ length: 50 }, () => connection.head()));
    await new Promise((resolve) => setImmediate(resolve));
    says = { ...right, newest: 10 };
    const later = Promise.all(Array.from({ length: 50 }, () => connection.head()));
    await first;
    expect((await later).every(({ number }) => number === 10)).toBe(true);
    expect(node.requests).toHaveLength(2);
  });
});

describe("what was read", () => {
  const block: Block = { number: 9, hash: hashOf(0xa9), time: 5 };
  const name = { issuer: addressOf(5), documentType: parseDocumentType("861"), root: "6".repeat(64) as Root };

  test("is pinned to the block by its hash, and asked for once", async () => {
    const reader = ledgerReader(open());
    await Promise.all([reader.anchorOf(name, block), reader.anchorOf(name, block)]);
    await reader.anchorOf(name, block);
    expect(callsOf("eth_call").map(({ params }) => params[1])).toEqual([{ blockHash: block.hash, requireCanonical: true }]);
    await reader.anchorOf(name, { ...block, hash: hashOf(1) });
    expect(callsOf("eth_call")).toHaveLength(2);
  });

  test("is forgotten three blocks later", async () => {
    const reader = ledgerReader(open());
    for (const number of [1, 2, 3, 4, 1]) await reader.anchorOf(name, { ...block, hash: hashOf(number) });
    expect(callsOf("eth_call")).toHaveLength(5);
  });

  test("is not remembered when it failed", async () => {
    const reader = ledgerReader(open());
    await reader.head();
    node.act = (calls, response) => response.end(JSON.stringify(calls.map(({ id }) => ({ id, error: { code: -32001, message: "no such block" } }))));
    await expect(reader.anchorOf(name, block)).rejects.toMatchObject({ code: "ledger_unreachable" });
    node.act = act;
    expect(await reader.anchorOf(name, block)).toBeNull();
  });
});

test("ranges of events halve until the node takes them, and stay so", async () => {
  const events = ledgerEvents(open());
  expect(await events.eventsBetween(0, 999)).toEqual([]);
  const answered = callsOf("eth_getLogs").map(({ params }) => params[0] as { fromBlock: string; toBlock: string });
  const taken = answered.map(({ fromBlock, toBlock }) => [Number(fromBlock), Number(toBlock)] as const).filter(([from, to]) => to - from < 100);
  expect(taken.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, offset) => from + offset))).toEqual(Array.from({ length: 1000 }, (_, number) => number));
  expect(answered.length - taken.length).toBe(4);
});
