/**
 * Goal: whoever runs `tradeseal verify` reads the truth, and whoever scripts it gets the right exit code, also when the
 * service does not behave.
 * Method: the real program against a service that answers by script; one table a question.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Digest, Leaf } from "../../src/core/digest.ts";
import type { Report } from "../../src/core/report.ts";
import { writeSeal, type Seal } from "../../src/core/seal.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { reports } from "../web/reports.ts";
import { digestOf, testFolder, tradeseal } from "./program.ts";
import { problem, startScripted, type Answer, type ScriptedService } from "./scriptedService.ts";
import { sealOver } from "./files/seals.ts";

const folder = testFolder();
const paper = folder.file("paper.pdf", "paper");
let service: ScriptedService;

beforeAll(async () => {
  service = await startScripted();
});
beforeEach(() => void service.asked.splice(0));
afterAll(async () => {
  await service.stop();
  folder.remove();
});

/** The report of this verdict, about what was asked. */
function reportOn(verdict: Verdict, { digest, seal }: { digest: Digest; seal?: unknown }, change: Partial<Report> = {}): Report {
  const report = reports[verdict];
  return { ...report, subject: { ...report.subject, digest, hasSeal: seal !== undefined }, ...change };
}

const answering = (verdict: Verdict): void => void (service.script = ({ body }) => ({ body: reportOn(verdict, body) }));
const verify = (args: readonly string[], environment: Record<string, string> = {}) => tradeseal(["verify", ...args], { folder: folder.name, environment: { TRADESEAL_SERVICE: service.url, ...environment } });

const verdicts: readonly [verdict: Verdict, code: number, says: string][] = [
  ["authentic",       0, "Genuine certificate of origin by Demo Chamber of Commerce"],
  ["altered",         1, "This is not the document that was sealed"],
  ["not_found",       1, "No record of this document"],
  ["not_entitled",    1, "Issuer not recognised"],
  ["no_longer_valid", 1, "Genuine, but replaced with another document since 9 May 2026"],
  ["undetermined",    2, "Cannot be determined now"],
];

for (const [verdict, code, says] of verdicts) {
  test(`${verdict} ends with ${code} and says so`, async () => {
    answering(verdict);
    const seal = sealOver(digestOf("paper"));
    const args = verdict === "altered" ? [paper, "--seal", folder.file("given.json", writeSeal(seal))] : [paper];
    const run = await verify(args);
    expect(run.stderr).toBe("");
    expect(run.code).toBe(code);
    expect(run.stdout.startsWith(`${verdict}   paper.pdf`)).toBe(true);
    expect(run.stdout).toContain(says);
    expect(run.stdout.match(/^ {2}[✓✗?–] /gm)).toHaveLength(5);
  });
}

test("what it replaced is told with its digest, or with how to find it", async () => {
  const since = "2026-05-09T10:30:00Z";
  const replaces = [{ leaf: "6f".repeat(32) as Leaf, since, digest: digestOf("old") }, { leaf: "7f".repeat(32) as Leaf, since: "2026-05-08T10:30:00Z" }];
  const anchors = [{ ...reports.authentic.anchors[0]!, replaces }];
  service.script = ({ body }) => ({ body: reportOn("authentic", body, { anchors }) });
  const { stdout, code } = await verify([paper]);
  expect(code).toBe(0);
  expect(stdout).toContain(`This document replaced an earlier one on 9 May 2026. The earlier document has the digest ${digestOf("old")}.`);
  expect(stdout).toContain("This document replaced an earlier one on 8 May 2026. Which document that was is not known here.");
  answering("authentic");
  expect((await verify([paper])).stdout).not.toContain("Earlier document");
});

test("the digest is sent, and neither the file nor the API key", async () => {
  answering("authentic");
  await verify([paper, "--type", "861"], { TRADESEAL_API_KEY: "tradeseal_secret" });
  expect(service.asked).toEqual([{ method: "POST", path: "/v1/verifications", key: undefined, body: { digest: digestOf("paper"), documentType: "861" } }]);
});

