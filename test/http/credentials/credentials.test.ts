/**
 * Goal: an issuer gets credentials that other software verifies, in each format and by each algorithm; what is wrong is named
 * place by place; the same request is the same credential; and its holder's consent holds at once.
 * Method: the real service over the real store, a ledger that never was. Judges from outside: jose, did-jwt, did-jwt-vc, @sd-jwt.
 */
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { verifyJWT } from "did-jwt";
import { verifyCredential } from "did-jwt-vc";
import { compactVerify, importJWK, type JWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problem } from "../../../src/http/openapi/answers.ts";
import { credentialIssued, credentials as credentialsAnswer, credentialView } from "../../../src/http/credentials/credentialSchemas.ts";
import { digestOfSigningInput, parseSignedCredential, type SignedCredential } from "../../../src/core/credentials/jws.ts";
import { parseJson, type JsonObject } from "../../../src/core/json.ts";
import { fromBase64url } from "../../../src/core/textEncodings.ts";
import { problemsInCredential } from "../../../src/core/shapes/credential.ts";
import { problemsOutsideSdJwt } from "../../../src/core/shapes/disclosure.ts";
import { shapes } from "../../../src/core/shapes/shapes.ts";
import { meaningOf } from "../../../src/core/identities/keyAttribute.ts";
import { subjects } from "../../core/shapes/samples.ts";
import { expectProblem, get, sendJson } from "../calls.ts";
import { addressOf, startService, type ServiceInTest } from "../serviceInTest.ts";

let service: ServiceInTest;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const did = `did:web:tradeseal.test:issuers:${addressOf("d")}`;
const HOLDER = { kty: "EC", crv: "P-256", x: "igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns", y: "efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM" };
const holderDid = `did:jwk:${Buffer.from(JSON.stringify(HOLDER)).toString("base64url")}`;
/** A good subject without the members that are for authorities only. */
function openSubject<Name extends keyof typeof subjects>(name: Name): (typeof subjects)[Name] {
  const open = structuredClone(subjects[name]);
  for (const { pointer } of problemsOutsideSdJwt(shapes[name].subject, open, "")) {
    const names = pointer.split("/").slice(1);
    const parent = names.slice(0, -1).reduce((place, step) => place[step] as Record<string, unknown>, open as unknown as Record<string, unknown>);
    delete parent[names.at(-1)!];
  }
  return open;
}
const [aeo, toi] = [openSubject("aeo"), openSubject("toi")];

type Asked = Record<string, unknown>;
const ask = (body: Asked, { key = service.keys.chamber, headers = {} }: { key?: string; headers?: Record<string, string> } = {}) => sendJson(service, "/v1/credentials", { body, key, headers });
async function issue(body: Asked, headers: Record<string, string> = {}) {
  const response = await ask(body, { headers });
  expect(response.status, await response.clone().text()).toBe(201);
  return credentialIssued.strict().parse(await response.json());
}

/** The public key that the service put on its way to the ledger under this name. */
async function listedKey(kid: string): Promise<JWK> {
  const writes = await service.store.openWrites(addressOf("d"), 100);
  const keys = writes.flatMap(({ body }) => (body.kind === "attribute" ? [meaningOf(body)] : [])).flatMap((meaning) => (meaning?.is === "key" ? [meaning.publicKey] : []));
  return keys.find(({ thumbprint }) => kid === `${did}#${thumbprint}`)!.jwk as JWK;
}

const decode = (part: string): JsonObject => parseJson(new TextDecoder().decode(fromBase64url(part)!)) as JsonObject;
const headerOf = (text: string) => decode(text.split(".")[0]!);
const resolver = {
  async resolve(asked: string) {
    const keys = (await service.store.openWrites(addressOf("d"), 100)).flatMap(({ body }) => (body.kind === "attribute" ? [meaningOf(body)] : [])).flatMap((meaning) => (meaning?.is === "key" ? [meaning.publicKey] : []));
    const methods = keys.map(({ thumbprint, jwk }) => ({ id: `${did}#${thumbprint}`, type: "JsonWebKey2020", controller: did, publicKeyJwk: jwk as never }));
    return { didResolutionMetadata: {}, didDocumentMetadata: {}, didDocument: { "@context": "https://www.w3.org/ns/did/v1", id: asked, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id) } };
  },
};

