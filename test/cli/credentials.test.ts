/**
 * Goal: the whole road on a real ledger: a credential signed with a key that the ledger lists is authentic once it is anchored, stays so when the key
 * is taken off the list, and falls when it is revoked; a hijacked name is told; a presentation counts once.
 * Method: a real service with its demonstration, the real program; keys listed by the program.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { publicKeyFromJwk, type PublicKey } from "../../src/core/publicKey.ts";
import { openOffice, type Office } from "../../src/office.ts";
import { report as reportSchema } from "../../src/http/openapi/answers.ts";
import { credentialOf } from "../core/shapes/samples.ts";
import { digestOfText, encoded, jws, newSigner, operator, operatorKey } from "../flows/credentialWorld.ts";
import { testFolder, tradeseal, type Run } from "./program.ts";
import { until } from "../until.ts";

const folder = testFolder();
const CHAMBER = "Demo Chamber of Commerce";
let service: ServiceProcess;
let office: Office;
let did: string;
let key: PublicKey;
const run = (...args: string[]): Promise<Run> => tradeseal(args, { folder: folder.name, environment: { TRADESEAL_DATA: service.dataFolder, TRADESEAL_SERVICE: service.url } });

beforeAll(async () => {
  service = await startServiceProcess({ dataFolder: temporaryFolder() });
  const made = await run("issuer", "add-key", CHAMBER, "--algorithm", "ES256", "--wait", "final");
  expect(made.code, made.stderr).toBe(0);
  const address = service.demo.issuers.find(({ role }) => role === "chamber")!.did.split(":").at(-1)!;
  const document = (await (await fetch(`${service.url}/issuers/${address}/did.json`)).json()) as any;
  did = document.id;
  key = publicKeyFromJwk(document.verificationMethod[0].publicKeyJwk)!;
  office = await openOffice({ dataFolder: service.dataFolder, passphraseFile: null });
});
afterAll(async () => {
  await office?.close();
  await service?.stop();
  folder.remove();
});

const payloadOf = (number: string): any => {
  const { credentialStatus: _status, ...payload } = structuredClone(credentialOf("coo")) as any;
  return { ...payload, issuer: { id: did, name: "Chamber" }, credentialSubject: { ...payload.credentialSubject, id: operator, certificateNumber: number } };
};

async function signed(number: string): Promise<string> {
  const input = `${encoded({ alg: "ES256", kid: `${did}#${key.thumbprint}`, typ: "vc+jwt" })}.${encoded(payloadOf(number))}`;
  return `${input}.${Buffer.from(await office.credentialKeys.sign(key, Buffer.from(input))).toString("base64url")}`;
}

async function post(path: string, body: object, method = "POST"): Promise<any> {
  const answer = await fetch(service.url + path, { method, headers: { "content-type": "application/json", authorization: `Bearer ${service.keyOf("chamber")}` }, body: JSON.stringify(body) });
  return answer.json();
}

async function verdictOf(question: object): Promise<any> {
  const answer = await post("/v1/verifications", question);
  expect(reportSchema.parse(answer)).toEqual(answer);
  return answer;
}

/** Asks until it is so. */
const untilVerdict = (question: object, verdict: string): Promise<any> =>
  until(async () => {
    const report = await verdictOf(question);
    return report.verdict === verdict && report;
  });

const anchor = (text: string): Promise<any> => post("/v1/documents", { digest: digestOfText(text), documentType: "861" });