test("a seal beside the file is used and named; --seal takes another one", async () => {
  const beside: Seal = sealOver(digestOf("sealed"));
  const given: Seal = { ...beside, index: 1, size: 2, path: [beside.root] };
  folder.file("sealed.pdf", "sealed");
  folder.file("sealed.pdf.seal.json", writeSeal(beside));
  folder.file("other.json", writeSeal(given));
  answering("authentic");
  const first = await verify(["sealed.pdf"]);
  await verify(["sealed.pdf", "--seal", "other.json"]);
  expect(first.stdout).toContain("checked with the seal sealed.pdf.seal.json");
  expect(service.asked.map(({ body }) => body.seal)).toEqual([writeSeal(beside), writeSeal(given)]);
});

const troubles: readonly [what: string, answer: Answer, says: string][] = [
  ["hangs up",                      "hang up",                                                             "cannot be reached"],
  ["says nothing",                  "silence",                                                             "no answer within 1 seconds"],
  ["sends a web page",              { text: "<html>" },                                                    "does not answer as a Tradeseal service does"],
  ["sends another JSON",            { body: { verdict: "authentic" } },                                    "does not answer as a Tradeseal service does"],
  ["breaks inside",                 problem(500, "internal", "x"),                                         "Something went wrong inside the service"],
  ["is another server",             { status: 404, text: "not here" },                                     "(status 404) does not answer as a Tradeseal service does"],
  ["refuses with a code of ours",   problem(404, "not_found", "There is nothing at this address."),        "There is nothing at this address. [not_found]"],
  ["redirects",                     { status: 307, headers: { Location: "/v1/elsewhere" } },               "cannot be reached"],
  ["cannot reach its ledger",       problem(503, "ledger_unreachable", "The ledger is silent."),           "The ledger is silent. [ledger_unreachable]"],
];

for (const [what, answer, says] of troubles) {
  test(`a service that ${what} is no answer: 2`, async () => {
    service.script = () => answer;
    const run = await verify([paper], { TRADESEAL_PATIENCE: "1" });
    expect(run.stderr).toContain(says);
    expect(run.stderr).toContain("Nothing was determined: this is neither a yes nor a no.");
    expect(run.stdout).toBe("not checked   paper.pdf\n");
    expect(run.code).toBe(2);
  });
}

const slips: readonly [what: string, spoil: (report: Report) => unknown][] = [
  ["is about another document",            (report) => ({ ...report, subject: { ...report.subject, digest: digestOf("other") } })],
  ["is about a sealed document",           (report) => ({ ...report, subject: { ...report.subject, hasSeal: true } })],
  ["contradicts its findings",             (report) => ({ ...report, findings: reports.undetermined.findings })],
  ["leaves out a check",                   (report) => ({ ...report, findings: report.findings.slice(1) })],
  ["repeats a check in place of another",  (report) => ({ ...report, findings: [report.findings[0], ...report.findings.slice(0, 4)] })],
  ["has an unknown verdict",               (report) => ({ ...report, verdict: "splendid" })],
];

for (const [what, spoil] of slips) {
  test(`a yes that ${what} is no yes: 2`, async () => {
    service.script = ({ body }) => ({ body: spoil(reportOn("authentic", body)) });
    expect((await verify([paper])).code).toBe(2);
  });
}

test("a service that is not there: 2, and asked once for all files", async () => {
  const gone = await startScripted();
  await gone.stop();
  const run = await verify([paper, paper], { TRADESEAL_SERVICE: gone.url });
  expect(run.stderr).toContain(`The service at ${gone.url} cannot be reached: nothing listens there. [service_unreachable]`);
  expect(run.code).toBe(2);
});

