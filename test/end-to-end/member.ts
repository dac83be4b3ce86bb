// An administration with a service of its own, on a ledger that belongs to nobody: a folder, keys, a store and an index, and whom it believes.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../scripts/serviceProcess.ts";
import { parseAddress, type Address } from "../../src/core/address.ts";
import { tradeseal } from "../cli/program.ts";
import { until } from "../until.ts";

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
}

/** Where a member's folder is, and on which ledger it lives. */
export interface Founding {
  readonly folder: string;
  readonly ledgerUrl: string;
  /** What it believes itself for. */
  readonly documentTypes: readonly string[];
  readonly settings?: Record<string, string>;
}

/** Makes the folder, the issuer and its trust in itself alone. The service is not started yet: its account holds nothing. */
export async function found(name: string, { folder, ledgerUrl, documentTypes, settings = {} }: Founding): Promise<Member> {
  const dataFolder = join(folder, name.split(" ").at(-1)!);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = { TRADESEAL_DATA: dataFolder, PORT: String(port), TRADESEAL_SERVICE: url, TRADESEAL_LEDGER_URL: ledgerUrl, TRADESEAL_LEDGER_FILE: join(folder, "ledger.json"), TRADESEAL_LOG_LEVEL: "warn", ...settings };
  const { stdout } = await tradeseal(["issuer", "create", "--name", name], { folder, environment });
  const read = (what: string): string => new RegExp(`^ *${what} +(\\S+)$`, "m").exec(stdout)![1]!;
  const address = parseAddress(read("address"));
  mkdirSync(dataFolder, { recursive: true });
  believe(dataFolder, [{ address, name }], documentTypes);
  let child: ChildProcess | null = null;
  return {
    ...{ name, url, address, apiKey: read("API key"), environment },
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
  };
}

/** Writes whom the folder believes. */
export function believe(dataFolder: string, authorities: readonly { address: Address; name: string }[], documentTypes: readonly string[]): void {
  writeFileSync(join(dataFolder, "trust-roots.json"), JSON.stringify({ trustRoots: authorities.map(({ address, name }) => ({ address, name, documentTypes })) }));
}

