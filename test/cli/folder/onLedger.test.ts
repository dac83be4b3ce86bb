/**
 * Goal: `tradeseal verify --rpc` needs no service: it reads the ledger itself, judges by the same rules, says how far it
 * read, and with a seal reads no more than it must.
 * Method: the real contracts on a real chain, a few documents of an accredited and of an unknown issuer; the real program
 * asks through a proxy that remembers which events were asked for.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { leafOf } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { ledgerIdOf, NO_END } from "../../../src/core/ledger.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import type { Report } from "../../../src/core/report.ts";
import { writeSeal } from "../../../src/core/seal.ts";
import { person, startLedger } from "../../adapters/ledger/chain.ts";
import { digestOf, testFolder, tradeseal } from "../program.ts";
import { until } from "../../until.ts";

const [customs, chamber, rogue] = [person("customs"), person("chamber"), person("rogue")];
const [ORIGIN, INVOICE] = ["861", "380"].map(parseDocumentType) as [ReturnType<typeof parseDocumentType>, ReturnType<typeof parseDocumentType>];
const folder = testFolder();
let chain: Awaited<ReturnType<typeof startLedger>>;
let proxy: { url: string; filters: { topics: (string[] | null)[] }[]; stop(): Promise<void> };
let rootOfPapers: string;

beforeAll(async () => {
  chain = await startLedger([customs, chamber, rogue]);
  proxy = await recordingProxy(chain.chain.url);
  folder.file("ledger.json", JSON.stringify({ format: "tradeseal-ledger/1", ...chain.ledger }));
  folder.file("other-ledger.json", JSON.stringify({ ...chain.ledger, genesis: `0x${"7".repeat(64)}` }));
  folder.file("trust-roots.json", JSON.stringify({ trustRoots: [{ address: customs.address, name: "Customs of Test", documentTypes: ["861"] }] }));
  const grant = { kind: "accredit", grantor: customs.address, grantee: chamber.address, documentType: ORIGIN, until: NO_END, mayPassOn: false, name: "Chamber of Test", credentialDigest: `0x${"0".repeat(64)}` } as const;
  await chain.carry({ ...grant, from: 0 }, customs.address);
  rootOfPapers = await anchor(chamber, ["paper.pdf", "revoked.pdf"], ORIGIN);
  await anchor(chamber, ["invoice.pdf"], INVOICE);
  await anchor(rogue, ["rogue.pdf"], ORIGIN);
  const { block } = await chain.carry({ kind: "standing", speaker: chamber.address, issuer: chamber.address, documentType: ORIGIN, leaves: [leafOf(digestOf("revoked.pdf"))], standing: "revoked", reason: "fraud", replacement: null }, chamber.address);
  folder.file("unknown.pdf", "unknown.pdf");
  // The chain mines until the last transaction is final: what it mined after that may never be.
  await until(async () => (await chain.connection.head()).finalNumber >= block.number);
});
beforeEach(() => void proxy.filters.splice(0));
afterAll(async () => {
  await proxy.stop();
  await chain.stop();
  folder.remove();
});

/** Anchors files whose content is their name. Seals lie in NAME.json, where no program looks for them by itself. */
async function anchor(issuer: typeof customs, names: readonly string[], documentType: typeof ORIGIN): Promise<string> {
  const digests = names.map(digestOf);
  const tree = treeOf(digests.map(leafOf));
  await chain.carry({ kind: "anchor", issuer: issuer.address, documentType, root: tree.root, leaves: digests.map(leafOf), isPublished: true }, issuer.address);
  for (const [index, name] of names.entries()) {
    folder.file(name, name);
    folder.file(`${name}.json`, writeSeal({ ledger: ledgerIdOf(chain.ledger), issuer: issuer.address, documentType, digest: digests[index]!, root: tree.root, index, size: tree.size, path: tree.pathOf(index), unknown: {} }));
  }
  return tree.root;
}

