/**
 * Goal: a bulk request that a power cut ends is simply sent again: what was answered is kept under the same id, and the
 * ledger has each document once. While the ledger is away documents are taken, in flat memory.
 * Method: real processes, killed with -9 in the middle; the count comes from the ledger's events, by a script that shares no
 * code with the service; memory is the operating system's figure.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { halt } from "../../scripts/haltProcess.ts";
import { countOnLedger } from "../../scripts/countOnLedger.ts";
import { freePort, startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { beginBulk, digestFor, lineFor, linesIn, type Answer, type Exchange } from "../http/documents/bulkCalls.ts";

let service: ServiceProcess;
afterEach(() => service.stop());

const leafOf = (digest: string): string => createHash("sha256").update(Buffer.concat([Buffer.of(0), Buffer.from(digest, "hex")])).digest("hex");
const begin = (): Exchange => beginBulk({ port: Number(new URL(service.url).port), keys: { chamber: service.keyOf("chamber"), rival: "", hosted: "" } });

/** Sends all names in one request; what was answered when it ended, however it ended. */
async function send(names: readonly string[], onAnswers: (count: number) => void = () => {}): Promise<readonly Answer[]> {
  const { upload, response } = begin();
  const closed = new Promise((resolve) => upload.once("close", resolve));
  const writing = (async () => {
    for (let start = 0; start < names.length && !upload.destroyed; start += 100) {
      const isRoom = upload.write(names.slice(start, start + 100).map((name) => lineFor(name)).join(""));
      if (!isRoom) await Promise.race([new Promise((resolve) => upload.once("drain", resolve)), closed]);
    }
    upload.end();
  })();
  const answer = await response;
  let count = 0;
  answer.on("data", (piece: Buffer) => onAnswers((count += piece.toString().split("\n").length - 1)));
  const { lines } = await wholeLinesIn(answer);
  await writing;
  return lines;
}

/** A killed service leaves its last line in the middle. */
const wholeLinesIn = (answer: Parameters<typeof linesIn>[0]): ReturnType<typeof linesIn> => {
  answer.on("error", () => {});
  let text = "";
  answer.on("data", (piece) => (text += piece));
  return new Promise((resolve) => answer.once("close", () => resolve({ lines: text.slice(0, text.lastIndexOf("\n")).split("\n").filter(Boolean).map((line) => JSON.parse(line) as Answer), isWhole: answer.complete })));
};

test("killed in the middle of a request, and sent again: nothing acknowledged is lost, nothing is doubled", async () => {
  const [dataFolder, port] = [temporaryFolder(), await freePort()];
  const start = (): Promise<ServiceProcess> => startServiceProcess({ dataFolder, port, settings: { TRADESEAL_BATCH_AGE: "0" } });
  service = await start();
  const names = Array.from({ length: 20_000 }, (_, each) => `cut ${each}`);
  let killing: Promise<void> | null = null;
  const early = await send(names, (count) => void (count >= 3_000 && (killing ??= service.killAll())));
  expect(killing).not.toBeNull();
  await killing;
  expect(early.length).toBeGreaterThanOrEqual(3_000);
  expect(early.length).toBeLessThan(names.length);

  service = await start();
  const again = await send(names);
  expect(again.map(({ digest }) => digest)).toEqual(names.map(digestFor));
  expect(again.slice(0, early.length).map(({ id }) => id)).toEqual(early.map(({ id }) => id));

  for (let states = again; states.some(({ state }) => state !== "final"); states = await send(names)) await new Promise((resolve) => setTimeout(resolve, 500));
  const { anchored } = await countOnLedger(service.demo.rpc, service.demo.issuers.find(({ role }) => role === "chamber")!.did.slice(-42));
  expect(names.filter((name) => anchored.get(leafOf(digestFor(name))) !== 1)).toEqual([]);
}, 240_000);

test("while the ledger is away, 60,000 are taken in flat memory", async () => {
  service = await startServiceProcess({ dataFolder: temporaryFolder() });
  const residentMib = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.pid}/status`, "utf8"))![1]) / 1024;
  halt(service.demo.ledgerPid);
  try {
    const part = (from: number): string[] => Array.from({ length: 20_000 }, (_, each) => `away ${from + each}`);
    // The first part brings the program's own working memory to what it needs.
    await send(part(0));
    const before = residentMib();
    for (const from of [20_000, 40_000]) expect(await send(part(from))).toHaveLength(20_000);
    // As values, what was sent would need more than a hundred.
    expect(residentMib() - before).toBeLessThan(100);
  } finally {
    process.kill(service.demo.ledgerPid, "SIGCONT");
  }
}, 240_000);
