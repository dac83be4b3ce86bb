/**
 * Goal: whatever a stranger sends, the answer is a problem of theirs, never of ours: no 5xx, no hanging, no crash.
 * Method: a table of bodies that broke other services, random bodies, and bytes that are no HTTP; after all of it the service still works and has logged no error.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgres } from "../../src/adapters/store/postgres.ts";
import { toBase64url } from "../../src/core/textEncodings.ts";
import { freshPostgres } from "../adapters/store/databases.ts";
import { DIGEST, get, sendJson, sendRaw, statusIn } from "./calls.ts";
import { startService, type ServiceInTest } from "./serviceInTest.ts";

let service: ServiceInTest;
let id = "";
beforeAll(async () => {
  service = await startService();
  const response = await sendJson(service, "/v1/documents", { body: { digest: DIGEST, documentType: "861" }, key: service.keys.chamber });
  ({ id } = (await response.json()) as { id: string });
});
afterAll(async () => {
  expect((await sendJson(service, "/v1/verifications", { body: { digest: DIGEST } })).status).toBe(200);
  expect(service.log()).not.toMatch(/"level":[56]0/);
  await service.stop();
});

/** Every call that reads a body, with the fields it knows. */
const calls = (): readonly [method: string, path: string, fields: readonly string[]][] => [
  ["POST", "/v1/verifications", ["digest", "seal", "documentType"]],
  ["POST", "/v1/documents", ["digest", "documentType", "publish", "reference", "reanchor"]],
  ["PUT", `/v1/documents/${id}/standing`, ["standing", "replacement", "reason"]],
];

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** JSON texts that no field takes. */
const oddValues = [
  "null", "true", "0", "-0", "1e400", "9007199254740993", "1".repeat(5_000), "[]", "[[]]", "{}", '{"toString":1}', '{"valueOf":null,"length":1e3}', '{"then":1}',
  '{"constructor":{"prototype":{"x":1}}}', '""', '"\\u0000"', '"\\ud800"', `"${"a".repeat(60_000)}"`, `"${"\\\\".repeat(30_000)}"`, nested(20), nested(3_000), nested(30_000), '"861\\n"', '"${jndi:ldap://x}"', "\"'; drop table documents; --\"",
];

const send = async (method: string, path: string, body: string | Uint8Array<ArrayBuffer>, contentType = "application/json"): Promise<number> => {
  const response = await fetch(service.url + path, { method, body, headers: { "content-type": contentType, authorization: `Bearer ${service.keys.chamber}` } });
  if (response.status >= 400) expect(response.headers.get("content-type")).toBe("application/problem+json");
  await response.text();
  return response.status;
};

const refused = (status: number): boolean => status >= 400 && status < 500;

test("an odd value in every field", async () => {
  for (const [method, path, fields] of calls()) {
    for (const field of [...fields, "__proto__", "constructor", ""]) {
      for (const value of oddValues) expect(await send(method, path, `{"${field}":${value}}`), `${path} ${field} ${value.slice(0, 40)}`).toSatisfy(refused);
    }
  }
});

test("an odd body", async () => {
  const bytes = [...oddValues.map((text) => Buffer.from(text)), Buffer.from([0xff, 0xfe, 0x00]), Buffer.from('{"digest":"\xff"}', "latin1"), Buffer.from(`\ufeff{"digest":"${DIGEST}"}`), Buffer.alloc(0), Buffer.alloc(200_000, "{")];
  const contentTypes = ["application/json", "text/plain", "", "multipart/form-data; boundary=\"", "multipart/form-data; boundary=x", "application/json; charset=latin1", "multipart/mixed; boundary=x", "application/x-www-form-urlencoded", "a".repeat(3_000)];
  for (const [method, path] of calls()) {
    for (const contentType of contentTypes) {
      for (const body of bytes) expect(await send(method, path, body, contentType), `${path} ${contentType.slice(0, 40)}`).toSatisfy(refused);
    }
  }
});