/** Passes everything on, and remembers which events were asked for. */
async function recordingProxy(target: string) {
  const filters: { topics: (string[] | null)[] }[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces).toString();
    for (const call of [JSON.parse(body)].flat()) if (call.method === "eth_getLogs") filters.push(call.params[0]);
    const answer = await fetch(target, { method: "POST", body, headers: { "Content-Type": "application/json" } });
    response.writeHead(answer.status, { "Content-Type": "application/json" }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, filters, stop };
}

const verify = (args: readonly string[], { ledger = "ledger.json", trust = ["--trust-root", customs.address] } = {}) =>
  tradeseal(["verify", "--rpc", proxy.url, "--ledger", ledger, ...trust, ...args], { folder: folder.name });

const verdicts: readonly [what: string, args: string[], verdict: string, reason: string | undefined, code: number][] = [
  ["the very document",                 ["paper.pdf"],                                          "authentic",       undefined,          0],
  ["the very document, sealed",         ["paper.pdf", "--seal", "paper.pdf.json"],              "authentic",       undefined,          0],
  ["another document with the seal",    ["unknown.pdf", "--seal", "paper.pdf.json"],            "altered",         "file_differs",     1],
  ["a document nobody anchored",        ["unknown.pdf"],                                        "not_found",       "not_anchored",     1],
  ["an unknown issuer's document",      ["rogue.pdf"],                                          "not_entitled",    "no_accreditation", 1],
  ["an unknown issuer's, sealed",       ["rogue.pdf", "--seal", "rogue.pdf.json"],              "not_entitled",    "no_accreditation", 1],
  ["a type without accreditation",      ["invoice.pdf", "--seal", "invoice.pdf.json"],          "not_entitled",    "no_accreditation", 1],
  ["another type than expected",        ["paper.pdf", "--type", "380"],                         "not_entitled",    "other_type",       1],
  ["a revoked document",                ["revoked.pdf"],                                        "no_longer_valid", "revoked",          1],
  ["a revoked document, sealed",        ["revoked.pdf", "--seal", "revoked.pdf.json"],          "no_longer_valid", "revoked",          1],
];

for (const [what, args, verdict, reason, code] of verdicts) {
  test(`${what}: ${verdict}`, async () => {
    const run = await verify([...args, "--json"]);
    const report = JSON.parse(run.stdout) as Report;
    expect([report.verdict, report.reason, run.code]).toEqual([verdict, reason, code]);
  });
}

test("with a seal only its anchor, its type's grants and the deactivations are asked for; who acted is told all the same", async () => {
  const run = await verify(["paper.pdf", "--seal", "paper.pdf.json", "--json"]);
  const { number } = await chain.connection.head();
  const thirdTopics = proxy.filters.map(({ topics }) => topics[3] ?? null);
  expect(proxy.filters).toHaveLength(2);
  expect(thirdTopics).toContainEqual([`0x${rootOfPapers}`, `0x${Buffer.from("861").toString("hex").padEnd(64, "0")}`]);
  expect(proxy.filters.find(({ topics }) => topics.length === 1)!.topics[0], "the three changes of a DID").toHaveLength(3);
  expect((JSON.parse(run.stdout) as Report).anchors[0]).toMatchObject({ account: chamber.address, issuer: { name: "Chamber of Test" } });
  expect(run.stderr).toBe(`Read at ${proxy.url}, without a service: accreditations and the sealed anchors in blocks 0 to ${number}.\n`);
});

test("without a seal everything is read, and that is said", async () => {
  const run = await verify(["paper.pdf"]);
  const { number } = await chain.connection.head();
  expect(run.stdout).toContain(`without a service: every anchor and accreditation in blocks 0 to ${number}.`);
  expect(proxy.filters.every(({ topics }) => topics.length === 1 && topics[0]!.length === 7)).toBe(true);
});