test("a busy service is asked again", async () => {
  service.script = ({ body }) => (service.asked.length === 1 ? { ...(problem(429, "too_many_requests", "Slowly.") as object), headers: { "Retry-After": "1" } } : { body: reportOn("authentic", body) });
  expect((await verify([paper])).code).toBe(0);
  expect(service.asked).toHaveLength(2);
});

test("several files: a block each, a summary, the worst code", async () => {
  folder.file("good.pdf", "good");
  service.script = ({ body }) => ({ body: reportOn(body.digest === digestOf("good") ? "authentic" : "undetermined", body) });
  const run = await verify(["good.pdf", paper]);
  expect(run.stdout).toMatch(/^authentic {3}good\.pdf[\s\S]*\nundetermined {3}paper\.pdf[\s\S]*\n2 files: 1 authentic, 1 undetermined\.\n$/);
  expect(run.code).toBe(2);
});

const unreadable: readonly [what: string, args: () => string[], says: string][] = [
  ["a file that is not there", () => ["gone.pdf"],                                                  "The file gone.pdf cannot be read: there is no such file. [file_unreadable]"],
  ["a folder",                 () => ["."],                                                         ". is a folder. Name the files in it: * [file_unreadable]"],
  ["a seal that is not there", () => [paper, "--seal", "gone.json"],                                "The seal gone.json cannot be read: there is no such file. [file_unreadable]"],
  ["a seal that is none",      () => [paper, "--seal", folder.file("bad.json", "{}")],              "[seal_malformed]"],
];

for (const [what, args, says] of unreadable) {
  test(`${what} cannot be read: 65, whatever the other files are`, async () => {
    answering("not_found");
    const alone = await verify(args());
    expect(alone.stderr).toContain(says);
    expect(alone.code).toBe(65);
    expect(service.asked).toEqual([]);
    if (args().length === 1) expect((await verify([...args(), paper])).code).toBe(65);
  });
}

const misuses: readonly [what: string, args: string[], says: string][] = [
  ["no file",                       [],                                                    "missing required argument"],
  ["an unknown option",             [paper, "--colour"],                                   "unknown option '--colour'"],
  ["no document type",              [paper, "--type", "86-1"],                             "[document_type_malformed]"],
  ["a service that is no address",  [paper, "--service", "localhost"],                     "It must be an http or https address."],
  ["one seal for two files",        [paper, paper, "--seal", "x.json"],                    "--seal belongs to one file."],
  ["--rpc without a ledger",        [paper, "--rpc", "http://127.0.0.1:9"],                "--rpc needs --ledger"],
  ["--rpc that believes nobody",    [paper, "--rpc", "http://127.0.0.1:9", "--ledger", "l"], "--rpc needs --trust-root"],
  ["a trust root without --rpc",    [paper, "--trust-root", `0x${"1".repeat(40)}`],        "--trust-root goes with --rpc"],
  ["a trust root that is none",     [paper, "--rpc", "http://x", "--trust-root", "0x1"],   "[address_malformed]"],
  ["service and --rpc",             [paper, "--rpc", "http://x", "--service", "http://y"], "cannot be used with option"],
];

for (const [what, args, says] of misuses) {
  test(`wrong use: ${what}: 64`, async () => {
    const run = await verify(args);
    expect(run.stderr).toContain(says);
    expect(run.stderr).toMatch(/\[\w+\]/);
    expect(run.stdout).toBe("");
    expect(run.code).toBe(64);
  });
}

test("wrong use: a setting that cannot be used: 64", async () => {
  const run = await verify([paper], { TRADESEAL_SERVICE: "nonsense" });
  expect(run.stderr).toContain('TRADESEAL_SERVICE must be an http or https address, not "nonsense". [configuration_invalid]');
  expect(run.code).toBe(64);
});

