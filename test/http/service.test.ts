/**
 * Goal: what all resources share is the same everywhere: ids, logs, methods, cross-origin rules, problems, headers; and the small resources say what is so.
 * Method: one question per promise.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import { NO_END, type GrantStatement } from "../../src/core/ledger.ts";
import * as answers from "../../src/http/openapi/answers.ts";
import { DIGEST, expectProblem, get, sendJson } from "./calls.ts";
import { addressOf, customs, emptyLedger, hashOf, ledger, startService, type ServiceInTest } from "./serviceInTest.ts";

let service: ServiceInTest;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

describe("request ids and the log", () => {
  test.each([["abc-1", true], ["x".repeat(128), true], ["x".repeat(129), false], ["a b", false], ["é", false]])("%s", async (given, isTaken) => {
    const response = await fetch(`${service.url}/healthz`, { headers: { "x-request-id": given } });
    const requestId = response.headers.get("x-request-id")!;
    expect(requestId === given).toBe(isTaken);
    expect(requestId).toMatch(/^[\x21-\x7e]{1,128}$/);
  });

  test("one line a request: the route's pattern, never the address", async () => {
    await get(service, `/v1/documents?digest=${DIGEST}&x=secret`, service.keys.chamber);
    await get(service, "/secret%0A%7B%22level%22:60%7D");
    await get(service, "/v1/documents/secret", service.keys.chamber);
    const lines = service.log().trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.at(-1)).toMatchObject({ msg: "request", method: "GET", route: "/v1/documents/:id", status: 404, durationMs: expect.any(Number), requestId: expect.any(String) });
    expect(service.log()).not.toMatch(/secret/);
  });
});

describe("what is not there", () => {
  test.each(["/nothing", "/v1", "/v1/Verifications", "/v1/verifications/x", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/.env", "/problems/nothing"])("404: %s", async (path) => {
    await expectProblem(await get(service, path), 404, "not_found");
  });

  test.each([
    ["GET", "/v1/verifications", "POST, OPTIONS"],
    ["HEAD", "/v1/verifications", "POST, OPTIONS"],
    ["DELETE", "/v1/documents", "GET, HEAD, POST, OPTIONS"],
    ["PATCH", "/v1/documents/x", "GET, HEAD, OPTIONS"],
    ["POST", "/v1/documents/x/standing", "PUT, OPTIONS"],
    ["POST", "/", "GET, HEAD, OPTIONS"],
    ["POST", "/healthz", "GET, HEAD, OPTIONS"],
  ])("405: %s %s", async (method, path, allow) => {
    const response = await get(service, path, undefined, method);
    expect([response.status, response.headers.get("allow")]).toEqual([405, allow]);
    if (method !== "HEAD") await expectProblem(response, 405, "method_not_allowed");
  });
});

describe("cross-origin", () => {
  const originOf = (response: Response): string | null => response.headers.get("access-control-allow-origin");

  test.each(["/v1/issuers", "/v1/trust-roots", "/.well-known/tradeseal-ledger.json", "/openapi.json", "/healthz"])("any page may read %s", async (path) => {
    expect(originOf(await get(service, path))).toBe("*");
  });

  test("any page may verify, and reads refusals, too", async () => {
    expect(originOf(await sendJson(service, "/v1/verifications", { body: { digest: DIGEST } }))).toBe("*");
    expect(originOf(await sendJson(service, "/v1/verifications", { body: {} }))).toBe("*");
    const preflight = await get(service, "/v1/verifications", undefined, "OPTIONS");
    expect([preflight.status, preflight.headers.get("access-control-allow-methods"), preflight.headers.get("access-control-allow-headers")]).toEqual([204, "POST, OPTIONS", "Content-Type, X-Request-Id"]);
  });

  test("no page may use a key", async () => {
    for (const method of ["GET", "OPTIONS"]) {
      const response = await get(service, `/v1/documents?digest=${DIGEST}`, service.keys.chamber, method);
      expect([originOf(response), response.headers.get("access-control-allow-headers")]).toEqual([null, null]);
    }
  });
});

describe("small resources", () => {
  const bodyOf = async (path: string): Promise<unknown> => (await get(service, path)).json();

  test("the ledger, trust roots and health", async () => {
    expect(answers.ledgerFile.strict().parse(await bodyOf("/.well-known/tradeseal-ledger.json"))).toEqual({ format: "tradeseal-ledger/1", ...ledger });
    expect(answers.trustRoots.strict().parse(await bodyOf("/v1/trust-roots"))).toEqual({ trustRoots: [{ ...customs, did: `did:ethr:0x7a69:${customs.address}` }] });
    // Its public address has no https.
    await expectProblem(await get(service, "/.well-known/did.json"), 404, "not_found");
    expect(await bodyOf("/healthz")).toEqual({ status: "ok" });
    expect(await bodyOf("/readyz")).toEqual({ isReady: true, waitingFor: [] });
    expect((await get(service, "/healthz", undefined, "HEAD")).status).toBe(200);
  });

  test("not ready says what for", async () => {
    const waiting = await startService({ readiness: async () => ({ isReady: false, waitingFor: ["index"] }) });
    const response = await get(waiting, "/readyz");
    expect([response.status, answers.readiness.strict().parse(await response.json())]).toEqual([503, { isReady: false, waitingFor: ["index"] }]);
    expect(waiting.log()).not.toMatch(/"level":50/);
    await waiting.stop();
  });
});

describe("issuers", () => {
  const chamber = addressOf("d");
  const granted: GrantStatement = { isGranted: true, from: 1_700_000_000, until: NO_END, mayPassOn: false, isCompromised: false, time: 1_700_000_001, blockNumber: 3, particulars: hashOf("f") };
  const vouching = () => {
    const ports = emptyLedger();
    const grantsBelow = (type: string) => (type === "861" ? [{ grantor: customs.address, grantee: chamber, name: "Chamber", particulars: hashOf("f") }] : []);
    return { ...ports, ledger: { ...ports.ledger, grantsOf: async () => [granted] }, index: { ...ports.index, grantsBelow } };
  };

  test("who, for what, by whom, until when", async () => {
    const full = await startService({ verify: vouching() });
    const body = await (await get(full, "/v1/issuers")).json();
    expect(answers.issuers.parse(body), "the description says all there is").toEqual(body);
    const by = { did: `did:ethr:0x7a69:${customs.address}`, address: customs.address, name: "Customs" };
    const accreditation = { documentType: "861", by, from: "2023-11-14T22:13:20Z", mayPassOn: false, recordedAt: "2023-11-14T22:13:21Z", isInForce: true };
    expect(body).toMatchObject({ issuers: [{ did: `did:ethr:0x7a69:${chamber}`, address: chamber, name: "Chamber", accreditations: [accreditation] }], block: { chainId: 31337, number: 9 } });
    await full.stop();
  });

  test("a silent ledger: 503, worth retrying, and the next answer is right again", async () => {
    const ports = vouching();
    let isSilent = true;
    const head = async () => (isSilent ? Promise.reject(new Fault("ledger_unreachable", "The ledger did not answer.")) : ports.ledger.head());
    const silent = await startService({ verify: { ...ports, ledger: { ...ports.ledger, head } } });
    const response = await get(silent, "/v1/issuers");
    expect(response.headers.get("retry-after")).toBe("5");
    await expectProblem(response, 503, "ledger_unreachable");
    isSilent = false;
    expect((await get(silent, "/v1/issuers")).status).toBe(200);
    await silent.stop();
  });
});

test("a bug of ours: told in one plain sentence, logged in full", async () => {
  const broken = await startService({ apiKeys: { list: async () => [], holderOf: async () => Promise.reject(new Error("disk on fire at /secret/path")) } });
  const response = await get(broken, "/v1/documents/x", "any");
  expect(await expectProblem(response, 500, "internal")).not.toMatch(/fire|secret/);
  expect(broken.log()).toMatch(/disk on fire.*serviceInTest|disk on fire/);
  await broken.stop();
});

describe("the page", () => {
  const policy = "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';worker-src 'self';manifest-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'";

  test("is served under a strict policy; assets with a hash in their name for ever", async () => {
    const webFolder = mkdtempSync(join(tmpdir(), "tradeseal-web-"));
    mkdirSync(join(webFolder, "assets"));
    writeFileSync(join(webFolder, "index.html"), "<!doctype html><title>built</title>");
    writeFileSync(join(webFolder, "operators.html"), "<!doctype html><title>another</title>");
    writeFileSync(join(webFolder, "assets", "index-3f2a.js"), "1;");
    const built = await startService({ webFolder });
    const [page, script] = [await get(built, "/"), await get(built, "/assets/index-3f2a.js")];
    expect([page.status, await page.text(), page.headers.get("cache-control")]).toEqual([200, "<!doctype html><title>built</title>", "no-cache"]);
    expect(page.headers.get("content-security-policy")).toBe(policy);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect([script.status, script.headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
    expect(page.headers.get("permissions-policy")).toBe("camera=(self), microphone=(), geolocation=()");
    expect((await get(built, "/operators")).headers.get("permissions-policy")).toBe("camera=(), microphone=(), geolocation=()");
    await expectProblem(await get(built, "/assets/"), 404, "not_found");
    await built.stop();
    rmSync(webFolder, { recursive: true });
  });

  test("not built: says how", async () => {
    const response = await get(service, "/");
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(await response.text()).toMatch(/npm run build/);
    expect(response.headers.get("content-security-policy")).toBe(policy);
  });
});
