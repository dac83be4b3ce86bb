// tradeseal backup and tradeseal restore: everything that nobody can make again, copied away and put back.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { readConfig } from "../config.ts";
import { Fault } from "../core/fault.ts";
import { backUp, filesIn, restore } from "../office.ts";
import type { DataOptions } from "./folder/dataFolder.ts";
import { withHelp } from "./terminal/help.ts";
import { dataOption } from "./terminal/options.ts";
import { tellNowAndThen } from "./store.ts";
import { say, table } from "./terminal/terminal.ts";

interface BackupOptions extends DataOptions {
  readonly to: string;
}

/** The command `tradeseal backup`. */
export function backupCommand(): Command {
  const command = new Command("backup")
    .summary("copy everything that nobody can make again, also while services run")
    .description("Copies store, keys, trust roots and the ledger's description into a new folder, also while services run. The store is copied as it is at one moment, from PostgreSQL, too (TRADESEAL_DATABASE_URL). Keys stay encrypted; a passphrase that was made in the data folder is copied with them, so guard the backup like the folder.")
    .requiredOption("--to <folder>", "a new folder for this backup")
    .addOption(dataOption())
    .action(backup);
  return withHelp(command, { examples: ["tradeseal backup --to /backups/2026-11-22"], exits: { 0: "everything was copied and listed", 2: "the database did not answer", 65: "there is nothing to back up, or the folder is not new" } });
}

async function backup({ to, data }: BackupOptions): Promise<void> {
  const config = configFor(data);
  if (config.databaseUrl === null && !existsSync(filesIn(config.dataFolder).store)) throw new Fault("data_folder_unusable", `There is no data folder of Tradeseal at ${config.dataFolder}. Name it with --data.`);
  const files = await backUp(config, resolve(to), tellNowAndThen());
  const outside = config.passphraseFile === null ? [] : [["passphrase", `${config.passphraseFile} is not in the backup: keep it elsewhere`] as const];
  say("Backed up.", ...table([["folder", resolve(to)], ["files", `${files.length}, listed with their digests in backup.json`], ...outside]));
}

interface RestoreOptions extends DataOptions {
  readonly from: string;
}

/** The command `tradeseal restore`. */
export function restoreCommand(): Command {
  const command = new Command("restore")
    .summary("put a backup into an empty data folder")
    .description("Checks a backup and puts it into an empty data folder; its store into an empty PostgreSQL database where TRADESEAL_DATABASE_URL names one. What was accepted after the backup was made is not in it; what of that is on the ledger, 'tradeseal audit' lists.")
    .requiredOption("--from <folder>", "the backup")
    .addOption(dataOption())
    .action(putBack);
  return withHelp(command, { examples: ["tradeseal restore --from /backups/2026-11-22 --data ./data"], exits: { 0: "everything is back", 2: "the database did not answer", 65: "the backup is not whole, or the data folder or database is not empty; nothing was changed" } });
}

async function putBack({ from, data }: RestoreOptions): Promise<void> {
  const config = configFor(data);
  const { madeAt, files } = await restore(config, resolve(from), tellNowAndThen());
  say("Restored.", ...table([["data folder", config.dataFolder], ["backup of", madeAt], ["files", `${files.length}, each as its digest in backup.json says`]]));
  say("", "Start the service, then compare it with the ledger: tradeseal audit");
}

const configFor = (data: string | undefined): ReturnType<typeof readConfig> => (data === undefined ? readConfig() : { ...readConfig(), dataFolder: resolve(data) });
