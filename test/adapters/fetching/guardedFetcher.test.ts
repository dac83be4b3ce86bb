/**
 * Goal: no stranger's host can make us reach where we must not, wait, hold memory, or take what we did not ask for; each refusal has its own reason.
 * Method: a real hostile server on loopback, over TLS with a certificate made here; names are resolved by script. Every behaviour is a row.
 */
import { createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guardedFetcher, type FetcherOptions } from "../../../src/adapters/fetching/guardedFetcher.ts";
import { fetchLimits, type Fetched, type FetchRefusal } from "../../../src/flows/identities/identityPorts.ts";
import { certificateFor } from "./certificate.ts";
import { behaviours, startHostile, type HostileServer } from "./hostile.ts";

const identity = certificateFor(["hostile.example", "127.0.0.1"]);
const expired = certificateFor(["hostile.example"], { isExpired: true });
const wanted = { limitBytes: fetchLimits.documentBytes, mediaTypes: ["application/did+json", "application/json"] };
/** Shorter than a service's, so that the rows which end by it do so soon; long enough for a handshake on a busy machine. */
const patience = { connectMs: 1_800, totalMs: 2_000 };
/** On a busy machine a timer is late; still far from "never". */
const GRACE_MS = 2_000;

let hostile: HostileServer;
let plain: HostileServer;
let outdated: HostileServer;
let usual: ReturnType<typeof guardedFetcher>;
beforeAll(async () => {
  [hostile, plain, outdated] = await Promise.all([startHostile(identity), startHostile(null), startHostile(expired)]);
  usual = lenient();
});
afterAll(() => Promise.all([hostile, plain, outdated].map((server) => server.stop())));

/** Lets loopback pass, as in development: the hostile server must be reachable to be refused for what it does. */
const lenient = (changes: FetcherOptions = {}) => guardedFetcher({ isLoopbackAllowed: true, lookup: async () => ["127.0.0.1"], authorities: [identity.cert], patience, ports: [hostile.port, plain.port, outdated.port], ...changes });
const strict = (changes: FetcherOptions = {}) => guardedFetcher({ lookup: async () => ["127.0.0.1"], authorities: [identity.cert], patience, ports: [hostile.port, plain.port], ...changes });
const at = (path: string, port = hostile.port): string => `https://hostile.example:${port}${path}`;
const refused = (refusal: FetchRefusal): Fetched => ({ isFetched: false, refusal });

async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  const result = await work;
  return { result, ms: performance.now() - start };
}

