/**
 * Goal: `tradeseal evidence` keeps proofs beside a seal, and `tradeseal verify --offline` judges by them without opening a
 * single socket, says what is certain and what is not, and never says yes.
 * Method: the real program on a real chain; offline runs are started with every way to the network broken.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leafOf } from "../../src/core/digest.ts";
import { parseDocumentType } from "../../src/core/documentType.ts";
import { ledgerIdOf } from "../../src/core/ledger.ts";
import { treeOf } from "../../src/core/merkle.ts";
import { writeSeal } from "../../src/core/seal.ts";
import { person, startLedger } from "../adapters/ledger/chain.ts";
import { digestOf, testFolder, tradeseal } from "./program.ts";
import { until } from "../until.ts";

const chamber = person("offline chamber");
const origin = parseDocumentType("861");
const folder = testFolder();
let chain: Awaited<ReturnType<typeof startLedger>>;
const hashes: Record<string, string> = {};

beforeAll(async () => {
  chain = await startLedger([chamber]);
  folder.file("ledger.json", JSON.stringify({ format: "tradeseal-ledger/1", ...chain.ledger }));
  folder.file("no-network.mjs", NO_NETWORK);
  const names = ["paper.pdf", "revoked.pdf"];
  const leaves = names.map((name) => leafOf(digestOf(name)));
  await chain.carry({ kind: "anchor", issuer: chamber.address, documentType: origin, root: treeOf(leaves).root, leaves, isPublished: true }, chamber.address);
  const { block } = await chain.carry({ kind: "standing", speaker: chamber.address, issuer: chamber.address, documentType: origin, leaves: [leaves[1]!], standing: "revoked", reason: "fraud", replacement: null }, chamber.address);
  await until(async () => (await chain.connection.head()).finalNumber >= block.number);
  seal(names);
  seal(["unknown.pdf"]);
  for (const name of [...names, "unknown.pdf"]) hashes[name] = (JSON.parse((await made(name)).text) as { block: { hash: string } }).block.hash;
});
afterAll(async () => {
  await chain.stop();
  folder.remove();
});

const NO_NETWORK = `
  import net from "node:net"; import dns from "node:dns"; import http from "node:http"; import dgram from "node:dgram";
  const refuse = () => { process.stderr.write("THE NETWORK WAS USED\\n"); process.exit(99); };
  net.Socket.prototype.connect = refuse; net.connect = net.createConnection = refuse; dns.lookup = refuse; dns.promises.lookup = refuse;
  http.request = refuse; dgram.createSocket = refuse; globalThis.fetch = refuse;
`;

/** Files whose content is their name, with their seals beside them. */
function seal(names: readonly string[]): void {
  const tree = treeOf(names.map((name) => leafOf(digestOf(name))));
  for (const [index, name] of names.entries()) {
    folder.file(name, name);
    folder.file(`${name}.seal.json`, writeSeal({ ledger: ledgerIdOf(chain.ledger), issuer: chamber.address, documentType: origin, digest: digestOf(name), root: tree.root, index, size: tree.size, path: tree.pathOf(index), unknown: {} }));
  }
}

async function made(name: string) {
  const run = await tradeseal(["evidence", name, "--rpc", chain.chain.url, "--ledger", "ledger.json"], { folder: folder.name });
  return { ...run, text: readFileSync(folder.at(`${name}.evidence.json`), "utf8") };
}

const offline = (name: string, ...more: string[]) =>
  tradeseal(["verify", name, "--offline", "--evidence", `${name}.evidence.json`, "--block-hash", hashes[name]!, "--ledger", "ledger.json", ...more], { folder: folder.name, environment: { NODE_OPTIONS: `--import=${folder.at("no-network.mjs")}` } });

test("evidence says what it wrote, and its exit code tells a missing anchor", async () => {
  const run = await made("paper.pdf");
  expect(run.stdout).toContain("The ledger has the anchor");
  expect(run.stdout).toContain(hashes["paper.pdf"]);
  expect(run.code).toBe(0);
  expect(await made("unknown.pdf")).toMatchObject({ code: 1, stdout: expect.stringContaining("no such anchor") });
});

