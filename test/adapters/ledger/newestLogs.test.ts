/**
 * Goal: events that a node does not give, or gives otherwise than its blocks hold them, are never taken for "nothing there":
 * they are asked for again, and what stays doubtful is a fault.
 * Method: real contracts on a real chain behind a proxy; one row per lie about one block of each kind of event.
 */
import { id } from "ethers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { LedgerConnection } from "../../../src/adapters/ledger/connection.ts";
import { ledgerEvents } from "../../../src/adapters/ledger/events.ts";
import { leafOf, parseDigest } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { NO_END } from "../../../src/core/ledger.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import type { WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import type { LedgerEvent, LedgerEvents } from "../../../src/flows/ports.ts";
import type { Call } from "./fakeNode.ts";
import { person, startLedger } from "./chain.ts";
import { lyingProxy, type Answer, type Lie } from "./lyingProxy.ts";
import { until } from "../../until.ts";

const [authority, issuer] = [person("authority"), person("issuer")];
const documentType = parseDocumentType("861");
const leaves = [leafOf(parseDigest("1".repeat(64))), leafOf(parseDigest("2".repeat(64)))];
const grant = { grantor: authority.address, grantee: issuer.address, documentType, from: 0 } as const;
const bodies: Readonly<Record<string, WriteBody>> = {
  accredited: { kind: "accredit", ...grant, until: NO_END, mayPassOn: false, name: "Chamber", credentialDigest: `0x${"0".repeat(64)}` },
  anchored: { kind: "anchor", issuer: issuer.address, documentType, leaves, root: treeOf(leaves).root, isPublished: true },
  standingSet: { kind: "standing", speaker: issuer.address, issuer: issuer.address, documentType, leaves, standing: "revoked", reason: "fraud", replacement: null },
  withdrawn: { kind: "withdraw", ...grant, isCompromised: false },
  didChanged: { kind: "attribute", identity: issuer.address, name: "did/pub/Ed25519/veriKey/hex", value: "0x01", validitySeconds: 1_000 },
};
const blocks = new Map<string, number>();
let world: Awaited<ReturnType<typeof startLedger>>;
let proxy: Awaited<ReturnType<typeof lyingProxy>>;
let connection: LedgerConnection;
let events: LedgerEvents;

beforeAll(async () => {
  world = await startLedger([authority, issuer]);
  for (const [kind, body] of Object.entries(bodies)) blocks.set(kind, (await world.carry(body, "grantor" in body ? authority.address : issuer.address)).block.number);
  proxy = await lyingProxy(world.chain.url);
  connection = new LedgerConnection({ ledger: world.ledger, url: proxy.url });
  events = ledgerEvents(connection);
});
beforeEach(() => {
  proxy.lie = null;
});
afterAll(async () => {
  connection.close();
  await proxy.close();
  await world.stop();
});

const kindsIn = async (from: number, to = from): Promise<string[]> => (await events.eventsBetween(from, to)).map(({ kind }: LedgerEvent) => kind);
const of = (method: string, change: (honest: Answer, call: Call) => Answer): Lie => (call, honest) => (call.method === method ? change(honest, call) : honest);
const both = (...lies: Lie[]): Lie => (call, honest) => lies.reduce((answer, lie) => lie(call, answer), honest);
const listed = ({ result }: Answer): Record<string, unknown>[] => (Array.isArray(result) ? result : []) as Record<string, unknown>[];

const noLogs = of("eth_getLogs", () => ({ result: [] }));
const unknownMethod = { error: { code: -32601, message: "the method does not exist" } };
const noBlockReceipts = of("eth_getBlockReceipts", () => unknownMethod);

for (const kind of Object.keys(bodies)) {
  test(`${kind}: given when it is given, by a node of either sort; withheld, a fault in words`, async () => {
    const block = blocks.get(kind)!;
    const expected = kind === "standingSet" ? [kind, kind] : [kind];
    expect(await kindsIn(block)).toEqual(expected);
    proxy.lie = noBlockReceipts;
    expect(await kindsIn(block)).toEqual(expected);
    for (const lie of [noLogs, both(noLogs, noBlockReceipts)]) {
      proxy.lie = lie;
      await expect(kindsIn(block)).rejects.toMatchObject({ code: "ledger_unreachable", message: expect.stringContaining(`events of block ${block} are missing`) });
    }
  });
}

