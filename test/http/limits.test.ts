/**
 * Goal: keys open only their own issuer's doors; guessing and hammering are slowed down by address; the machine itself is exempt.
 * Method: callers from chosen addresses, by way of one trusted proxy.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyLedger, startService, type ServiceInTest } from "./serviceInTest.ts";
import { DIGEST, expectProblem, get, sendJson } from "./calls.ts";

const PER_MINUTE = 20;
let service: ServiceInTest;
beforeAll(async () => void (service = await startService({ trustedProxies: 1, rateLimit: { perMinute: PER_MINUTE, exemptLoopback: true } })));
afterAll(() => service.stop());

let lastOctet = 0;
/** A caller's address that no other test uses. */
const newAddress = (): string => `203.0.113.${++lastOctet}`;

const verifyFrom = (from: string | null, on = service): Promise<Response> =>
  sendJson(on, "/v1/verifications", { body: { digest: DIGEST }, headers: from === null ? {} : { "x-forwarded-for": from } });
const listFrom = (from: string, key: string): Promise<Response> => sendJson(service, `/v1/documents?digest=${DIGEST}`, { method: "GET", key, headers: { "x-forwarded-for": from } });

describe("API keys", () => {
  const wrong: readonly [what: string, authorization: (key: string) => string | null, code: string, challenge: string][] = [
    ["none",              () => null,                                "key_missing", "Bearer"],
    ["empty",             () => "Bearer ",                           "key_missing", "Bearer"],
    ["another scheme",    (key) => `Basic ${key}`,                   "key_missing", "Bearer"],
    ["no scheme",         (key) => key,                              "key_missing", "Bearer"],
    ["two keys",          (key) => `Bearer ${key} ${key}`,           "key_missing", "Bearer"],
    ["a word",            () => "Bearer secret",                     "key_unknown", 'Bearer error="invalid_token"'],
    ["one letter more",   (key) => `Bearer ${key}x`,                 "key_unknown", 'Bearer error="invalid_token"'],
    ["one letter less",   (key) => `Bearer ${key.slice(0, -1)}`,     "key_unknown", 'Bearer error="invalid_token"'],
    ["another secret",    (key) => `Bearer ${key.slice(0, -43)}${"A".repeat(43)}`, "key_unknown", 'Bearer error="invalid_token"'],
  ];
  test.each(wrong)("refused: %s", async (_what, authorization, code, challenge) => {
    const value = authorization(service.keys.chamber);
    for (const [method, path] of [["GET", `/v1/documents?digest=${DIGEST}`], ["POST", "/v1/documents"], ["GET", "/v1/documents/x"], ["GET", "/v1/documents/x/seal"], ["GET", "/v1/documents/x/evidence"], ["PUT", "/v1/documents/x/standing"]] as const) {
      const response = await fetch(service.url + path, { method, headers: value === null ? {} : { authorization: value } });
      await expectProblem(response, 401, code);
      expect(response.headers.get("www-authenticate")).toBe(challenge);
    }
  });

  test("the scheme's name may be written in any case", async () => {
    const response = await fetch(`${service.url}/v1/documents?digest=${DIGEST}`, { headers: { authorization: `bearer ${service.keys.chamber}` } });
    expect(response.status).toBe(200);
  });

  test("guessing is stopped by address, and only there", async () => {
    const [guesser, other] = [newAddress(), newAddress()];
    for (let tries = 0; tries < 10; tries += 1) await expectProblem(await listFrom(guesser, "guess"), 401, "key_unknown");
    const refused = await listFrom(guesser, service.keys.chamber);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await expectProblem(refused, 429, "too_many_requests");
    expect((await listFrom(other, service.keys.chamber)).status).toBe(200);
  });

  test("keys are not in the log", () => {
    expect(service.log()).not.toContain(service.keys.chamber.slice(-20));
  });
});

describe("verifications by address", () => {
  test("so many a minute, then 429 with Retry-After; other addresses are not held up", async () => {
    const hasty = newAddress();
    for (let count = 0; count < PER_MINUTE; count += 1) expect((await verifyFrom(hasty)).status).toBe(200);
    const refused = await verifyFrom(hasty);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
    await expectProblem(refused, 429, "too_many_requests");
    expect((await verifyFrom(newAddress())).status).toBe(200);
  });

  test("an IPv6 caller is its network", async () => {
    for (let count = 0; count < PER_MINUTE; count += 1) expect((await verifyFrom(`2001:db8:1:100::${count}`)).status).toBe(200);
    expect((await verifyFrom("2001:db8:1:100::ffff")).status).toBe(429);
  });

  test("this machine is exempt, unless it is not to be", async () => {
    for (let count = 0; count < 2 * PER_MINUTE; count += 1) expect((await verifyFrom(null)).status).toBe(200);
    const strict = await startService({ rateLimit: { perMinute: 1, exemptLoopback: false } });
    expect([(await verifyFrom(null, strict)).status, (await verifyFrom(null, strict)).status]).toEqual([200, 429]);
    await strict.stop();
  });

  test("behind a proxy that nobody configured the world is not taken for this machine, and cannot choose its address", async () => {
    const unaware = await startService({ rateLimit: { perMinute: 1, exemptLoopback: true } });
    expect([(await verifyFrom(newAddress(), unaware)).status, (await verifyFrom(newAddress(), unaware)).status]).toEqual([200, 429]);
    await unaware.stop();
  });

  test("more at once than we can judge: 503, and soon right again", async () => {
    const waiting: (() => void)[] = [];
    const ports = emptyLedger();
    const head = async () => (await new Promise<void>((resolve) => waiting.push(resolve)), ports.ledger.head());
    const busy = await startService({ verify: { ...ports, ledger: { ...ports.ledger, head } } });
    const asked = Array.from({ length: 1_001 }, () => verifyFrom(null, busy));
    const refused = await Promise.race(asked);
    expect(refused.headers.get("retry-after")).toBe("5");
    await expectProblem(refused, 503, "overloaded");
    for (const resolve of waiting) resolve();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 503)).toHaveLength(1);
    await busy.stop();
  });
});

test("listing issuers counts like a verification", async () => {
  const strict = await startService({ rateLimit: { perMinute: 1, exemptLoopback: false } });
  expect([(await get(strict, "/v1/issuers")).status, (await get(strict, "/v1/issuers")).status]).toEqual([200, 429]);
  await strict.stop();
});

describe("receipts", () => {
  const makeFrom = (from: string): Promise<Response> => sendJson(service, "/v1/receipts", { body: { digest: DIGEST }, headers: { "x-forwarded-for": from } });

  test("ten a minute from one address, and no more than 120 from all together", async () => {
    for (let caller = 0; caller < 12; caller += 1) {
      const from = newAddress();
      for (let made = 0; made < 10; made += 1) expect((await makeFrom(from)).status).not.toBe(429);
      if (caller === 0) await expectProblem(await makeFrom(from), 429, "too_many_requests");
    }
    const refused = await makeFrom(newAddress());
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await expectProblem(refused, 429, "too_many_requests");
  });
});
