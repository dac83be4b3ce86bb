/**
 * Goal: documents come by the million in one request, each answered in its turn once it is stored; a bad line spoils only
 * itself, and nobody can make the service hold more than a little.
 * Method: the real store; bodies cut anywhere, clients that do not read, do not send, go away, come too many.
 */
import { once } from "node:events";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { Fault } from "../../../src/core/fault.ts";
import type { Store } from "../../../src/flows/issuing/issuePorts.ts";
import { bulkAnswer } from "../../../src/http/openapi/answers.ts";
import { PLACES_OF_AN_ISSUER } from "../../../src/http/documents/bulkPlaces.ts";
import { LINE_LIMIT_BYTES } from "../../../src/http/server/lines.ts";
import { expectProblem, sendJson } from "../calls.ts";
import { beginBulk, BULK, digestFor, linesIn, lineFor, sendBulk, type Answer } from "./bulkCalls.ts";
import { addressOf, head, startService, type ServiceInTest } from "../serviceInTest.ts";

let service: ServiceInTest;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());
afterEach(() => vi.useRealTimers());

const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, each) => `${prefix} ${each}`);
const chamber = addressOf("d");
const stored = async (name: string) => (await service.store.documentsByDigest(chamber, digestFor(name))).length;

describe("accepting", () => {
  test("one answer a line, in their order, each as the description says; stored, and the worker woken", async () => {
    const before = service.nudges();
    const all = names("in order", 2_500);
    const { lines, isWhole, status } = await sendBulk(service, all.map((name) => lineFor(name, { reference: `é ${name}`, publish: false })).join(""));
    expect([status, isWhole]).toEqual([200, true]);
    expect(lines.map(({ digest }) => digest)).toEqual(all.map(digestFor));
    for (const line of lines) expect(bulkAnswer.parse(line)).toMatchObject({ state: "accepted" });
    expect(await service.store.documentById(lines[7]!.id!)).toMatchObject({ issuer: chamber, documentType: "861", reference: "é in order 7", isPublished: false });
    expect(service.nudges()).toBeGreaterThan(before);
  });

  test("the same again, in this request, in another, or alone: the first document, and where it stands now", async () => {
    const first = (await sendBulk(service, lineFor("twice") + lineFor("twice") + lineFor("twice", { documentType: "380" }))).lines;
    expect(first[1]!.id).toBe(first[0]!.id);
    expect(first[2]!.id).not.toBe(first[0]!.id);
    const document = (await service.store.documentById(first[0]!.id!))!;
    await service.store.addBatch({ kind: "anchor", issuer: chamber, documentType: document.documentType, isPublished: true, leaves: [document.leaf], root: document.leaf as never }, chamber, [document]);
    const [write] = await service.store.openWrites(chamber, 1);
    await service.store.setWrite(write!.id, { state: "included", block: head });
    expect((await sendBulk(service, lineFor("twice"))).lines).toEqual([{ digest: digestFor("twice"), id: first[0]!.id, state: "included" }]);
    expect(await (await sendJson(service, "/v1/documents", { key: service.keys.chamber, body: { digest: digestFor("twice"), documentType: "861" } })).json()).toMatchObject({ id: first[0]!.id });
    expect((await sendBulk(service, lineFor("unknown", { documentType: "AEO" }))).lines[0]!.state).toBe("accepted");
  });

  test("each is answered before the next is sent, and the last needs no newline", async () => {
    const { upload, response } = beginBulk(service);
    upload.write(lineFor("step 0"));
    const answer = await response;
    expect(answer.headers["content-type"]).toBe("application/x-ndjson");
    expect(String((await once(answer, "data"))[0])).toContain(digestFor("step 0"));
    upload.write(lineFor("step 1"));
    expect(String((await once(answer, "data"))[0])).toContain(digestFor("step 1"));
    upload.end(lineFor("step 2").trimEnd());
    expect((await linesIn(answer)).lines.map(({ digest }) => digest)).toEqual([digestFor("step 2")]);
  });

  test("no lines, no answers", async () => {
    expect(await sendBulk(service, "")).toEqual({ status: 200, isWhole: true, lines: [] });
  });
});

