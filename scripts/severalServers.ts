// Several servers as an operator would run them: API processes and workers on one PostgreSQL and one external ledger.

import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { computeAddress, id, SigningKey } from "ethers";
import { anvilBinary } from "../src/adapters/embedded/anvilBinary.ts";
import { runAnvil } from "../src/adapters/embedded/anvilProcess.ts";
import { nodeCalls } from "../src/adapters/embedded/nodeCalls.ts";
import { deployLedger } from "../src/adapters/ledger/deploy.ts";
import { ledgerText } from "../src/ledgerAccess.ts";
import { freePort, temporaryFolder } from "./serviceProcess.ts";

const program = fileURLToPath(new URL("../src/cli/tradeseal.ts", import.meta.url));
const READY_LIMIT_MS = 60_000;
const MUCH = `0x${(10n ** 24n).toString(16)}`;

/** An issuer of these servers. */
export interface Party {
  readonly address: string;
  readonly apiKey: string;
}

/** A process of theirs, and how to reach it where it has an API. */
export interface Server {
  readonly process: ChildProcess;
  readonly url: string;
  log(): string;
  /** Ends it with this signal, and resolves when it has ended. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** A ledger that belongs to nobody here: blocks come by themselves. */
export async function startSharedLedger() {
  const args = ["--host", "127.0.0.1", "--port", "0", "--chain-id", "31337", "--accounts", "1", "--no-cors", "--hardfork", "osaka", "--gas-limit", "60000000", "--block-time", "1", "--slots-in-an-epoch", "1"];
  const anvil = await runAnvil(anvilBinary(), args, () => {});
  const { call, close } = nodeCalls(anvil.port);
  const deployer = new SigningKey(id("deployer of shared ledgers"));
  const fund = (address: string): Promise<unknown> => call("anvil_setBalance", address, MUCH);
  await fund(computeAddress(deployer));
  const url = `http://127.0.0.1:${anvil.port}`;
  const ledger = await deployLedger({ url, deployer, nudge: () => void call("evm_mine") });
  const stop = async (): Promise<void> => {
    close();
    anvil.kill("SIGTERM");
    await anvil.ended;
  };
  return { url, ledger, fund, stop };
}

/** Servers on one database and one ledger, in one data folder. */
export function serversOn({ databaseUrl, ledger }: { databaseUrl: string; ledger: Awaited<ReturnType<typeof startSharedLedger>> }) {
  const dataFolder = temporaryFolder();
  const ledgerFile = join(temporaryFolder(), "ledger.json");
  writeFileSync(ledgerFile, ledgerText(ledger.ledger));
  const env = { ...process.env, TRADESEAL_DATA: dataFolder, TRADESEAL_DATABASE_URL: databaseUrl, TRADESEAL_LEDGER_URL: ledger.url, TRADESEAL_LEDGER_FILE: ledgerFile, TRADESEAL_LOG_LEVEL: "warn", TRADESEAL_BATCH_AGE: "0", TRADESEAL_PUBLIC_URL: "http://127.0.0.1:1" };
  const node = ["--disable-warning=ExperimentalWarning", program];

  const start = async (args: readonly string[], port: number): Promise<Server> => {
    const child = spawn(process.execPath, [...node, ...args], { env: { ...env, PORT: String(port) }, stdio: ["ignore", "pipe", "pipe"] });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => said.push(String(text)));
    const log = (): string => said.join("");
    const deadline = Date.now() + READY_LIMIT_MS;
    while (!/is ready at|is at work/.test(log())) {
      if (Date.now() > deadline || child.exitCode !== null) throw new Error(`${args.join(" ")} did not become ready:\n${log()}`);
      await pause(50);
    }
    const end = async (signal: NodeJS.Signals): Promise<number | null> => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, "exit");
        child.kill(signal);
        await ended;
      }
      return child.exitCode;
    };
    return { process: child, url: `http://127.0.0.1:${port}`, log, end };
  };

  return {
    dataFolder,
    startApi: async () => start(["serve", "--api-only"], await freePort()),
    startWorker: () => start(["worker"], 0),
    /** Makes an issuer by the command line, and gives its account what transactions cost. */
    async party(name: string): Promise<Party> {
      const { stdout } = await promisify(execFile)(process.execPath, [...node, "issuer", "create", "--name", name], { env });
      const [address, apiKey] = [/address\s+(0x\S+)/.exec(stdout)![1]!, /API key\s+(\S+)/.exec(stdout)![1]!];
      await ledger.fund(address);
      return { address, apiKey };
    },
  };
}
