/**
 * Goal: what a service issues it finds genuine itself, in each format and by each algorithm, with its own status lists; so do the libraries of the
 * field; and what these libraries make with the issuer's keys is genuine here, once it was anchored like any document.
 * Method: one service process with its demonstration, told by HTTP. Outside judges and makers: jose (ES256, EdDSA), did-jwt (ES256K), did-jwt-vc
 * (data model 1.1) and @sd-jwt. The issuer's secret keys are read from its folder, as an issuer that signs elsewhere would have them.
 */
import { createHash, createPrivateKey, randomBytes, type JsonWebKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { createJWS, ES256KSigner, ES256Signer, EdDSASigner, verifyJWS, type Signer } from "did-jwt";
import { createVerifiableCredentialJwt, verifyCredential } from "did-jwt-vc";
import { decryptKeystoreJson } from "ethers";
import { CompactSign, compactVerify, importJWK, type JWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { digestOfSigningInput } from "../../src/core/credentials/jws.ts";
import { problemsOutsideSdJwt } from "../../src/core/shapes/disclosure.ts";
import { shapes } from "../../src/core/shapes/shapes.ts";
import { subjects } from "../core/shapes/samples.ts";
import { until } from "../until.ts";

type Algorithm = "ES256" | "ES256K" | "EdDSA";
type Format = "vc+jwt" | "jwt_vc_json" | "dc+sd-jwt";
const formats: readonly Format[] = ["vc+jwt", "jwt_vc_json", "dc+sd-jwt"];
const algorithms: readonly Algorithm[] = ["ES256", "ES256K", "EdDSA"];
const each = formats.flatMap((format) => algorithms.map((algorithm) => ({ format, algorithm })));

const dataFolder = temporaryFolder();
let service: ServiceProcess;
beforeAll(async () => {
  service = await startServiceProcess({ dataFolder, settings: { TRADESEAL_BATCH_AGE: "0" } });
});
afterAll(() => service?.stop());

async function call<T>(method: string, path: string, body?: object, role: "customs" | "chamber" = "customs"): Promise<T> {
  const headers = { authorization: `Bearer ${service.keyOf(role)}`, "content-type": "application/json" };
  const reply = await fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const answer = (await reply.json()) as T;
  expect(reply.status, JSON.stringify(answer)).toBeLessThan(300);
  return answer;
}

interface Told {
  readonly verdict: string;
  readonly reason?: string;
  readonly findings: readonly { check: string; outcome: string }[];
  readonly subject: object;
}
const judged = (credential: string): Promise<Told> => call<Told>("POST", "/v1/verifications", { credential });
const saying = async (credential: string): Promise<string> => {
  const { verdict, reason } = await judged(credential);
  return reason === undefined ? verdict : `${verdict}: ${reason}`;
};
async function untilSaid(texts: readonly string[], said: string): Promise<void> {
  let last: readonly string[] = [];
  await until(async () => (last = await Promise.all(texts.map(saying))).every((one) => one === said)).catch(() => expect(last).toEqual(texts.map(() => said)));
}

/** A good subject without what is for authorities only. */
function openSubject(name: "aeo" | "toi" | "coo"): any {
  const open: any = structuredClone(subjects[name]);
  for (const { pointer } of problemsOutsideSdJwt(shapes[name].subject, open, "")) {
    const names = pointer.split("/").slice(1);
    delete names.slice(0, -1).reduce((place, step) => place[step], open)[names.at(-1)!];
  }
  return open;
}

interface Made {
  readonly format: Format;
  readonly algorithm: Algorithm;
  readonly id: string;
  readonly credential: string;
}
const made: Made[] = [];
const madeAs = (format: Format, algorithm: Algorithm): Made => made.find((one) => one.format === format && one.algorithm === algorithm)!;

const partOf = (jwt: string, place: number): any => JSON.parse(Buffer.from(jwt.split(".")[place]!, "base64url").toString());
const kidOf = (text: string): string => partOf(text, 0).kid;

/** The issuer's document as the service publishes it, made from what the ledger says. */
async function published(kid: string): Promise<any> {
  return (await fetch(`${service.url}/issuers/${kid.split("#")[0]!.split(":").at(-1)}/did.json`)).json();
}
const methodOf = async (kid: string): Promise<{ publicKeyJwk: JWK }> => (await published(kid)).verificationMethod.find(({ id }: { id: string }) => id === kid);
const resolver = { resolve: async (did: string) => ({ didResolutionMetadata: {}, didDocumentMetadata: {}, didDocument: await published(did) }) };

/** Whether the issuer signed, by a library that is not ours. */
async function isSigned(jws: string, algorithm: Algorithm): Promise<boolean> {
  const method = await methodOf(kidOf(jws));
  if (algorithm === "ES256K") return Promise.resolve().then(() => verifyJWS(jws, method as never)).then(() => true, () => false);
  return compactVerify(jws, await importJWK(method.publicKeyJwk, algorithm)).then(() => true, () => false);
}

const hasher = (text: string | ArrayBuffer): Uint8Array => new Uint8Array(createHash("sha256").update(typeof text === "string" ? text : Buffer.from(text)).digest());

describe("issued here", () => {
  test("each is genuine here once it is final, its own status lists among what was read", async () => {
    for (const { format, algorithm } of each) {
      const credentialSubject = format === "dc+sd-jwt" ? subjects.aeo : openSubject("aeo");
      made.push({ format, algorithm, ...(await call<{ id: string; credential: string }>("POST", "/v1/credentials", { type: "AEOCredential", format, algorithm, credentialSubject })) });
    }
    await untilSaid(made.map(({ credential }) => credential), "authentic");
    for (const { format, credential } of made) {
      const { findings, subject } = await judged(credential);
      expect(findings.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual(["integrity", "identified", "anchored", "entitled", "current"].map((check) => `${check} passed`));
      expect(subject).toMatchObject({ documentType: "AEO", credential: { format, type: "AEOCredential", holder: subjects.aeo.id } });
    }
  });

  test("so are transport-operator identifiers and certificates of origin", async () => {
    for (const format of formats) {
      const toi = await call<{ credential: string }>("POST", "/v1/credentials", { type: "TransportOperatorIdentifierCredential", format, credentialSubject: openSubject("toi") });
      const coo = await call<{ credential: string }>("POST", "/v1/credentials", { type: "CertificateOfOriginCredential", format, document: false, credentialSubject: openSubject("coo") }, "chamber");
      await untilSaid([toi.credential, coo.credential], "authentic");
    }
  });

  test.each(each)("$format by $algorithm: the libraries of the field find it signed, and not so when a letter was changed", async ({ format, algorithm }) => {
    const { credential } = madeAs(format, algorithm);
    const [jwt = "", ...rest] = credential.split("~");
    const spoilt = [jwt.split(".")[0], Buffer.from(Buffer.from(jwt.split(".")[1]!, "base64url").toString().replace("KEAEOF0001234", "KEAEOF0001235")).toString("base64url"), jwt.split(".")[2]].join(".");
    expect(spoilt).not.toBe(jwt);
    expect([await isSigned(jwt, algorithm), await isSigned(spoilt, algorithm)]).toEqual([true, false]);
    if (format === "jwt_vc_json") {
      expect((await verifyCredential(jwt, resolver as never)).verifiableCredential.credentialSubject["legalName"]).toBe(subjects.aeo.legalName);
      await expect(verifyCredential(spoilt, resolver as never)).rejects.toThrow();
    }
    if (format === "dc+sd-jwt") {
      const judge = new SDJwtVcInstance({ hasher, hashAlg: "sha-256", verifier: (data: string, signature: string) => isSigned(`${data}.${signature}`, algorithm) });
      expect((await judge.verify(credential)).payload).toMatchObject({ credentialSubject: { legalName: subjects.aeo.legalName } });
      await expect(judge.verify([spoilt, ...rest].join("~"))).rejects.toThrow();
    }
  });

  test("suspended, reinstated, revoked: the verdict says so, and the lists", async () => {
    const texts = made.map(({ credential }) => credential);
    const put = (body: object) => Promise.all(made.map(({ id }) => call("PUT", `/v1/credentials/${id}/standing`, body)));
    const bits = async (): Promise<readonly (readonly [suspension: number, revocation: number])[]> => Promise.all(texts.map(async (text) => [await bitOf(text, "suspension"), await bitOf(text, "revocation")] as const));
    await put({ standing: "suspended", reason: "under_investigation" });
    await untilSaid(texts, "no_longer_valid: suspended");
    await until(async () => (await bits()).every(([suspension, revocation]) => suspension === 1 && revocation === 0));
    await put({ standing: "active" });
    await untilSaid(texts, "authentic");
    expect(await bits()).toEqual(texts.map(() => [0, 0]));
    await put({ standing: "revoked", reason: "issued_in_error" });
    await untilSaid(texts, "no_longer_valid: revoked");
    await until(async () => (await bits()).every(([suspension, revocation]) => suspension === 0 && revocation === 1));
  });
});

/** The credential's bit in the list for `purpose`, as anybody reads it. */
async function bitOf(text: string, purpose: string): Promise<number> {
  const payload = partOf(text.split("~")[0]!, 1);
  const { statusListCredential, statusListIndex } = (payload.vc ?? payload).credentialStatus.find((one: { statusPurpose: string }) => one.statusPurpose === purpose);
  const list = await (await fetch(statusListCredential)).text();
  expect(await isSigned(list, partOf(list, 0).alg)).toBe(true);
  const bits = gunzipSync(Buffer.from(partOf(list, 1).credentialSubject.encodedList.slice(1), "base64url"), { maxOutputLength: 2 ** 20 });
  return (bits[Number(statusListIndex) >> 3]! >> (7 - (Number(statusListIndex) & 7))) & 1;
}

/** The issuer's secret key, as it lies in the service's folder. */
async function secretOf(kid: string): Promise<Buffer> {
  const keystore = readFileSync(join(dataFolder, "keys/credentials", `${kid.split("#")[1]}.json`), "utf8");
  const { privateKey } = await decryptKeystoreJson(keystore, readFileSync(join(dataFolder, "passphrase"), "utf8").trim());
  return Buffer.from(privateKey.slice(2), "hex");
}
const signerOf: Readonly<Record<Algorithm, (secret: Uint8Array) => Signer>> = { ES256: (secret) => ES256Signer(secret), ES256K: (secret) => ES256KSigner(secret), EdDSA: (secret) => EdDSASigner(secret) };

/** Data model 2.0: by jose, and by did-jwt where jose has no such algorithm. */
async function model2(kid: string, algorithm: Algorithm, secret: Buffer): Promise<string> {
  const { credentialStatus: _, ...like } = partOf(madeAs("vc+jwt", algorithm).credential, 1);
  const payload = { ...like, id: `urn:uuid:${crypto.randomUUID()}` };
  const header = { alg: algorithm, kid, typ: "vc+jwt" };
  if (algorithm === "ES256K") return createJWS(payload, signerOf[algorithm](secret), header as never);
  const { publicKeyJwk } = await methodOf(kid);
  const key = createPrivateKey({ key: { ...publicKeyJwk, d: secret.toString("base64url") } as JsonWebKey, format: "jwk" });
  return new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader(header).sign(key);
}

/** Data model 1.1, by did-jwt-vc. */
function model1(kid: string, algorithm: Algorithm, secret: Buffer): Promise<string> {
  const now = Date.now();
  const payload = { "@context": ["https://www.w3.org/2018/credentials/v1"], id: `urn:uuid:${crypto.randomUUID()}`, type: ["VerifiableCredential", "AEOCredential"], issuer: { id: kid.split("#")[0] }, issuanceDate: new Date(now - 60_000).toISOString().replace(/\.\d+/, ""), expirationDate: new Date(now + 86_400_000).toISOString().replace(/\.\d+/, ""), credentialSubject: openSubject("aeo") };
  return createVerifiableCredentialJwt(payload as never, { did: kid.split("#")[0]!, alg: algorithm, kid, signer: signerOf[algorithm](secret) } as never);
}

/** An SD-JWT VC, by @sd-jwt. */
function selective(kid: string, algorithm: Algorithm, secret: Buffer): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: kid.split("#")[0], jti: `urn:uuid:${crypto.randomUUID()}`, nbf: now - 60, exp: now + 86_400, vct: `${service.url}/contexts/aeo/v1#AEOCredential`, credentialSubject: subjects.aeo };
  const instance = new SDJwtVcInstance({ hasher, hashAlg: "sha-256", saltGenerator: (length) => randomBytes(length).toString("base64url"), signAlg: algorithm, signer: async (data) => (await signerOf[algorithm](secret)(data)) as string });
  return instance.issue(payload as never, { credentialSubject: { _sd: ["legalName", "registeredAddress", "manufacturerIdentifiers"] } } as never, { header: { kid } });
}

const makers = { "vc+jwt": model2, jwt_vc_json: model1, "dc+sd-jwt": selective } as const;

test.each(each)("made elsewhere as $format by $algorithm with the issuer's key: genuine once it was anchored, and taken back like any document", async ({ format, algorithm }) => {
  const kid = kidOf(madeAs(format, algorithm).credential);
  const text = await makers[format](kid, algorithm, await secretOf(kid));
  expect(await saying(text), "nobody recorded it").toBe("not_found: not_anchored");
  const digest = digestOfSigningInput(text.split("~")[0]!.split(".").slice(0, 2).join("."));
  const { id } = await call<{ id: string }>("POST", "/v1/documents", { digest, documentType: "AEO" });
  await untilSaid([text], "authentic");
  expect((await judged(text)).subject).toMatchObject({ credential: { format, holder: subjects.aeo.id } });
  await call("PUT", `/v1/documents/${id}/standing`, { standing: "revoked", reason: "ended" });
  await untilSaid([text], "no_longer_valid: revoked");
});
