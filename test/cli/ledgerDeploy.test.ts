/**
 * Goal: whoever has an account with means puts the contracts on a network by one command, as often as it takes, and gets the
 * file that leads there; what is the ledger's identity does not change by where reading begins.
 * Method: the real program on a real chain that is not ours; then the file's reader by table.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, ledgerDigest, openIndex, readLedgerFile } from "../../src/ledgerAccess.ts";
import { parseLedger } from "../../src/core/ledgerFile.ts";
import { startExternalChain } from "../adapters/ledger/externalChain.ts";
import { testFolder, tradeseal } from "./program.ts";

const folder = testFolder();
let chain: Awaited<ReturnType<typeof startExternalChain>>;
let mining: NodeJS.Timeout;
beforeAll(async () => {
  chain = await startExternalChain({ slots: 1 });
  await chain.mine(150);
  mining = setInterval(() => void chain.mine(), 50);
});
afterAll(async () => {
  clearInterval(mining);
  await chain.stop();
  folder.remove();
});

const deploy = (...more: string[]) => tradeseal(["ledger", "deploy", "--rpc", chain.url, "--data", "office", ...more], { folder: folder.name });

test("without means: 1, naming the account; with means: 0, and a ledger that is read from where it began; again: the same file", async () => {
  const poor = await deploy();
  expect(poor).toMatchObject({ code: 1, stdout: "" });
  const account = /The account (0x[0-9a-f]{40}), which deploys, holds 0\.0/.exec(poor.stderr)![1]!;
  await chain.fund(account);

  const run = await deploy();
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain(`deployed by`);
  const file = folder.at("office/ledger.json");
  const text = readFileSync(file, "utf8");
  const ledger = readLedgerFile(file);
  expect(ledger.firstBlock).toBeGreaterThan(0);
  expect(run.stdout).toContain(`Reading begins at block ${ledger.firstBlock}.`);

  const asked: number[] = [];
  const connected = connect(ledger, { url: chain.url, confirmations: null });
  const head = await connected.reader.head();
  const index = openIndex(":memory:", { ledger, events: { ...connected.events, eventsBetween: (from, to) => (asked.push(from), connected.events.eventsBetween(from, to)) } });
  expect(await index.follower.reach(head)).toBe(true);
  expect(asked[0]).toBe(ledger.firstBlock);
  index.close();
  await connected.close();

  const again = await deploy();
  expect([again.code, readFileSync(file, "utf8")]).toEqual([0, text]);
});

test("a file of another ledger is not written over: 2", async () => {
  const other = JSON.stringify({ ...chain.ledger, genesis: `0x${"7".repeat(64)}` });
  folder.file("other.json", other);
  const run = await deploy("--out", "other.json");
  expect(run.stderr).toContain("[ledger_mismatch]");
  expect([run.code, readFileSync(folder.at("other.json"), "utf8")]).toEqual([2, other]);
});

test("where reading begins is no part of what a ledger is", () => {
  const plain = parseLedger(JSON.stringify(chain.ledger));
  const begun = parseLedger(JSON.stringify({ ...chain.ledger, firstBlock: 7 }));
  expect([plain.firstBlock, begun.firstBlock]).toEqual([undefined, 7]);
  expect(ledgerDigest(begun)).toBe(ledgerDigest(plain));
  for (const firstBlock of [-1, 1.5, "7", null]) expect(() => parseLedger(JSON.stringify({ ...chain.ledger, firstBlock }))).toThrow(/firstBlock/);
});

test("no rpc, a wrong one, nobody there: 64, 64, 2", async () => {
  const codes = [];
  for (const args of [[], ["--rpc", "node.example"], ["--rpc", "http://127.0.0.1:9"]]) codes.push((await tradeseal(["ledger", "deploy", "--data", "office", ...args], { folder: folder.name })).code);
  expect(codes).toEqual([64, 64, 2]);
});
