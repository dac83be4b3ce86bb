/**
 * Goal: revoke, suspend, reinstate and replace change the document that is meant, wait until verifiers hear of it, and
 * say plainly when they are refused.
 * Method: the real program against a service with one document, whose ledger hears of a change a few questions later.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Digest } from "../../src/core/digest.ts";
import { writeSeal } from "../../src/core/seal.ts";
import { reports } from "../web/reports.ts";
import { digestOf, testFolder, tradeseal } from "./program.ts";
import { problem, startScripted, type Answer, type Asked, type ScriptedService } from "./scriptedService.ts";
import { sealOver } from "./files/seals.ts";

const folder = testFolder();
const paper = folder.file("paper.pdf", "paper");
const newPaper = folder.file("new.pdf", "new paper");
let service: ScriptedService;
let documents: { id: string; documentType: string }[];
let standing: string;
/** Questions until the ledger has it, and until it is final there. */
let heardAfter: number;

beforeAll(async () => {
  service = await startScripted();
});
beforeEach(() => {
  service.asked.splice(0);
  [documents, standing, heardAfter] = [[{ id: "7", documentType: "861" }], "active", 2];
  service.script = serving;
});
afterAll(async () => {
  await service.stop();
  folder.remove();
});

const view = (document: { id: string; documentType: string }) => ({ ...document, digest: digestOf("paper"), state: "final", standing });

function serving({ method, path, body }: Asked): Answer {
  if (path.startsWith("/v1/documents?")) {
    const type = new URLSearchParams(path.split("?")[1]).get("documentType");
    return { body: { documents: documents.filter(({ documentType }) => type === null || documentType === type).map(view) } };
  }
  if (path.endsWith("/seal")) return { text: writeSeal(sealOver(digestOf("paper"))) };
  if (method === "PUT") standing = body.standing;
  if (path === "/v1/verifications") return { body: reportNow(body.digest) };
  return { status: 202, body: view(documents[0]!) };
}

function reportNow(digest: Digest) {
  heardAfter -= 1;
  const now = heardAfter < 0 ? standing : "before";
  const report = now === "active" || now === "before" ? reports.authentic : reports.no_longer_valid;
  const said = { standing: now === "before" ? "active" : now, isFinal: heardAfter < -2 };
  const reason = now as "revoked";
  const findings = report.findings.map((finding) => (finding.check === "current" && finding.outcome === "failed" ? { ...finding, reason } : finding));
  const own = report === reports.authentic ? {} : { reason };
  return { ...report, ...own, findings, subject: { ...report.subject, digest, hasSeal: true }, anchors: [{ ...report.anchors[0]!, ...own, standing: said }] };
}

const run = (args: readonly string[], environment: Record<string, string> = {}) =>
  tradeseal(args, { folder: folder.name, environment: { TRADESEAL_SERVICE: service.url, TRADESEAL_API_KEY: "tradeseal_key", ...environment } });
const put = () => service.asked.filter(({ method }) => method === "PUT").map(({ path, body }) => ({ path, body }));

const changes: readonly [args: string[], standing: string, body: object][] = [
  [["revoke", paper],                                        "revoked",   { standing: "revoked" }],
  [["revoke", digestOf("paper"), "--reason", "fraud"],       "revoked",   { standing: "revoked", reason: "fraud" }],
  [["suspend", paper, "--reason", "our clerk is ill"],       "suspended", { standing: "suspended", reason: "our clerk is ill" }],
  [["reinstate", paper],                                     "active",    { standing: "active" }],
  [["replace", paper, "--by", newPaper],                     "replaced",  { standing: "replaced", replacement: digestOf("new paper"), reason: "superseded" }],
  [["replace", paper, "--by", digestOf("x"), "--reason", "wrong_content"], "replaced", { standing: "replaced", replacement: digestOf("x"), reason: "wrong_content" }],
];

for (const [args, says, body] of changes) {
  test(`${args[0]} ${args.slice(2).join(" ")} asks for ${says}, once`, async () => {
    const { code, stdout } = await run([...args, "--wait", "none"]);
    expect(put()).toEqual([{ path: "/v1/documents/7/standing", body }]);
    expect(service.asked[0]!.path).toBe(`/v1/documents?digest=${digestOf("paper")}`);
    expect(stdout.startsWith(says)).toBe(true);
    expect(code).toBe(0);
  });
}

test("free text is said to stay private; a word of the ledger's is not", async () => {
  expect((await run(["suspend", paper, "--reason", "our clerk is ill", "--wait", "none"])).stdout).toContain("your text stays with the service as a private note");
  expect((await run(["revoke", paper, "--reason", "fraud", "--wait", "none"])).stdout).not.toContain("private");
});