describe("random", () => {
  test("property: JSON of any shape", async () => {
    const fields = ["digest", "seal", "documentType", "publish", "reference", "reanchor", "standing", "replacement", "reason"];
    const body = fc.oneof(fc.json(), fc.dictionary(fc.constantFrom(...fields), fc.oneof(fc.jsonValue(), fc.constant(DIGEST), fc.constant("861"))).map((value) => JSON.stringify(value)));
    await fc.assert(fc.asyncProperty(fc.nat(2), body, async (which, text) => {
      const [method, path] = calls()[which]!;
      expect(await send(method, path, text)).toBeLessThan(500);
    }), { numRuns: 300 });
  });

  test("property: bytes of any kind, as JSON and as multipart", async () => {
    const bytes = fc.array(fc.oneof(fc.constantFrom("--b\r\n", "--b--\r\n", "\r\n\r\n", 'Content-Disposition: form-data; name="file"; filename="f"\r\n\r\n', 'Content-Disposition: form-data; name="seal"\r\n\r\n', "Content-Disposition: form-data\r\n\r\n", ":", "\0"), fc.uint8Array().map((array) => Buffer.from(array).toString("latin1"))), { maxLength: 12 });
    await fc.assert(fc.asyncProperty(fc.nat(2), fc.constantFrom("application/json", "multipart/form-data; boundary=b"), bytes, async (which, contentType, parts) => {
      const [method, path] = calls()[which]!;
      expect(await send(method, path, Buffer.from(parts.join(""), "latin1"), contentType)).toBeLessThan(500);
    }), { numRuns: 500 });
  });

  test("property: addresses", async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom("/", "/v1/", "/v1/documents/", "/v1/documents?", "/assets/", "/problems/", "/v1/documents/x/"), fc.stringMatching(/^[\x21-\x7e]{0,30}$/), async (start, rest) => {
      const answer = await sendRaw(service, `GET ${start}${rest} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${service.keys.chamber}\r\nConnection: close\r\n\r\n`);
      expect(statusIn(answer)).toBeLessThan(500);
    }), { numRuns: 300 });
  });
});

describe("what is hardly HTTP", () => {
  const post = (headers: string, body: string): string => `POST /v1/verifications HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n\r\n${body}`;
  const table: readonly [what: string, bytes: string][] = [
    ["no HTTP",               "hello\r\n\r\n"],
    ["TLS",                   "\x16\x03\x01\x02\x00\x01\x00"],
    ["chunks of garbage",     post("Content-Type: application/json\r\nTransfer-Encoding: chunked", "zz\r\nabc\r\n0\r\n\r\n")],
    ["chunked, broken JSON",  post("Content-Type: application/json\r\nTransfer-Encoding: chunked", "3\r\n{\"d\r\n0\r\n\r\n")],
    ["two lengths",           post("Content-Type: application/json\r\nContent-Length: 1\r\nContent-Length: 2", "{}")],
    ["length and chunks",     post("Content-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n")],
    ["headers of 100 kB",     post(`X: ${"a".repeat(100_000)}`, "")],
    ["no host",               "POST /v1/verifications HTTP/1.1\r\nConnection: close\r\n\r\n"],
    ["another method",        "BREW /v1/verifications HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["an address as a whole", "GET http://elsewhere/v1/issuers/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
    ["a star for an address", "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
    ["no body at all",        post("Content-Type: application/json", "")],
    ["a tunnel",              "CONNECT elsewhere:443 HTTP/1.1\r\nHost: x\r\n\r\n"],
  ];
  test.each(table)("%s", async (_what, bytes) => {
    const answer = await sendRaw(service, bytes);
    expect(answer === "" || refused(statusIn(answer)), answer.slice(0, 200)).toBe(true);
  });
});

test("names of files and parts, and headers, never come back as headers or HTML", async () => {
  const response = await get(service, "/%3Cscript%3Ealert(1)%3C/script%3E");
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.text()).not.toMatch(/<script/);
});

test("a byte that PostgreSQL takes in no text, wherever text reaches the store: whoever asks is told, and no group of documents fails for it", async () => {
  const onPostgres = await startService({}, {}, postgres({ url: await freshPostgres(), poolSize: 4 }));
  const key = onPostgres.keys.chamber;
  const cursor = (place: unknown): string => toBase64url(new TextEncoder().encode(JSON.stringify(place)));
  const paths = ["/v1/grants/%00/credential", "/v1/grants/%00", "/v1/documents/%00", "/v1/documents/a%00/seal", "/v1/documents/%00/evidence", "/v1/standings/%00", "/v1/watches/%00", "/v1/webhooks/%00", `/v1/watches?cursor=${cursor([1, "\0"])}`, `/v1/watches?cursor=${cursor([1, "\ud800"])}`];
  for (const path of paths) expect((await get(onPostgres, path, key)).status, path).toSatisfy(refused);
  expect((await get(onPostgres, "/v1/grants?before=%00", key)).status).toBe(422);
  expect((await sendJson(onPostgres, "/v1/webhooks", { body: { url: "https://erp.example/\0" }, key })).status).toBe(422);
  const made = (await (await sendJson(onPostgres, "/v1/webhooks", { body: { url: "https://erp.example/hook" }, key })).json()) as { id: string };
  expect((await sendJson(onPostgres, `/v1/webhooks/${made.id}/replay`, { body: { events: ["\0"] }, key })).status).toBe(422);
  expect(onPostgres.log()).not.toMatch(/"level":[56]0/);
  await onPostgres.stop();
});
