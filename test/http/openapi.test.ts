/**
 * Goal: the description of the service is in step with the service, and fit to be read by programs and people.
 * Method: the committed file against the generated one; every operation against the routes there are; every reference against the schemas there are.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openApiFile } from "../../scripts/generateOpenApi.ts";
import { problemCodes, verdictNames } from "../../src/http/openapi/answers.ts";
import { openApiFor } from "../../src/http/openapi/openapi.ts";
import { operations } from "../../src/http/openapi/operations.ts";
import { get, sendJson } from "./calls.ts";
import { startService, type ServiceInTest } from "./serviceInTest.ts";

const committed = readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8");
const api = openApiFor("/");
const text = JSON.stringify(api);

let service: ServiceInTest;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

test("the committed file is in step", async () => {
  expect(committed, "run: node scripts/generateOpenApi.ts").toBe(openApiFile());
  const script = fileURLToPath(new URL("../../scripts/generateOpenApi.ts", import.meta.url));
  await promisify(execFile)(process.execPath, [script, "--check"]);
});

test("the service gives the same, under its own address", async () => {
  expect(await (await get(service, "/openapi.json")).json()).toEqual({ ...JSON.parse(committed), servers: [{ url: "http://tradeseal.test" }] });
});

test("every route is described, and every description has its route", async () => {
  const described = Map.groupBy(operations, ({ path }) => path);
  for (const [path, own] of described) {
    const { status, headers } = await get(service, path.replace("{id}", "x"), undefined, "OPTIONS");
    const methods = (headers.get("allow") ?? "").split(", ").filter((method) => !["HEAD", "OPTIONS"].includes(method));
    expect([status, methods.sort()], path).toEqual([204, own.map(({ method }) => method.toUpperCase()).sort()]);
  }
  expect([...described.keys()].sort()).toEqual([
    "/.well-known/did.json",
    "/.well-known/tradeseal-ledger.json",
    "/contexts/{name}/v1",
    "/docs",
    "/healthz",
    "/issuers/{address}/did.json",
    "/metrics",
    "/openapi.json",
    "/readyz",
    "/recognitions",
    "/schemas/{name}/v1.json",
    "/status/{list}",
    "/v1/certificates:find",
    "/v1/challenges",
    "/v1/challenges/{challenge}/answer",
    "/v1/challenges/{challenge}/presentation",
    "/v1/codes",
    "/v1/credentials",
    "/v1/credentials/{id}",
    "/v1/credentials/{id}/consent",
    "/v1/credentials/{id}/document",
    "/v1/credentials/{id}/standing",
    "/v1/documents",
    "/v1/documents/{id}",
    "/v1/documents/{id}/evidence",
    "/v1/documents/{id}/seal",
    "/v1/documents/{id}/standing",
    "/v1/documents:bulk",
    "/v1/events",
    "/v1/grants",
    "/v1/grants/{id}",
    "/v1/grants/{id}/credential",
    "/v1/grants:withdraw",
    "/v1/identity",
    "/v1/issuers",
    "/v1/issuers/{id}/keys",
    "/v1/keys",
    "/v1/me",
    "/v1/operators",
    "/v1/operators:ask",
    "/v1/operators:list",
    "/v1/papers",
    "/v1/receipts",
    "/v1/receipts/{id}",
    "/v1/receipts/{id}/sheet",
    "/v1/recognitions",
    "/v1/snapshot",
    "/v1/standings",
    "/v1/standings/{id}",
    "/v1/trust-graph",
    "/v1/trust-roots",
    "/v1/verifications",
    "/v1/watches",
    "/v1/watches/{id}",
    "/v1/webhooks",
    "/v1/webhooks/{id}",
    "/v1/webhooks/{id}/failures",
    "/v1/webhooks/{id}/replay",
    "/v1/webhooks/{id}/rotate",
  ]);
});

test("every reference leads somewhere, and every schema is of use", () => {
  const names = Object.keys(api.components.schemas);
  const used = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!));
  expect([...used].sort()).toEqual(names.toSorted());
});

test("examples are good ones", () => {
  for (const methods of Object.values(api.paths)) {
    for (const operation of Object.values(methods)) {
      const contents = [operation.requestBody?.content, ...Object.values(operation.responses).map(({ content }) => content)];
      for (const { schema, example } of contents.flatMap((content = {}) => Object.values(content))) {
        if (example !== undefined) expect(accepts(schema, example), JSON.stringify(example)).toBe(true);
      }
    }
  }
});

test("the credential that the description asks for as an example is issued as it stands", async () => {
  const { example } = operations.find(({ method, path }) => method === "post" && path === "/v1/credentials")!.body!["application/json"]!;
  const response = await sendJson(service, "/v1/credentials", { body: example, key: service.keys.chamber });
  expect(response.status, await response.text()).toBe(201);
});

/** Judges by JSON Schema alone, as a caller's program would. */
function accepts(schema: object, value: unknown): boolean {
  const inlined = JSON.parse(JSON.stringify({ ...schema, $defs: api.components.schemas }).replaceAll("#/components/schemas/", "#/$defs/"));
  return z.fromJSONSchema(inlined).safeParse(value).success;
}

test("a schema that should refuse does", () => {
  const schema = { $ref: "#/components/schemas/VerificationRequest" };
  expect([accepts(schema, { digest: "ab".repeat(32) }), accepts(schema, { digest: "x" }), accepts(schema, { digest: "ab".repeat(32), extra: 1 })]).toEqual([true, false, false]);
});

test("people find the words: what a digest is, six verdicts, every problem", async () => {
  const response = await get(service, "/docs");
  const page = await response.text();
  expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none';style-src 'sha256-[^']+';img-src data:;base-uri 'none';form-action 'none';frame-ancestors 'none'$/);
  expect(page).not.toMatch(/<script|(src|href)="(https?:)?\/\//);
  expect(verdictNames).toHaveLength(6);
  for (const word of ["SHA-256", "sha256sum", ...verdictNames, ...problemCodes, ...operations.map(({ path }) => path)]) expect(page).toContain(word);
});

test("a problem's type leads to its description", async () => {
  for (const code of problemCodes) {
    const response = await get(service, `/problems/${code}`);
    expect([response.status, response.headers.get("location")]).toEqual([303, `/docs#${code}`]);
  }
  const page = await (await get(service, "/docs")).text();
  for (const code of problemCodes) expect(page).toContain(`id="${code}"`);
});
