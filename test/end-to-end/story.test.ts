/**
 * Goal: the main job, on real files, a real service and the real ledger: anchored, verified, altered, taken back, silent.
 * Method: one service process with its demonstration; each test is a part of the story, told by HTTP alone.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { halt } from "../../scripts/haltProcess.ts";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import type { Report } from "../../src/core/report.ts";
import { parseSeal, writeSeal } from "../../src/core/seal.ts";
import { digestOf, leafOf } from "../../src/core/digest.ts";
import { until } from "../until.ts";

const samples = join(import.meta.dirname, "../../docs/samples");
const sample = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(samples, `${name}.pdf`)));
const certificate = sample("certificate-of-origin");
const flipped = certificate.map((byte, place) => (place === 4_000 ? byte ^ 1 : byte));

let service: ServiceProcess;
beforeAll(async () => {
  service = await startServiceProcess({ dataFolder: temporaryFolder() });
});
afterAll(() => service?.stop());

type Role = Parameters<ServiceProcess["keyOf"]>[0];

function form(fields: Record<string, string | Uint8Array<ArrayBuffer>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, typeof value === "string" ? value : new Blob([value]));
  return data;
}

async function call(method: string, path: string, { role, body }: { role?: Role; body?: FormData | object } = {}): Promise<{ status: number; body: never }> {
  const headers: Record<string, string> = role === undefined ? {} : { authorization: `Bearer ${service.keyOf(role)}` };
  if (body !== undefined && !(body instanceof FormData)) headers["content-type"] = "application/json";
  const reply = await fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }) });
  return { status: reply.status, body: (await reply.json()) as never };
}

async function anchor(role: Role, documentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { status, body } = await call("POST", "/v1/documents", { role, body: form({ file: bytes, documentType }) });
  expect(status).toBe(202);
  const { id } = body as { id: string };
  await until(async () => ((await call("GET", `/v1/documents/${id}`, { role })).body as { state: string }).state === "final");
  return id;
}

async function verify(fields: Record<string, string | Uint8Array<ArrayBuffer>>): Promise<Report> {
  const { status, body } = await call("POST", "/v1/verifications", { body: form(fields) });
  expect(status).toBe(200);
  return body as Report;
}

const setStanding = async (id: string, change: object, role: Role = "chamber"): Promise<number> => (await call("PUT", `/v1/documents/${id}/standing`, { role, body: change })).status;

const untilVerdict = (verdict: string, file = certificate): Promise<boolean> => until(async () => (await verify({ file })).verdict === verdict);

let id: string;
let seal: string;

test("a certificate is anchored by the chamber and is authentic, by the path of grants", async () => {
  expect((await verify({ file: certificate })).verdict).toBe("not_found");
  id = await anchor("chamber", "861", certificate);
  seal = JSON.stringify((await call("GET", `/v1/documents/${id}/seal`, { role: "chamber" })).body);
  const report = await verify({ file: certificate, seal });
  expect(report).toMatchObject({ verdict: "authentic", subject: { documentType: "861", digest: digestOf(certificate) }, issuer: { name: "Demo Chamber of Commerce" } });
  expect(report.findings.map(({ outcome }) => outcome)).toEqual(Array(5).fill("passed"));
  const [found] = report.anchors;
  expect(found).toMatchObject({ isFinal: true, account: found!.issuer.address, path: [{ grantor: { name: "Demo Customs Administration" }, grantee: { name: "Demo Chamber of Commerce" }, documentType: "861" }] });
  expect(report.block!.chainId).toBe(31_337);
  expect(report.trustRoots).toMatchObject([{ name: "Demo Customs Administration" }]);
});

test("its seal is canonical, and comes out the same each time", async () => {
  const again = await fetch(`${service.url}/v1/documents/${id}/seal`, { headers: { authorization: `Bearer ${service.keyOf("chamber")}` } });
  const text = await again.text();
  expect(writeSeal(parseSeal(text))).toBe(text);
  expect(JSON.parse(text)).toEqual(JSON.parse(seal));
});

test("one byte changed: altered with the seal, not found without", async () => {
  expect(await verify({ file: flipped, seal })).toMatchObject({ verdict: "altered", reason: "file_differs" });
  expect(await verify({ file: flipped })).toMatchObject({ verdict: "not_found", reason: "not_anchored" });
});

test("a seal with one thing changed never says authentic", async () => {
  const good = JSON.parse(seal) as Record<string, never> & { ledger: object };
  const other = "ab".repeat(32);
  const spoilt: readonly [what: string, seal: object, verdict: string, reason: string][] = [
    ["another digest", { ...good, digest: other }, "altered", "file_differs"],
    ["another root", { ...good, root: other }, "altered", "path_broken"],
    ["a longer path", { ...good, path: [other] }, "altered", "path_broken"],
    ["a larger batch", { ...good, size: 2, path: [other] }, "altered", "path_broken"],
    ["another issuer", { ...good, issuer: service.demo.issuers.find(({ role }) => role === "customs")!.did }, "not_found", "not_anchored"],
    ["another type", { ...good, documentType: "AEO" }, "not_found", "not_anchored"],
    ["another ledger", { ...good, ledger: { ...good.ledger, genesis: `0x${other}` } }, "undetermined", "ledger_unknown"],
  ];
  for (const [what, changed, verdict, reason] of spoilt) {
    expect(await verify({ file: certificate, seal: JSON.stringify(changed) }), what).toMatchObject({ verdict, reason });
  }
});

test("an invoice asked for where a certificate was anchored is another type", async () => {
  expect(await verify({ file: certificate, documentType: "380" })).toMatchObject({ verdict: "not_entitled", reason: "other_type" });
});

test("the rogue's document is not entitled, and the rogue cannot crowd out or take back the chamber's", async () => {
  const invoice = sample("commercial-invoice");
  await anchor("rogue", "861", invoice);
  expect(await verify({ file: invoice })).toMatchObject({ verdict: "not_entitled", reason: "no_accreditation" });
  const copy = await anchor("rogue", "861", certificate);
  const report = await verify({ file: certificate });
  expect(report).toMatchObject({ verdict: "authentic", issuer: { name: "Demo Chamber of Commerce" } });
  expect(report.anchors.map(({ verdict }) => verdict).toSorted()).toEqual(["authentic", "not_entitled"]);
  expect(await setStanding(copy, { standing: "revoked" }, "rogue")).toBe(202);
  expect(await setStanding(id, { standing: "revoked" }, "rogue")).toBe(404);
  await until(async () => (await verify({ file: certificate })).anchors.some(({ standing }) => standing?.standing === "revoked"));
  expect((await verify({ file: certificate })).verdict).toBe("authentic");
});

test("the chamber is not entitled to AEO certificates, customs is", async () => {
  const paper = sample("aeo-certificate");
  await anchor("chamber", "AEO", paper);
  expect(await verify({ file: paper })).toMatchObject({ verdict: "not_entitled", reason: "no_accreditation" });
  await anchor("customs", "AEO", paper);
  expect(await verify({ file: paper })).toMatchObject({ verdict: "authentic", issuer: { name: "Demo Customs Administration" } });
});

test("suspended, reinstated: each is said within a second", async () => {
  expect(await setStanding(id, { standing: "suspended", reason: "under_investigation" })).toBe(202);
  await untilVerdict("no_longer_valid");
  expect(await verify({ file: certificate })).toMatchObject({ reason: "suspended", anchors: [{ standing: { standing: "suspended", reason: "under_investigation", by: { name: "Demo Chamber of Commerce" } } }, {}] });
  expect(await setStanding(id, { standing: "active" })).toBe(202);
  await untilVerdict("authentic");
});

test("a silent ledger makes every verdict undetermined within five seconds, and is believed again when it answers", async () => {
  halt(service.demo.ledgerPid);
  try {
    for (const fields of [{ file: certificate }, { file: certificate, seal }, { file: flipped }]) {
      const startedAt = performance.now();
      expect(await verify(fields as never)).toMatchObject({ verdict: "undetermined", reason: "ledger_silent" });
      expect(performance.now() - startedAt).toBeLessThan(5_000);
    }
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503);
  } finally {
    process.kill(service.demo.ledgerPid, "SIGCONT");
  }
  await untilVerdict("authentic");
});

test("replaced: the report names the replacement, and that is final", async () => {
  const replacement = digestOf(flipped);
  expect(await setStanding(id, { standing: "replaced", replacement, reason: "a slip of the pen" })).toBe(202);
  await untilVerdict("no_longer_valid");
  const report = await verify({ file: certificate });
  expect(report).toMatchObject({ reason: "replaced" });
  expect(report.anchors.find(({ verdict }) => verdict === "no_longer_valid")!.standing).toMatchObject({ standing: "replaced", replacement, reason: "unspecified" });
  expect(await setStanding(id, { standing: "active" })).toBe(409);
  expect(await setStanding(id, { standing: "replaced", replacement }), "the same again").toBe(202);
});

test("and the replacement's report leads back to what it replaced; a rogue that names it changes nothing", async () => {
  const later = await anchor("rogue", "861", new TextEncoder().encode("the rogue's own"));
  expect(await setStanding(later, { standing: "replaced", replacement: digestOf(flipped) }, "rogue")).toBe(202);
  expect((await call("POST", "/v1/standings", { role: "rogue", body: { issuer: service.demo.issuers.find(({ role }) => role === "chamber")!.did, documentType: "861", digest: digestOf(sample("phytosanitary-certificate")), standing: "replaced", replacement: digestOf(flipped) } })).status).toBe(202);
  await anchor("chamber", "861", flipped);
  const since = (await verify({ file: certificate })).anchors.find(({ verdict }) => verdict === "no_longer_valid")!.standing!.since;
  await until(async () => (await verify({ file: flipped })).anchors[0]?.replaces !== undefined);
  const report = await verify({ file: flipped });
  expect(report.verdict).toBe("authentic");
  expect(report.anchors.map(({ replaces }) => replaces)).toEqual([[{ leaf: leafOf(digestOf(certificate)), since, digest: digestOf(certificate) }]]);
});

test("private leaves: found with the seal, not without", async () => {
  const paper = sample("phytosanitary-certificate");
  const { body } = await call("POST", "/v1/documents", { role: "chamber", body: { digest: digestOf(paper), documentType: "861", publish: false } });
  const { id: hidden } = body as { id: string };
  await until(async () => ((await call("GET", `/v1/documents/${hidden}`, { role: "chamber" })).body as { state: string }).state === "final");
  const itsSeal = JSON.stringify((await call("GET", `/v1/documents/${hidden}/seal`, { role: "chamber" })).body);
  expect(await verify({ file: paper })).toMatchObject({ verdict: "not_found" });
  expect(await verify({ file: paper, seal: itsSeal })).toMatchObject({ verdict: "authentic" });
});

test("reanchor makes a new document with another root; without it the first one answers", async () => {
  const bytes = new TextEncoder().encode("a document that is anchored twice");
  const digest = digestOf(bytes);
  const first = await anchor("chamber", "380", bytes);
  const post = async (more: object): Promise<{ id: string }> => (await call("POST", "/v1/documents", { role: "chamber", body: { digest, documentType: "380", ...more } })).body;
  expect((await post({})).id).toBe(first);
  const second = (await post({ reanchor: true })).id;
  expect(second).not.toBe(first);
  await until(async () => ((await call("GET", `/v1/documents/${second}`, { role: "chamber" })).body as { state: string }).state === "final");
  const { anchors } = await verify({ file: bytes });
  expect(new Set(anchors.map(({ root }) => root)).size).toBe(2);
});