describe("formats", () => {
  test.each([["ES256", "aeo"], ["EdDSA", "aeo"], ["ES256", "toi"], ["ES256", "coo"]] as const)("vc+jwt by %s (%s): jose verifies it, our own door reads it, and it fits its shape", async (algorithm, name) => {
    const issued = await issue({ type: shapes[name].type, format: "vc+jwt", algorithm, credentialSubject: openSubject(name) });
    const read = parseSignedCredential(issued.credential) as SignedCredential;
    expect(read).toMatchObject({ issuer: did, digest: issued.digest, header: { alg: algorithm } });
    const { payload } = await compactVerify(issued.credential, await importJWK(await listedKey(read.header.kid), algorithm));
    const credential = JSON.parse(new TextDecoder().decode(payload));
    expect(problemsInCredential(shapes[name], credential)).toEqual([]);
    expect(credential).toMatchObject({ id: `urn:uuid:${issued.id}`, issuer: { id: did, name: "Chamber" } });
    if (name === "aeo") expect(credential).toMatchObject({ type: expect.arrayContaining(["DigitalIdentityAnchor"]), credentialSubject: { registeredName: aeo.legalName, registrar: { id: did } } });
    const [revocation, suspension] = credential.credentialStatus;
    expect([revocation.statusPurpose, suspension.statusPurpose]).toEqual(["revocation", "suspension"]);
    expect(revocation).toMatchObject({ type: "BitstringStatusListEntry", statusListCredential: `https://tradeseal.test/status/${addressOf("d")}-revocation-1`, statusListIndex: expect.stringMatching(/^\d{1,6}$/) });
    const document = (await service.store.documentsByDigest(addressOf("d"), issued.digest as never))[0]!;
    expect([document.documentType, document.digest]).toEqual([shapes[name].documentType, digestOfSigningInput(issued.credential.split(".").slice(0, 2).join("."))]);
  });

  test.each(["ES256", "ES256K", "EdDSA"] as const)("jwt_vc_json by %s: did-jwt-vc verifies it, and says what was said", async (algorithm) => {
    const issued = await issue({ type: "AEOCredential", format: "jwt_vc_json", algorithm, credentialSubject: aeo });
    const { verifiableCredential, payload } = await verifyCredential(issued.credential, resolver as never);
    expect(headerOf(issued.credential)).toEqual({ alg: algorithm, kid: expect.stringContaining(`${did}#`), typ: "JWT" });
    expect(verifiableCredential).toMatchObject({ issuer: { id: did }, credentialSubject: { legalName: aeo.legalName }, credentialSchema: { type: "JsonSchema" } });
    expect([payload.iss, payload.sub, payload.jti]).toEqual([did, aeo.id, `urn:uuid:${issued.id}`]);
    expect((await verifyJWT(issued.credential, { resolver: resolver as never, policies: { aud: false } })).verified).toBe(true);
  });

  test("dc+sd-jwt: @sd-jwt verifies it whole and with nothing shown; what is never kept back stands there", async () => {
    const issued = await issue({ type: "AEOCredential", format: "dc+sd-jwt", credentialSubject: { ...subjects.aeo, id: holderDid } });
    const key = await importJWK(await listedKey(headerOf(issued.credential)["kid"] as string), "ES256");
    const hasher = (text: string | ArrayBuffer) => new Uint8Array(createHash("sha256").update(typeof text === "string" ? text : Buffer.from(text)).digest());
    const verifier = async (data: string, signature: string): Promise<boolean> => compactVerify(`${data}.${signature}`, key).then(() => true, () => false);
    const judge = new SDJwtVcInstance({ hasher, hashAlg: "sha-256", verifier, kbVerifier: verifier as never });
    const { payload } = await judge.verify(issued.credential);
    const filled = ["registeredName", "registeredId", "registeredDate", "idScheme", "registrar", "registerType", "registrationScope", "type"];
    const said = payload as unknown as { credentialSubject: Record<string, unknown>; cnf: unknown };
    expect(Object.fromEntries(Object.entries(said.credentialSubject).filter(([name]) => !filled.includes(name)))).toEqual({ ...subjects.aeo, id: holderDid });
    expect(said.cnf).toEqual({ jwk: HOLDER });
    const jwt = issued.credential.split("~")[0]!;
    const bare = (await judge.verify(`${jwt}~`)).payload as unknown as { credentialSubject: { authorisation: object } };
    expect(bare).toMatchObject({ iss: did, vct: "https://tradeseal.test/contexts/aeo/v1#AEOCredential", nbf: expect.any(Number), exp: expect.any(Number), credentialStatus: [{}, {}], credentialSubject: { id: holderDid, tin: subjects.aeo.tin } });
    for (const hidden of ["legalName", "registeredAddress", "manufacturerIdentifiers", "otherIdentifiers", "registeredName"]) expect(bare.credentialSubject).not.toHaveProperty(hidden);
    for (const hidden of ["coveredSites", "nextReviewDate"]) expect(bare.credentialSubject.authorisation).not.toHaveProperty(hidden);
    expect(jwt.includes(Buffer.from(subjects.aeo.legalName).toString("base64url").slice(2, -2))).toBe(false);
    // One letter of a disclosure changed: nothing stands for it.
    const [first, ...rest] = issued.credential.split("~").slice(1);
    const changed = Buffer.from(Buffer.from(first!, "base64url").toString().replace(/^\["./, '["!')).toString("base64url");
    const spoilt = await judge.verify([jwt, changed, ...rest].join("~")).then(({ payload: told }) => JSON.stringify(told), () => "refused");
    expect(spoilt).not.toBe(JSON.stringify(payload));
  });
});

const refused: readonly [what: string, change: Asked, pointer: string, code: string][] = [
  ["a date that is none",                         { credentialSubject: { ...aeo, authorisation: { ...aeo.authorisation, effectiveDate: "2026-02-30" } } }, "/credentialSubject/authorisation/effectiveDate", "malformed"],
  ["a member that must be there",                 { credentialSubject: { ...aeo, legalName: undefined } },                                       "/credentialSubject/legalName",               "missing"],
  ["a member for authorities outside SD-JWT",     { credentialSubject: subjects.aeo },                                                           "/credentialSubject/manufacturerIdentifiers", "not_allowed"],
  ["an unknown member that means something else", { credentialSubject: { ...aeo, _sd: ["x"] } },                                                 "/credentialSubject/_sd",                     "name_forbidden"],
  ["a start that is no moment",                   { validFrom: "yesterday" },                                                                    "/validFrom",                                 "malformed"],
  ["an end before the start",                     { validFrom: "2026-02-01T00:00:00Z", validUntil: "2026-01-01T00:00:00Z" },                     "/validUntil",                                "contradiction"],
  ["a start without its zone",                    { validFrom: "2026-02-01T00:00:00" },                                                          "/validFrom",                                 "malformed"],
];
const good = { type: "AEOCredential", format: "vc+jwt", credentialSubject: aeo };

test.each(refused)("refused: %s", async (_what, change, pointer, code) => {
  const response = await ask({ ...good, ...change });
  const { errors } = problem.parse(await response.clone().json());
  await expectProblem(response, 422, "credential_invalid");
  expect(errors).toContainEqual({ pointer, code, detail: expect.stringMatching(/^Expected /) });
});

test("refused: what is no request of this kind, a key without the scope, a delegate, a credential too large to be read", async () => {
  for (const change of [{ type: "AccreditationCredential" }, { format: "ldp_vc" }, { algorithm: "none" }, { consent: { publishName: "yes" } }, { credentialSubject: "x" }, { more: 1 }]) {
    await expectProblem(await ask({ ...good, ...change }), 422, "request_malformed");
  }
  const { apiKey } = await service.apiKeys.create(addressOf("d"), { scopes: ["read"], expiresAt: null }, { by: "user:test", at: 1 });
  await expectProblem(await ask(good, { key: apiKey }), 403, "scope_missing");
  expect(await expectProblem(await ask(good, { key: service.keys.hosted }), 409, "issuer_key_elsewhere")).toContain("its owner keeps the identity's key elsewhere");
  const large = await ask({ ...good, credentialSubject: { ...aeo, more: "x".repeat(50_000) } });
  expect(problem.parse(await large.json())).toMatchObject({ code: "credential_invalid", errors: [{ pointer: "", code: "too_long" }] });
});

test("the same request with its key is the same credential, byte for byte, however many ask at once; another is refused", async () => {
  const headers = { "idempotency-key": "aeo-1" };
  const all = await Promise.all(Array.from({ length: 10 }, () => issue(good, headers)));
  expect(new Set(all.map(({ id, credential }) => `${id} ${credential}`)).size).toBe(1);
  expect((await issue(good, headers)).credential).toBe(all[0]!.credential);
  await expectProblem(await ask({ ...good, format: "jwt_vc_json" }, { headers }), 409, "idempotency_conflict");
  expect((await issue(good)).id).not.toBe(all[0]!.id);
});

test("seen by its issuer alone, with how it stands and what its holder lets be told; listed page by page", async () => {
  const others = await startService();
  try {
    const made = await Promise.all([0, 1, 2].map(async () => credentialIssued.parse(await (await sendJson(others, "/v1/credentials", { body: good, key: others.keys.chamber })).json())));
    const path = `/v1/credentials/${made[0]!.id}`;
    const see = async () => credentialView.strict().parse(await (await get(others, path, others.keys.chamber)).json());
    const before = await see();
    expect(before).toMatchObject({ credential: made[0]!.credential, type: "AEOCredential", standing: "active", consent: { publishName: false, shareWithMraPartners: false } });
    expect(Date.parse(before.validUntil!) - Date.parse(before.validFrom)).toBe(3 * 365 * 86_400_000);
    const given = { publishName: true, shareWithMraPartners: true };
    const consented = await sendJson(others, `${path}/consent`, { body: given, key: others.keys.chamber, method: "PUT" });
    expect([consented.status, (await see()).consent]).toEqual([200, given]);
    await expectProblem(await sendJson(others, `${path}/consent`, { body: { publishName: true }, key: others.keys.chamber, method: "PUT" }), 422, "request_malformed");
    for (const [call, method] of [["", "GET"], ["/standing", "PUT"], ["/consent", "PUT"]] as const) {
      const body = method === "PUT" ? { body: call === "/consent" ? given : { standing: "suspended" } } : {};
      await expectProblem(await sendJson(others, path + call, { key: others.keys.rival, method, ...body }), 404, "not_found");
    }
    const first = credentialsAnswer.strict().parse(await (await get(others, "/v1/credentials?limit=2", others.keys.chamber)).json());
    const second = credentialsAnswer.strict().parse(await (await get(others, `/v1/credentials?limit=2&cursor=${first.next}`, others.keys.chamber)).json());
    expect([...first.credentials, ...second.credentials].map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    expect(second.next).toBeUndefined();
    expect(credentialsAnswer.parse(await (await get(others, "/v1/credentials", others.keys.rival)).json()).credentials).toEqual([]);
  } finally {
    await others.stop();
  }
});

test("statuses of transport operators are standings with reasons; others have none", async () => {
  const put = (id: string, body: object) => sendJson(service, `/v1/credentials/${id}/standing`, { body, key: service.keys.chamber, method: "PUT" });
  const { id } = await issue({ type: "TransportOperatorIdentifierCredential", format: "vc+jwt", credentialSubject: toi });
  const standings: string[] = [];
  for (const status of ["excluded", "approved", "withdrawn"]) standings.push(credentialView.parse(await (await put(id, { status })).json()).standing);
  expect(standings).toEqual(["suspended", "active", "revoked"]);
  await expectProblem(await put(id, { status: "approved" }), 409, "standing_forbidden");
  const waiting = await service.store.standingsWaiting(10);
  expect(waiting.map(({ standing, reason }) => `${standing} ${reason}`)).toEqual(["suspended conditions_no_longer_met", "active unspecified", "revoked conditions_no_longer_met"]);
  await expectProblem(await put((await issue(good)).id, { status: "withdrawn" }), 422, "request_malformed");
});

describe("status lists", () => {
  const list = (name: string, headers: Record<string, string> = {}) => fetch(`${service.url}/status/${name}`, { headers });
  const bitAt = (encodedList: string, position: number): number => {
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), "base64url"), { maxOutputLength: 2 ** 20 });
    return (bits[position >> 3]! >> (7 - (position & 7))) & 1;
  };
  const entryOf = (credential: string, purpose: string) => (decode(credential.split(".")[1]!)["credentialStatus"] as unknown as { statusPurpose: string; statusListIndex: string }[]).find(({ statusPurpose }) => statusPurpose === purpose)!;

  test("signed by the credentials' issuer; bad news at once; kept while nothing changed; none by another name", async () => {
    const issued = await issue(good);
    const name = `${addressOf("d")}-suspension-1`;
    const position = Number(entryOf(issued.credential, "suspension").statusListIndex);
    await sendJson(service, `/v1/credentials/${issued.id}/standing`, { body: { standing: "suspended" }, key: service.keys.chamber, method: "PUT" });
    const answer = await list(name);
    const text = await answer.text();
    const read = parseSignedCredential(text) as SignedCredential;
    await compactVerify(text, await importJWK(await listedKey(read.header.kid), "ES256"));
    const subject = read.payload["credentialSubject"] as { encodedList: string };
    expect(read).toMatchObject({ issuer: did, payload: { id: `https://tradeseal.test/status/${name}`, type: ["VerifiableCredential", "BitstringStatusListCredential"], credentialSubject: { type: "BitstringStatusList", statusPurpose: "suspension", ttl: 60_000 } } });
    expect([bitAt(subject.encodedList, position), gunzipSync(Buffer.from(subject.encodedList.slice(1), "base64url")).length]).toEqual([1, 131_072 / 8]);
    expect([...gunzipSync(Buffer.from(subject.encodedList.slice(1), "base64url"))].filter((byte) => byte !== 0)).toHaveLength(1);
    expect([answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual(["application/vc+jwt", "public, max-age=30"]);
    const again = await list(name, { "if-none-match": answer.headers.get("etag")! });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(await (await list(name)).text()).toBe(text);
    for (const other of [`${addressOf("d")}-suspension-2`, `${addressOf("e")}-suspension-1`, `${addressOf("d")}-message-1`, `${addressOf("d")}-suspension-01`, "x"]) await expectProblem(await list(other), 404, "not_found");
  });
});