describe("what a host may do", () => {
  const rows: readonly [path: string, refusal: FetchRefusal | null][] = [
    ["/good",                     null],
    ["/good-with-parameters",     null],
    ["/full",                     null],
    ["/one-too-many",             "too_large"],
    ["/huge-and-says-so",         "too_large"],
    ["/endless-without-length",   "too_large"],
    ["/endless-in-chunks",        "too_large"],
    ["/endless-chunk-extension",  "answer_cut"],
    ["/gzip-bomb",                "encoding_forbidden"],
    ["/gzip-bomb-in-disguise",    "encoding_forbidden"],
    ["/slow-headers",             "answer_timeout"],
    ["/slow-body",                "answer_timeout"],
    ["/silence",                  "answer_timeout"],
    ["/endless-100-continue",     "answer_timeout"],
    ["/endless-headers",          "answer_malformed"],
    ["/301",                      "redirected"],
    ["/302-to-loopback",          "redirected"],
    ["/307",                      "redirected"],
    ["/404",                      "not_there"],
    ["/410",                      "not_there"],
    ["/500",                      "status_unexpected"],
    ["/204",                      "status_unexpected"],
    ["/206",                      "status_unexpected"],
    ["/101",                      "status_unexpected"],
    ["/html",                     "type_unexpected"],
    ["/no-type",                  "type_unexpected"],
    ["/type-in-parameters",       "type_unexpected"],
    ["/reset-at-once",            "answer_cut"],
    ["/reset-in-the-body",        "answer_cut"],
    ["/shorter-than-it-says",     "answer_cut"],
    ["/not-http",                 "answer_malformed"],
    ["/two-lengths",              "answer_malformed"],
    ["/length-and-chunks",        "answer_malformed"],
  ];

  test("every behaviour has its row", () => expect(rows.map(([path]) => path).sort()).toEqual(Object.keys(behaviours).sort()));

  for (const [path, refusal] of rows) {
    const run = refusal === "answer_timeout" ? test.concurrent : test;
    run(`${path}: ${refusal ?? "fetched"}`, async () => {
      const { result, ms } = await timed(usual.fetch(at(path), wanted));
      if (refusal === null) expect(result.isFetched).toBe(true);
      else expect(result).toEqual(refused(refusal));
      expect(ms).toBeLessThan(patience.totalMs + GRACE_MS);
    });
  }

  for (const [path, refusal] of rows.filter(([, why]) => why !== "answer_timeout")) {
    test(`${path}, asked something: ${refusal ?? "fetched"}`, async () => {
      const { result, ms } = await timed(usual.ask(at(path), '{"question":"x"}', wanted));
      if (refusal === null) expect(result.isFetched).toBe(true);
      else expect(result).toEqual(refused(refusal));
      expect(ms).toBeLessThan(patience.totalMs + GRACE_MS);
    });
  }

  test("what is asked is sent as JSON, and nothing besides", async () => {
    const result = await usual.ask(at("/good"), '{"question":"x"}', wanted);
    expect(result.isFetched && Buffer.from(result.bytes).toString()).toBe('{"good":true}');
    const [lines] = hostile.requests().at(-1)!.split("\r\n\r\n");
    expect(lines!.split("\r\n")).toEqual(["POST /good HTTP/1.1", `Host: hostile.example:${hostile.port}`, "Accept: application/did+json, application/json", "Accept-Encoding: identity", "Content-Type: application/json", "Content-Length: 16", "User-Agent: Tradeseal", "Connection: close"]);
  });

  test("what was fetched is what was sent, and no more was asked for than was needed", async () => {
    const result = await usual.fetch(at("/good"), wanted);
    expect(result.isFetched && Buffer.from(result.bytes).toString()).toBe('{"good":true}');
    const lines = hostile.requests().at(-1)!.split("\r\n");
    expect(lines).toEqual(["GET /good HTTP/1.1", `Host: hostile.example:${hostile.port}`, "Accept: application/did+json, application/json", "Accept-Encoding: identity", "User-Agent: Tradeseal", "Connection: close", "", ""]);
  });

  test("a status list may be larger than a document", async () => {
    const result = await usual.fetch(at("/one-too-many"), { ...wanted, limitBytes: fetchLimits.statusListBytes });
    expect(result.isFetched).toBe(true);
  });
});

