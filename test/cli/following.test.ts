/**
 * Goal: `tradeseal watch` and `tradeseal webhook` ask the service for what was meant, show secrets once, and refuse in words.
 * Method: the real program against a service that answers by script.
 */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tradeseal, testFolder } from "./program.ts";
import { problem, startScripted, type ScriptedService } from "./scriptedService.ts";

const folder = testFolder();
const paper = folder.file("paper.pdf", "paper");
const digest = createHash("sha256").update("paper").digest("hex");
let service: ScriptedService;
beforeAll(async () => void (service = await startScripted()));
beforeEach(() => void service.asked.splice(0));
afterAll(async () => {
  await service.stop();
  folder.remove();
});

const run = (...args: string[]) => tradeseal(args, { folder: folder.name, environment: { TRADESEAL_SERVICE: service.url, TRADESEAL_API_KEY: "key" } });
const asked = () => service.asked.map(({ method, path, body }) => [method, path, body]);

test("watch add: the digest goes out, never the file", async () => {
  service.script = () => ({ status: 201, body: { id: "w1", verdict: "authentic" } });
  const { code, stdout } = await run("watch", "add", paper, "--type", "861");
  expect([code, stdout]).toEqual([0, "watched  paper.pdf   now authentic   w1\n"]);
  expect(asked()).toEqual([["POST", "/v1/watches", { digest, documentType: "861" }]]);
});

test("watch list goes through every page; remove names each", async () => {
  service.script = ({ path }) => ({ body: path.includes("cursor") ? { watches: [{ id: "w2", digest, verdict: "no_longer_valid", reason: "revoked" }] } : { watches: [{ id: "w1", digest, verdict: "authentic" }], next: "a b" } });
  expect((await run("watch", "list")).stdout).toBe(`w1   ${digest}   authentic\nw2   ${digest}   no_longer_valid (revoked)\n`);
  service.script = () => ({ status: 204, text: "" });
  expect((await run("watch", "remove", "w1", "../x")).code).toBe(0);
  expect(asked().slice(-2)).toEqual([["DELETE", "/v1/watches/w1", undefined], ["DELETE", "/v1/watches/..%2Fx", undefined]]);
});

test("watch add: a file that cannot be read does not stop the others", async () => {
  service.script = () => ({ status: 201, body: { id: "w1", verdict: "authentic" } });
  const { code, stdout } = await run("watch", "add", "nowhere.pdf", paper);
  expect([code, stdout]).toEqual([65, "not watched  nowhere.pdf\nwatched  paper.pdf   now authentic   w1\n"]);
});

test("webhook add shows the secret; list, failures, rotate and replay", async () => {
  service.script = () => ({ status: 201, body: { id: "h1", secret: "whsec_AAAA" } });
  const added = await run("webhook", "add", "https://erp.example/hook", "--event", "document.final");
  expect(added.stdout).toContain("whsec_AAAA");
  expect(asked()).toEqual([["POST", "/v1/webhooks", { url: "https://erp.example/hook", events: ["document.final"] }]]);
  service.script = () => ({ body: { webhooks: [{ id: "h1", url: "https://erp.example/hook", events: ["document.final"], enabled: false, problem: "The endpoint answered 410: it is gone." }] } });
  expect((await run("webhook", "list")).stdout).toMatch(/disabled[^]*410/);
  service.script = () => ({ body: { failures: [{ id: "evt_1", type: "document.final", failedAt: "2026-09-25T13:06:40Z", attempts: 10, problem: "The endpoint answered 500." }] } });
  expect((await run("webhook", "failures", "h1")).stdout).toBe("evt_1   document.final   2026-09-25T13:06:40Z   tried 10 times   The endpoint answered 500.\n");
  service.script = () => ({ body: { id: "h1", secret: "whsec_BBBB", previousUntil: "2026-09-22T13:06:40Z" } });
  expect((await run("webhook", "rotate", "h1")).stdout).toContain("whsec_BBBB");
  service.script = () => ({ status: 202, body: { replayed: 1 } });
  expect((await run("webhook", "replay", "h1", "evt_1")).stdout).toBe("1 events are sent again.\n");
  expect(asked().at(-1)).toEqual(["POST", "/v1/webhooks/h1/replay", { events: ["evt_1"] }]);
});

test("refused in the service's words; an unknown event is wrong use", async () => {
  service.script = () => problem(422, "request_malformed", "The field is no address (address_forbidden).");
  const refused = await run("webhook", "add", "https://127.0.0.1/");
  expect([refused.code, refused.stderr]).toEqual([64, expect.stringContaining("address_forbidden")]);
  expect((await run("webhook", "add", "https://erp.example/", "--event", "document.eaten")).code).toBe(64);
  expect((await tradeseal(["watch", "list"], { folder: folder.name, environment: { TRADESEAL_SERVICE: service.url } })).code).toBe(64);
});
