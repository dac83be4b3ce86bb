/**
 * Goal: `tradeseal anchor` sends digests and nothing else, waits as long as it is told, and leaves true seals behind.
 * Method: the real program against a service that takes each document one state further whenever it is asked about it.
 */
import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Digest } from "../../src/core/digest.ts";
import { writeSeal } from "../../src/core/seal.ts";
import { digestOf, testFolder, tradeseal } from "./program.ts";
import { problem, startScripted, type Asked, type Answer, type ScriptedService } from "./scriptedService.ts";
import { sealOver } from "./files/seals.ts";

const folder = testFolder();
const KEY = "tradeseal_0123456789abcdef_secret";
const STATES = ["accepted", "batched", "sent", "included", "final"];
let service: ScriptedService;
/** How far each document is, by its id, which is its digest here. */
const states = new Map<string, number>();

beforeAll(async () => {
  service = await startScripted();
});
beforeEach(() => {
  service.asked.splice(0);
  states.clear();
  service.script = issuing;
});
afterAll(async () => {
  await service.stop();
  folder.remove();
});

const BULK = "/v1/documents:bulk";
const linesOf = (answers: readonly object[]): Answer => ({ text: answers.map((answer) => `${JSON.stringify(answer)}\n`).join("") });
const view = (id: string): object => {
  const at = states.get(id)!;
  return { id, digest: id, documentType: "861", state: STATES[at], standing: "active", ...(at >= 3 ? { anchoredAt: "2026-05-03T14:02:10Z" } : {}) };
};

/** A service that works: each time a document is handed in again, it has come one state further. */
function issuing({ path, body }: Asked): Answer {
  if (path !== BULK) return path.endsWith("/seal") ? { text: writeSeal(sealOver(path.split("/")[3] as Digest)) } : { body: view(path.split("/")[3]!) };
  return linesOf(body.map(({ digest }: { digest: string }) => {
    states.set(digest, Math.min((states.get(digest) ?? -1) + 1, STATES.length - 1));
    return { digest, id: digest, state: STATES[states.get(digest)!] };
  }));
}

const anchor = (args: readonly string[], environment: Record<string, string> = {}) =>
  tradeseal(["anchor", ...args], { folder: folder.name, environment: { TRADESEAL_SERVICE: service.url, TRADESEAL_API_KEY: KEY, ...environment } });

test("sends digest, type and reference with the key, waits until included, writes the service's seal byte by byte", async () => {
  folder.file("one.pdf", "one");
  const run = await anchor(["one.pdf", "--type", "861", "--reference", "case 7"]);
  expect(run.stdout).toBe("included  one.pdf   on the ledger since 3 May 2026, 14:02 UTC; seal written to one.pdf.seal.json\n");
  expect(run.code).toBe(0);
  const id = digestOf("one");
  expect(service.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    ...Array.from({ length: 4 }, () => `POST ${BULK}`),
    ...["", "/seal"].map((what) => `GET /v1/documents/${id}${what}`),
  ]);
  expect(service.asked[0]!.body).toEqual([{ digest: id, documentType: "861", reference: "case 7" }]);
  expect(new Set(service.asked.map(({ key }) => key))).toEqual(new Set([`Bearer ${KEY}`]));
  expect(readFileSync(folder.at("one.pdf.seal.json"), "utf8")).toBe(writeSeal(sealOver(id)));
});

const waits: readonly [wait: string, state: string, hasSeal: boolean][] = [
  ["none",     "accepted", false],
  ["included", "included", true],
  ["final",    "final",    true],
];

for (const [wait, state, hasSeal] of waits) {
  test(`--wait ${wait} ends with 0 once all are ${state}`, async () => {
    const names = [1, 2, 3].map((number) => folder.file(`${wait}-${number}.pdf`, `${wait} ${number}`));
    const run = await anchor([...names, "--type", "861", "--wait", wait]);
    expect(run.stdout.split("\n").map((line) => line.split(/\s+/).slice(0, 2).join(" "))).toEqual([...names.map((name) => `${state} ${name}`), ""]);
    expect(run.code).toBe(0);
    expect(names.map((name) => existsSync(folder.at(`${name}.seal.json`)))).toEqual(names.map(() => hasSeal));
  });
}

test("what is not there in time: 2, and why the ledger refuses it", async () => {
  folder.file("slow.pdf", "slow");
  const slow = { id: "1", digest: digestOf("slow"), state: "batched" };
  service.script = ({ path }) => (path === BULK ? linesOf([slow]) : { body: { ...slow, documentType: "861", standing: "active", problem: "no funds" } });
  const run = await anchor(["slow.pdf", "--type", "861", "--timeout", "1"]);
  expect(run.stdout).toBe("batched   slow.pdf   the ledger refuses it: no funds\n");
  expect(run.stderr).toContain("Run the same command again");
  expect(run.code).toBe(2);
});