const lies: readonly [what: string, lie: Lie, words: RegExp][] = [
  ["one of two events",                        of("eth_getLogs", (honest) => ({ result: listed(honest).slice(1) })),                                            /are missing/],
  ["an event that says something else",        of("eth_getLogs", (honest) => ({ result: listed(honest).map((log) => ({ ...log, data: String(log["data"]).replace(/.$/, "7") })) })), /are not those of its receipts/],
  ["events of another branch",                 of("eth_getLogs", (honest) => ({ result: listed(honest).map((log) => ({ ...log, blockHash: `0x${"7".repeat(64)}` })) })), /exchanged for another/],
  ["events of a block that was not asked for", of("eth_getLogs", (honest) => ({ result: listed(honest).map((log) => ({ ...log, blockNumber: "0xffff" })) })),     /not asked for/],
  ["events of an older block",                 of("eth_getLogs", (honest) => ({ result: listed(honest).map((log) => ({ ...log, blockNumber: "0x0" })) })),        /not asked for/],
  ["an event without a place",                 of("eth_getLogs", () => ({ result: [{}] })),                                                                      /no number/],
  ["no events and no receipts",                both(noLogs, of("eth_getBlockReceipts", () => ({ result: [] }))),                                                 /receipts of its transactions are not/],
  ["no receipts, one by one",                  both(noLogs, noBlockReceipts, of("eth_getTransactionReceipt", () => ({ result: null }))),                         /receipts of its transactions are not/],
  ["no receipts at all, by no question",       both(noBlockReceipts, of("eth_getTransactionReceipt", () => unknownMethod)),                                      /did not answer eth_getTransactionReceipt/],
  ["no events, and receipts without events",   both(noLogs, of("eth_getBlockReceipts", (honest) => ({ result: listed(honest).map((receipt) => ({ ...receipt, logs: [] })) }))), /lack events that its header tells of/],
  ["receipts of another branch",               of("eth_getBlockReceipts", (honest) => ({ result: listed(honest).map((receipt) => ({ ...receipt, blockHash: `0x${"7".repeat(64)}` })) })), /receipts of its transactions are not/],
  ["a header that denies its events",          of("eth_getBlockByNumber", ({ result }) => ({ result: { ...(result as object), logsBloom: `0x${"0".repeat(512)}` } })), /denies an event/],
  ["a header without a filter",                of("eth_getBlockByNumber", ({ result }) => ({ result: { ...(result as object), logsBloom: undefined } })),          /without the filter/],
  ["no header",                                of("eth_getBlockByNumber", (honest, { params }) => (params[0] === "0x0" || params[0] === "latest" ? honest : { result: null })), /is not there/],
];

for (const [what, lie, words] of lies) {
  test(`${what}: a fault, and all is well when the node is`, async () => {
    const block = blocks.get("standingSet")!;
    proxy.lie = lie;
    await expect(kindsIn(block)).rejects.toMatchObject({ code: "ledger_unreachable", message: expect.stringMatching(words) });
    proxy.lie = null;
    expect(await kindsIn(block)).toEqual(["standingSet", "standingSet"]);
  });
}

test("events that come a moment after their block are waited for", async () => {
  let asked = 0;
  proxy.lie = of("eth_getLogs", (honest) => ((asked += 1) <= 3 ? { result: [] } : honest));
  expect(await kindsIn(blocks.get("anchored")!)).toEqual(["anchored"]);
  expect(asked).toBe(4);
});

test("in a long range the newest sixteen blocks are looked at, and the older ones come as they are given", async () => {
  const newest = blocks.get("didChanged")!;
  await until(async () => (await world.reader.head()).number >= newest);
  const all = await kindsIn(0, newest);
  expect(all.filter((kind) => kind in bodies)).toEqual(["accredited", "anchored", "standingSet", "standingSet", "withdrawn", "didChanged"]);
  proxy.lie = noLogs;
  await expect(kindsIn(0, newest)).rejects.toMatchObject({ code: "ledger_unreachable" });
});

test("a filter that holds our contracts by chance, filled by strangers' events, holds up nothing", async () => {
  const block = 1;
  expect(await kindsIn(block)).toEqual([]);
  const topics = Array.from({ length: 8_000 }, (_, number) => id(String(number)));
  const log = { address: `0x${"7".repeat(40)}`, topics, data: "0x", logIndex: "0x0", blockNumber: `0x${block.toString(16)}` };
  const full = of("eth_getBlockByNumber", ({ result }) => ({ result: { ...(result as object), logsBloom: `0x${"f".repeat(512)}` } }));
  const strangers = of("eth_getBlockReceipts", () => ({ result: [{ transactionHash: id("stranger"), blockHash: hash, logs: [{ ...log, blockHash: hash }] }] }));
  const { hash } = (await world.events.blockAt(block))!;
  proxy.lie = both(full, strangers, of("eth_getBlockByNumber", ({ result }) => ({ result: { ...(result as object), transactions: [id("stranger")] } })));
  expect(await kindsIn(block)).toEqual([]);
});
