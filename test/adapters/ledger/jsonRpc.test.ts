/**
 * Goal: whatever a node does, every call gets its own answer or one of two errors, in time; and calls travel together.
 * Method: a node that misbehaves by script, one row per misbehaviour.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import { JsonRpc, RpcError } from "../../../src/adapters/ledger/jsonRpc.ts";
import { answering, fakeNode, type Act } from "./fakeNode.ts";

const echo: Act = answering(({ params }) => params[0]);
let node: Awaited<ReturnType<typeof fakeNode>>;
let rpc: JsonRpc;

beforeEach(async () => {
  node = await fakeNode(echo);
  rpc = new JsonRpc(node.url, { timeoutMs: 150 });
});
afterEach(async () => {
  rpc.close();
  await node.close();
});

const reply = (text: string): Act => (_, response) => response.end(text);
const fault = { code: "ledger_unreachable" };

const troubles: readonly [what: string, act: Act, outcome: object][] = [
  ["nonsense",                   reply("I am a teapot"),                                                          fault],
  ["a page",                     reply("<html></html>"),                                                          fault],
  ["null",                       reply("null"),                                                                   fault],
  ["a list of null",             reply("[null]"),                                                                 fault],
  ["nothing",                    reply(""),                                                                       fault],
  ["a wrong id",                 (calls, response) => response.end(JSON.stringify([{ id: calls[0]!.id + 1, result: 1 }])), fault],
  ["no result",                  (calls, response) => response.end(JSON.stringify([{ id: calls[0]!.id }])),       fault],
  ["half an answer",             (calls, response) => { response.write(`[{"id":${calls[0]!.id},"res`); response.socket!.end(); }, fault],
  ["a half answer that hangs",   (_, response) => response.write("[{"),                                           fault],
  ["silence",                    () => {},                                                                        fault],
  ["a broken connection",        (_, response) => response.destroy(),                                             fault],
  ["HTTP 500",                   (_, response) => response.writeHead(500).end("[]"),                              fault],
  ["HTTP 429",                   (_, response) => response.writeHead(429).end("[]"),                              fault],
  ["an error without a message", (calls, response) => response.end(JSON.stringify([{ id: calls[0]!.id, error: {} }])), { name: "RpcError", code: 0 }],
  ["an error with revert data",  (calls, response) => response.end(JSON.stringify({ id: calls[0]!.id, error: { code: 3, message: "reverted", data: "0x08c379a0" } })), { name: "RpcError", code: 3, data: "0x08c379a0" }],
  ["an error for the array",     reply(JSON.stringify({ id: null, error: { code: -32600, message: "array too large" } })), { name: "RpcError", code: -32600 }],
];

for (const [what, act, outcome] of troubles) {
  test(`${what}: the call fails in time, and the next one is answered`, async () => {
    node.act = act;
    const begun = performance.now();
    await expect(rpc.call("echo", [1])).rejects.toMatchObject(outcome);
    expect(performance.now() - begun).toBeLessThan(5_000);
    node.act = echo;
    expect(await rpc.call("echo", [2])).toBe(2);
  });
}

test("nobody listens: the call fails", async () => {
  await node.close();
  await expect(rpc.call("echo", [1])).rejects.toMatchObject(fault);
});

test("calls of one turn travel together, a hundred at most, and each gets its own answer", async () => {
  const answers = await Promise.all(Array.from({ length: 250 }, (_, number) => rpc.call("echo", [number])));
  expect(answers).toEqual(Array.from({ length: 250 }, (_, number) => number));
  expect(node.requests.map((calls) => calls.length).sort()).toEqual([100, 100, 50]);
});

test("calls made while all requests are under way wait, and then travel together", async () => {
  const held: (() => void)[] = [];
  node.act = (calls, response) => held.push(() => echo(calls, response));
  const calls: Promise<unknown>[] = [];
  for (let number = 0; number < 8; number += 1) {
    calls.push(rpc.call("echo", [number]));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(node.requests).toHaveLength(4);
  node.act = echo;
  for (const answer of held) answer();
  expect(await Promise.all(calls)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(node.requests.map((request) => request.length)).toEqual([1, 1, 1, 1, 4]);
});

test("answers in another order reach their calls", async () => {
  node.act = (calls, response) => response.end(JSON.stringify(calls.map(({ id, params }) => ({ id, result: params[0] })).reverse()));
  expect(await Promise.all([1, 2, 3].map((number) => rpc.call("echo", [number])))).toEqual([1, 2, 3]);
});

test("one answer missing: that call fails, the others do not", async () => {
  node.act = (calls, response) => echo(calls.slice(1), response);
  const [first, second] = await Promise.allSettled([rpc.call("echo", [1]), rpc.call("echo", [2])]);
  expect(first).toMatchObject({ status: "rejected", reason: fault });
  expect(second).toEqual({ status: "fulfilled", value: 2 });
});

test("a large call does not make an array too large", async () => {
  const large = "x".repeat(300_000);
  await Promise.all([rpc.call("echo", [large]), rpc.call("echo", [large]), rpc.call("echo", [1])]);
  expect(node.requests.map((calls) => calls.length).sort()).toEqual([1, 2]);
});

test("a connection that breaks once is tried once more, but not for a call that goes alone", async () => {
  const breakOnce: Act = (_, response) => {
    node.act = echo;
    response.destroy();
  };
  node.act = breakOnce;
  expect(await rpc.call("echo", [1])).toBe(1);
  node.act = breakOnce;
  await expect(rpc.call("echo", [1], { isAlone: true })).rejects.toMatchObject(fault);
});

test("a call that goes alone has no company", async () => {
  await Promise.all([rpc.call("echo", [1]), rpc.call("echo", [2], { isAlone: true }), rpc.call("echo", [3])]);
  expect(node.requests.map((calls) => calls.map(({ params }) => params[0]))).toEqual([[1], [2], [3]]);
});

test("losses grow with every broken connection and every failure, and only then", async () => {
  await rpc.call("echo", [1]);
  const before = rpc.losses;
  await rpc.call("echo", [1]);
  expect(rpc.losses).toBe(before);
  node.act = reply("nonsense");
  await rpc.call("echo", [1]).catch(() => {});
  expect(rpc.losses).toBeGreaterThan(before);
});

test("an error of the node is no fault", async () => {
  node.act = (calls, response) => response.end(JSON.stringify(calls.map(({ id }) => ({ id, error: { code: -32601, message: "no such method" } }))));
  await expect(rpc.call("echo", [])).rejects.toBeInstanceOf(RpcError);
});
