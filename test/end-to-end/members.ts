// Administrations with services of their own, on one ledger that belongs to none of them.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../scripts/serviceProcess.ts";
import { parseAddress, type Address } from "../../src/core/address.ts";
import { startLedger } from "../adapters/ledger/chain.ts";
import { tradeseal, type Run } from "../cli/program.ts";

const program = join(import.meta.dirname, "../../src/cli/tradeseal.ts");

/** An administration with a service of its own. */
export interface Member {
  readonly name: string;
  readonly url: string;
  readonly address: Address;
  readonly apiKey: string;
  readonly environment: Record<string, string>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Runs a command on its folder or service. */
  command(...args: string[]): Promise<Run>;
  /** Asks its service, with its key unless told otherwise. */
  call(method: string, path: string, options?: { body?: object; key?: string | null }): Promise<{ status: number; body: any }>;
}

/** A ledger, and members to be founded on it. */
export async function startWorld(folder: string) {
  const chain = await startLedger([]);
  writeFileSync(join(folder, "ledger.json"), JSON.stringify({ format: "tradeseal-ledger/1", ...chain.ledger }));
  return { chain, found: (name: string) => found(name, { folder, chain }) };
}

/** Makes the folder, the issuer and its trust in itself alone. The service is not started yet: its account holds nothing. */
async function found(name: string, { folder, chain }: { folder: string; chain: Awaited<ReturnType<typeof startLedger>> }): Promise<Member> {
  const dataFolder = join(folder, name.split(" ").at(-1)!);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const ledger = { TRADESEAL_LEDGER_URL: chain.chain.url, TRADESEAL_LEDGER_FILE: join(folder, "ledger.json") };
  const environment = { TRADESEAL_DATA: dataFolder, PORT: String(port), TRADESEAL_SERVICE: url, ...ledger, TRADESEAL_LOG_LEVEL: "warn", TRADESEAL_FETCH_LOOPBACK: "1" };
  const { stdout } = await tradeseal(["issuer", "create", "--name", name], { folder, environment });
  const read = (what: string): string => new RegExp(`^ *${what} +(\\S+)$`, "m").exec(stdout)![1]!;
  const [address, apiKey] = [parseAddress(read("address")), read("API key")];
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, "trust-roots.json"), JSON.stringify({ trustRoots: [{ address, name, documentTypes: ["861", "AEO"] }] }));
  await chain.chain.fund([address]);
  let child: ChildProcess | null = null;
  return {
    ...{ name, url, address, apiKey, environment },
    async start() {
      child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, "serve", "--no-demo"], { env: { ...process.env, ...environment }, stdio: ["ignore", "ignore", "inherit"] });
      await until(async () => (await fetch(`${url}/readyz`)).ok);
    },
    async stop() {
      if (child === null || child.exitCode !== null) return;
      const ended = new Promise((resolve) => child!.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
    command: (...args) => tradeseal(args, { folder, environment: { ...environment, TRADESEAL_API_KEY: apiKey } }),
    async call(method, path, { body, key = apiKey } = {}) {
      const headers = { "content-type": "application/json", ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
      const reply = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      return { status: reply.status, body: await reply.json() };
    },
  };
}

/** Waits until it is so. */
export async function until(isSo: () => Promise<boolean>, seconds = 40): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(100)) if (await isSo().catch(() => false)) return;
  throw new Error("It did not come about in time.");
}