test("a service that is started anew meanwhile is waited for", async () => {
  folder.file("patient.pdf", "patient");
  service.script = (asked) => (service.asked.length === 2 ? "hang up" : issuing(asked));
  expect((await anchor(["patient.pdf", "--type", "861"])).code).toBe(0);
});

test("a seal that is there stays; a different one is kept under another name, and that is said", async () => {
  folder.file("again.pdf", "again");
  const seal = writeSeal(sealOver(digestOf("again")));
  folder.file("again.pdf.seal.json", seal);
  expect((await anchor(["again.pdf", "--type", "861"])).stdout).toContain("seal is there already: again.pdf.seal.json");
  for (const number of [1, 2]) {
    folder.file("again.pdf.seal.json", `another ${number}`);
    states.clear();
    expect((await anchor(["again.pdf", "--type", "861"])).stdout).toContain(`a different seal that lay there is now again.pdf.seal.json.old-${number}`);
    expect(readFileSync(folder.at(`again.pdf.seal.json.old-${number}`), "utf8")).toBe(`another ${number}`);
  }
  expect(readFileSync(folder.at("again.pdf.seal.json"), "utf8")).toBe(seal);
});

const wrongSeals: readonly [what: string, text: () => string, code: number][] = [
  ["of another document", () => writeSeal(sealOver(digestOf("another"))),                              2],
  ["of another type",     () => writeSeal(sealOver(digestOf("cheated"), "380")),                        2],
  ["without a true path", () => writeSeal({ ...sealOver(digestOf("cheated")), index: 1, size: 2 }),     2],
  ["that is none",        () => "<html>",                                                              65],
];

for (const [what, text, code] of wrongSeals) {
  test(`a seal ${what} is not written: ${code}`, async () => {
    folder.file("cheated.pdf", "cheated");
    service.script = (asked) => (asked.path.endsWith("/seal") ? { text: text() } : issuing(asked));
    expect((await anchor(["cheated.pdf", "--type", "861"])).code).toBe(code);
    expect(existsSync(folder.at("cheated.pdf.seal.json"))).toBe(false);
  });
}

test("a file that cannot be read does not stop the others: 65", async () => {
  folder.file("there.pdf", "there");
  const run = await anchor(["gone.pdf", "there.pdf", "--type", "861"]);
  expect(run.stdout).toContain("included  there.pdf");
  expect(run.stderr).toContain("The file gone.pdf cannot be read: there is no such file. [file_unreadable]");
  expect(run.code).toBe(65);
});

test("the key may come from a file, and never from the command line", async () => {
  folder.file("key.pdf", "key");
  folder.file("key.txt", "tradeseal_fromFile\n");
  await anchor(["key.pdf", "--type", "861", "--wait", "none", "--key-file", "key.txt"]);
  expect(service.asked[0]!.key).toBe("Bearer tradeseal_fromFile");
  expect((await anchor(["key.pdf", "--type", "861", "--key", KEY])).code).toBe(64);
});

const refusals: readonly [what: string, args: string[], environment: Record<string, string>, answer: Answer | null, says: string, code: number][] = [
  ["no key",               ["one.pdf", "-t", "861"],                           { TRADESEAL_API_KEY: "" }, null,                                          "[key_missing]",                64],
  ["a key of two words",   ["one.pdf", "-t", "861"],                           { TRADESEAL_API_KEY: "a b" }, null,                                       "[key_missing]",                64],
  ["a key file not there", ["one.pdf", "-t", "861", "--key-file", "gone.txt"], {}, null,                                                                "[file_unreadable]",            65],
  ["no type",              ["one.pdf"],                                        {}, null,                                                                "'-t, --type <code>' not specified", 64],
  ["an unknown state",     ["one.pdf", "-t", "861", "--wait", "ever"],          {}, null,                                                                "Allowed choices are final, included, none", 64],
  ["a key not known",      ["one.pdf", "-t", "861"],                           {}, problem(401, "key_unknown", "Not one of this service."),             "Not one of this service. [key_unknown]", 1],
  ["a service that is down", ["one.pdf", "-t", "861"],                         {}, "hang up",                                                           "[service_unreachable]",        2],
  ["garbage",              ["one.pdf", "-t", "861"],                           {}, { body: { id: 7 } },                                                 "[service_unreachable]",        2],
];

for (const [what, args, environment, answer, says, code] of refusals) {
  test(`${what}: ${code}`, async () => {
    folder.file("one.pdf", "one");
    if (answer !== null) service.script = () => answer;
    const run = await anchor(args, environment);
    expect(run.stderr).toContain(says);
    expect(run.stdout).toBe("");
    expect(run.code).toBe(code);
  });
}

test("hundreds of files go in some at a time, in any order, and come out in theirs", async () => {
  const names = Array.from({ length: 120 }, (_, number) => folder.file(`many-${number}.pdf`, `many ${number}`));
  const run = await anchor([...names, "--type", "861"]);
  expect(run.stdout.match(/\S+\.pdf(?= )/g)).toEqual(names);
  expect(run.code).toBe(0);
});
