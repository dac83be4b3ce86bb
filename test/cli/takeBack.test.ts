/**
 * Goal: a grantor takes another's document back by command: the right thing is said, the service's warnings are passed on, and it is waited as long as wanted.
 * Method: the real program against a service that answers by script.
 */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tradeseal, testFolder } from "./program.ts";
import { problem, startScripted, type ScriptedService } from "./scriptedService.ts";

const folder = testFolder();
const digest = createHash("sha256").update("paper").digest("hex");
const paper = folder.file("paper.pdf", "paper");
const ISSUER = `did:ethr:0x7a69:0x${"d".repeat(40)}`;
let service: ScriptedService;
let states: string[];
let warnings: object[];

beforeAll(async () => void (service = await startScripted()));
beforeEach(() => {
  service.asked.splice(0);
  [states, warnings] = [["batched", "sent", "included"], []];
  service.script = ({ body }) => ({ status: 202, body: { id: "w1", state: states.length > 1 ? states.shift() : states[0], standing: body?.standing ?? "suspended", warnings } });
});
afterAll(async () => {
  await service.stop();
  folder.remove();
});

const run = (...args: string[]) => tradeseal(args, { folder: folder.name, environment: { TRADESEAL_SERVICE: service.url, TRADESEAL_API_KEY: "tradeseal_key" } });

const said: readonly [args: string[], body: object][] = [
  [["suspend", paper, "--issuer", ISSUER, "--type", "861"],                                 { issuer: ISSUER, documentType: "861", digest, standing: "suspended" }],
  [["reinstate", digest, "--issuer", `0x${"d".repeat(40)}`, "--type", "AEO"],               { issuer: `0x${"d".repeat(40)}`, documentType: "AEO", digest, standing: "active" }],
  [["revoke", paper, "--issuer", ISSUER, "--type", "861", "--reason", "fraud"],             { issuer: ISSUER, documentType: "861", digest, standing: "revoked", reason: "fraud" }],
  [["replace", paper, "--by", "ab".repeat(32), "--issuer", ISSUER, "--type", "861"],        { issuer: ISSUER, documentType: "861", digest, standing: "replaced", replacement: "ab".repeat(32), reason: "superseded" }],
];

test.each(said)("%j", async (args, body) => {
  const { code, stdout, stderr } = await run(...args);
  expect(service.asked[0]).toMatchObject({ method: "POST", path: "/v1/standings", key: "Bearer tradeseal_key", body });
  expect(service.asked.at(-1)).toMatchObject({ method: "GET", path: "/v1/standings/w1" });
  expect(stdout).toContain("on the ledger: verifiers see it");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("what the service warns of is told, and the word is said all the same", async () => {
  warnings = [{ code: "not_above_issuer", means: "Your word does not count here." }];
  const { code, stderr } = await run("suspend", paper, "--issuer", ISSUER, "--type", "861");
  expect(stderr).toContain("Warning: Your word does not count here.");
  expect(code).toBe(0);
});

test("not there in time: 2", async () => {
  states = ["batched"];
  const { code, stdout } = await run("suspend", paper, "--issuer", ISSUER, "--type", "861", "--timeout", "1");
  expect(stdout).toContain("stored, and not on the ledger yet");
  expect(code).toBe(2);
});

test("refused by the service: 1", async () => {
  service.script = () => problem(409, "standing_forbidden", "You said of this document that it is revoked, and that is final.");
  const { code, stderr } = await run("reinstate", paper, "--issuer", ISSUER, "--type", "861");
  expect(stderr).toContain("[standing_forbidden]");
  expect(code).toBe(1);
});

const wrong: readonly (readonly string[])[] = [
  ["suspend", paper, "--issuer", ISSUER],
  ["suspend", paper, "--issuer", "Chamber", "--type", "861"],
  ["suspend", paper, "--issuer", "did:web:customs.example", "--type", "861"],
];

test.each(wrong)("wrong use: %s %s %s %s", async (...args) => {
  const { code } = await run(...args.filter((arg) => arg !== undefined));
  expect(code).toBe(64);
  expect(service.asked).toEqual([]);
});
