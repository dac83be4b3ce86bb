/**
 * Goal: a grantor says and takes back by API what its key lets it, once, durably, in its own name; deceptive names and
 * impossible words are refused; keys open only what their scopes say, and nothing once they are over.
 * Method: the real service over the real store, a ledger that never was; a table of refusals, each a good request spoilt once.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Scope } from "../../../src/flows/trust/administrationPorts.ts";
import { parseSignedCredential, type SignedCredential } from "../../../src/core/credentials/jws.ts";
import { grants as grantsAnswer, grantsAccepted, grantView } from "../../../src/http/trust/grantSchemas.ts";
import { DIGEST, expectProblem, get, sendJson } from "../calls.ts";
import { addressOf, customs, startService, type ServiceInTest } from "../serviceInTest.ts";

let service: ServiceInTest;
const keys: Partial<Record<Scope | "none", string>> = {};
const office = addressOf("7");
const doing = { by: "user:test", at: 1 };

beforeAll(async () => {
  service = await startService();
  for (const scope of ["issue", "accredit", "read"] as const) keys[scope] = (await service.apiKeys.create(addressOf("d"), { scopes: [scope], expiresAt: null }, doing)).apiKey;
});
afterAll(() => service.stop());

const good = { grantee: office, documentTypes: ["861", "380"], name: "Branch Office North", from: "2026-05-01T00:00:00Z", until: "2031-01-01T02:00:00+02:00" };
const post = (body: unknown, { key = keys.accredit!, path = "/v1/grants", headers = {} }: { key?: string; path?: string; headers?: Record<string, string> } = {}) => sendJson(service, path, { body, key, headers });

describe("granting", () => {
  test("one statement a type, stored, in the key's issuer's name, and written down", async () => {
    const response = await post(good);
    expect(response.status).toBe(202);
    const { grants, saidAlready, saidAnew } = grantsAccepted.parse(await response.json());
    expect([saidAlready, saidAnew]).toEqual([[], []]);
    expect(grants.map(({ documentType }) => documentType)).toEqual(["861", "380"]);
    expect(grants[0]).toMatchObject({ kind: "grant", grantor: { address: addressOf("d") }, grantee: { address: office, name: "Branch Office North" }, from: "2026-05-01T00:00:00Z", until: "2031-01-01T00:00:00Z", mayPassOn: false, state: "batched" });
    const rows = (await service.journal.after(0, 100)).filter(({ act }) => act === "granted");
    expect(rows).toHaveLength(2);
    expect(rows[0]!.by).toBe(`key:${keys.accredit!.split("_")[1]}`);
    expect(JSON.parse(rows[0]!.details)).toMatchObject({ grantId: grants[0]!.id, grantor: addressOf("d"), grantee: office });
    const one = grantView.parse(await (await get(service, `/v1/grants/${grants[0]!.id}`, keys.read)).json());
    expect(one).toEqual({ ...grants[0], ledgerSays: "nothing" });
  });

  test("the same request with its key again is answered with the same statements; another with that key is not", async () => {
    const headers = { "idempotency-key": "grant-1" };
    const asked = { ...good, documentTypes: ["705"] };
    const ids = async (response: Response) => grantsAccepted.parse(await response.json()).grants.map(({ id }) => id);
    const first = await ids(await post(asked, { headers }));
    const together = await Promise.all(Array.from({ length: 20 }, () => post(asked, { headers })));
    for (const response of together) expect(await ids(response)).toEqual(first);
    await expectProblem(await post({ ...asked, mayPassOn: true }, { headers }), 409, "idempotency_conflict");
    await expectProblem(await post({ grantee: office, documentTypes: ["705"] }, { headers, path: "/v1/grants:withdraw" }), 409, "idempotency_conflict");
    expect(await ids(await post(asked, { headers: { "idempotency-key": "grant-2" } }))).not.toEqual(first);
  });

  test("each grant has its credential, made with one key however many ask at once; a delegate's has none, and that is said", async () => {
    const others = await startService();
    try {
      const ask = (key: string, documentTypes: string[]) => sendJson(others, "/v1/grants", { body: { ...good, documentTypes, jurisdiction: "NO" }, key, headers: {} });
      const together = await Promise.all(Array.from({ length: 10 }, (_, place) => ask(others.keys.chamber, [`T${place}`])));
      const texts: string[] = [];
      for (const response of together) {
        const { grants, withoutCredential } = grantsAccepted.parse(await response.json());
        const answer = await get(others, `/v1/grants/${grants[0]!.id}/credential`);
        texts.push(await answer.text());
        const credential = parseSignedCredential(texts.at(-1)!) as SignedCredential;
        expect([answer.headers.get("content-type"), withoutCredential, credential.digest]).toEqual(["application/vc+jwt", [], grants[0]!.credentialDigest]);
        expect(credential.payload).toMatchObject({ validFrom: "2026-05-01T00:00:00Z", validUntil: "2031-01-01T00:00:00Z", credentialSubject: { jurisdiction: "NO", legalName: "Branch Office North" } });
      }
      expect([new Set(texts.map((text) => (parseSignedCredential(text) as SignedCredential).header.kid)).size, new Set(texts).size]).toEqual([1, 10]);
      const said = (await others.journal.after(0, 100)).filter(({ act }) => act === "said_on_ledger");
      expect(said.map(({ details }) => JSON.parse(details).name)).toEqual(["did/pub/P256/veriKey/hex", "did/alsoKnownAs"]);

      const hosted = grantsAccepted.parse(await (await ask(others.keys.hosted, ["861"])).json());
      expect([hosted.withoutCredential, hosted.grants[0]!.credentialDigest]).toEqual([["861"], undefined]);
      await expectProblem(await get(others, `/v1/grants/${hosted.grants[0]!.id}/credential`), 404, "not_found");
      await expectProblem(await sendJson(others, "/v1/grants", { body: { ...good, jurisdiction: "Norway" }, key: others.keys.chamber, headers: {} }), 422, "request_malformed");
    } finally {
      await others.stop();
    }
  });

  test("withdrawn from a moment on; a later end renews; newest first in the list, only one's own", async () => {
    const renewed = await post({ ...good, documentTypes: ["861"], until: "2041-01-01T00:00:00Z" });
    expect(renewed.status).toBe(202);
    const response = await post({ grantee: `did:ethr:0x7a69:${office}`, documentTypes: ["861"], from: "2026-06-01T00:00:00Z", compromised: true }, { path: "/v1/grants:withdraw" });
    const [withdrawal] = grantsAccepted.parse(await response.json()).grants;
    expect(withdrawal).toMatchObject({ kind: "withdrawal", from: "2026-06-01T00:00:00Z", compromised: true });
    const { grants } = grantsAnswer.parse(await (await get(service, "/v1/grants", keys.accredit)).json());
    expect(grants[0]!.id).toBe(withdrawal!.id);
    expect(grants[1]).toMatchObject({ until: "2041-01-01T00:00:00Z" });
    expect(grantsAnswer.parse(await (await get(service, "/v1/grants", service.keys.rival)).json()).grants).toEqual([]);
    await expectProblem(await get(service, `/v1/grants/${withdrawal!.id}`, service.keys.rival), 404, "not_found");
    await expectProblem(await get(service, `/v1/grants?before=${withdrawal!.id}`, service.keys.rival), 404, "not_found");
  });

  test("to say it anew, a withdrawal that takes nothing goes between, and is nobody's answer", async () => {
    const asked = { ...good, documentTypes: ["851"] };
    await post(asked);
    const { grants, saidAnew } = grantsAccepted.parse(await (await post({ ...asked, anew: true })).json());
    expect([grants.length, saidAnew]).toEqual([1, ["851"]]);
    const [again, between, first] = grantsAnswer.parse(await (await get(service, "/v1/grants", keys.read)).json()).grants;
    expect(between).toMatchObject({ kind: "withdrawal", documentType: "851", from: good.until.replace("T02:00:00+02:00", "T00:00:00Z"), compromised: false });
    expect([again!.id, first!.kind]).toEqual([grants[0]!.id, "grant"]);
  });

  test("pages of a hundred, and the way to the next", async () => {
    for (let round = 0; round < 6; round += 1) await post({ ...good, documentTypes: Array.from({ length: 20 }, (_, place) => `R${round}T${place}`) });
    const first = grantsAnswer.parse(await (await get(service, "/v1/grants", keys.read)).json());
    const second = grantsAnswer.parse(await (await get(service, `/v1/grants?before=${first.next}`, keys.read)).json());
    expect([first.grants.length, second.next]).toEqual([100, undefined]);
    expect(new Set([...first.grants, ...second.grants].map(({ id }) => id)).size).toBe(100 + second.grants.length);
  });
});

const refusals: readonly [what: string, change: object, status: number, code: string][] = [
  ["no grantee",                      { grantee: undefined },                               422, "address_malformed"],
  ["a grantee that is none",          { grantee: "0x12" },                                  422, "address_malformed"],
  ["a grantee of another chain",      { grantee: `did:ethr:0x1:${office}` },                422, "address_malformed"],
  ["oneself",                         { grantee: addressOf("d") },                          422, "request_malformed"],
  ["no type",                         { documentTypes: [] },                                422, "document_type_malformed"],
  ["a type that is none",             { documentTypes: ["861", "x"] },                      422, "document_type_malformed"],
  ["one type as text",                { documentTypes: "861" },                             422, "document_type_malformed"],
  ["too many types",                  { documentTypes: Array(21).fill("861") },             422, "document_type_malformed"],
  ["no name",                         { name: undefined },                                  422, "request_malformed"],
  ["a name of 201 bytes",             { name: "é".repeat(100) + "x" },                      422, "request_malformed"],
  ["a hidden character",              { name: "Branch\u200b Office" },                      422, "name_refused"],
  ["a direction mark",                { name: "Branch \u202eeciffO" },                      422, "name_refused"],
  ["not in normal form C",            { name: "Cafe\u0301" },                               422, "name_refused"],
  ["a word of two scripts",           { name: "Вranch Office" },                            409, "name_look_alike"],
  ["the name of a trust root",        { name: "Customs" },                                  409, "name_look_alike"],
  ["a trust root's, with Cyrillic",   { name: "Сustoms" },                                  409, "name_look_alike"],
  ["an issuer's name",                { name: "RIVAL" },                                    409, "name_look_alike"],
  ["another grantee's name",          { grantee: addressOf("8"), name: "Branch Office  NORTH" }, 409, "name_look_alike"],
  ["an end before the beginning",     { until: good.from },                                 422, "request_malformed"],
  ["a day that never was",            { from: "2026-02-30T00:00:00Z" },                     422, "request_malformed"],
  ["a time without a zone",           { from: "2026-05-01T00:00:00" },                      422, "request_malformed"],
  ["a field nobody knows",            { grantor: customs.address },                         422, "request_malformed"],
  ["passing on as text",              { mayPassOn: "yes" },                                 422, "request_malformed"],
];

describe("refused, with nothing stored", () => {
  for (const [what, change, status, code] of refusals) {
    test(`${what}: ${code}`, async () => {
      const before = await service.journal.head();
      await expectProblem(await post({ ...good, ...change }), status, code);
      expect(await service.journal.head()).toEqual(before);
    });
  }

  test("nothing to withdraw is refused when the ledger says so", async () => {
    const empty = await startService({}, { hasSpoken: async () => false });
    try {
      await expectProblem(await sendJson(empty, "/v1/grants:withdraw", { body: { grantee: office, documentTypes: ["861"] }, key: empty.keys.chamber }), 409, "nothing_to_withdraw");
    } finally {
      await empty.stop();
    }
  });

  test("a refused name comes with the name that it may be taken for, where there is one", async () => {
    const refused = async (name: string) => ((await (await post({ ...good, name })).json()) as { looksLike?: unknown }).looksLike;
    expect(await refused("Сustoms")).toEqual({ address: customs.address, name: "Customs" });
    expect(await refused("Вranch Bureau")).toBeUndefined();
  });

  test("a likeness that somebody answers for is let through, and stands in the journal", async () => {
    const response = await post({ ...good, documentTypes: ["AEO"], name: "Сustoms", despiteLikeness: true });
    expect(response.status).toBe(202);
    expect(JSON.parse((await service.journal.head())!.details)).toMatchObject({ name: "Сustoms", despiteLikeness: "confusable" });
    await expectProblem(await post({ ...good, name: "Cus\u200btoms", despiteLikeness: true }), 422, "name_refused");
  });

  test("the same name for the same identity is fine", async () => {
    expect((await post({ ...good, documentTypes: ["TOI"] })).status).toBe(202);
    expect((await post({ ...good, documentTypes: ["TOI"], name: "BRANCH OFFICE NORTH" })).status).toBe(202);
  });
});

describe("scopes", () => {
  const doors: readonly [method: string, path: string, body: object | undefined, opens: readonly Scope[]][] = [
    ["POST", "/v1/documents",              { digest: DIGEST, documentType: "861" },   ["issue"]],
    ["GET",  `/v1/documents?digest=${DIGEST}`, undefined,                             ["issue", "read"]],
    ["GET",  "/v1/documents/nothing",      undefined,                                 ["issue", "read"]],
    ["GET",  "/v1/documents/nothing/evidence", undefined,                             ["issue", "read"]],
    ["GET",  "/v1/documents/nothing/seal", undefined,                                 ["issue", "read"]],
    ["PUT",  "/v1/documents/nothing/standing", { standing: "suspended" },             ["issue"]],
    ["POST", "/v1/grants",                 { ...good, documentTypes: ["ACR"] },       ["accredit"]],
    ["POST", "/v1/grants:withdraw",        { grantee: office, documentTypes: ["861"] }, ["accredit"]],
    ["GET",  "/v1/grants",                 undefined,                                 ["accredit", "read"]],
    ["GET",  "/v1/grants/nothing",         undefined,                                 ["accredit", "read"]],
  ];

  for (const [method, path, body, opens] of doors) {
    test(`${method} ${path} opens to ${opens.join(" and ")} alone`, async () => {
      for (const scope of ["issue", "accredit", "read"] as const) {
        const response = await sendJson(service, path, { body, key: keys[scope]!, method });
        if (opens.includes(scope)) expect([401, 403]).not.toContain(response.status);
        else {
          expect(response.headers.get("www-authenticate")).toBe('Bearer error="insufficient_scope"');
          await expectProblem(response, 403, "scope_missing");
        }
      }
    });
  }
});

describe("keys that are over", () => {
  const ask = (key: string) => get(service, `/v1/documents?digest=${DIGEST}`, key);

  test("a key works until its end, and not in that second", async () => {
    const now = Date.now() / 1000;
    const make = async (expiresAt: number) => (await service.apiKeys.create(addressOf("d"), { scopes: ["read"], expiresAt }, doing)).apiKey;
    expect((await ask(await make(now + 60))).status).toBe(200);
    const late = await ask(await make(now - 1));
    expect(late.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
    await expectProblem(late, 401, "key_expired");
    expect(await service.apiKeys.holderOf(await make(1_000), 1_000)).toBe("expired");
    expect(await service.apiKeys.holderOf(await make(1_000), 999)).toMatchObject({ scopes: ["read"] });
  });

  test("a revoked key opens nothing at once; one that was never right is unknown, whatever its id", async () => {
    const { id, apiKey } = await service.apiKeys.create(addressOf("d"), { scopes: ["read"], expiresAt: null }, doing);
    expect((await ask(apiKey)).status).toBe(200);
    await service.apiKeys.revoke(id, doing);
    await expectProblem(await ask(apiKey), 401, "key_revoked");
    await expectProblem(await ask(`${apiKey.slice(0, -1)}${apiKey.endsWith("A") ? "B" : "A"}`), 401, "key_unknown");
  });

  test("the store keeps no key, only its digest, and the day of its last use", async () => {
    const { id, apiKey } = await service.apiKeys.create(addressOf("d"), { scopes: ["read"], expiresAt: null }, doing);
    await ask(apiKey);
    const [own] = (await service.apiKeys.list()).filter((key) => key.id === id);
    expect(own).toMatchObject({ issuer: { name: "Chamber" }, scopes: ["read"], lastUsedOn: new Date().toISOString().slice(0, 10), revokedAt: null });
    expect(JSON.stringify(await service.apiKeys.list()) + JSON.stringify(await service.journal.after(0, 1_000)) + service.log()).not.toContain(apiKey.split("_").slice(2).join("_"));
  });
});