test("sealed files together need one reading; one without a seal makes it a full one", async () => {
  for (const name of ["paper.pdf", "revoked.pdf"]) folder.file(`sealed-${name}`, name);
  folder.file("sealed-paper.pdf.seal.json", await contentOf("paper.pdf.json"));
  folder.file("sealed-revoked.pdf.seal.json", await contentOf("revoked.pdf.json"));
  const sealed = await verify(["sealed-paper.pdf", "sealed-revoked.pdf"]);
  expect(sealed.stdout).toContain("2 files: 1 authentic, 1 no_longer_valid.");
  expect(sealed.code).toBe(1);
  expect(proxy.filters).toHaveLength(2);
  const mixed = await verify(["sealed-paper.pdf", "rogue.pdf"]);
  expect(mixed.stdout).toContain("every anchor and accreditation");
  expect(mixed.stdout).toContain("2 files: 1 authentic, 1 not_entitled.");
});

const contentOf = async (file: string): Promise<string> => (await import("node:fs/promises")).readFile(folder.at(file), "utf8");

const trusts: readonly [what: string, trust: string[], code: number][] = [
  ["for the type",        ["--trust-root", `${customs.address}=861`],     0],
  ["for types",           ["--trust-root", `${customs.address}=380,861`], 0],
  ["for another type",    ["--trust-root", `${customs.address}=380`],     1],
  ["by its DID",          ["--trust-root", `did:ethr:0x7a69:${customs.address}=861`], 0],
  ["somebody else",       ["--trust-root", rogue.address],                1],
  ["one of several",      ["--trust-root", rogue.address, "--trust-root", customs.address], 0],
  ["as a file has it",    ["--trust-roots", "trust-roots.json"],          0],
];

for (const [what, trust, code] of trusts) {
  test(`whom to believe: ${what}: ${code}`, async () => {
    expect((await verify(["paper.pdf"], { trust })).code).toBe(code);
  });
}

test("an endpoint of another ledger is no answer: 2", async () => {
  const run = await verify(["paper.pdf"], { ledger: "other-ledger.json" });
  expect(run.stdout).toContain("undetermined   paper.pdf");
  expect(run.code).toBe(2);
});

test("a seal of another ledger than the one that is believed: 2", async () => {
  const seal = JSON.parse(await contentOf("paper.pdf.json"));
  folder.file("foreign.json", JSON.stringify({ ...seal, ledger: { ...seal.ledger, genesis: `0x${"7".repeat(64)}` } }));
  const run = await verify(["paper.pdf", "--seal", "foreign.json", "--json"]);
  expect(JSON.parse(run.stdout)).toMatchObject({ verdict: "undetermined", reason: "ledger_unknown" });
  expect(run.code).toBe(2);
});

test("nobody at the endpoint: 2", async () => {
  const run = await tradeseal(["verify", "paper.pdf", "--rpc", "http://127.0.0.1:9", "--ledger", "ledger.json", "--trust-root", customs.address], { folder: folder.name });
  expect(run.stdout).toContain("The ledger did not answer in time.");
  expect(run.stdout).toContain("The ledger at http://127.0.0.1:9 was not read.");
  expect(run.code).toBe(2);
});

const unreadable: readonly [what: string, options: { ledger?: string; trust?: string[] }][] = [
  ["a ledger file that is not there",       { ledger: "gone.json" }],
  ["a ledger file that is none",            { ledger: "trust-roots.json" }],
  ["a trust roots' file that is not there", { trust: ["--trust-roots", "gone.json"] }],
  ["a trust roots' file that is none",      { trust: ["--trust-roots", "ledger.json"] }],
];

for (const [what, options] of unreadable) {
  test(`${what}: 65`, async () => {
    const run = await verify(["paper.pdf"], options);
    expect(run.stderr).toContain("[file_unreadable]");
    expect(run).toMatchObject({ stdout: "", code: 65 });
  });
}
