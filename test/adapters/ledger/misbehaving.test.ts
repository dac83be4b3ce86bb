/**
 * Goal: whatever a node answers, the head is either right or a fault in good time, the events are never fewer than they
 * are, and a node that is right again is believed again. Finality is the chain's word, or a count.
 * Method: real contracts on a real chain behind a proxy whose answers are spoilt, one row each; and the chain itself with
 * and without epochs.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { LedgerConnection, type ConnectionOptions } from "../../../src/adapters/ledger/connection.ts";
import { ledgerEvents } from "../../../src/adapters/ledger/events.ts";
import { ledgerWriter } from "../../../src/adapters/ledger/writer.ts";
import { ledgerReader } from "../../../src/adapters/ledger/reader.ts";
import { fakeNode, type Act } from "./fakeNode.ts";
import { startExternalChain } from "./externalChain.ts";
import { lyingProxy, type Lie } from "./lyingProxy.ts";
import { person } from "./chain.ts";

let chain: Awaited<ReturnType<typeof startExternalChain>>;
let proxy: Awaited<ReturnType<typeof lyingProxy>>;
const opened: LedgerConnection[] = [];
const told: { message: string; details: object }[] = [];

beforeAll(async () => {
  chain = await startExternalChain({ slots: 2 });
  proxy = await lyingProxy(chain.url);
  await chain.mine(20);
});
afterAll(async () => {
  await proxy.close();
  await chain.stop();
});
beforeEach(() => {
  proxy.lie = null;
  told.splice(0);
});
afterEach(() => opened.splice(0).forEach((connection) => connection.close()));

function open(options: Partial<ConnectionOptions> = {}): LedgerConnection {
  const connection = new LedgerConnection({ ledger: chain.ledger, url: proxy.url, timeoutMs: 400, notice: (message, details) => told.push({ message, details }), ...options });
  opened.push(connection);
  return connection;
}

const result = (value: unknown): Lie => (call, honest) => (call.method === "eth_chainId" ? honest : { result: value });
const of = (method: string, value: unknown): Lie => (call, honest) => (call.method === method ? { result: value } : honest);
const block = (change: object): Lie => (call, honest) => (call.method === "eth_getBlockByNumber" && call.params[0] !== "0x0" ? { result: { ...(honest.result as object), ...change } } : honest);

const nonsense: readonly [what: string, lie: Lie][] = [
  ["a number for everything",            result(7)],
  ["a list for everything",              result([])],
  ["an object for everything",           result({})],
  ["text for everything",                result("<html>")],
  ["true for everything",                result(true)],
  ["a chain id that is no number",       of("eth_chainId", "seven")],
  ["a chain id beyond all numbers",      of("eth_chainId", `0x${"f".repeat(64)}`)],
  ["code that is no code",               of("eth_getCode", "0xzz")],
  ["a block without a number",           block({ number: null })],
  ["a block with half a hash",           block({ hash: "0x12" })],
  ["a block with a time in words",       block({ timestamp: "noon" })],
  ["a final block with a decimal number", (call, honest) => (call.params[0] === "finalized" ? { result: { number: 7 } } : honest)],
  ["an error for everything",            () => ({ error: { code: -32603, message: "internal error" } })],
];

for (const [what, lie] of nonsense) {
  test(`${what}: a fault, and right again`, async () => {
    const connection = open();
    proxy.lie = lie;
    await expect(connection.head()).rejects.toMatchObject({ code: "ledger_unreachable" });
    proxy.lie = null;
    expect((await connection.head()).number).toBeGreaterThan(20);
  });
}

test("another block than the one that was asked for is no answer", async () => {
  const connection = open();
  proxy.lie = (call, honest) => (call.params[0] === "0x5" ? { result: { ...(honest.result as object), number: "0x6" } } : honest);
  await expect(connection.blockAt(5)).rejects.toMatchObject({ code: "ledger_unreachable", message: expect.stringContaining("block 6 for block 5") });
  await expect(ledgerEvents(connection).eventsBetween(5, 5)).rejects.toMatchObject({ code: "ledger_unreachable" });
});

test("answers to reads that the contract cannot give: a fault, never an absence", async () => {
  const connection = open();
  const reader = ledgerReader(connection);
  const head = await reader.head();
  const name = { issuer: person("anybody").address, documentType: "861" as never, root: "1".repeat(64) as never };
  for (const answer of ["0x", "0x00", `0x${"0".repeat(64)}`, `0x${"f".repeat(256)}`, null, 7, []]) {
    proxy.lie = of("eth_call", answer);
    await expect(reader.anchorOf(name, head)).rejects.toMatchObject({ code: "ledger_unreachable" });
  }
  proxy.lie = null;
  expect(await reader.anchorOf(name, head)).toBeNull();
});

test("a receipt in a block that is not on the chain is none", async () => {
  const writer = ledgerWriter(open(), async () => person("nobody").key);
  proxy.lie = of("eth_getTransactionReceipt", { status: "0x1", blockNumber: "0x3", blockHash: `0x${"7".repeat(64)}` });
  expect(await writer.receiptOf(`0x${"1".repeat(64)}`)).toBeNull();
});

const pouring: Act = (_, response) => {
  response.writeHead(200);
  const piece = Buffer.alloc(2 ** 20, "[");
  let sent = 0;
  const pour = (): void => {
    while (sent < 200 && !response.destroyed) if (((sent += 1), !response.write(piece))) return void response.once("drain", pour);
    response.end();
  };
  pour();
};

test("200 MB of brackets: a fault in good time, and little of it is kept", { timeout: 20_000 }, async () => {
  const node = await fakeNode(pouring);
  const connection = open({ url: node.url, timeoutMs: 5_000 });
  const before = process.memoryUsage().rss;
  await expect(connection.head()).rejects.toMatchObject({ code: "ledger_unreachable" });
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
  await node.close();
});

test("a node that goes back is told of; one whose newest block is old is behind, where blocks come steadily", async () => {
  const connection = open();
  const { number, time } = await connection.head();
  proxy.lie = (call, honest) => (call.params[0] === "latest" && call.method === "eth_getBlockByNumber" ? { result: { ...(honest.result as object), number: `0x${(number - 3).toString(16)}` } } : honest);
  await connection.head();
  expect(told).toMatchObject([{ message: expect.stringContaining("went back"), details: { from: number, to: number - 3 } }]);
  proxy.lie = block({ timestamp: `0x${(time - 500).toString(16)}` });
  await expect(open({ staleAfterSeconds: 300 }).head()).rejects.toMatchObject({ code: "ledger_unreachable", message: expect.stringMatching(/seconds old.*TRADESEAL_LEDGER_STALE_AFTER allows 300/) });
  expect((await open().head()).time).toBe(time - 500);
});

test("finality is the chain's word where it has one, whatever is counted", async () => {
  const { number, finalNumber } = await open({ confirmationCount: 1 }).head();
  expect(finalNumber).toBe(number - 4);
});

test("finality is a count where the chain has no word, or only its first block; without a count nothing is final", async () => {
  const lies: Lie[] = [
    (call, honest) => (call.params[0] === "finalized" ? { error: { code: -39001, message: "finalized block not found" } } : honest),
    (call, honest) => (call.params[0] === "finalized" ? { result: null } : honest),
    (call, honest) => (call.params[0] === "finalized" ? { result: { ...(honest.result as object), number: "0x0" } } : honest),
  ];
  for (const lie of lies) {
    proxy.lie = lie;
    const { number, finalNumber } = await open({ confirmationCount: 12 }).head();
    expect([finalNumber, (await open().head()).finalNumber]).toEqual([number - 12, 0]);
  }
});
