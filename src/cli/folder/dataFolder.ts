// The data folder of a service: opened by whoever runs it, also while the service runs.

import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { readLedgerFile } from "../../ledgerAccess.ts";
import { filesIn, isFolderLocked, openOffice, readIfThere, type Office } from "../../office.ts";
import { readConfig, type Config } from "../../config.ts";
import { Fault } from "../../core/fault.ts";

/** An opened data folder. */
export interface OpenFolder {
  readonly config: Config;
  readonly office: Office;
}

/** The option `--data`. */
export interface DataOptions {
  readonly data?: string;
}

/** Does `work` in the data folder. Throws `data_folder_unusable` when there is none. */
export async function inDataFolder<T>({ data }: DataOptions, work: (folder: OpenFolder) => Promise<T>): Promise<T> {
  const config = configFor(data);
  const { dataFolder, databaseUrl } = config;
  if (databaseUrl === null && !existsSync(filesIn(dataFolder).store)) {
    throw new Fault("data_folder_unusable", `There is no data folder of Tradeseal at ${dataFolder}. Name it with --data, or make one: tradeseal serve, or tradeseal issuer create.`);
  }
  return within(config, work);
}

/** Does `work` in the data folder, making it where there is nothing yet. */
export async function inNewDataFolder<T>({ data }: DataOptions, work: (folder: OpenFolder) => Promise<T>): Promise<T> {
  const config = configFor(data);
  const { dataFolder } = config;
  const isForeign = config.databaseUrl === null && !existsSync(filesIn(dataFolder).store) && existsSync(dataFolder) && !isEmpty(dataFolder);
  if (isForeign) throw new Fault("data_folder_unusable", `${dataFolder} holds other things and no data of Tradeseal. Name another folder with --data.`);
  return within(config, work);
}

function configFor(data: string | undefined): Config {
  // A command opens few connections, whatever a service may.
  const config = { ...readConfig(), databasePoolSize: 2 };
  return data === undefined ? config : { ...config, dataFolder: resolve(data) };
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}

async function within<T>(config: Config, work: (folder: OpenFolder) => Promise<T>): Promise<T> {
  const office = await openOffice(config);
  try {
    return await work({ config, office });
  } finally {
    await office.close();
  }
}

/** The service that runs on a data folder. */
export interface RunningService {
  readonly pid: number;
  readonly url: string;
  /** Where its ledger is reached. */
  readonly rpc: string;
}

/** The service that runs on this data folder, or `null`. */
export function runningService(dataFolder: string): RunningService | null {
  // The file outlives a service that was killed; the lock does not.
  const text = isFolderLocked(dataFolder) ? readIfThere(filesIn(dataFolder).running) : null;
  return text === null ? null : (JSON.parse(text) as RunningService);
}

/** The chain id of the folder's ledger, or `null` before its first start. */
export function chainIdOf({ dataFolder, ledgerFile }: Config): number | null {
  const file = ledgerFile ?? filesIn(dataFolder).ledger;
  return existsSync(file) ? readLedgerFile(file).chainId : null;
}
