/**
 * Goal: the desk cannot be used to list operators: one word for unknown and not consented, limits by address and by issuer; and a list is answered line by line.
 * Method: the real service; the desk is a real one in a small world, or answers by script where lines and limits are at stake.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { operatorFound, operatorLine } from "../../src/http/operators/operatorSchemas.ts";
import { ALLOWANCE, Allowance } from "../../src/http/operators/operatorAllowance.ts";
import { fieldsIn } from "../../src/core/csv.ts";
import { Fault } from "../../src/core/fault.ts";
import type { Authorisation } from "../../src/core/authorisation.ts";
import type { OperatorAnswer, OperatorDesk } from "../../src/flows/operators/operatorDesk.ts";
import { customs, federation, model2 } from "../flows/credentialWorld.ts";
import { deskWorld, type DeskWorld } from "../flows/operators/deskWorld.ts";
import { expectProblem, get, sendJson } from "./calls.ts";
import { addressOf, hashOf, startService, type ServiceInTest } from "./serviceInTest.ts";

const lookUp = (service: ServiceInTest, identifier: string, { scheme, key }: { scheme?: string; key?: string } = {}) => get(service, `/v1/operators?${new URLSearchParams({ identifier, ...(scheme === undefined ? {} : { scheme }) })}`, key);
const TOLD = { publishName: true, shareWithMraPartners: true };

describe("one operator", () => {
  let world: DeskWorld;
  let service: ServiceInTest;
  let id: string;
  beforeAll(async () => {
    world = await deskWorld({ own: [customs, federation] });
    id = await world.store(world.world.anchor(model2()), TOLD);
    service = await startService({ desk: world.desk });
  });
  beforeEach(() => world.setConsent(id, TOLD));
  afterAll(() => Promise.all([service.stop(), world.stop()]));

  test("is told, and kept by nobody", async () => {
    const response = await lookUp(service, "BE0123456789", { scheme: "EORI" });
    expect([response.status, response.headers.get("cache-control"), response.headers.get("access-control-allow-origin")]).toEqual([200, "no-store", "*"]);
    const { authorisations, isComplete, silent } = operatorFound.strict().parse(await response.json());
    expect([authorisations.map(({ verdict, name }) => [verdict, name]), isComplete, silent]).toEqual([[["authentic", "Example Trading Ltd"]], true, []]);
  });

  test.each(["be0123456789", " BE 0123 456 789 ", "BE-0123.456/789", "ＢＥ０１２３４５６７８９", "P051234567X", "KEP051234567X", "cpr 2009 1234", "5493000example000096"])("by %j as well", async (spelt) => {
    expect((await lookUp(service, spelt)).status).toBe(200);
  });

  test.each(["BE012345678", "BE01234567890", "E0123456789", "BE%", "BE_123456789", "BE0123456789%", "*", "BE0123456789' OR '1'='1", "did:web:operator", "ВЕ0123456789"])("not by %j", async (other) => {
    expect([404, 422]).toContain((await lookUp(service, other)).status);
  });

  test("unknown, not consented, taken back: the same answer, but for the request's id", async () => {
    const word = async (identifier: string): Promise<unknown> => {
      const { requestId: _id, ...problem } = (await (await lookUp(service, identifier)).json()) as Record<string, unknown>;
      return problem;
    };
    const unknown = await word("NOBODY1");
    await world.setConsent(id, { publishName: false, shareWithMraPartners: true });
    expect(await word("BE0123456789")).toEqual(unknown);
    await world.setConsent(id, { publishName: false, shareWithMraPartners: false });
    expect(await word("BE0123456789")).toEqual(unknown);
    await expectProblem(await lookUp(service, "BE0123456789"), 404, "not_found");
  });

  test("neither comes sooner than the other can", async () => {
    const time = async (identifier: string): Promise<number> => {
      const begun = performance.now();
      await lookUp(service, identifier);
      return performance.now() - begun;
    };
    for (const identifier of ["NOBODY1", "BE0123456789"]) expect(await time(identifier)).toBeGreaterThan(295);
  });

  test.each([["", ""], ["identifier=", ""], ["identifier=x&scheme=NONE", ""], ["identifier=x&identifier=y", ""], ["identifier=---", ""], [`identifier=${"x".repeat(501)}`, ""], ["identifier=a%00b", ""], ["identifier=x&more=1", ""], [`identifier=${"%EF%B7%BA".repeat(400)}`, ""]])("?%s is refused in words", async (query) => {
    await expectProblem(await get(service, `/v1/operators?${query}`), 422, "request_malformed");
  });

  test("a key must be good where one comes", async () => {
    await expectProblem(await lookUp(service, "BE0123456789", { key: "ts_nobody" }), 401, "key_unknown");
    expect((await lookUp(service, "BE0123456789", { key: service.keys.rival })).status).toBe(200);
  });

  test("an unsigned or a stranger's question of a service is refused", async () => {
    await expectProblem(await sendJson(service, "/v1/operators:ask", { body: { question: "x" } }), 422, "request_malformed");
    await expectProblem(await sendJson(service, "/v1/operators:ask", { body: {} }), 422, "request_malformed");
  });

  test("at most twenty questions a minute from one address; the service log has no identifiers", async () => {
    const limited = await startService({ desk: world.desk, rateLimit: { perMinute: 1_000, exemptLoopback: false } });
    const answers = await Promise.all(Array.from({ length: 21 }, () => lookUp(limited, "NOBODY1")));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(20);
    await expectProblem(answers.find(({ status }) => status === 429)!, 429, "too_many_requests");
    expect(limited.log()).not.toContain("NOBODY1");
    await limited.stop();
  });
});

describe("a list", () => {
  const found: Authorisation = { documentType: "AEO" as never, type: "AEOCredential", verdict: "authentic", issuer: { did: "did:ethr:0x7a69:0xcccccccccccccccccccccccccccccccccccccccc", address: addressOf("c"), name: "Customs" }, name: '=HYPERLINK("http://x")', says: { number: "N-1", programme: "@P" }, foundAt: "here", digest: "ab".repeat(32) as never };
  const asked: string[][] = [];
  let fault: Fault | null = null;
  const answerTo = (value: string): OperatorAnswer => ({
    authorisations: value === "KNOWN" ? [found] : value === "TWICE" ? [{ ...found, verdict: "no_longer_valid", reason: "suspended" }, found] : [],
    silent: value === "OPEN" ? [{ authority: found.issuer, why: "no_answer" }] : [],
    isComplete: value !== "OPEN",
  });
  const desk: OperatorDesk = {
    answer: () => Promise.reject(new Error("no test asks for it")),
    async lookUp(questions) {
      if (fault !== null) throw fault;
      asked.push(questions.map(({ scheme, value }) => `${scheme} ${value}`));
      return { answers: questions.map(({ value }) => answerTo(value)), block: { chainId: 31337, number: 9, hash: hashOf("b"), time: "2026-09-21T13:06:40Z" }, checkedAt: "2026-09-21T13:06:40Z" };
    },
  };
  let service: ServiceInTest;
  let now = 1_000;
  beforeAll(async () => void (service = await startService({ desk })));
  beforeEach(() => {
    asked.splice(0);
    fault = null;
  });
  afterAll(() => service.stop());

  const send = (body: string, { type = "text/csv", accept = "application/x-ndjson", key = service.keys.chamber as string | undefined, to = service } = {}) =>
    fetch(`${to.url}/v1/operators:list`, { method: "POST", body, headers: { "content-type": type, accept, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) } });
  const linesOf = async (response: Response) => (await response.text()).trimEnd().split("\n").map((line) => operatorLine.parse(JSON.parse(line)) as any);

  test.each<[what: string, body: string, type: string, expected: string[]]>([
    ["a table with a head",      "scheme,identifier\nEORI,known\n,nobody\n",                 "text/csv",             ["EORI KNOWN", "null NOBODY"]],
    ["one without",              "known,EORI\nnobody",                                       "text/csv",             ["EORI KNOWN", "null NOBODY"]],
    ["one column",               "known\r\n\r\nnobody\r\n",                                  "text/csv; charset=UTF-8", ["null KNOWN", "null NOBODY"]],
    ["semicolons and quotes",    '\ufeff"identifier";"scheme"\n"kno wn";"eori"\n',           "text/csv",             ["EORI KNOWN"]],
    ["tabs",                     "identifier\tscheme\nknown\tEORI\n",                        "text/csv",             ["EORI KNOWN"]],
    ["lines of JSON",            '{"identifier":"known","scheme":"EORI"}\n{"identifier":"nobody"}\n', "application/x-ndjson", ["EORI KNOWN", "null NOBODY"]],
  ])("%s", async (_what, body, type, expected) => {
    const response = await send(body, { type });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/x-ndjson"]);
    expect((await linesOf(response)).map(({ answer }) => answer)).toEqual(expected.map((each) => (each.endsWith("KNOWN") ? "known" : "nothing_known")));
    expect(asked.flat()).toEqual(expected);
  });

  test("a bad line spoils nothing but itself", async () => {
    const lines = await linesOf(await send('{"identifier":"known"}\n{"identifier":5}\nnonsense\n{"identifier":"x","scheme":"NONE"}\n\n{"identifier":"known"}\n', { type: "application/x-ndjson" }));
    expect(lines.map(({ line, answer, error }) => [line, answer ?? error.code])).toEqual([[1, "known"], [2, "request_malformed"], [3, "body_malformed"], [4, "request_malformed"], [5, "body_malformed"], [6, "known"]]);
    const table = await linesOf(await send('identifier\nknown\n"open\n----\n'));
    expect(table.map(({ line, answer, error }) => [line, answer ?? error.code])).toEqual([[2, "known"], [3, "body_malformed"], [4, "request_malformed"]]);
  });

  test("what not everybody was heard on is unknown, and says who was not", async () => {
    expect(await linesOf(await send("open"))).toMatchObject([{ answer: "unknown", isComplete: false, silent: [{ did: found.issuer.did, why: "no_answer" }] }]);
  });

  test("one operator: nothing found, and not everybody heard, is no 404", async () => {
    const response = await lookUp(service, "OPEN");
    expect([response.status, await response.json()]).toMatchObject([200, { authorisations: [], isComplete: false, silent: [{ why: "no_answer" }] }]);
  });

  test("as a table: a row a line, the best first, and nothing in it is a formula", async () => {
    const response = await send("identifier,scheme\nKNOWN,EORI\nTWICE,\nOPEN,\n=1+1,\n---,\n", { accept: "text/csv" });
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const [head, ...rows] = (await response.text()).trimEnd().split("\r\n").map((line) => fieldsIn(line, ",")!);
    expect(head!.slice(0, 5)).toEqual(["line", "identifier", "scheme", "answer", "reason"]);
    expect(rows.every((row) => row.length === head!.length)).toBe(true);
    expect(rows.map((row) => row.slice(1, 5))).toEqual([["KNOWN", "EORI", "authentic", ""], ["TWICE", "", "no_longer_valid", "suspended"], ["OPEN", "", "unknown", ""], ["'=1+1", "", "nothing_known", ""], ["", "", "error", expect.stringMatching(/^request_malformed: /)]]);
    expect([rows[0]![7], rows[0]![9], rows.map((row) => row.slice(-2))]).toEqual(["'@P", `'=HYPERLINK("http://x")`, [["0", "yes"], ["1", "yes"], ["0", "no"], ["0", "yes"], ["", ""]]]);
  });

  test("answered while it is sent", async () => {
    let push: (text: string) => void = () => {};
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (push = (text) => (text === "" ? controller.close() : controller.enqueue(Buffer.from(text)))) });
    const answering = fetch(`${service.url}/v1/operators:list`, { method: "POST", body, duplex: "half", headers: { "content-type": "text/csv", authorization: `Bearer ${service.keys.chamber}` } } as RequestInit);
    push("identifier\nknown\n");
    const reader = (await answering).body!.getReader();
    expect(JSON.parse(Buffer.from((await reader.read()).value!).toString())).toMatchObject({ line: 2, answer: "known" });
    push("nobody\n");
    expect(JSON.parse(Buffer.from((await reader.read()).value!).toString())).toMatchObject({ line: 3, answer: "nothing_known" });
    push("");
    expect((await reader.read()).done).toBe(true);
  });

  test("ten thousand lines have their answers, in groups of fifty; the next one is refused, and the connection breaks off", async () => {
    const lines = await linesOf(await send(Array.from({ length: 10_000 }, (_, at) => `N${at}`).join("\n")));
    expect([lines.length, new Set(lines.map(({ line }) => line)).size, Math.max(...asked.map(({ length }) => length))]).toEqual([10_000, 10_000, 50]);
    const tooMany = await send(Array.from({ length: 10_001 }, (_, at) => `N${at}`).join("\n"), { key: service.keys.rival });
    let text = "";
    await expect((async () => { for await (const piece of tooMany.body!) text += Buffer.from(piece).toString(); })()).rejects.toThrow();
    expect(JSON.parse(text.trimEnd().split("\n").at(-1)!)).toMatchObject({ line: 10_001, error: { code: "limit_reached" } });
  });

  test("limited by identifiers, not by requests", async () => {
    const limited = await startService({ desk });
    const many = (count: number) => send(Array.from({ length: count }, (_, at) => `N${at}`).join("\n"), { to: limited, key: limited.keys.chamber });
    for (let sent = 0; sent < 2; sent += 1) await (await many(10_000)).text();
    const refused = await many(1);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(500);
    await expectProblem(refused, 429, "too_many_requests");
    expect((await send("known", { to: limited, key: limited.keys.rival })).status).toBe(200);
    await limited.stop();
  });

  test("one by one by key counts as well, and address limits do not bind keys", async () => {
    const limited = await startService({ desk, rateLimit: { perMinute: 1_000, exemptLoopback: false } });
    const many = await Promise.all(Array.from({ length: 25 }, () => lookUp(limited, "KNOWN", { key: limited.keys.chamber })));
    expect(many.every(({ status }) => status === 200)).toBe(true);
    const list = Array.from({ length: 10_000 }, (_, at) => `N${at}`).join("\n");
    for (const _turn of [1, 2]) await (await send(list, { to: limited, key: limited.keys.chamber })).text().catch(() => "");
    await send("x\n".repeat(25), { to: limited, key: limited.keys.chamber }).then((response) => response.text()).catch(() => "");
    await expectProblem(await lookUp(limited, "KNOWN", { key: limited.keys.chamber }).then(async (first) => (first.status === 429 ? first : expect.fail("told"))), 429, "too_many_requests");
    await limited.stop();
  });

  test("an allowance comes back when its time is over", () => {
    const allowance = new Allowance(() => now);
    expect([allowance.take(customs, ALLOWANCE.identifiers), allowance.take(customs, 1), allowance.take(federation, 1)]).toEqual([0, ALLOWANCE.seconds, 0]);
    now += ALLOWANCE.seconds;
    expect(allowance.take(customs, 1)).toBe(0);
  });

  test("nobody without a key, nothing in another form, and a silent ledger is told as that", async () => {
    await expectProblem(await send("x", { key: "" as never }), 401, "key_missing");
    await expectProblem(await send("x", { type: "application/json" }), 415, "media_type_unsupported");
    await expectProblem(await send("x", { type: "text/csv; charset=latin1" }), 415, "media_type_unsupported");
    fault = new Fault("ledger_unreachable", "No answer.");
    await expectProblem(await send("x"), 503, "ledger_unreachable");
    const { apiKey: key } = await service.apiKeys.create(addressOf("d"), { scopes: ["read"], expiresAt: null } as never, { by: "test", at: 1 });
    fault = null;
    expect((await send("x", { key })).status).toBe(200);
  });
});
