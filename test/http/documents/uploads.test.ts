/**
 * Goal: an upload is hashed as it passes: never held, never stored, and ended at once when it is too large, too slow or broken off.
 * Method: senders that misbehave on a plain socket or a stream; memory is watched while a large one passes.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { request as httpRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { DIGEST, expectProblem, sendForm, sendJson } from "../calls.ts";
import { startService, type ServiceInTest } from "../serviceInTest.ts";

const MIB = 2 ** 20;
const LIMIT = 4 * MIB;
const HEAD = '--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n';
const TAIL = "\r\n--b--\r\n";
const PATH = "/v1/verifications";

let [service, small]: ServiceInTest[] = [];
beforeAll(async () => {
  [service, small] = await Promise.all([startService(), startService({ uploadLimitBytes: LIMIT })]);
});
afterAll(() => Promise.all([service!.stop(), small!.stop()]));
afterEach(() => vi.useRealTimers());

/** Begins an upload; the answer may come before its end. */
function beginUpload({ port, keys }: ServiceInTest, path = PATH, headers: Record<string, string> = {}): { upload: ClientRequest; answer: Promise<IncomingMessage & { text: string }> } {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage & { text: string }>();
  const upload = httpRequest({ port, path, method: "POST", headers: { "content-type": "multipart/form-data; boundary=b", authorization: `Bearer ${keys.chamber}`, ...headers } }, (response) => {
    let text = "";
    response.on("data", (chunk) => (text += chunk)).on("end", () => resolve(Object.assign(response, { text })));
  });
  upload.on("error", reject);
  return { upload, answer: promise };
}

/** Writes at the pace at which the service reads. */
async function write(upload: ClientRequest, chunk: string | Uint8Array): Promise<void> {
  if (upload.write(chunk)) return;
  const stop = new AbortController();
  const waits = ["drain", "close"].map((event) => once(upload, event, { signal: stop.signal }));
  await Promise.race(waits);
  stop.abort();
  await Promise.allSettled(waits);
}

setFlagsFromString("--expose_gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes in use once the garbage is gone. Buffers go in a second round, after the objects that held them. */
async function heldBytes(): Promise<number> {
  for (let round = 0; round < 2; round += 1) {
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test("50 MiB pass through without being held", async () => {
  const chunk = Buffer.alloc(64 * 1024, 7);
  const hash = createHash("sha256");
  const { upload, answer } = beginUpload(service!);
  await write(upload, HEAD);
  const before = await heldBytes();
  for (let sent = 0; sent < 50 * MIB; sent += chunk.length) {
    hash.update(chunk);
    await write(upload, chunk);
  }
  const held = (await heldBytes()) - before;
  upload.end(TAIL);
  const { subject } = JSON.parse((await answer).text);
  expect(subject.digest).toBe(hash.digest("hex"));
  expect(held).toBeLessThan(5 * MIB);
});

describe("too large", () => {
  test("just fits, and one byte more", async () => {
    const file = (size: number): Blob => new Blob([new Uint8Array(size)]);
    expect((await sendForm(small!, PATH, [["file", file(LIMIT)]])).status).toBe(200);
    expect(await expectProblem(await sendForm(small!, PATH, [["file", file(LIMIT + 1)]]), 413, "file_too_large")).toMatch(String(LIMIT));
  });

  test("announced too large: refused before a byte of it came", async () => {
    for (const path of [PATH, "/v1/documents"]) {
      const { upload, answer } = beginUpload(small!, path, { "content-length": String(10 * LIMIT) });
      upload.write(HEAD);
      const { statusCode, headers } = await answer;
      expect([statusCode, headers.connection]).toEqual([413, "close"]);
      upload.destroy();
    }
  });

  test.each(["in the file", "before the first part"])("without end, %s: refused while it is still being sent, then cut off", async (where) => {
    const { upload, answer } = beginUpload(small!);
    let isAnswered = false;
    void answer.then(() => (isAnswered = true));
    const closed = new Promise((resolve) => upload.once("close", resolve));
    upload.write(where === "in the file" ? HEAD : "");
    let sent = 0;
    for (; !isAnswered && sent < 100 * LIMIT; sent += MIB) await write(upload, Buffer.alloc(MIB));
    const { statusCode, text } = await answer;
    expect(statusCode).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ code: "file_too_large" });
    expect(sent).toBeLessThan(20 * LIMIT);
    upload.end();
    await closed;
  });

  test("a connection is of further use after a refusal that read everything", async () => {
    await expectProblem(await sendForm(small!, PATH, [["upload", new Blob(["x"])]]), 422, "request_malformed");
    expect((await sendJson(small!, PATH, { body: { digest: DIGEST } })).status).toBe(200);
  });
});

describe("senders that do not get on", () => {
  test.each([
    ["JSON", "application/json", '{"digest":'],
    ["multipart", "multipart/form-data; boundary=b", HEAD],
  ])("%s that crawls is refused after ten seconds", async (_what, contentType, beginning) => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { upload, answer } = beginUpload(service!, PATH, { "content-type": contentType });
    upload.write(beginning);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync(10_000);
    upload.write("x");
    await vi.advanceTimersByTimeAsync(10_000);
    const { statusCode, text } = await answer;
    expect([statusCode, JSON.parse(text).code]).toEqual([400, "body_malformed"]);
    upload.destroy();
  });

  test("one that goes away leaves the service as it was", async () => {
    const before = service!.log().length;
    const socket = connect(service!.port, "127.0.0.1");
    socket.write(`POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n${HEAD}abc`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await vi.waitFor(() => expect(service!.log().slice(before)).toMatch(/"isAborted":true/));
    expect((await sendJson(service!, PATH, { body: { digest: DIGEST } })).status).toBe(200);
  });
});

test("nothing that was uploaded reaches the disk or the log", async () => {
  const before = new Set(readdirSync(tmpdir()));
  const secret = "very private words";
  await sendForm(service!, PATH, [["file", new Blob([secret])]]);
  await sendForm(service!, PATH, [[secret, new Blob([secret])]]);
  await sendJson(service!, PATH, { body: `{"digest": "${secret}` });
  expect(service!.log()).not.toMatch(/private|svg|etc/);
  expect(readdirSync(tmpdir()).filter((name) => !before.has(name) && !/vitest|tradeseal/.test(name))).toEqual([]);
});

test("ten thousand field names: refused at the first", async () => {
  const parts = Array.from({ length: 10_000 }, (_, number) => `--b\r\nContent-Disposition: form-data; name="n${number}"\r\n\r\nx\r\n`).join("");
  const { upload, answer } = beginUpload(service!);
  upload.end(`${parts}--b--\r\n`);
  const { statusCode, text } = await answer;
  expect([statusCode, JSON.parse(text).detail]).toEqual([422, 'The part "n0" is not known here.']);
});