test("--json prints the report, of several files an array in their order", async () => {
  answering("authentic");
  const one = await verify([paper, "--json"]);
  expect(JSON.parse(one.stdout)).toEqual(reportOn("authentic", { digest: digestOf("paper") }));
  const two = await verify([paper, "gone.pdf", "--json"]);
  expect(JSON.parse(two.stdout)).toEqual([reportOn("authentic", { digest: digestOf("paper") }), { file: "gone.pdf", problem: { code: "file_unreadable", detail: expect.stringContaining("gone.pdf") } }]);
  expect(two.code).toBe(65);
  const none = await verify(["gone.pdf", "--json"]);
  expect(none).toMatchObject({ stdout: "", code: 65 });
});

test("invoices/* names seals, too: those of named files are left out, and that is told; a lonely one is refused", async () => {
  answering("authentic");
  const file = folder.file("4711.pdf", "4711");
  const seal = folder.file("4711.pdf.seal.json", writeSeal(sealOver(digestOf("4711"))));
  const together = await verify([file, seal]);
  expect([together.code, together.stdout, together.stderr]).toEqual([0, expect.stringMatching(/^authentic {3}4711\.pdf {3}\(checked with the seal 4711\.pdf\.seal\.json\)/), "Left out: 1 seal, which lies beside its document.\n"]);
  expect(await verify([seal])).toMatchObject({ code: 64, stderr: expect.stringContaining("is a seal. Name the document") });
});

test("names cannot trick the terminal, neither of files nor of issuers", async () => {
  const name = "invoice\u202Egnp.\u001b[2Kpdf";
  folder.file(name, "tricky");
  const issuer = { ...reports.authentic.issuer!, name: "Good\u202E\u001b]0;evil\u0007" };
  service.script = ({ body }) => ({ body: reportOn("authentic", body, { issuer, anchors: [{ ...reports.authentic.anchors[0]!, issuer }] }) });
  for (const args of [[name], [name, "--json"]]) {
    const { stdout } = await verify(args);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  }
  expect((await verify([name])).stdout).toContain("invoice[U+202E]gnp.[U+001B][2Kpdf");
});

test("a terminal that knows no UTF-8 gets ASCII alone", async () => {
  const issuer = { ...reports.authentic.issuer!, name: "Chambre d’Évian ś" };
  service.script = ({ body }) => ({ body: reportOn("authentic", body, { issuer }) });
  const { stdout } = await verify([paper], { LANG: "C" });
  expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
  expect(stdout).toContain("Chambre d'[U+00C9]vian [U+015B]");
  expect(stdout).toContain("  - Does the file fit its seal? No seal was given.");
});

test("a bug of ours: 70, a plain sentence, and where it was only when asked for", async () => {
  answering("authentic");
  // What the summary of several files is made with breaks.
  const breaking = { NODE_OPTIONS: '--import=data:text/javascript,Map.groupBy=()=>{throw%20new%20Error()}' };
  const run = await verify([paper, paper], breaking);
  expect(run.stderr).toMatch(/^Something went wrong in this program; nothing was determined\..* \[bug\]\n$/);
  expect(run.code).toBe(70);
  expect((await verify([paper, paper], { ...breaking, TRADESEAL_DEBUG: "1" })).stderr).toMatch(/\[bug\]\n\w*Error.*\n {4}at /);
});

test("--help has an example and the exit codes, and ends with 0", async () => {
  for (const command of ["verify", "anchor", "revoke", "suspend", "reinstate", "replace", "accredit", "withdraw", "rebuild", "audit", "evidence", "ledger deploy", "store copy", "backup", "restore", "worker", "watch", "webhook add", "issuer create", "issuer list", "issuer revoke-key", "grants list", "grants credential", "key create", "key holder"]) {
    const run = await tradeseal([...command.split(" "), "--help"], { folder: folder.name });
    expect(run.stdout, command).toMatch(/Examples?:\n {2}(TRADESEAL_\w+=\S+ )*tradeseal /);
    expect(run.stdout, command).toMatch(/Exit codes:\n {3}0 [\s\S]*\n {2}64 {2}wrong use\n[\s\S]* {2}70 {2}our bug/);
    expect(run.code, command).toBe(0);
  }
});