describe("where we go", () => {
  const addresses: readonly [url: (port: number) => string, refusal: FetchRefusal][] = [
    [(port) => `https://127.0.0.1:${port}/good`,            "address_forbidden"],
    [(port) => `https://2130706433:${port}/good`,           "address_forbidden"],
    [(port) => `https://0x7f.1:${port}/good`,               "address_forbidden"],
    [(port) => `https://0177.0.0.1:${port}/good`,           "address_forbidden"],
    [(port) => `https://127.1:${port}/good`,                "address_forbidden"],
    [(port) => `https://127.0.0.1.:${port}/good`,           "address_forbidden"],
    [(port) => `https://１２７.0.0.1:${port}/good`,          "address_forbidden"],
    [(port) => `https://%31%32%37.0.0.1:${port}/good`,      "address_forbidden"],
    [(port) => `https://0.0.0.0:${port}/good`,              "address_forbidden"],
    [(port) => `https://[::1]:${port}/good`,                "address_forbidden"],
    [(port) => `https://[::]:${port}/good`,                 "address_forbidden"],
    [(port) => `https://[::ffff:127.0.0.1]:${port}/good`,   "address_forbidden"],
    [(port) => `https://[::ffff:7f00:1]:${port}/good`,      "address_forbidden"],
    [(port) => `https://[64:ff9b::7f00:1]:${port}/good`,    "address_forbidden"],
    [(port) => `https://[2002:7f00:1::]:${port}/good`,      "address_forbidden"],
    [() => "https://169.254.169.254/latest/meta-data/",     "address_forbidden"],
    [() => "https://10.0.0.1/",                             "address_forbidden"],
    [() => "https://[fd00:ec2::254]/",                      "address_forbidden"],
    [(port) => `https://localhost:${port}/good`,            "address_forbidden"],
    [(port) => `https://LOCALHOST.:${port}/good`,           "address_forbidden"],
    [(port) => `https://a.localhost:${port}/good`,          "address_forbidden"],
    [(port) => `https://hostile.example:${port}/good`,      "address_forbidden"],
    [(port) => `http://hostile.example:${port}/good`,       "scheme_forbidden"],
    [(port) => `http://127.0.0.1:${port}/good`,             "scheme_forbidden"],
    [() => "file:///etc/passwd",                            "scheme_forbidden"],
    [() => "data:application/json,{}",                      "scheme_forbidden"],
    [(port) => `https://a@hostile.example:${port}/good`,    "userinfo_forbidden"],
    [(port) => `https://:b@hostile.example:${port}/good`,   "userinfo_forbidden"],
    [() => "https://hostile.example:8443/good",             "port_forbidden"],
    [() => "https://hostile.example:22/good",               "port_forbidden"],
    [() => "hostile.example/good",                          "url_malformed"],
    [() => "",                                              "url_malformed"],
    [() => "https://",                                      "url_malformed"],
    [() => `https://hostile.example/${"a".repeat(2_100)}`,  "url_malformed"],
  ];

  for (const [url, refusal] of addresses) {
    test(`${url(443).slice(0, 60)} is refused: ${refusal}, and nobody is connected to`, async () => {
      const before = [hostile, plain].map((server) => server.connections());
      for (const server of [hostile, plain]) expect(await strict().fetch(url(server.port), wanted)).toEqual(refused(refusal));
      expect([hostile, plain].map((server) => server.connections())).toEqual(before);
    });
  }

  const answers: readonly [what: string, answer: readonly string[], refusal: FetchRefusal][] = [
    ["a private address",                    ["192.168.1.1"],                    "address_forbidden"],
    ["a metadata service",                   ["169.254.169.254"],                "address_forbidden"],
    ["a carrier's shared address",           ["100.100.100.200"],                "address_forbidden"],
    ["loopback by another name",             ["127.9.9.9"],                      "address_forbidden"],
    ["an IPv4 address in IPv6 clothes",      ["::ffff:10.0.0.1"],                "address_forbidden"],
    ["a private address behind NAT64",       ["64:ff9b::a00:1"],                 "address_forbidden"],
    ["a public address and a private one",   ["192.88.98.1", "10.0.0.1"],        "address_forbidden"],
    ["an address with a zone",               ["fe80::1%lo"],                     "address_forbidden"],
    ["something that is no address",         ["localhost"],                      "address_forbidden"],
    ["nothing",                              [],                                 "name_unresolvable"],
  ];
  for (const [what, answer, refusal] of answers) {
    test(`a name that leads to ${what}: ${refusal}`, async () => {
      expect(await strict({ lookup: async () => answer }).fetch("https://hostile.example/good", wanted)).toEqual(refused(refusal));
    });
  }

  test("a name that cannot be looked up: name_unresolvable; one that is looked up for ever: connect_timeout", async () => {
    expect(await strict({ lookup: () => Promise.reject(new Error("SERVFAIL")) }).fetch("https://hostile.example/", wanted)).toEqual(refused("name_unresolvable"));
    let isTold = false;
    const lookup: FetcherOptions["lookup"] = (_name, signal) => new Promise(() => signal.addEventListener("abort", () => (isTold = true)));
    const { result, ms } = await timed(strict({ lookup }).fetch("https://hostile.example/", wanted));
    expect([result, isTold]).toEqual([refused("connect_timeout"), true]);
    expect(ms).toBeLessThan(patience.connectMs + GRACE_MS);
  });

  test("a name that leads elsewhere the second time: it is looked up once, and where it led is where we go", async () => {
    for (const [first, second, expected] of [["127.0.0.1", "10.0.0.1", true], ["10.0.0.1", "127.0.0.1", false]] as const) {
      const asked: string[] = [];
      const lookup = async (name: string): Promise<string[]> => [asked.push(name) === 1 ? first : second];
      const before = hostile.connections();
      const { isFetched } = await lenient({ lookup }).fetch(at("/good"), wanted);
      expect([isFetched, hostile.connections() - before, asked]).toEqual([expected, expected ? 1 : 0, ["hostile.example"]]);
    }
  });

  test("in development loopback is reached, without TLS, too; nothing else is", async () => {
    expect((await usual.fetch(`http://127.0.0.1:${plain.port}/good`, wanted)).isFetched).toBe(true);
    expect((await usual.fetch(`http://localhost:${plain.port}/good`, wanted)).isFetched).toBe(true);
    expect(await usual.fetch(`http://hostile.example:${plain.port}/good`, wanted)).toEqual(refused("scheme_forbidden"));
    expect(await lenient({ lookup: async () => ["10.0.0.1"] }).fetch("https://hostile.example/", wanted)).toEqual(refused("address_forbidden"));
    expect(await lenient({ isLoopbackAllowed: false }).fetch(`http://127.0.0.1:${plain.port}/good`, wanted)).toEqual(refused("scheme_forbidden"));
  });
});