test("offline, a sealed document: anchored for certain, and no yes: 2", async () => {
  const run = await offline("paper.pdf");
  expect(run.stderr).toBe("");
  expect(run.stdout).toMatch(/^undetermined {3}paper\.pdf/);
  for (const says of ["Certain as at block", "By that block its issuer had said nothing against it.", "Not known without a network: whether the issuer was entitled", `All this hangs on ${hashes["paper.pdf"]}`]) expect(run.stdout).toContain(says);
  expect(run.stdout).not.toMatch(/Genuine certificate|Do not accept/);
  // Who vouches is not known: that nobody does would be as wrong as that somebody does.
  expect(run.stdout).not.toContain("Who vouches");
  expect(run.code).toBe(2);
});

test("offline, a revoked document: the issuer's word is told", async () => {
  const run = await offline("revoked.pdf", "--json");
  expect(JSON.parse(run.stdout)).toMatchObject({ verdict: "undetermined", offline: { statements: [{ standing: "revoked", reason: "fraud" }], notKnown: ["entitled", "current"] } });
  expect(run.stderr).toContain("the last word of its issuer was");
  expect(run.stderr).toContain("Do not accept it");
});

test("offline, a document that was never anchored: not_found as at the block: 1", async () => {
  const run = await offline("unknown.pdf");
  expect(run.stdout).toContain("the ledger had no such record. It may have come later.");
  expect(run.code).toBe(1);
});

test("offline, another file with the seal: altered, and nothing else is called certain: 1", async () => {
  folder.file("other.pdf", "other");
  const run = await tradeseal(["verify", "other.pdf", "--offline", "--seal", "paper.pdf.seal.json", "--evidence", "paper.pdf.evidence.json", "--block-hash", hashes["paper.pdf"]!, "--ledger", "ledger.json"], { folder: folder.name });
  expect(run.stdout).toMatch(/^altered/);
  expect(run.stdout).not.toContain("Certain");
  expect(run.code).toBe(1);
});

test("the network breaker works: a run that asks the ledger is stopped", async () => {
  const run = await tradeseal(["verify", "paper.pdf", "--rpc", chain.chain.url, "--ledger", "ledger.json", "--trust-root", chamber.address], { folder: folder.name, environment: { NODE_OPTIONS: `--import=${folder.at("no-network.mjs")}` } });
  expect(run).toMatchObject({ code: 99, stderr: expect.stringContaining("THE NETWORK WAS USED") });
});

const misuses: readonly [what: string, args: string[], says: string, code: number][] = [
  ["--offline without evidence",  ["--offline", "--block-hash", `0x${"1".repeat(64)}`, "--ledger", "ledger.json"],                                "--offline needs --evidence", 64],
  ["--offline without a hash",    ["--offline", "--evidence", "paper.pdf.evidence.json", "--ledger", "ledger.json"],                              "--offline needs --block-hash", 64],
  ["--offline without a ledger",  ["--offline", "--evidence", "paper.pdf.evidence.json", "--block-hash", `0x${"1".repeat(64)}`],                  "--offline needs --ledger", 64],
  ["--offline with --rpc",        ["--offline", "--rpc", "http://127.0.0.1:9"],                                                                   "cannot be used with option", 64],
  ["evidence without --offline",  ["--evidence", "paper.pdf.evidence.json"],                                                                      "--evidence goes with --offline", 64],
  ["a hash that is none",         ["--offline", "--block-hash", "0x12"],                                                                          "64 hex characters", 64],
  ["two files",                   ["revoked.pdf", "--offline", "--evidence", "e", "--block-hash", `0x${"1".repeat(64)}`, "--ledger", "l"],        "checks one file", 64],
  ["evidence that is none",       ["--offline", "--evidence", "ledger.json", "--block-hash", `0x${"1".repeat(64)}`, "--ledger", "ledger.json"],    "[evidence_malformed]", 65],
  ["evidence that is not there",  ["--offline", "--evidence", "gone.json", "--block-hash", `0x${"1".repeat(64)}`, "--ledger", "ledger.json"],      "[file_unreadable]", 65],
];
for (const [what, args, says, code] of misuses) {
  test(`${what}: ${code}`, async () => {
    const run = await tradeseal(["verify", "paper.pdf", ...args], { folder: folder.name });
    expect(run.stderr).toContain(says);
    expect(run).toMatchObject({ stdout: "", code });
  });
}

test("a document without a seal cannot be judged offline: 64", async () => {
  folder.file("bare.pdf", "bare");
  const run = await tradeseal(["verify", "bare.pdf", "--offline", "--evidence", "paper.pdf.evidence.json", "--block-hash", hashes["paper.pdf"]!, "--ledger", "ledger.json"], { folder: folder.name });
  expect(run.stderr).toContain("--offline needs the document's seal");
  expect(run.code).toBe(64);
});