const good = lineFor("good").trimEnd();
const line = (more: object): string => JSON.stringify({ digest: digestFor("spoilt"), documentType: "861", ...more });
const bad: readonly [what: string, line: string | Buffer, code: string][] = [
  ["empty",                   "",                                                                          "body_malformed"],
  ["blanks",                  "  \r",                                                                      "body_malformed"],
  ["no JSON",                 "certificate.pdf",                                                           "body_malformed"],
  ["cut short",               good.slice(0, -1),                                                           "body_malformed"],
  ["two objects",             `${good}${good}`,                                                            "body_malformed"],
  ["a comma behind it",       `${good},`,                                                                  "body_malformed"],
  ["a byte order mark",       `\ufeff${good}`,                                                             "body_malformed"],
  ["a key twice",             `{"digest":"${digestFor("a")}","documentType":"861","digest":"${digestFor("b")}"}`, "body_malformed"],
  ["a key that is none",      `{"__proto__":1,"digest":"${digestFor("a")}","documentType":"861"}`,         "body_malformed"],
  ["a lone surrogate",        `{"digest":"${digestFor("a")}","documentType":"861","reference":"\\ud800"}`, "body_malformed"],
  ["not UTF-8",               Buffer.concat([Buffer.from(good.slice(0, -1)), Buffer.of(0xff), Buffer.from("}")]), "body_malformed"],
  ["too long",                line({ reference: "x".repeat(LINE_LIMIT_BYTES) }),                           "body_malformed"],
  ["far too long",            "x".repeat(300_000),                                                         "body_malformed"],
  ["an array",                `[${good}]`,                                                                 "request_malformed"],
  ["a digest alone",          `"${digestFor("a")}"`,                                                       "request_malformed"],
  ["null",                    "null",                                                                      "request_malformed"],
  ["no digest",               '{"documentType":"861"}',                                                    "digest_malformed"],
  ["a digest in capitals",    line({ digest: "AB".repeat(32) }),                                           "digest_malformed"],
  ["a digest that is none",   line({ digest: { toString: 1 } }),                                           "digest_malformed"],
  ["no type",                 `{"digest":"${digestFor("a")}"}`,                                            "document_type_malformed"],
  ["a type in small letters", line({ documentType: "aeo" }),                                               "document_type_malformed"],
  ["a reference of two lines", line({ reference: "a\nb" }),                                                "request_malformed"],
  ["a field not known",       line({ issuer: "0x" }),                                                      "request_malformed"],
  ["reanchor",                line({ reanchor: true }),                                                    "request_malformed"],
];

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("a bad line", () => {
  test.each(bad)("%s: it says so, with its number, and spoils only itself", async (_what, spoilt, code) => {
    const body = Buffer.concat([Buffer.from(lineFor("before")), Buffer.from(spoilt), Buffer.from(`\n${lineFor("after")}`)]);
    const { lines, isWhole } = await sendBulk(service, body);
    expect(isWhole).toBe(true);
    expect(lines.map(({ digest, line: number, error }) => digest ?? [number, error?.code])).toEqual([digestFor("before"), [2, code], digestFor("after")]);
    expect(bulkAnswer.safeParse(lines[1]).success).toBe(true);
    expect(lines[1]!.error!.detail.length).toBeLessThan(300);
  });

  test("law: wherever the stream is cut, and whatever stands in the lines, each has its answer", async () => {
    const goodLine = fc.nat(40).map((number) => ({ text: Buffer.from(lineFor(`law ${number}`).trimEnd()), is: digestFor(`law ${number}`) }));
    const badLine = fc.constantFrom(...bad).map(([, text, code]) => ({ text: Buffer.from(text), is: code }));
    const bytes = fc.uint8Array({ maxLength: 40 }).filter((array) => !array.includes(10) && !isJson(Buffer.from(array).toString())).map((array) => ({ text: Buffer.from(array), is: "body_malformed" }));
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(goodLine, badLine, bytes), { maxLength: 12 }), fc.array(fc.nat(4_000), { maxLength: 6 }), fc.boolean(), async (lines, cuts, isClosed) => {
      const needsNewline = isClosed || lines.at(-1)?.text.length === 0;
      const body = Buffer.concat(lines.flatMap(({ text }, place) => (place < lines.length - 1 || needsNewline ? [text, Buffer.from("\n")] : [text])));
      const { upload, response } = beginBulk(service);
      let start = 0;
      for (const cut of cuts) {
        upload.write(body.subarray(start, (start += cut)));
        await new Promise((resolve) => setImmediate(resolve));
      }
      upload.end(body.subarray(start));
      const { lines: answers, isWhole } = await linesIn(await response);
      expect(isWhole).toBe(true);
      expect(answers.map(({ digest, error }) => digest ?? error!.code)).toEqual(lines.map(({ is }) => is));
      for (const [place, { line: number }] of answers.entries()) if (number !== undefined) expect(number).toBe(place + 1);
    }), { numRuns: 150 });
  });
});

