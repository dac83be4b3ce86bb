/**
 * Goal: credentials hold on the real ledger: anchored like any document, taken back and given back, mirrored in the status lists,
 * and the same after any crash.
 * Method: one service process with its demonstration, told by HTTP alone; killed together with its ledger in between. jose and
 * did-jwt-vc verify by what the service itself publishes.
 */

import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { verifyCredential } from "did-jwt-vc";
import { compactVerify, importJWK, type JWK } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { problemsOutsideSdJwt } from "../../src/core/shapes/disclosure.ts";
import { shapes } from "../../src/core/shapes/shapes.ts";
import { subjects } from "../core/shapes/samples.ts";
import { until } from "../until.ts";

const dataFolder = temporaryFolder();
let service: ServiceProcess;
beforeAll(async () => {
  service = await startServiceProcess({ dataFolder });
});
afterAll(() => service?.stop());

/** Without the members that are for authorities only. */
function open(): object {
  const toi = structuredClone(subjects.toi) as unknown as Record<string, unknown>;
  for (const { pointer } of problemsOutsideSdJwt(shapes.toi.subject, toi, "")) delete toi[pointer.slice(1)];
  return toi;
}
const asked = { type: "TransportOperatorIdentifierCredential", format: "vc+jwt", credentialSubject: open() };

interface Issued {
  readonly id: string;
  readonly credential: string;
  readonly digest: string;
  readonly state: string;
  readonly standing: string;
}

async function call(method: string, path: string, { body, headers = {} }: { body?: object; headers?: Record<string, string> } = {}): Promise<{ status: number; body: Issued }> {
  const reply = await fetch(service.url + path, { method, headers: { authorization: `Bearer ${service.keyOf("customs")}`, "content-type": "application/json", ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: reply.status, body: (await reply.json()) as Issued };
}

async function issue(changes: object = {}, key?: string): Promise<Issued> {
  const { status, body } = await call("POST", "/v1/credentials", { body: { ...asked, ...changes }, headers: key === undefined ? {} : { "idempotency-key": key } });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

const stateOf = async (id: string): Promise<string> => (await call("GET", `/v1/credentials/${id}`)).body.state;
const payloadOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split(".")[1]!, "base64url").toString());
const headerOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split(".")[0]!, "base64url").toString()) as { kid: string; alg: string };

/** The issuer's document as the service publishes it, made from what the ledger says. */
async function publishedDocument(did: string): Promise<{ id: string; verificationMethod: { id: string; publicKeyJwk: JWK }[] }> {
  return (await (await fetch(`${service.url}/issuers/${did.split(":").at(-1)}/did.json`)).json()) as never;
}

async function isSignedByIssuer(jwt: string): Promise<boolean> {
  const { kid, alg } = headerOf(jwt);
  const method = (await publishedDocument(kid.split("#")[0]!)).verificationMethod.find(({ id }) => id === kid);
  return method !== undefined && compactVerify(jwt, await importJWK(method.publicKeyJwk, alg)).then(() => true, () => false);
}

/** The bit of the credential in the list for `purpose`, in a list that the issuer signed. */
async function bitOf(credential: string, purpose: "revocation" | "suspension"): Promise<number> {
  const { credentialStatus, issuer } = payloadOf(credential);
  const entry = credentialStatus.find((one: { statusPurpose: string }) => one.statusPurpose === purpose);
  const text = await (await fetch(entry.statusListCredential)).text();
  expect(await isSignedByIssuer(text)).toBe(true);
  const list = payloadOf(text);
  expect([list.issuer, list.id, list.credentialSubject.statusPurpose]).toEqual([issuer.id, entry.statusListCredential, purpose]);
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), "base64url"), { maxOutputLength: 2 ** 20 });
  return (bits[Number(entry.statusListIndex) >> 3]! >> (7 - (Number(entry.statusListIndex) & 7))) & 1;
}

const put = async (id: string, body: object): Promise<number> => (await call("PUT", `/v1/credentials/${id}/standing`, { body })).status;

