/**
 * Goal: papers hold on the real ledger: certificate, PDF and code become authentic together and fall together; a stamped PDF likewise; codes are signed by the key they name.
 * Method: one service process with its demonstration, told by HTTP and by the real command line.
 */

import { createPublicKey, verify as verifySignature, type JsonWebKey } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { digestOf } from "../../src/core/digest.ts";
import { parsePaperCode, type PaperCode } from "../../src/core/paperCode.ts";
import { plainPdf } from "../adapters/paper/madePdfs.ts";
import { subjects } from "../core/shapes/samples.ts";
import { tradeseal } from "../cli/program.ts";
import { until } from "../until.ts";

const dataFolder = temporaryFolder();
const folder = temporaryFolder();
let service: ServiceProcess;
beforeAll(async () => {
  service = await startServiceProcess({ dataFolder });
});
afterAll(() => service?.stop());

async function call<T>(method: string, path: string, body?: object, role: "chamber" | "customs" = "chamber"): Promise<T> {
  const reply = await fetch(service.url + path, { method, headers: { authorization: `Bearer ${service.keyOf(role)}`, "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const answer = (await reply.json()) as T;
  expect(reply.status, JSON.stringify(answer)).toBeLessThan(300);
  return answer;
}

const verdictOn = async (digest: string): Promise<string> => (await call<{ verdict: string }>("POST", "/v1/verifications", { digest })).verdict;

const untilVerdict = (digest: string, verdict: string): Promise<boolean> => until(async () => (await verdictOn(digest)) === verdict);

/** Whether the key that the code names signed it: as it lies in the service's folder. */
function isSigned({ key, signingInput, signature }: PaperCode): boolean {
  const file = readdirSync(dataFolder, { recursive: true }).map(String).find((name) => name.endsWith(`${key}.json`))!;
  const { publicKeyJwk } = JSON.parse(readFileSync(join(dataFolder, file), "utf8")) as { publicKeyJwk: JsonWebKey };
  return verifySignature("sha256", Buffer.from(signingInput), { key: createPublicKey({ key: publicKeyJwk, format: "jwk" }), dsaEncoding: "ieee-p1363" }, signature);
}

test("a certificate of origin, its PDF and its code: authentic together, revoked together, found by what stands on it", async () => {
  const issued = await call<{ id: string; digest: string; documents: { role: string; id: string; digest: string; href: string }[] }>("POST", "/v1/credentials", { type: "CertificateOfOriginCredential", format: "dc+sd-jwt", credentialSubject: subjects.coo });
  const [, pdf, code] = issued.documents;
  await untilVerdict(pdf!.digest, "authentic");
  expect(await verdictOn(code!.digest)).toBe("authentic");
  const bytes = new Uint8Array(await (await fetch(service.url + pdf!.href, { headers: { authorization: `Bearer ${service.keyOf("chamber")}` } })).arrayBuffer());
  expect(digestOf(bytes)).toBe(pdf!.digest);
  const did = service.demo.issuers.find(({ role }) => role === "chamber")!.did;
  const question = { issuer: did, number: subjects.coo.certificateNumber, knows: { thing: "consigneeName", value: "buyer nv" } };
  const found = await call<{ certificate: { digest: string }; report: { verdict: string } }>("POST", "/v1/certificates:find", question);
  expect([found.certificate.digest, found.report.verdict]).toEqual([pdf!.digest, "authentic"]);
  await call("PUT", `/v1/credentials/${issued.id}/standing`, { standing: "revoked", reason: "issued_in_error" });
  await untilVerdict(code!.digest, "no_longer_valid");
  await untilVerdict(pdf!.digest, "no_longer_valid");
});

test("an AEO certificate, its PDF and its code: authentic together, suspended together", async () => {
  const issued = await call<{ id: string; credential: string; documents: { role: string; digest: string }[] }>("POST", "/v1/credentials", { type: "AEOCredential", format: "dc+sd-jwt", document: true, credentialSubject: subjects.aeo }, "customs");
  const [credential, pdf, code] = issued.documents;
  for (const each of [credential!, pdf!, code!]) await untilVerdict(each.digest, "authentic");
  await call("PUT", `/v1/credentials/${issued.id}/standing`, { standing: "suspended", reason: "under_investigation" }, "customs");
  for (const each of [credential!, pdf!, code!]) await untilVerdict(each.digest, "no_longer_valid");
});

test("a stamped PDF and its code: authentic together, revoked together", async () => {
  writeFileSync(join(folder, "in.pdf"), plainPdf());
  const environment = { TRADESEAL_SERVICE: service.url, TRADESEAL_API_KEY: service.keyOf("chamber") };
  const run = await tradeseal(["stamp", "in.pdf", "--out", "out.pdf", "--type", "861", "--number", "CO 7", "--date", "2026-06-02", "--party", "Example Trading Ltd"], { folder, environment });
  expect(run, run.stderr).toMatchObject({ code: 0 });
  const digest = digestOf(readFileSync(join(folder, "out.pdf")));
  await untilVerdict(digest, "authentic");
  const made = await call<{ code: string; digest: string }>("POST", "/v1/codes", { documentType: "861", number: "CO 7", date: "2026-06-02", parties: ["Example Trading Ltd"] });
  expect(isSigned(parsePaperCode(made.code))).toBe(true);
  // What is anchored is what the code says, so that a code signed anew is the same one.
  expect(await verdictOn(made.digest)).toBe("authentic");
  const { documents } = await call<{ documents: { id: string }[] }>("GET", `/v1/documents?digest=${digest}`);
  await call("PUT", `/v1/documents/${documents[0]!.id}/standing`, { standing: "revoked" });
  await untilVerdict(made.digest, "no_longer_valid");
});
