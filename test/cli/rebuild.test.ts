/**
 * Goal: with the service and its data folder gone, whoever has any node of the ledger and the documents gets back, byte for
 * byte, every seal that the service handed out; and a new service takes the documents on.
 * Method: a real service on an external ledger issues, hands out seals and is deleted; the real program rebuilds.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proofReader } from "../../src/adapters/proofs.ts";
import { parseEvidence } from "../../src/core/evidenceFile.ts";
import { recordIn } from "../../src/flows/verifying/verifyOffline.ts";
import { parseAddress } from "../../src/core/address.ts";
import { measureRebuild } from "../../scripts/measureRebuild.ts";
import { freePort } from "../../scripts/serviceProcess.ts";
import { person, startLedger } from "../adapters/ledger/chain.ts";
import { startServe, untilReady } from "./ownService.ts";
import { digestOf, testFolder, tradeseal, valueOf } from "./program.ts";
import { until } from "../until.ts";

const owner = person("owner of a chamber");
const folder = testFolder();
let chain: Awaited<ReturnType<typeof startLedger>>;
const originals = new Map<string, string>();
const names = ["one.pdf", "two.pdf", "three.pdf", "invoice.pdf"];

/** A data folder in which the chamber is an issuer, its service running. */
async function startService(data: string) {
  const environment: Record<string, string> = { TRADESEAL_DATA: folder.at(data), TRADESEAL_LEDGER_URL: chain.chain.url, TRADESEAL_LEDGER_FILE: folder.at("ledger.json"), TRADESEAL_BATCH_AGE: "1", TRADESEAL_LOG_LEVEL: "error", PORT: String(await freePort()) };
  const url = `http://127.0.0.1:${environment["PORT"]}`;
  const here = (...args: string[]) => tradeseal(args, { folder: folder.name, environment });
  const made = await here("issuer", "create", "--name", "Chamber", "--identity", owner.address);
  const account = parseAddress(valueOf("signs for it", made));
  await chain.chain.fund([account]);
  await chain.carry({ kind: "delegate", identity: owner.address, delegate: account, validitySeconds: 1_000_000 }, owner.address);
  const key = valueOf("API key", made);
  const ask = async (path: string, { method = "GET", body }: { method?: string; body?: object } = {}) => {
    const answer = await fetch(url + path, { method, headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text;
  };
  return { here, ask, begin: async () => { const service = startServe(environment); await untilReady(url); return service; } };
}

const isFinal = async (ask: (path: string) => Promise<string>, id: string): Promise<boolean> => (JSON.parse(await ask(`/v1/documents/${id}`)) as { state: string }).state === "final";

beforeAll(async () => {
  chain = await startLedger([owner]);
  folder.file("ledger.json", JSON.stringify({ format: "tradeseal-ledger/1", ...chain.ledger }));
  const { ask, begin } = await startService("lost");
  const service = await begin();
  const ids = new Map<string, string>();
  const asked = [...names.map((name) => ({ name, documentType: name === "invoice.pdf" ? "380" : "861", publish: true })), { name: "private.pdf", documentType: "861", publish: false }];
  for (const { name, documentType, publish } of asked) ids.set(name, (JSON.parse(await ask("/v1/documents", { method: "POST", body: { digest: digestOf(name), documentType, publish } })) as { id: string }).id);
  for (const id of ids.values()) await until(() => isFinal(ask, id), 30_000);
  await ask(`/v1/documents/${ids.get("two.pdf")}/standing`, { method: "PUT", body: { standing: "suspended", reason: "fraud" } });
  for (const [name, id] of ids) originals.set(digestOf(name), await ask(`/v1/documents/${id}/seal`));
  const before = (await chain.reader.head()).number;
  await until(async () => (await chain.events.eventsBetween(before - 5, (await chain.reader.head()).finalNumber)).some(({ kind }) => kind === "standingSet"));
  service.kill("SIGKILL");
  await once(service, "exit");
  rmSync(folder.at("lost"), { recursive: true });
  mkdirSync(folder.at("papers"));
  for (const name of names) writeFileSync(join(folder.at("papers"), name), name);
  folder.file("digests.txt", names.map((name) => `${digestOf(name)}  ${name}\n`).join(""));
});
afterAll(async () => {
  await chain.stop();
  folder.remove();
});

const anywhere = (...args: string[]) => tradeseal(["rebuild", "--rpc", chain.chain.url, "--ledger", "ledger.json", ...args], { folder: folder.name });
const sealsIn = (name: string): Map<string, string> => new Map(readdirSync(folder.at(name)).map((file) => [file.replace(".seal.json", ""), readFileSync(join(folder.at(name), file), "utf8")]));
const published = (): Map<string, string> => new Map(names.map((name) => [digestOf(name), originals.get(digestOf(name))!]));

test("from any node, with no data folder: every seal byte for byte, and the standings", async () => {
  const run = await anywhere("--documents", "papers", "--seals", "seals", "--standings", "standings.ndjson");
  expect(run.stderr).toBe("");
  expect(run.code).toBe(0);
  expect(sealsIn("seals")).toEqual(published());
  expect(valueOf("roots that match", run)).toMatch(/^(\d+) of \1$/);
  const standings = readFileSync(folder.at("standings.ndjson"), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  expect(standings).toMatchObject([{ speaker: owner.address, issuer: owner.address, documentType: "861", statements: [{ standing: "suspended", reason: "fraud" }] }]);
});

test("digests from a list; of a private document nothing comes back, and that is said: 1", async () => {
  expect((await anywhere("--digests", "digests.txt", "--seals", "listed")).code).toBe(0);
  expect(sealsIn("listed")).toEqual(published());
  folder.file("private.txt", digestOf("private.pdf"));
  const run = await anywhere("--digests", "private.txt", "--seals", "none");
  expect(run.stdout).toContain("kept its leaves private");
  expect([valueOf("digests without one", run), run.code]).toEqual(["1", 1]);
});

test("of another issuer there is nothing; of this one there is", async () => {
  expect((await anywhere("--issuer", owner.address, "--digests", "digests.txt", "--seals", "ours")).code).toBe(0);
  const run = await anywhere("--issuer", `0x${"7".repeat(40)}`, "--digests", "digests.txt", "--seals", "theirs");
  expect([valueOf("anchors", run), run.code]).toEqual(["0", 1]);
});

test("another file where a seal belongs is left as it is, and told: 1", async () => {
  mkdirSync(folder.at("occupied"));
  writeFileSync(join(folder.at("occupied"), `${digestOf("one.pdf")}.seal.json`), "mine");
  const run = await anywhere("--digests", "digests.txt", "--seals", "occupied");
  expect([valueOf("other files left there", run), run.code]).toEqual(["1", 1]);
  expect(readFileSync(join(folder.at("occupied"), `${digestOf("one.pdf")}.seal.json`), "utf8")).toBe("mine");
});

test("a new service takes the documents on: seals, standings, and changes of them", async () => {
  const { here, ask, begin } = await startService("new");
  const adopted = await here("rebuild", "--digests", "digests.txt", "--adopt");
  expect(adopted.stderr).toBe("");
  expect([valueOf("taken", adopted), valueOf("known already", adopted), adopted.code]).toEqual(["4", "0", 0]);
  expect(valueOf("known already", await here("rebuild", "--digests", "digests.txt", "--adopt"))).toBe("4");
  const service = await begin();
  try {
    const documentOf = async (name: string) => (JSON.parse(await ask(`/v1/documents?digest=${digestOf(name)}`)) as { documents: { id: string; state: string; standing: string }[] }).documents;
    for (const name of names) {
      const [document, ...more] = await documentOf(name);
      expect(more).toEqual([]);
      expect(document).toMatchObject({ state: "final", standing: name === "two.pdf" ? "suspended" : "active" });
      expect(await ask(`/v1/documents/${document!.id}/seal`)).toBe(originals.get(digestOf(name)));
    }
    const { id } = (await documentOf("one.pdf"))[0]!;
    const text = await ask(`/v1/documents/${id}/evidence`);
    const evidence = parseEvidence(Buffer.from(text));
    const name = { issuer: owner.address, documentType: "861" as never, root: (JSON.parse(originals.get(digestOf("one.pdf"))!) as { root: never }).root };
    const { stateRoot } = proofReader.headerIn(evidence.block.header)!;
    expect([evidence.block.isFinal, (await recordIn(name, stateRoot, { terms: { evidence, ledger: chain.ledger }, proofs: proofReader })).isAnswered]).toEqual([true, true]);
    await ask(`/v1/documents/${id}/standing`, { method: "PUT", body: { standing: "revoked", reason: "issued_in_error" } });
    const leafName = { issuer: owner.address, documentType: "861" as never, leaf: createHash("sha256").update(Buffer.concat([Buffer.of(0), Buffer.from(digestOf("one.pdf"), "hex")])).digest("hex") as never };
    await until(async () => (await chain.reader.standingsOf(owner.address, leafName, await chain.reader.head())).length === 1);
    const audited = JSON.parse((await here("audit", "--json")).stdout) as { documents: number; differences: { kind: string; word: string }[] };
    expect(audited.documents).toBe(4);
    // The private batch's leaves are gone for good; that it was anchored the ledger still tells.
    expect(audited.differences.map(({ kind, word }) => `${kind} ${word.split(" ")[0]}`)).toEqual(["unknown_to_store anchor"]);
  } finally {
    service.kill("SIGKILL");
    await once(service, "exit");
  }
});

const misuses: readonly [what: string, args: string[], says: string, code: number][] = [
  ["seals of nobody knows what",    ["--rpc", "http://127.0.0.1:9", "--ledger", "ledger.json", "--seals", "x"],                          "need --digests or --documents", 64],
  ["digests for nothing",           ["--rpc", "http://127.0.0.1:9", "--ledger", "ledger.json", "--digests", "digests.txt"],              "go with --seals or --adopt",    64],
  ["--rpc without a ledger",        ["--rpc", "http://127.0.0.1:9"],                                                                     "--rpc needs --ledger",          64],
  ["a ledger without --rpc",        ["--ledger", "ledger.json"],                                                                         "go with --rpc",                 64],
  ["adopting without a folder",     ["--rpc", "http://127.0.0.1:9", "--ledger", "ledger.json", "--adopt", "--digests", "digests.txt"],   "cannot be used with option",    64],
  ["a list that is none",           ["--rpc", "http://127.0.0.1:9", "--ledger", "ledger.json", "--digests", "ledger.json", "--seals", "x"], "line 1",                     65],
  ["a list that is not there",      ["--rpc", "http://127.0.0.1:9", "--ledger", "ledger.json", "--digests", "gone", "--seals", "x"],     "[file_unreadable]",             65],
  ["nobody at the endpoint",        ["--rpc", "http://127.0.0.1:9", "--ledger", "ledger.json"],                                          "[ledger_unreachable]",          2],
];
for (const [what, args, says, code] of misuses) {
  test(`${what}: ${code}`, async () => {
    const run = await tradeseal(["rebuild", ...args], { folder: folder.name });
    expect(run.stderr).toContain(says);
    expect(run).toMatchObject({ stdout: "", code });
  });
}

test("in bulk: every root matches and every seal is the same (npm run measure:rebuild, shortened)", async () => {
  const { documents, rootsMatching, sealsIdentical } = await measureRebuild({ batches: 3, size: 500 });
  expect([documents, rootsMatching, sealsIdentical]).toEqual([1_500, 3, 1_500]);
});
