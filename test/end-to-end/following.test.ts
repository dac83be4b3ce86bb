/**
 * Goal: whoever issues or watches a document is told what becomes of it: soon, signed, in order, over restarts and kills, and nobody is held up by others' endpoints.
 * Method: the real service on a real ledger; a receiver on loopback that misbehaves by path; signatures are checked by the reference library.
 */
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { startReceiver } from "./receiver.ts";
import { until } from "../until.ts";

const settings = { TRADESEAL_FETCH_LOOPBACK: "1" };
let service: ServiceProcess;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let [dataFolder, port] = ["", 0];
beforeAll(async () => {
  receiver = await startReceiver();
  [dataFolder, port] = [temporaryFolder(), await freePort()];
  service = await startServiceProcess({ dataFolder, port, settings });
});
afterAll(async () => {
  await service.stop();
  await receiver.stop();
});

async function call<T = Record<string, unknown>>(method: string, path: string, { role = "chamber", body }: { role?: "customs" | "chamber" | "rogue"; body?: object } = {}): Promise<T> {
  const headers = { authorization: `Bearer ${service.keyOf(role)}`, "content-type": "application/json" };
  const reply = await fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
  return (text === "" ? {} : JSON.parse(text)) as T;
}

const anchor = (digest: string): Promise<{ id: string }> => call("POST", "/v1/documents", { body: { digest, documentType: "861" } });
const freshDigest = (): string => randomBytes(32).toString("hex");
const untilFinal = (id: string) => until(async () => ((await call<{ state: string }>("GET", `/v1/documents/${id}`)).state === "final" ? true : undefined));
const register = (path: string, more: object = {}, role: "customs" | "chamber" | "rogue" = "chamber") => call<{ id: string; secret: string }>("POST", "/v1/webhooks", { role, body: { url: receiver.url + path, ...more } });

test("a document's way, told by webhook in order, signed as the reference library reads it", async () => {
  const { secret } = await register("/way");
  const { id } = await anchor(freshDigest());
  const kinds = ["document.included", "document.final"];
  const own = () => receiver.at("/way").filter(({ event }) => event.data["documentId"] === id);
  await until(() => own().length >= 2 || undefined);
  expect(own().map(({ event }) => event.type)).toEqual(kinds);
  for (const { body, headers, event } of own()) {
    expect(new Webhook(secret).verify(body, headers)).toEqual(event);
    expect(headers["webhook-id"]).toBe(event.id);
    expect(() => new Webhook(secret).verify(body.replace("861", "380"), headers)).toThrow();
    expect(() => new Webhook(`whsec_${randomBytes(32).toString("base64")}`).verify(body, headers)).toThrow();
  }
  await call("PUT", `/v1/documents/${id}/standing`, { body: { standing: "suspended", reason: "under_investigation" } });
  const told = await until(() => own().find(({ event }) => event.type === "standing.included"));
  expect(told.event.data).toMatchObject({ documentId: id, standing: "suspended", reason: "under_investigation" });
});

test("a changed secret: both sign", async () => {
  const first = await register("/rotated", { events: ["document.included"] });
  const second = await call<{ secret: string }>("POST", `/v1/webhooks/${first.id}/rotate`);
  await anchor(freshDigest());
  const { body, headers, event } = await until(() => receiver.at("/rotated")[0]);
  for (const { secret } of [first, second]) expect(new Webhook(secret).verify(body, headers)).toEqual(event);
});

test("endpoints that fail, hang, redirect, are gone or say too much hold up nobody", async () => {
  const paths = ["/fails", "/hangs", "/redirects", "/gone", "/huge", "/resets"];
  const registered = await Promise.all(paths.map((path) => register(path, { events: ["document.included"] }, "chamber")));
  await register("/good", { events: ["document.included"] });
  const begun = performance.now();
  const { id } = await anchor(freshDigest());
  await until(() => receiver.at("/good").find(({ event }) => event.data["documentId"] === id));
  expect(performance.now() - begun).toBeLessThan(15_000);
  const stateOf = async (path: string) => call<{ enabled: boolean; problem?: string }>("GET", `/v1/webhooks/${registered[paths.indexOf(path)]!.id}`);
  const problemOf = async (path: string) => until(async () => (await stateOf(path)).problem);
  expect(await problemOf("/fails")).toContain("500");
  expect(await problemOf("/redirects")).toContain("302");
  expect(await problemOf("/hangs")).toContain("answer_timeout");
  expect(await problemOf("/resets")).toContain("answer_cut");
  expect(await problemOf("/gone")).toContain("410");
  expect((await stateOf("/gone")).enabled).toBe(false);
  expect(receiver.at("/taken-after-redirect")).toEqual([]);
  expect(receiver.at("/huge").length, "a 200 is taken, however long the answer").toBe(1);
  expect((await stateOf("/huge")).problem).toBeUndefined();

  // What the one that is gone missed stands in its list, and is sent again when asked.
  const goneId = registered[paths.indexOf("/gone")]!.id;
  const { failures } = await call<{ failures: { id: string; type: string }[] }>("GET", `/v1/webhooks/${goneId}/failures`);
  expect(failures.map(({ type }) => type)).toContain("document.included");
  const before = receiver.at("/gone").length;
  expect(await call("POST", `/v1/webhooks/${goneId}/replay`, { body: {} })).toEqual({ replayed: failures.length });
  await until(() => receiver.at("/gone").length > before || undefined);
  expect(receiver.at("/gone").at(-1)!.event.id, "the same webhook-id").toBe(receiver.at("/gone")[0]!.event.id);
  for (const { id: webhook } of registered) await call("DELETE", `/v1/webhooks/${webhook}`);
});