const waits: readonly [wait: string, questions: number][] = [["included", 3], ["final", 5]];

for (const [wait, questions] of waits) {
  test(`--wait ${wait} asks as a verifier would until it is so`, async () => {
    const { code, stdout } = await run(["revoke", paper, "--wait", wait]);
    expect(service.asked.filter(({ path }) => path === "/v1/verifications")).toHaveLength(questions);
    expect(stdout).toContain("on the ledger: verifiers see it");
    expect(code).toBe(0);
  });
}

test("not on the ledger in time: 2", async () => {
  heardAfter = 1_000;
  const { code, stdout } = await run(["revoke", paper, "--timeout", "1"]);
  expect(stdout).toBe("revoked   paper.pdf   stored, and not on the ledger yet; it goes on by itself\n");
  expect(code).toBe(2);
});

test("the same bytes as several types: asks which; anchored twice: once is enough", async () => {
  documents = [{ id: "7", documentType: "861" }, { id: "8", documentType: "380" }];
  const unclear = await run(["revoke", paper]);
  expect(unclear.stderr).toContain("You have anchored these bytes as 861 and as 380. Say which you mean with --type. [wrong_use]");
  expect(unclear.code).toBe(64);
  expect(put()).toEqual([]);
  expect((await run(["revoke", paper, "--type", "380", "--wait", "none"])).code).toBe(0);
  // The service lists the newest first.
  documents = [{ id: "9", documentType: "861" }, { id: "7", documentType: "861" }];
  await run(["revoke", paper, "--wait", "none"]);
  expect(put().map(({ path }) => path)).toEqual(["8", "7"].map((id) => `/v1/documents/${id}/standing`));
});

const refusals: readonly [what: string, args: string[], prepare: () => void, says: string, code: number][] = [
  ["a document never anchored",   ["revoke", paper],                            () => void (documents = []),                                                                   "You have anchored no document with these bytes: paper.pdf. [not_found]", 1],
  ["a forbidden change",          ["reinstate", paper],                         () => void (service.script = (asked) => (asked.method === "PUT" ? problem(409, "standing_forbidden", "It is revoked.") : serving(asked))), "It is revoked. [standing_forbidden]", 1],
  ["a key not known",             ["revoke", paper],                            () => void (service.script = () => problem(401, "key_unknown", "No.")),                        "No. [key_unknown]",      1],
  ["a service that is down",      ["revoke", paper],                            () => void (service.script = () => "hang up"),                                                 "[service_unreachable]",  2],
  ["a file that is not there",    ["revoke", "gone.pdf"],                       () => {},                                                                                      "[file_unreadable]",     65],
  ["a new one that is not there", ["replace", paper, "--by", "gone.pdf"],       () => {},                                                                                      "[file_unreadable]",     65],
  ["replace without --by",        ["replace", paper],                           () => {},                                                                                      "--by <file-or-digest>", 64],
];

for (const [what, args, prepare, says, code] of refusals) {
  test(`${what}: ${code}`, async () => {
    prepare();
    const { stderr, code: ended } = await run(args);
    expect(stderr).toContain(says);
    expect(ended).toBe(code);
  });
}

test("trouble with one document does not stop the others; the worst code counts", async () => {
  const { code, stdout } = await run(["revoke", "gone.pdf", paper, "--wait", "none"]);
  expect(stdout).toMatch(/^not changed {3}gone\.pdf\nrevoked {3}paper\.pdf/);
  expect(code).toBe(65);
});

test("a credential's file goes by what was signed, an SD-JWT's too; a file that only looks like one by its bytes", async () => {
  const [jwt, hash] = ["eyJhbGciOiJFUzI1NiJ9.e30.c2ln", digestOf("eyJhbGciOiJFUzI1NiJ9.e30")];
  const asked = () => service.asked.filter(({ path }) => path.startsWith("/v1/documents?")).map(({ path }) => new URLSearchParams(path.split("?")[1]).get("digest"));
  for (const [name, content] of [["aeo.jwt", `${jwt}\n`], ["aeo.sd-jwt", `${jwt}~WyJ4Il0~`]] as const) {
    service.asked.splice(0);
    const { code } = await tradeseal(["suspend", folder.file(name, content), "--wait", "none", "--service", service.url], { folder: folder.name, environment: { TRADESEAL_API_KEY: "key" } });
    expect([code, asked()]).toEqual([0, [hash]]);
  }
  documents = [];
  service.asked.splice(0);
  await tradeseal(["suspend", folder.file("none.jwt", jwt), "--wait", "none", "--service", service.url], { folder: folder.name, environment: { TRADESEAL_API_KEY: "key" } });
  expect(asked()).toEqual([hash, digestOf(jwt)]);
});