test("anchored it is authentic, by service and program alike", async () => {
  const credential = await signed("KE-1");
  expect(await verdictOf({ credential })).toMatchObject({ verdict: "not_found", reason: "not_anchored", findings: expect.arrayContaining([{ check: "integrity", outcome: "passed" }, { check: "identified", outcome: "passed" }]) });
  await anchor(credential);
  expect(await untilVerdict({ credential }, "authentic")).toMatchObject({ verdict: "authentic", issuer: { name: CHAMBER }, subject: { documentType: "861", credential: { type: "CertificateOfOriginCredential", issuer: did } } });
  folder.file("origin.jwt", `${credential}\n`);
  const said = await run("verify", "origin.jwt");
  expect([said.code, said.stdout]).toEqual([0, expect.stringMatching(/^authentic {3}origin\.jwt {3}\(checked as a signed credential\)\nGenuine certificate of origin by Demo Chamber of Commerce\n/)]);
  // What the issuer signed, in words: no code stands alone.
  for (const line of ["✓ Is it just as it was signed? Yes.", "What the issuer signed:", /Type +certificate of origin/, /Number +KE-1/, /Held by +did:key:/, /Exporter +Example Trading Ltd/, /Goods +Coffee, and 1 more/, /Country of origin +Kenya \(KE\)/, /Valid +from 15 January 2026, 00:00 UTC until/]) expect(said.stdout).toMatch(line);
  // Without its signature it is no document, though its bytes have the digest that was anchored.
  folder.file("cut.txt", credential.slice(0, credential.lastIndexOf(".")));
  expect(await run("verify", "cut.txt")).toMatchObject({ code: 1, stdout: expect.stringMatching(/^altered/) });
  const { rpc } = JSON.parse(readFileSync(`${service.dataFolder}/running.json`, "utf8")) as { rpc: string };
  const alone = await run("verify", "origin.jwt", "--json", "--rpc", rpc, "--ledger", `${service.dataFolder}/ledger.json`, "--trust-roots", `${service.dataFolder}/trust-roots.json`);
  expect([alone.code, JSON.parse(alone.stdout).verdict]).toEqual([0, "authentic"]);
});

test("a hijacked name with a new key is told, without asking the domain", async () => {
  const thief = newSigner("ES256");
  const credential = jws({ alg: "ES256", kid: `${did}#${thief.key.thumbprint}`, typ: "vc+jwt" }, payloadOf("KE-2"), thief);
  expect(await verdictOf({ credential })).toMatchObject({ verdict: "altered", reason: "key_not_in_did" });
  folder.file("forged.jwt", credential);
  const { code, stdout } = await run("verify", "forged.jwt");
  expect([code, stdout.split("\n").slice(1, 2)]).toEqual([1, ["This is not what its issuer signed"]]);
  expect(stdout).toContain("What it claims, which nobody is shown to have said:");
  expect(stdout).not.toContain("What the issuer signed");
});

test("a presentation counts once", async () => {
  const credential = await signed("KE-3");
  await anchor(credential);
  expect((await untilVerdict({ credential }, "authentic")).verdict).toBe("authentic");
  const { challenge, audience } = await post("/v1/challenges", { audience: "https://border.example" });
  const payload = { "@context": ["https://www.w3.org/ns/credentials/v2"], type: ["VerifiablePresentation"], holder: operator, nonce: challenge, aud: audience, verifiableCredential: [{ type: "EnvelopedVerifiableCredential", id: `data:application/vc+jwt,${credential}` }] };
  const presentation = jws({ alg: "ES256", kid: `${operator}#${operator.slice(8)}`, typ: "vp+jwt" }, payload, operatorKey);
  expect(await verdictOf({ presentation, challenge, audience })).toMatchObject({ verdict: "authentic", credentials: [{ verdict: "authentic" }] });
  expect(await verdictOf({ presentation, challenge, audience })).toMatchObject({ verdict: "altered", reason: "challenge_used" });
});

test("revoked it is valid no longer; with the key off the list what was anchored before stays, and nothing new passes", async () => {
  const [kept, revoked, late] = [await signed("KE-4"), await signed("KE-5"), await signed("KE-6")];
  const [, { id }] = [await anchor(kept), await anchor(revoked)];
  expect((await untilVerdict({ credential: kept }, "authentic")).verdict).toBe("authentic");
  expect((await untilVerdict({ credential: revoked }, "authentic")).verdict).toBe("authentic");
  await post(`/v1/documents/${id}/standing`, { standing: "revoked" }, "PUT");
  expect(await untilVerdict({ credential: revoked }, "no_longer_valid")).toMatchObject({ verdict: "no_longer_valid", reason: "revoked" });
  const off = await run("issuer", "revoke-key", CHAMBER, key.thumbprint, "--wait", "final");
  expect(off.code, off.stderr).toBe(0);
  expect(await verdictOf({ credential: kept })).toMatchObject({ verdict: "authentic" });
  await anchor(late);
  expect(await untilVerdict({ credential: late }, "altered")).toMatchObject({ verdict: "altered", reason: "key_not_in_did" });
});
