/**
 * Goal: a digest, a file and a seal reach the verifier as they were sent, in any form and order, and the report comes back with status 200.
 * Method: a scripted ledger that knows nothing, so that a sound question is answered `not_found`; then each input spoilt in one way.
 */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestOf, leafOf, parseDigest } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { Fault } from "../../../src/core/fault.ts";
import { ledgerIdOf } from "../../../src/core/ledger.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import { writeSeal, SEAL_LIMIT_BYTES } from "../../../src/core/seal.ts";
import { report as reportSchema } from "../../../src/http/openapi/answers.ts";
import { DIGEST, expectProblem, sendForm, sendJson } from "../calls.ts";
import { addressOf, emptyLedger, ledger, startService, type ServiceInTest } from "../serviceInTest.ts";

const PATH = "/v1/verifications";
const file = new TextEncoder().encode("a certificate");
const blob = new Blob([file]);
const digest = digestOf(file);
const tree = treeOf([leafOf(digest)]);
const seal = writeSeal({ ledger: ledgerIdOf(ledger), issuer: addressOf("d"), documentType: parseDocumentType("861"), digest, root: tree.root, index: 0, size: 1, path: [], unknown: { note: "é" } });

let service: ServiceInTest;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

async function reportIn(response: Response) {
  expect(response.status).toBe(200);
  const body: unknown = await response.json();
  const report = reportSchema.parse(body);
  expect(report, "the description says all there is in a report").toEqual(body);
  return report;
}

describe("what is asked is what is judged", () => {
  const asked: readonly [what: string, send: () => Promise<Response>, subject: object][] = [
    ["a digest",                     () => sendJson(service, PATH, { body: { digest } }),                                          { digest, hasSeal: false }],
    ["a digest and a type",          () => sendJson(service, PATH, { body: { digest, documentType: "380" } }),                     { digest, documentType: "380", hasSeal: false }],
    ["a digest and a seal object",   () => sendJson(service, PATH, { body: { digest, seal: JSON.parse(seal) } }),                  { digest, documentType: "861", hasSeal: true }],
    ["a digest and a seal as text",  () => sendJson(service, PATH, { body: { digest, seal } }),                                    { digest, documentType: "861", hasSeal: true }],
    ["a file",                       () => sendForm(service, PATH, [["file", blob]]),                                              { digest, hasSeal: false }],
    ["an empty file",                () => sendForm(service, PATH, [["file", new Blob([])]]),                                      { digest: digestOf(new Uint8Array()), hasSeal: false }],
    ["file, seal text, type",        () => sendForm(service, PATH, [["file", blob], ["seal", seal], ["documentType", "861"]]),     { digest, documentType: "861", hasSeal: true }],
    ["type, seal file, file",        () => sendForm(service, PATH, [["documentType", "861"], ["seal", new Blob([seal])], ["file", blob]]), { digest, documentType: "861", hasSeal: true }],
    ["charset named",                () => sendJson(service, PATH, { body: { digest }, headers: { "content-type": "Application/JSON; charset=\"UTF-8\"" } }), { digest, hasSeal: false }],
  ];

  test.each(asked)("%s", async (_what, send, subject) => {
    const report = await reportIn(await send());
    expect(report).toMatchObject({ verdict: "not_found", subject });
    expect(report.subject).toEqual(subject);
  });
});

describe("a credential whose signature was cut off is no document, whatever comes with it", () => {
  // These bytes have the digest that its issuer anchored.
  const signed = [{ alg: "ES256", kid: "did:web:customs.example#k", typ: "vc+jwt" }, { type: ["VerifiableCredential"] }].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  let judging: ServiceInTest;
  beforeAll(async () => void (judging = await startService({ judging: { judge: async (question: object) => ({ ...question, verdict: "altered" }) as never, keysOf: () => Promise.reject(new Error("no test asks for it")) } })));
  afterAll(() => judging.stop());

  test.each<[what: string, parts: [string, string | Blob][]]>([
    ["nothing",  []],
    ["a type",   [["documentType", "AEO"]]],
    ["a moment", [["asAt", "2025-01-01T00:00:00Z"]]],
    ["a seal",   [["seal", seal]]],
  ])("%s", async (_what, parts) => {
    const answer = await sendForm(judging, PATH, [["file", new Blob([signed])], ...parts]);
    expect([answer.status, await answer.json()]).toEqual([200, { credential: signed, verdict: "altered" }]);
  });
});

test("a silent ledger is a verdict, not an error", async () => {
  const ports = emptyLedger();
  const silent = await startService({ verify: { ...ports, ledger: { ...ports.ledger, head: async () => Promise.reject(new Fault("ledger_unreachable", "no answer")) } } });
  const report = await reportIn(await sendJson(silent, PATH, { body: { digest } }));
  expect(report).toMatchObject({ verdict: "undetermined", reason: "ledger_silent" });
  await silent.stop();
});