describe("refused before anything was answered: a problem", () => {
  const send = (headers: Record<string, string>, on = service): Promise<Response> =>
    fetch(on.url + BULK, { method: "POST", body: lineFor("refused"), headers: { "content-type": "application/x-ndjson", authorization: `Bearer ${on.keys.chamber}`, ...headers } });

  test("without a key, with a wrong one, as another kind of body", async () => {
    await expectProblem(await send({ authorization: "" }), 401, "key_missing");
    await expectProblem(await send({ authorization: "Bearer wrong" }), 401, "key_unknown");
    await expectProblem(await send({ "content-type": "application/json" }), 415, "media_type_unsupported");
    await expectProblem(await send({ "content-type": "application/x-ndjson; charset=latin1" }), 415, "media_type_unsupported");
    await expectProblem(await send({ "content-encoding": "gzip" }), 415, "media_type_unsupported");
    expect((await send({ "content-type": 'Application/X-NDJSON; charset="UTF-8"' })).status).toBe(200);
  });

  test("too many at once: 429 and when to come again; a place that is given back serves the next", async () => {
    const open = Array.from({ length: PLACES_OF_AN_ISSUER }, () => beginBulk(service));
    for (const { upload } of open) upload.write(lineFor("open"));
    await Promise.all(open.map(({ response }) => response));
    const refused = await send({});
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await expectProblem(refused, 429, "too_many_requests");
    for (const { upload } of open) upload.end();
    await Promise.all(open.map(async ({ response }) => linesIn(await response)));
    expect((await send({})).status).toBe(200);
    expect((await sendJson(service, "/v1/documents", { key: service.keys.chamber, body: { digest: digestFor("alone"), documentType: "861" } })).status).toBe(202);
  });

  test("too many wait for the ledger: 503 and when to come again, for bulk requests before it is so for single documents", async () => {
    const full = await startService({ waitingLimit: 10 });
    const alone = (name: string): Promise<Response> => sendJson(full, "/v1/documents", { key: full.keys.chamber, body: { digest: digestFor(name), documentType: "861" } });
    expect((await sendBulk(full, names("full", 9).map((name) => lineFor(name)).join(""))).lines).toHaveLength(9);
    const refusedBulk = await send({}, full);
    expect((await alone("the last")).status).toBe(202);
    for (const refused of [refusedBulk, await alone("one more")]) {
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      await expectProblem(refused, 503, "overloaded");
    }
    await full.stop();
  });
});

describe("trouble in the middle", () => {
  /** A store that fails from its second group on. */
  const failing = (store: Store): Store => {
    let groups = 0;
    return { ...store, acceptDocuments: (documents) => ((groups += 1) > 1 ? Promise.reject(new Fault("overloaded", "The disk is full.")) : store.acceptDocuments(documents)) };
  };

  test("a last line names the first without an answer and why; the connection breaks off", async () => {
    const own = await startService();
    const broken = await startService({ issue: { store: failing(own.store), accounts: { accountFor: async () => null }, clock: () => Date.now() / 1000, newId: () => String(Math.random()), randomLeaf: () => "" as never } });
    const { upload, response } = beginBulk(broken);
    upload.write(lineFor("kept"));
    const answer = await response;
    const reading = linesIn(answer);
    await vi.waitFor(async () => expect(await own.store.documentsByDigest(chamber, digestFor("kept"))).toHaveLength(1));
    upload.write(lineFor("lost 1") + lineFor("lost 2"));
    const { lines, isWhole } = await reading;
    expect(isWhole).toBe(false);
    expect(lines.map(({ digest, line: number, error }) => digest ?? [number, error!.code, error!.detail])).toEqual([digestFor("kept"), [2, "overloaded", "The disk is full."]]);
    expect(await own.store.documentsByDigest(chamber, digestFor("lost 1"))).toEqual([]);
    upload.destroy();
    await Promise.all([broken.stop(), own.stop()]);
  });

  test("one that goes away: what was whole is kept, what was cut is not; sent again, nothing is doubled", async () => {
    const all = names("broken off", 3_000);
    const body = all.map((name) => lineFor(name)).join("");
    const { upload, response } = beginBulk(service);
    const half = body.slice(0, body.length / 2 - 40);
    upload.write(half);
    const answer = await response;
    await once(answer, "data");
    await vi.waitFor(async () => expect(await stored(all[half.split("\n").length - 2]!)).toBe(1));
    upload.destroy();
    expect(await stored(all[half.split("\n").length - 1]!)).toBe(0);
    const again = await sendBulk(service, body);
    expect(again.lines.map(({ digest }) => digest)).toEqual(all.map(digestFor));
    for (const name of [all[0]!, all[1_400]!, all[2_999]!]) expect(await stored(name)).toBe(1);
  });
});

describe("pace", () => {
  test("who sends and does not read is made to wait; once he reads, he gets every answer", async () => {
    const { upload, response } = beginBulk(service);
    const group = names("unread", 1_000).map((name) => lineFor(name)).join("");
    let sent = 0;
    // Answers are as long as questions: both directions fill what the system holds for a connection, and then it stops.
    while (sent < 600) {
      const isRoom = upload.write(group);
      sent += 1;
      if (!isRoom && !(await Promise.race([once(upload, "drain").then(() => true), new Promise((resolve) => setTimeout(resolve, 1_500, false))]))) break;
    }
    expect(sent).toBeLessThan(600);
    const reading = linesIn(await response);
    upload.end();
    const { lines, isWhole } = await reading;
    expect([lines.length, isWhole]).toEqual([sent * 1_000, true]);
  });

  test("who sends nothing while we wait is cut off after ten seconds, and told why", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { upload, response } = beginBulk(service);
    upload.write(lineFor("idle"));
    const reading = linesIn(await response);
    const ended = vi.waitFor(() => reading);
    for (let second = 0; second < 30; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { lines, isWhole } = await ended;
    expect(isWhole).toBe(false);
    expect(lines.map(({ error }: Answer) => error?.code)).toEqual([undefined, "body_malformed"]);
    upload.destroy();
  });
});
