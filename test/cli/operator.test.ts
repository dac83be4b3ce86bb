/**
 * Goal: `tradeseal operator` and `operators` ask for what was meant, say in words what holds and who was not heard, and exit so that a script can rely on it.
 * Method: the real program against a service that answers by script.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tradeseal, testFolder } from "./program.ts";
import { problem, startScripted, type Answer, type ScriptedService } from "./scriptedService.ts";

const folder = testFolder();
let service: ScriptedService;
beforeAll(async () => void (service = await startScripted()));
beforeEach(() => void service.asked.splice(0));
afterAll(async () => {
  await service.stop();
  folder.remove();
});
const run = (args: string[], key: string | null = "key") => tradeseal(args, { folder: folder.name, environment: { TRADESEAL_SERVICE: service.url, ...(key === null ? {} : { TRADESEAL_API_KEY: key }) } });

const customs = { did: `did:ethr:0x7a69:0x${"c".repeat(40)}`, address: `0x${"c".repeat(40)}`, name: "Customs of Southland" };
const good = { documentType: "AEO", type: "AEOCredential", verdict: "authentic", issuer: customs, name: "Example Trading Ltd\u001b[2J", says: { number: "KEAEOF0001234", programme: "KE-AEO", type: "AEOF" }, validFrom: "2026-01-15T00:00:00Z", validUntil: "2029-01-14T00:00:00Z", standing: { standing: "active" }, recognition: [], foundAt: "here", digest: "ab".repeat(32) };
const suspended = { ...good, verdict: "no_longer_valid", reason: "suspended", standing: { standing: "suspended", since: "2026-05-03T10:00:00Z", reason: "under_investigation", by: customs } };
const unknown = { ...good, verdict: "undetermined", reason: "status_silent" };
const silent = [{ authority: customs, why: "no_answer" }];
const found = (authorisations: object[], others: object[] = []): Answer => ({ body: { authorisations, silent: others, isComplete: others.length === 0, block: {}, checkedAt: "" } });

test.each<[what: string, answer: Answer, code: number, says: RegExp]>([
  ["one that holds",                 found([good]),            0,  /^authentic {3}Authorised: genuine AEO certificate by Customs of Southland\nThe certificate is just as its issuer signed it[\s\S]*Operator +Example Trading Ltd[^\u001b]*\n[\s\S]*KEAEOF0001234 \(KE-AEO, AEOF\)[\s\S]*from 15 January 2026 until 14 January 2029[\s\S]*What to do now: Compare the name/],
  ["one that holds, others silent",  found([good], silent),    0,  /^authentic[\s\S]*Not every authority was heard[\s\S]*Customs of Southland: Its service gave no answer/],
  ["suspended",                      found([suspended]),       1,  /^no_longer_valid {3}Does not hold: AEO certificate by Customs of Southland, suspended since 3 May 2026/],
  ["suspended, others silent",       found([suspended], silent), 2, /^no_longer_valid/],
  ["unknown",                        found([unknown]),         2,  /^undetermined/],
  ["nothing, others silent",         found([], silent),        2,  /^Not every authority was heard/],
  ["nothing",                        problem(404, "not_found", "x"), 1, /^Nothing may be told of an operator with this identifier/],
  ["no service of ours",             { body: { ok: true } },   2,  /^$/],
  ["a silent ledger",                problem(503, "ledger_unreachable", "x"), 2, /^$/],
])("%s", async (_what, answer, code, says) => {
  service.script = () => answer;
  const { code: exit, stdout, stderr } = await run(["operator", "be 0123456789", "--scheme", "eori"], null);
  expect([exit, stdout], stderr).toEqual([code, expect.stringMatching(says)]);
  expect(service.asked[0]).toMatchObject({ method: "GET", path: "/v1/operators?identifier=be+0123456789&scheme=EORI", key: undefined });
});

test("with a key it goes along; as JSON it is the answer itself", async () => {
  service.script = () => found([good]);
  const { stdout } = await run(["operator", "X", "--json"]);
  expect([service.asked[0]!.key, JSON.parse(stdout).authorisations[0].name]).toEqual(["Bearer key", good.name]);
  service.script = () => problem(404, "not_found", "x");
  expect(JSON.parse((await run(["operator", "X", "--json"])).stdout)).toEqual({ authorisations: [], isComplete: true, silent: [] });
});

const HEAD = '"line","identifier","scheme","answer","isComplete"\r\n';
const row = (number: number, answer: string, isComplete: string): string => `"${number}","X","","${answer}","${isComplete}"\r\n`;
const ndjson = folder.file("list.ndjson", '{"identifier":"X"}\n');

test.each<[what: string, answer: Answer, code: number]>([
  ["every line answered",      { text: HEAD + row(1, "authentic", "yes") },  0],
  ["one not in full",          { text: HEAD + row(1, "unknown", "no") },     2],
  ["one that is wrong",        { text: `${HEAD}"1","","","error",""\r\n` },  2],
  ["a key that is not known",  problem(401, "key_unknown", "x"),             1],
  ["no answer",                "hang up",                                    2],
])("a list: %s", async (_what, answer, code) => {
  service.script = () => answer;
  const { code: exit, stdout, stderr } = await run(["operators", ndjson]);
  expect(exit, stdout + stderr).toBe(code);
  expect(service.asked[0]).toMatchObject({ method: "POST", path: "/v1/operators:list", key: "Bearer key", body: [{ identifier: "X" }] });
});

test("a list into a file, as lines of JSON", async () => {
  service.script = () => ({ text: '{"line":1,"isComplete":false}\n{"line":2,"isComplete":true}\n' });
  const { code, stdout, stderr } = await run(["operators", ndjson, "--to", "ndjson", "--out", "table.ndjson"]);
  expect([code, stdout, stderr]).toEqual([2, "The table is in table.ndjson.\n", "1 of the lines have no whole answer: the table says which.\n"]);
  expect(readFileSync(folder.at("table.ndjson"), "utf8")).toBe('{"line":1,"isComplete":false}\n{"line":2,"isComplete":true}\n');
});

test("a list that cannot be read, or is not UTF-8; and nobody without a key", async () => {
  expect((await run(["operators", "nowhere.csv"])).code).toBe(65);
  expect(await run(["operators", folder.file("latin1.csv", Buffer.from([0x4d, 0xfc]))])).toMatchObject({ code: 65, stderr: expect.stringContaining("is not UTF-8") });
  expect((await run(["operators", ndjson], null)).code).toBe(64);
  expect(service.asked).toEqual([]);
});