describe("a spoilt question is refused, and the fault names what is wrong", () => {
  const json = (body: unknown, headers = {}) => () => sendJson(service, PATH, { body, headers });
  const form = (...parts: [string, string | Blob][]) => () => sendForm(service, PATH, parts);
  const spoilt: readonly [what: string, send: () => Promise<Response>, status: number, code: string, names: RegExp][] = [
    ["nothing at all",            json({}),                                                422, "file_missing",            /"digest"/],
    ["a seal alone",              json({ seal }),                                          422, "file_missing",            /"digest"/],
    ["capital hex",               json({ digest: DIGEST.toUpperCase() }),                  422, "digest_malformed",        /"digest"/],
    ["a digest of 63",            json({ digest: DIGEST.slice(1) }),                       422, "digest_malformed",        /"digest"/],
    ["a digest and a line end",   json({ digest: `${DIGEST}\n` }),                         422, "digest_malformed",        /"digest"/],
    ["an object for a digest",    json({ digest: { toString: 1 } }),                       422, "digest_malformed",        /"digest"/],
    ["null for a digest",         json({ digest: null }),                                  422, "digest_malformed",        /"digest"/],
    ["a number for a type",       json({ digest, documentType: 861 }),                     422, "document_type_malformed", /"documentType"/],
    ["no address for an issuer",  json({ digest, issuer: "Demo Chamber" }),                422, "address_malformed",       /"issuer"/],
    ["an issuer on another chain", json({ digest, issuer: `did:ethr:0x1:${addressOf("d")}` }), 422, "address_malformed",    /another chain/],
    ["an empty type",             json({ digest, documentType: "" }),                      422, "document_type_malformed", /"documentType"/],
    ["a misspelt type",           json({ digest, documenttype: "861" }),                   422, "request_malformed",       /"documenttype"/],
    ["a number for a seal",       json({ digest, seal: 1 }),                               422, "seal_malformed",          /"seal"/],
    ["an array for a seal",       json({ digest, seal: [] }),                              422, "seal_malformed",          /"seal"/],
    ["a seal without path",       json({ digest, seal: { ...JSON.parse(seal), path: 0 } }), 422, "seal_malformed",         /path/],
    ["a seal that is no JSON",    json({ digest, seal: "{" }),                             422, "seal_malformed",          /seal/],
    ["a seal with a key twice",   json(`{"digest":"${digest}","seal":{"path":[],"path":[]}}`), 400, "body_malformed",       /"path" stands twice/],
    ["a digest twice",            json(`{"digest":"${DIGEST}","digest":"${digest}"}`),     400, "body_malformed",          /"digest" stands twice/],
    ["a forbidden key",           json(`{"digest":"${digest}","__proto__":{}}`),           400, "body_malformed",          /__proto__/],
    ["an array",                  json([]),                                                422, "request_malformed",       /object/],
    ["null",                      json("null"),                                            422, "request_malformed",       /object/],
    ["no JSON",                   json("{"),                                               400, "body_malformed",          /JSON/],
    ["an empty body",             json(""),                                                400, "body_malformed",          /empty/],
    ["too much JSON",             json(`{"digest":"${" ".repeat(70_000)}"}`),              400, "body_malformed",          /65536/],
    ["another media type",        json("digest", { "content-type": "text/plain" }),        415, "media_type_unsupported",  /Content-Type/],
    ["another charset",           json({ digest }, { "content-type": "application/json; charset=utf-16" }), 415, "media_type_unsupported", /UTF-8/],
    ["a compressed body",         json({ digest }, { "content-encoding": "gzip" }),        415, "media_type_unsupported",  /Content-Encoding/],
    ["no boundary",               json("x", { "content-type": "multipart/form-data" }),    400, "body_malformed",          /boundary/],
    ["no part",                   json("--x--\r\n", { "content-type": "multipart/form-data; boundary=x" }), 422, "file_missing", /"file"/],
    ["a part that breaks off",    json('--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\nabc', { "content-type": "multipart/form-data; boundary=x" }), 400, "body_malformed", /breaks off/],
    ["a form with a seal alone",  form(["seal", seal]),                                    422, "file_missing",            /"file"/],
    ["the file as text",          form(["file", "text"]),                                  422, "file_missing",            /"file"/],
    ["two files",                 form(["file", blob], ["file", blob]),                    422, "request_malformed",       /"file" stands twice/],
    ["two seals",                 form(["seal", seal], ["file", blob], ["seal", new Blob([seal])]), 422, "request_malformed", /"seal" stands twice/],
    ["an unknown text part",      form(["file", blob], ["extra", "1"]),                    422, "request_malformed",       /"extra"/],
    ["an unknown file part",      form(["upload", blob]),                                  422, "request_malformed",       /"upload"/],
    ["the type as a file",        form(["documentType", blob], ["file", blob]),            422, "document_type_malformed", /"documentType"/],
    ["a long type",               form(["documentType", "8".repeat(1_025)], ["file", blob]), 422, "request_malformed",     /"documentType" is too long/],
    ["a type that is no UTF-8",   form(["documentType", new Blob([Uint8Array.of(255)])], ["file", blob]), 422, "request_malformed", /"documentType"/],
    ["a bad type in a form",      form(["documentType", "coo"], ["file", blob]),           422, "document_type_malformed", /"documentType"/],
    ["a long seal text",          form(["seal", "x".repeat(SEAL_LIMIT_BYTES + 1)], ["file", blob]), 422, "seal_malformed", /"seal"/],
    ["a long seal file",          form(["seal", new Blob(["x".repeat(SEAL_LIMIT_BYTES + 1)])], ["file", blob]), 422, "seal_malformed", /"seal"/],
    ["a seal file that is none",  form(["seal", blob], ["file", blob]),                    422, "seal_malformed",          /seal/],
  ];

  test.each(spoilt)("%s", async (_what, send, status, code, names) => {
    expect(await expectProblem(await send(), status, code)).toMatch(names);
  });
});

test("the digest of a file is what others say it is", async () => {
  const bytes = Buffer.alloc(300_000, "\r\n--boundary-like-bytes");
  const { subject } = await reportIn(await sendForm(service, PATH, [["file", new Blob([bytes])]]));
  expect(subject.digest).toBe(parseDigest(createHash("sha256").update(bytes).digest("hex")));
});
