/**
 * Goal: what the embedded ledger calls final survives whatever is killed when; nothing is ever half written.
 * Method: a service under load, killed at random moments; a chain stopped, continued and killed beneath its keeper.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { halt } from "../../../scripts/haltProcess.ts";
import { start } from "../../../src/adapters/embedded/anvil.ts";
import { nodeCalls } from "../../../src/adapters/embedded/nodeCalls.ts";
import { parseAddress } from "../../../src/core/address.ts";
import { folder } from "../ledger/chain.ts";
import { until } from "../../until.ts";

type Named = { readonly number: string; readonly hash: string; readonly timestamp: string };
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  while (cleanUps.length > 0) await cleanUps.pop()!();
});

async function freshFolder(): Promise<string> {
  const place = await folder();
  cleanUps.push(place.remove);
  return place.name;
}
async function startIn(name: string) {
  const chain = await start(name);
  cleanUps.push(() => chain.stop());
  return { chain, ...watch(chain.url) };
}
function watch(url: string) {
  const { call, close } = nodeCalls(Number(new URL(url).port));
  const blockAt = (tag: string) => call("eth_getBlockByNumber", tag, false) as Promise<Named | null>;
  const pay = async () => call("eth_sendTransaction", { from: ((await call("eth_accounts")) as string[])[0], to: `0x${"1".repeat(40)}`, value: "0x1" });
  return { call, close, blockAt, pay };
}
const stateIn = (name: string): string => path.join(name, "ledger", "state.json");
const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));

/** Runs the service until something final was seen and `liveMs` are over, kills it, and tells what was final last. */
async function runAndKill(name: string, { liveMs, isChainKilledToo }: { liveMs: number; isChainKilledToo: boolean }): Promise<{ final: Named; pid: number }> {
  const service = spawn(process.execPath, [fileURLToPath(new URL("./service.ts", import.meta.url)), name], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await new Promise<Buffer>((resolve) => service.stdout.once("data", resolve))).toString().split("\n");
  const { url, pid } = JSON.parse(line!) as { url: string; pid: number };
  const { blockAt, close } = watch(url);
  const ends = performance.now() + liveMs;
  let final = (await blockAt("finalized"))!;
  while (performance.now() < ends) final = (await blockAt("finalized"))!;
  close();
  if (isChainKilledToo) process.kill(pid, "SIGKILL");
  service.kill("SIGKILL");
  await new Promise((resolve) => service.once("exit", resolve));
  return { final, pid };
}

test("killed a dozen times: what was final is still there, and no snapshot is torn", async () => {
  const name = await freshFolder();
  const finals: Named[] = [];
  for (let round = 0; round < 12; round += 1) {
    const { final, pid } = await runAndKill(name, { liveMs: 100 + Math.random() * 400, isChainKilledToo: round % 2 === 0 });
    finals.push(final);
    JSON.parse(readFileSync(stateIn(name), "utf8"));
    if (round % 2 === 1) expect(isAlive(pid)).toBe(true);
    const chain = await start(name);
    const { blockAt, close } = watch(chain.url);
    expect(isAlive(pid)).toBe(false);
    for (const { number, hash } of finals) expect((await blockAt(number))?.hash).toBe(hash);
    const now = Number((await blockAt("finalized"))!.number);
    expect(now).toBeGreaterThanOrEqual(Number(final.number) - 2);
    close();
    await chain.stop();
  }
  expect(Number(finals.at(-1)!.number)).toBeGreaterThan(10);
});

test("a new ledger's first block is on the disk before anybody is told of it", async () => {
  const name = await freshFolder();
  const { chain, blockAt } = await startIn(name);
  const genesis = (await blockAt("0x0"))!.hash;
  process.kill(chain.pid(), "SIGKILL");
  await chain.stop();
  const again = await startIn(name);
  expect((await again.blockAt("0x0"))!.hash).toBe(genesis);
});

test("a transaction is included and final without being asked for, and then nothing is mined or written", async () => {
  const name = await freshFolder();
  const { blockAt, pay, call } = await startIn(name);
  await pay();
  await until(async () => Number((await blockAt("finalized"))!.number) >= 1);
  expect(await call("eth_getBlockTransactionCountByNumber", "0x1")).toBe("0x1");
  await new Promise((resolve) => setTimeout(resolve, 200));
  const [newest, written] = [(await blockAt("latest"))!.number, statSync(stateIn(name)).mtimeMs];
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await blockAt("latest"))!.number).toBe(newest);
  expect(statSync(stateIn(name)).mtimeMs).toBe(written);
});

test("everything survives an orderly end, also what was not final yet", async () => {
  const name = await freshFolder();
  const { chain, blockAt, pay } = await startIn(name);
  for (let count = 0; count < 5; count += 1) {
    await pay();
    await until(async () => Number((await blockAt("latest"))!.number) > count);
  }
  const newest = (await blockAt("latest"))!;
  await chain.stop();
  expect(isAlive(chain.pid())).toBe(false);
  const again = await startIn(name);
  expect((await again.blockAt(newest.number))!.hash).toBe(newest.hash);
});

test("killed beneath its keeper, the chain comes back at the same address with the same funds", async () => {
  const { chain, blockAt, pay, call } = await startIn(await freshFolder());
  const poor = parseAddress(`0x${"7".repeat(40)}`);
  await chain.fund([poor]);
  await pay();
  await until(async () => Number((await blockAt("finalized"))!.number) >= 1);
  const [final, url, pid] = [(await blockAt("finalized"))!, chain.url, chain.pid()];
  process.kill(pid, "SIGKILL");
  await until(async () => chain.pid() !== pid && (await blockAt("latest").then(() => true, () => false)));
  expect(chain.url).toBe(url);
  expect((await blockAt(final.number))!.hash).toBe(final.hash);
  await until(async () => BigInt(String(await call("eth_getBalance", poor, "latest"))) === 10n ** 24n);
  await pay();
  const before = Number((await blockAt("latest"))!.number);
  await until(async () => Number((await blockAt("latest"))!.number) > before);
});

test("stopped and continued, the chain goes on where it was", async () => {
  const { chain, blockAt, pay } = await startIn(await freshFolder());
  const pid = chain.pid();
  halt(pid);
  await new Promise((resolve) => setTimeout(resolve, 600));
  process.kill(pid, "SIGCONT");
  await pay();
  await until(async () => Number((await blockAt("finalized"))!.number) >= 1);
  expect(chain.pid()).toBe(pid);
});

test("stop ends a chain that is stopped, too", async () => {
  const name = await freshFolder();
  const { chain } = await startIn(name);
  halt(chain.pid());
  const begun = performance.now();
  await chain.stop();
  expect(performance.now() - begun).toBeLessThan(6_000);
  expect(isAlive(chain.pid())).toBe(false);
}, 10_000);

test("a process id that another program has got meanwhile is left alone", async () => {
  const name = await freshFolder();
  const first = await start(name);
  await first.stop();
  const other = spawn("sleep", ["30"]);
  cleanUps.push(async () => other.kill());
  writeFileSync(path.join(name, "ledger", "anvil.pid"), `${other.pid}\n`);
  await startIn(name);
  expect(isAlive(other.pid!)).toBe(true);
});

test("a folder that cannot be used is a fault", async () => {
  const name = await freshFolder();
  writeFileSync(path.join(name, "ledger"), "a file");
  await expect(start(name)).rejects.toMatchObject({ code: "data_folder_unusable" });
});