test("a watched document falls: the watcher, who has only a key, is told within a round", async () => {
  const digest = freshDigest();
  const { id } = await anchor(digest);
  await untilFinal(id);
  await register("/bank", { events: ["watch.verdict_changed"] }, "rogue");
  const watch = await call<{ id: string; verdict: string }>("POST", "/v1/watches", { role: "rogue", body: { digest } });
  expect(watch.verdict).toBe("authentic");
  expect(await call("POST", "/v1/watches", { role: "rogue", body: { digest } }), "asked twice, watched once").toMatchObject({ id: watch.id });
  await call("PUT", `/v1/documents/${id}/standing`, { body: { standing: "revoked", reason: "fraud" } });
  const begun = performance.now();
  const { event } = await until(() => receiver.at("/bank")[0]);
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(event.data).toMatchObject({ watchId: watch.id, digest, verdict: "no_longer_valid", reason: "revoked", previous: { verdict: "authentic" }, standing: { standing: "revoked", reason: "fraud" } });
  await pause(1_500);
  expect(receiver.at("/bank").length, "told once").toBe(1);
});

/** Reads a stream until it ends or is cut; gives what came. */
async function read(path: string, { after, isEnough, events = [] }: { after: string | null; isEnough: (ids: readonly number[]) => boolean; events?: { id: number; type: string }[] }): Promise<{ events: { id: number; type: string }[]; lastId: string | null }> {
  const cut = new AbortController();
  const headers = { authorization: `Bearer ${service.keyOf("chamber")}`, ...(after === null ? {} : { "last-event-id": after }) };
  let lastId = after;
  const reply = await fetch(service.url + path, { headers, signal: cut.signal });
  expect(reply.status).toBe(200);
  expect(reply.headers.get("content-type")).toBe("text/event-stream");
  try {
    let text = "";
    for await (const piece of reply.body!) {
      text += Buffer.from(piece).toString();
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const lines = text.slice(0, end).split("\n");
        text = text.slice(end + 2);
        lastId = lines.find((line) => line.startsWith("id: "))?.slice(4) ?? lastId;
        const data = lines.find((line) => line.startsWith("data: "));
        if (data !== undefined) events.push({ id: (JSON.parse(data.slice(6)) as { sequence: number }).sequence, type: lines.find((line) => line.startsWith("event: "))!.slice(7) });
      }
      if (isEnough(events.map(({ id }) => id))) cut.abort();
    }
  } catch {
    // Cut, by us or by the service's end.
  }
  return { events, lastId };
}

test("a stream goes on where it was over a stop and a kill: nothing lost, nothing twice", async () => {
  const seen: { id: number; type: string }[] = [];
  const first = read("/v1/events", { after: null, isEnough: () => false, events: seen });
  await pause(300);
  await anchor(freshDigest());
  await until(() => seen.length > 0 || undefined);
  const stopped = service.stop();
  const one = await first;
  expect(await stopped, "streams do not hold up a stop").toBe(0);
  service = await startServiceProcess({ dataFolder, port, settings });

  const second = read("/v1/events", { after: one.lastId, isEnough: () => false });
  const { id } = await anchor(freshDigest());
  await pause(2_200);
  await service.killAll();
  const two = await second;
  service = await startServiceProcess({ dataFolder, port, settings });
  await untilFinal(id);

  const { id: lastDocument } = await anchor(freshDigest());
  await untilFinal(lastDocument);
  const whole = await read(`/v1/events?after=${one.events[0]!.id - 1}`, { after: null, isEnough: (ids) => ids.length >= 6 });
  const last = whole.events.at(-1)!.id;
  const three = await read("/v1/events", { after: two.lastId, isEnough: (ids) => ids.at(-1)! >= last });
  const pieced = [...one.events, ...two.events, ...three.events].filter(({ id: sequence }) => sequence <= last);
  expect(pieced).toEqual(whole.events);
  expect(pieced.map(({ id: sequence }) => sequence)).toEqual(pieced.map((_, place) => pieced[0]!.id + place));
  const own = await read(`/v1/events?documentId=${lastDocument}&after=${one.events[0]!.id - 1}`, { after: null, isEnough: (ids) => ids.length >= 2 });
  expect(own.events.map(({ type }) => type)).toEqual(["document.included", "document.final"]);
});

test("killed between the ledger and the endpoint: the webhook still comes", async () => {
  await register("/after-kill", { events: ["document.final"] });
  const { id } = await anchor(freshDigest());
  await pause(200);
  await service.killAll();
  service = await startServiceProcess({ dataFolder, port, settings });
  await until(() => receiver.at("/after-kill").find(({ event }) => event.data["documentId"] === id));
});
