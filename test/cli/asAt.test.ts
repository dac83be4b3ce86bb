/**
 * Goal: `tradeseal verify --as-at` asks about that moment and no other, and takes no answer about another one.
 * Method: the real program against a service that answers by script.
 */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Digest } from "../../src/core/digest.ts";
import { authentic } from "../web/reports.ts";
import { tradeseal, testFolder } from "./program.ts";
import { startScripted, type ScriptedService } from "./scriptedService.ts";

const folder = testFolder();
const paper = folder.file("paper.pdf", "paper");
const digest = createHash("sha256").update("paper").digest("hex") as Digest;
let service: ScriptedService;
beforeAll(async () => void (service = await startScripted()));
beforeEach(() => void service.asked.splice(0));
afterAll(async () => {
  await service.stop();
  folder.remove();
});

const answering = (asAt?: string): void => void (service.script = () => ({ body: { ...authentic, subject: { ...authentic.subject, digest, ...(asAt === undefined ? {} : { asAt }) } } }));
const verify = (...args: string[]) => tradeseal(["verify", paper, ...args], { folder: folder.name, environment: { TRADESEAL_SERVICE: service.url } });

test("the moment is asked about, and stands in the headline", async () => {
  answering("2026-05-01T00:00:00Z");
  const run = await verify("--as-at", "2026-05-01");
  expect(service.asked[0]!.body).toEqual({ digest, asAt: "2026-05-01T00:00:00Z" });
  expect(run.stdout).toContain("As at 1 May 2026, 00:00 UTC: Genuine certificate of origin by Demo Chamber of Commerce");
  expect(run.stdout).not.toContain("still stand");
  expect(run.code).toBe(0);
});

const untrue: readonly [what: string, asked: string[], answered: string | undefined][] = [
  ["an answer about the present",   ["--as-at", "2026-05-01"], undefined],
  ["an answer about another moment", ["--as-at", "2026-05-01"], "2026-05-02T00:00:00Z"],
  ["a past yes, unasked for",       [],                        "2026-05-01T00:00:00Z"],
];

test.each(untrue)("%s is no answer: 2", async (_what, asked, answered) => {
  answering(answered);
  const run = await verify(...asked);
  expect(run.stderr).toContain("[service_unreachable]");
  expect(run.code).toBe(2);
});

test.each(["3026-05-01", "yesterday", "2026-02-30", "2026-05-01T12:00:00"])("%s is no past moment: 64", async (moment) => {
  const run = await verify("--as-at", moment);
  expect(run.stderr).toContain("--as-at");
  expect(run.code).toBe(64);
  expect(service.asked).toEqual([]);
});