let first: Issued;

test("a credential is answered once it is stored, becomes final, and verifies by what the service publishes", async () => {
  first = await issue({}, "toi-1");
  await until(async () => (await stateOf(first.id)) === "final");
  expect(await isSignedByIssuer(first.credential)).toBe(true);
  const found = await (await fetch(`${service.url}/v1/verifications`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ digest: first.digest }) })).json();
  expect(found).toMatchObject({ anchors: [{ documentType: "TOI", isFinal: true }] });
});

test("the service has a document of its own, without keys, that names who answers for its receipts", async () => {
  const response = await fetch(`${service.url}/.well-known/did.json`);
  const did = `did:web:${new URL(service.url).host.replace(":", "%3A")}`;
  expect(await response.json()).toMatchObject({ id: did, controller: expect.stringMatching(new RegExp(`^${did}:issuers:0x[0-9a-f]{40}$`)), verificationMethod: [], service: [{ serviceEndpoint: `${service.url}/v1/operators:ask` }] });
  expect([response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual(["application/did+json; charset=utf-8", "public, max-age=60"]);
});

test("the other formats and algorithms, by keys that the ledger lists", async () => {
  const resolver = { resolve: async (did: string) => ({ didResolutionMetadata: {}, didDocumentMetadata: {}, didDocument: await publishedDocument(did) }) };
  for (const algorithm of ["ES256", "ES256K", "EdDSA"]) {
    const { id, credential } = await issue({ format: "jwt_vc_json", algorithm });
    await until(async () => (await stateOf(id)) === "final");
    await verifyCredential(credential, resolver as never);
  }
});

test("suspended, reinstated, revoked: the lists say so, bad news at once and good news when final", async () => {
  expect([await bitOf(first.credential, "suspension"), await bitOf(first.credential, "revocation")]).toEqual([0, 0]);
  expect(await put(first.id, { standing: "suspended", reason: "under_investigation" })).toBe(202);
  await until(async () => (await bitOf(first.credential, "suspension")) === 1);
  expect(await put(first.id, { standing: "active" })).toBe(202);
  await until(async () => (await bitOf(first.credential, "suspension")) === 0);
  expect(await put(first.id, { standing: "revoked", reason: "ended" })).toBe(202);
  await until(async () => (await bitOf(first.credential, "revocation")) === 1);
  expect(await bitOf(first.credential, "suspension")).toBe(0);
  expect(await put(first.id, { standing: "active" })).toBe(409);
});

test("killed at any moment: with the same key there is one credential, the one that was answered, and the lists say the same", async () => {
  const answered: Issued[] = [];
  for (let kill = 0; kill < 4; kill += 1) {
    const key = `crash-${kill}`;
    // The answer is on its way, or not yet signed, or not yet stored, when everything ends.
    const asking = issue({}, key).then((body) => body, () => null);
    await pause([0, 8, 20, 60][kill]);
    await service.killAll();
    const before = await asking;
    service = await startServiceProcess({ dataFolder, port: Number(new URL(service.url).port) });
    const again = await issue({}, key);
    expect(again.credential).toBe((await issue({}, key)).credential);
    if (before !== null) expect(again.credential).toBe(before.credential);
    answered.push(again);
  }
  expect(new Set(answered.map(({ id }) => id)).size).toBe(4);
  for (const { id } of answered) await until(async () => (await stateOf(id)) === "final");
  const all = (await (await fetch(`${service.url}/v1/credentials`, { headers: { authorization: `Bearer ${service.keyOf("customs")}` } })).json()) as { credentials: Issued[] };
  expect(all.credentials.filter(({ id }) => answered.some((one) => one.id === id))).toHaveLength(4);
  // Three in the other format, one that was revoked, and each of these once.
  expect(all.credentials).toHaveLength(8);
  expect([await bitOf(first.credential, "revocation"), await bitOf(answered[0]!.credential, "revocation")]).toEqual([1, 0]);
}, 180_000);
