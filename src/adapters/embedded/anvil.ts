// The embedded ledger: an anvil of our own, started, kept and stopped by the service.

import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Fault } from "../../core/fault.ts";
import { cacheIn, EmbeddedChain, pidFileIn, type EmbeddedLedger, type EmbeddedOptions } from "./embeddedChain.ts";
import { endStale } from "./staleProcess.ts";

/**
 * Starts the embedded ledger whose state lies in `dataFolder`. When this returns, its first block is on the disk, and
 * so is every block that it calls final.
 *
 * One service at a time: an anvil that still works on the folder is taken for one that a killed service left behind.
 *
 * @throws Fault `data_folder_unusable` when the folder cannot be written, `ledger_unreachable` when anvil does not start.
 */
export async function start(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedLedger> {
  const folder = path.resolve(dataFolder, "ledger");
  await prepare(folder);
  const chain = new EmbeddedChain(folder, options);
  try {
    await chain.begin();
    return chain;
  } catch (error) {
    await chain.stop();
    throw error instanceof Fault ? error : new Fault("ledger_unreachable", (error as Error).message, { cause: error });
  }
}

async function prepare(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await endStale(pidFileIn(folder), folder);
    // A killed anvil leaves its cache behind, and never reads it again.
    await rm(cacheIn(folder), { recursive: true, force: true });
    await writeFile(pidFileIn(folder), "");
  } catch (error) {
    throw new Fault("data_folder_unusable", `The folder ${folder} cannot be used: ${(error as Error).message}`, { cause: error });
  }
}
