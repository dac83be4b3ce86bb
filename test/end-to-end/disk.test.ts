/**
 * Goal: a disk that is full or read-only is told in words, loses nothing that was acknowledged, calls nothing final that
 * is not kept, and needs no hand once there is space again.
 * Method: real processes on a small file system of its own (tmpfs), filled up by a ballast file and freed again. Mounting
 * needs the right to do so: without it these tests are skipped, and say so.
 */

import { execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { countOnLedger } from "../../scripts/countOnLedger.ts";
import { freePort, startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { digestOf, leafOf } from "../../src/core/digest.ts";

const program = join(import.meta.dirname, "../../src/cli/tradeseal.ts");
const mounted: string[] = [];
const running: ServiceProcess[] = [];

afterEach(async () => {
  for (const service of running.splice(0)) await service.killAll().catch(() => {});
  for (const folder of mounted.splice(0)) execFileSync("umount", ["--lazy", folder]);
});

/** A file system of its own. */
function smallDisk(megabytes: number): string {
  const folder = join(temporaryFolder(), "disk");
  mkdirSync(folder);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=700`, "tradeseal-test", folder], { stdio: "pipe" });
  mounted.push(folder);
  return folder;
}

const mayMount = ((): boolean => {
  try {
    smallDisk(1);
    return true;
  } catch {
    return false;
  }
})();
if (!mayMount) console.warn("Mounting is not permitted here: the tests of a full and of a read-only disk are skipped.");

/** Takes all space but `spare` bytes. */
function fill(disk: string, spare: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const file = openSync(join(disk, "ballast"), "a");
  try {
    for (let left = bavail * bsize - spare; left > 0; left -= 65_536) writeSync(file, Buffer.alloc(Math.min(left, 65_536), 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}

const free = (disk: string): void => rmSync(join(disk, "ballast"));

async function start(dataFolder: string, port: number): Promise<ServiceProcess> {
  const service = await startServiceProcess({ dataFolder, port, settings: { TRADESEAL_BATCH_AGE: "0" } });
  running.push(service);
  return service;
}

async function ask(service: ServiceProcess, method: string, path: string, body?: unknown): Promise<{ status: number; headers: Headers; body: Record<string, string> }> {
  const headers = { authorization: `Bearer ${service.keyOf("chamber")}`, "content-type": "application/json" };
  const reply = await fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Record<string, string> };
}

const digest = (name: string): string => digestOf(Buffer.from(name));
const stateOf = async (service: ServiceProcess, id: string): Promise<string> => (await ask(service, "GET", `/v1/documents/${id}`)).body["state"]!;
const verdictOf = async (service: ServiceProcess, name: string): Promise<string> => (await ask(service, "POST", "/v1/verifications", { digest: digest(name) })).body["verdict"]!;

/** Issues documents until the disk takes no more. @returns those that were acknowledged, and the answer that was not. */
async function issueUntilRefused(service: ServiceProcess, name: string) {
  const accepted: { id: string; name: string }[] = [];
  for (let each = 0; each < 5_000; each += 1) {
    const answer = await ask(service, "POST", "/v1/documents", { digest: digest(`${name} ${each}`), documentType: "861", reference: "x".repeat(200) });
    if (answer.status !== 202) return { accepted, refusal: answer };
    accepted.push({ id: answer.body["id"]!, name: `${name} ${each}` });
  }
  throw new Error("The disk was never full.");
}

test.skipIf(!mayMount)("a full disk is told in words; what was acknowledged becomes final by itself once there is space", async () => {
  const [disk, port] = [smallDisk(48), await freePort()];
  const service = await start(join(disk, "data"), port);
  const early = await ask(service, "POST", "/v1/documents", { digest: digest("early"), documentType: "861" });
  await expect.poll(() => verdictOf(service, "early")).toBe("authentic");

  fill(disk, 0);
  const { accepted, refusal } = await issueUntilRefused(service, "late");
  expect(refusal).toMatchObject({ status: 503, body: { code: "store_unavailable", detail: expect.stringMatching(/disk is full/) } });
  expect(refusal.headers.get("retry-after")).not.toBeNull();
  const taken = await ask(service, "PUT", `/v1/documents/${early.body["id"]}/standing`, { standing: "suspended" });
  expect([202, 503]).toContain(taken.status);
  expect(await verdictOf(service, "early"), "reading goes on").not.toBe("not_found");

  free(disk);
  const again = await ask(service, "POST", "/v1/documents", { digest: digest("after"), documentType: "861" });
  expect(again.status).toBe(202);
  const all = [...accepted.map(({ id }) => id), again.body["id"]!];
  await expect.poll(async () => (await Promise.all(all.map((id) => stateOf(service, id)))).filter((state) => state !== "final")).toEqual([]);
  expect(service.log()).not.toMatch(/"level":60/);

  // What was called final is there after everything was killed.
  await service.killAll();
  const restarted = await start(join(disk, "data"), port);
  const counted = await countOnLedger(restarted.demo.rpc, restarted.demo.issuers.find(({ role }) => role === "chamber")!.did.slice(-42));
  const names = [...accepted.map(({ name }) => name), "early", "after"];
  expect(names.filter((name) => counted.anchored.get(leafOf(digestOf(Buffer.from(name))).replace(/^0x/, "")) !== 1)).toEqual([]);
}, 180_000);

test.skipIf(!mayMount)("while no snapshot of the ledger can be written, nothing is called final", async () => {
  const [disk, port] = [smallDisk(48), await freePort()];
  const service = await start(join(disk, "data"), port);
  // Enough for the store's next commits, too little for a snapshot.
  fill(disk, 150_000);
  const answer = await ask(service, "POST", "/v1/documents", { digest: digest("kept back"), documentType: "861" });
  expect(answer.status).toBe(202);
  for (let look = 0; look < 40; look += 1) {
    expect(await stateOf(service, answer.body["id"]!)).not.toBe("final");
    await pause(100);
  }
  expect(service.log()).toMatch(/embedded ledger is in trouble/);
  free(disk);
  await expect.poll(() => stateOf(service, answer.body["id"]!)).toBe("final");
  await expect.poll(() => verdictOf(service, "kept back")).toBe("authentic");
});

test.skipIf(!mayMount)("a read-only data folder is refused at the start, in words; once it can be written, everything is there", async () => {
  const [disk, port] = [smallDisk(48), await freePort()];
  const first = await start(join(disk, "data"), port);
  await ask(first, "POST", "/v1/documents", { digest: digest("kept"), documentType: "861" });
  await expect.poll(() => verdictOf(first, "kept")).toBe("authentic");
  await first.stop();
  execFileSync("mount", ["-o", "remount,ro", disk]);

  const { code, said } = await serveOnce(join(disk, "data"), port);
  expect(said).toMatch(/\[(store_unavailable|data_folder_unusable)\]/);
  expect(said).toMatch(/read-only|who may write in/);
  expect(said).not.toMatch(/at .*\.ts:\d+/);
  expect(code).not.toBe(0);
  expect(code).not.toBe(70);

  execFileSync("mount", ["-o", "remount,rw", disk]);
  const service = await start(join(disk, "data"), port);
  expect(await verdictOf(service, "kept")).toBe("authentic");
});

async function serveOnce(dataFolder: string, port: number): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, "serve"], { env: { ...process.env, TRADESEAL_DATA: dataFolder, PORT: String(port) }, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += String(text)));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { code, said };
}
