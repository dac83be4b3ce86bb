// A service of its own for a script or a test: a real process on a temporary data folder.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** demo.json, as far as scripts read it. */
export interface Demo {
  readonly service: string;
  readonly rpc: string;
  readonly ledgerPid: number;
  readonly ledger: { readonly chainId: number; readonly contracts: Record<string, { readonly address: string }> };
  readonly trustRoot: string;
  readonly issuers: readonly { readonly role: "customs" | "chamber" | "rogue"; readonly name: string; readonly did: string; readonly apiKey: string }[];
}

/** A running service process. */
export interface ServiceProcess {
  readonly demo: Demo;
  readonly url: string;
  readonly dataFolder: string;
  readonly secondsToReady: number;
  readonly pid: number;
  /** Everything it has logged so far. */
  log(): string;
  keyOf(role: Demo["issuers"][number]["role"]): string;
  /** Ends it as an operator would, and resolves when it has ended. */
  stop(): Promise<number | null>;
  /** Ends service and ledger as a power cut would. */
  killAll(): Promise<void>;
}

const program = fileURLToPath(new URL("../src/cli/tradeseal.ts", import.meta.url));
const READY_LIMIT_MS = 60_000;
const PORTS_TRIED = 5;

/** A temporary folder that is gone when the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tradeseal-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A port that nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** How a service is started. */
export interface StartSettings {
  readonly dataFolder: string;
  /** A free one when absent. */
  readonly port?: number;
  readonly settings?: Record<string, string>;
  readonly args?: readonly string[];
}

/** Starts `tradeseal serve` and resolves when it says that it is ready. */
export async function startServiceProcess(options: StartSettings): Promise<ServiceProcess> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await startOnce({ ...options, port: options.port ?? (await freePort()) });
    } catch (error) {
      // A port that was free a moment ago may be somebody else's by now.
      const isPortTaken = String(error).includes("Set PORT to a free one.");
      if (!isPortTaken || options.port !== undefined || attempts === PORTS_TRIED) throw error;
    }
  }
}

async function startOnce({ dataFolder, port, settings = {}, args = [] }: StartSettings & { port: number }): Promise<ServiceProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, "serve", ...args], {
    env: { ...process.env, TRADESEAL_DATA: dataFolder, PORT: String(port), TRADESEAL_LOG_LEVEL: "warn", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said: string[] = [];
  child.stderr.on("data", (text: Buffer) => said.push(String(text)));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, { child, dataFolder, said });
  const demo = JSON.parse(readFileSync(join(dataFolder, "demo.json"), "utf8")) as Demo;
  return {
    ...{ demo, url, dataFolder, secondsToReady: (performance.now() - startedAt) / 1000, pid: child.pid! },
    log: () => said.join(""),
    keyOf: (role) => demo.issuers.find((issuer) => issuer.role === role)!.apiKey,
    stop: () => end(child, "SIGTERM"),
    async killAll() {
      const ended = end(child, "SIGKILL");
      process.kill(demo.ledgerPid, "SIGKILL");
      await ended;
    },
  };
}

async function untilReady(url: string, { child, dataFolder, said }: { child: ChildProcess; dataFolder: string; said: readonly string[] }): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    // Only the service that listens notes its process: another one on this port is not asked.
    const isReady = isNotedBy(child, dataFolder) && (await fetch(`${url}/readyz`).then(({ ok }) => ok, () => false));
    if (isReady) return;
    await pause(20);
  }
  child.kill("SIGTERM");
  throw new Error(`The service did not become ready:\n${said.join("")}`);
}

function isNotedBy({ pid }: ChildProcess, dataFolder: string): boolean {
  try {
    return (JSON.parse(readFileSync(join(dataFolder, "running.json"), "utf8")) as { pid: number }).pid === pid;
  } catch {
    return false;
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.kill(signal);
  });
}
