// A chain that outlives its runs: one anvil after another, each from the last snapshot, all at one address.

import { existsSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Address } from "../../core/address.ts";
import { anvilBinary } from "./anvilBinary.ts";
import { runAnvil, type AnvilProcess } from "./anvilProcess.ts";
import { fundThrough } from "./funds.ts";
import { Keeper } from "./keeper.ts";
import { CallLost, nodeCalls, type NodeCall } from "./nodeCalls.ts";
import { Snapshots } from "./snapshots.ts";

/** How often we look whether transactions wait. */
const POLL_MS = 40;
/** Blocks follow each other no faster: what comes meanwhile shares one. */
const BLOCK_SPACING_MS = 20;
const TROUBLE_PAUSE_MS = 250;
const LAST_SNAPSHOT_LIMIT_MS = 2_000;
const TERMINATION_LIMIT_MS = 3_000;
const CHAIN_ID = 31_337;

/** What may be chosen. */
export interface EmbeddedOptions {
  readonly chainId?: number;
  /** Told about what an operator should know. */
  readonly notice?: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/** The embedded ledger, running. */
export interface EmbeddedLedger {
  /** Where it is reached; stays the same when it has to be started again. */
  readonly url: string;
  /** The process id of the present run. */
  pid(): number;
  /** Says that a transaction was sent, so that it need not wait for the next look. */
  nudge(): void;
  /** Gives accounts what transactions cost, now and after every start. */
  fund(addresses: readonly Address[]): Promise<void>;
  /** Keeps what there is, and ends it. */
  stop(): Promise<void>;
}

/** The file that names the running anvil's process. */
export const pidFileIn = (folder: string): string => path.join(folder, "anvil.pid");
/** Where anvil puts what it does not want to hold in memory. */
export const cacheIn = (folder: string): string => path.join(folder, "cache");

interface Run {
  readonly call: NodeCall;
  readonly keeper: Keeper;
  close(): Promise<void>;
}

/** The chain whose snapshots lie in one folder. */
export class EmbeddedChain implements EmbeddedLedger {
  readonly #folder: string;
  readonly #chainId: number;
  readonly #notice: NonNullable<EmbeddedOptions["notice"]>;
  readonly #funded = new Set<Address>();
  #process: AnvilProcess | null = null;
  #run: Run | null = null;
  #keeping: Promise<void> = Promise.resolve();
  #isStopping = false;
  /** What was reported last, so that it is reported once. */
  #trouble = "";
  #wake: () => void = () => {};

  constructor(folder: string, { chainId = CHAIN_ID, notice = () => {} }: EmbeddedOptions) {
    this.#folder = folder;
    this.#chainId = chainId;
    this.#notice = notice;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#process?.port}`;
  }

  pid(): number {
    return this.#process?.pid ?? 0;
  }

  nudge(): void {
    this.#wake();
  }

  async fund(addresses: readonly Address[]): Promise<void> {
    for (const address of addresses) this.#funded.add(address);
    try {
      if (this.#run !== null) await fundThrough(this.#run.call, addresses);
    } catch (error) {
      // The next run funds them all before anything else.
      if (!(error instanceof CallLost)) throw error;
    }
  }

  /** Starts the first run, and keeps the chain from then on. */
  async begin(): Promise<void> {
    this.#run = await this.#runFromSnapshot();
    // What was final before the last end may be two blocks short of it now.
    while (await this.#run.keeper.step());
    this.#keeping = this.#keepOn();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#wake();
    await Promise.race([this.#keepLast(), pause(LAST_SNAPSHOT_LIMIT_MS)]);
    await this.#end();
    await this.#keeping;
    // A run that was just being started when the first was ended.
    await this.#end();
    await this.#run?.close();
    await rm(pidFileIn(this.#folder), { force: true });
  }

  async #keepLast(): Promise<void> {
    await this.#keeping;
    try {
      await this.#run?.keeper.keep();
    } catch (error) {
      this.#notice("the embedded ledger's last snapshot was not taken", { reason: (error as Error).message });
    }
  }

  async #end(): Promise<void> {
    const ending = this.#process;
    if (ending === null || !ending.isRunning()) return;
    ending.kill("SIGTERM");
    const timer = setTimeout(() => ending.kill("SIGKILL"), TERMINATION_LIMIT_MS);
    await ending.ended;
    clearTimeout(timer);
  }

  async #keepOn(): Promise<void> {
    while (!this.#isStopping) {
      try {
        this.#run ??= await this.#runFromSnapshot();
        const hasMined = await this.#run.keeper.step();
        this.#trouble = "";
        await (hasMined ? pause(BLOCK_SPACING_MS) : this.#idle());
      } catch (error) {
        if (!this.#isStopping) await this.#recover(error);
      }
    }
  }

  async #recover(error: unknown): Promise<void> {
    const reason = (error as Error).message;
    if (reason !== this.#trouble) this.#notice("the embedded ledger is in trouble; it is tried again and again", { reason });
    this.#trouble = reason;
    // Whether a lost call was carried out cannot be known, so nothing can be said of this run any more.
    if (error instanceof CallLost) {
      this.#process?.kill("SIGKILL");
      await this.#process?.ended;
      await this.#run?.close();
      this.#run = null;
    }
    await pause(TROUBLE_PAUSE_MS);
  }

  #idle(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, POLL_MS);
    this.#wake = () => {
      clearTimeout(timer);
      resolve();
    };
    return promise;
  }

  async #runFromSnapshot(): Promise<Run> {
    const file = path.join(this.#folder, "state.json");
    const isFromSnapshot = existsSync(file);
    const args = argumentsFor({ folder: this.#folder, chainId: this.#chainId, port: this.#process?.port ?? 0, state: isFromSnapshot ? file : null });
    this.#process = await runAnvil(anvilBinary(), args, (pid) => writeFileSync(pidFileIn(this.#folder), `${pid}\n`));
    const { port } = this.#process;
    const { call, close } = nodeCalls(port);
    await call("anvil_setLoggingEnabled", false);
    await fundThrough(call, [...this.#funded]);
    const snapshots = new Snapshots({ port, file });
    const keeper = await Keeper.of({ call, snapshots, isFromSnapshot });
    return { call, keeper, close: () => (close(), snapshots.close()) };
  }
}

/** A chain that mines when it is told, has the rules of a public one, and keeps little in memory. */
function argumentsFor({ folder, chainId, port, state }: { folder: string; chainId: number; port: number; state: string | null }): string[] {
  const fixed = ["--no-mining", "--slots-in-an-epoch", "1", "--accounts", "1", "--no-cors", "--hardfork", "osaka", "--enable-tx-gas-limit"];
  // Questions are asked at the newest block; some blocks more, for those that were on their way when it was mined.
  const memory = ["--prune-history", "64", "--cache-path", cacheIn(folder)];
  const place = ["--host", "127.0.0.1", "--no-request-size-limit", "--port", String(port), "--chain-id", String(chainId), "--gas-limit", "60000000"];
  return [...place, ...fixed, ...memory, ...(state === null ? [] : ["--load-state", state])];
}
