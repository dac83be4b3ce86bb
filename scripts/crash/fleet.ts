// The processes that are killed and started again: a service with its worker inside, and its embedded ledger.

import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Random } from "../seededRandom.ts";
import { freePort, temporaryFolder, type Demo } from "../serviceProcess.ts";

/** What can be killed. */
export type Victim = "service" | "api" | "worker" | "ledger" | "everything";

/** Processes that serve one store and one ledger. */
export interface Fleet {
  /** Another one after some kills. */
  readonly url: string;
  readonly apiKey: string;
  /** The ledger's endpoint; another one after some kills. */
  rpc(): string;
  /** The address of the issuer that the API key belongs to. */
  readonly issuer: string;
  readonly victims: readonly Victim[];
  /** Ends the victim as a power cut would. */
  kill(victim: Victim): Promise<void>;
  /** Starts what does not run. Some starts are themselves killed, as `random` has it. @returns how many of them. */
  restore(random: Random): Promise<number>;
  /** What was logged as an error of the service's own, by message, with how often. */
  errors(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL("../../src/cli/tradeseal.ts", import.meta.url));
const READY_LIMIT_MS = 120_000;
const START_KILL_SHARE = 0.15;
const START_KILL_WITHIN_MS = 1_500;

/** A service on SQLite: the worker lives in its process, the ledger is its own. */
export async function sqliteFleet(settings: Readonly<Record<string, string>>): Promise<Fleet> {
  const dataFolder = temporaryFolder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const errors = new Map<string, number>();
  const begin = (): ChildProcess => heard(spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, "serve"], {
    env: { ...process.env, TRADESEAL_DATA: dataFolder, PORT: String(port), TRADESEAL_LOG_LEVEL: "warn", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  }), errors);
  const demo = (): Demo => JSON.parse(readFileSync(join(dataFolder, "demo.json"), "utf8")) as Demo;
  const ledgerPid = (): number => Number(readFileSync(join(dataFolder, "ledger/anvil.pid"), "utf8"));
  let service = begin();
  await untilReady(url, service);
  const chamber = demo().issuers.find(({ role }) => role === "chamber")!;
  return {
    ...{ url, apiKey: chamber.apiKey, issuer: chamber.did.slice(-42), victims: ["service", "ledger", "everything"] },
    rpc: () => demo().rpc,
    errors: () => errors,
    async kill(victim) {
      if (victim !== "service") killAnvil(ledgerPid());
      if (victim !== "ledger") await end(service, "SIGKILL");
    },
    async restore(random) {
      let killedAtStart = 0;
      while (!isRunning(service)) {
        service = begin();
        if (!random.isLucky(START_KILL_SHARE)) await untilReady(url, service);
        else {
          await pause(random.below(START_KILL_WITHIN_MS));
          killedAtStart += 1;
          await end(service, "SIGKILL");
        }
      }
      return killedAtStart;
    },
    stop: () => end(service, "SIGTERM"),
  };
}

/** A pid can be another process's by now: only an anvil is killed. */
function killAnvil(pid: number): void {
  const isAnvil = pid > 1 && commandLineOf(pid).includes("anvil");
  if (isAnvil) process.kill(pid, "SIGKILL");
}

function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

const LEVEL_ERROR = 50;

/** Reads the log on the way: an error of the service's own is a finding even when nothing is lost. */
function heard(child: ChildProcess, errors: Map<string, number>): ChildProcess {
  let rest = "";
  child.stderr!.on("data", (chunk: Buffer) => {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      const problem = problemIn(line);
      if (problem !== null) errors.set(problem, (errors.get(problem) ?? 0) + 1);
    }
  });
  return child;
}

/** What a line of the log says of an error of the service's own, or `null`. */
export function problemIn(line: string): string | null {
  try {
    const { level, msg, code, err, problem } = JSON.parse(line) as { level: number; msg: string; code?: string; err?: { message: string }; problem?: { message?: string } | string };
    const isOwn = level >= LEVEL_ERROR ? code === "internal" || code === undefined : msg === "a round of work failed";
    return isOwn ? `${msg}: ${err?.message ?? (typeof problem === "object" ? (problem.message ?? JSON.stringify(problem)) : problem)}` : null;
  } catch {
    return line.trim() === "" ? null : line;
  }
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS;
  while (Date.now() < deadline && isRunning(child)) {
    if (await fetch(`${url}/readyz`).then(({ ok }) => ok, () => false)) return;
    await pause(20);
  }
  child.kill("SIGKILL");
  throw new Error(isRunning(child) ? `The service was not ready within ${READY_LIMIT_MS / 1_000} s.` : `The service ended by itself while it was starting, with ${child.exitCode}.`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!isRunning(child)) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