describe("who answers", () => {
  test("a certificate that nobody believes, that has expired, or of another name: tls_failed", async () => {
    const asked = hostile.requests().length;
    expect(await lenient({ authorities: [] }).fetch(at("/good"), wanted)).toEqual(refused("tls_failed"));
    expect(await lenient({ authorities: [expired.cert] }).fetch(at("/good", outdated.port), wanted)).toEqual(refused("tls_failed"));
    expect(await usual.fetch(`https://other.example:${hostile.port}/good`, wanted)).toEqual(refused("tls_failed"));
    expect(hostile.requests().length, "nothing was said to any of them").toBe(asked);
  });
  test("no TLS at all: tls_failed or too late, and nobody there: connect_failed", async () => {
    const silent = await usual.fetch(at("/good", plain.port), wanted);
    expect([refused("tls_failed"), refused("connect_timeout")]).toContainEqual(silent);
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await lenient({ ports: [port] }).fetch(at("/good", port), wanted)).toEqual(refused("connect_failed"));
  });
});

test("in time and without growing: all of it at once, while others are answered", async () => {
  // Both ends of 25 handshakes are in this process.
  const unhurried = { connectMs: 5_000, totalMs: 7_000 };
  const fetcher = lenient({ fetchesAtOnce: 64, patience: unhurried });
  const before = process.memoryUsage().rss;
  const bad = ["/huge-and-says-so", "/endless-without-length", "/endless-in-chunks", "/slow-body", "/silence", "/gzip-bomb"];
  const work = timed(Promise.all(Array.from({ length: 24 }, (_, place) => fetcher.fetch(at(bad[place % bad.length]!), wanted))));
  let turns = 0;
  const heartbeat = setInterval(() => (turns += 1), 10);
  const good = await timed(fetcher.fetch(at("/good"), wanted));
  const { result, ms } = await work;
  clearInterval(heartbeat);
  expect(good.result.isFetched).toBe(true);
  expect(result.every(({ isFetched }) => !isFetched)).toBe(true);
  expect(ms).toBeLessThan(unhurried.totalMs + GRACE_MS);
  expect(turns, "the process went on with other things").toBeGreaterThan(5);
  // The server's own buffers are in this process, too.
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});

test("more at once than are allowed: too_busy, and afterwards again", async () => {
  const fetcher = lenient({ fetchesAtOnce: 2 });
  const slow = [fetcher.fetch(at("/silence"), wanted), fetcher.fetch(at("/silence"), wanted)];
  expect(await fetcher.fetch(at("/good"), wanted)).toEqual(refused("too_busy"));
  await Promise.all(slow);
  expect((await fetcher.fetch(at("/good"), wanted)).isFetched).toBe(true);
});
