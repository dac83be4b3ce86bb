// tradeseal store: the store as a whole, moved from one database to another.

import { existsSync } from "node:fs";
import { Command } from "commander";
import { databaseAddress, readConfig } from "../config.ts";
import { copyStoreTo, filesIn, type CopyProgress } from "../office.ts";
import { Fault } from "../core/fault.ts";
import { resolve } from "node:path";
import type { DataOptions } from "./folder/dataFolder.ts";
import { withHelp } from "./terminal/help.ts";
import { dataOption } from "./terminal/options.ts";
import { remark, say, table } from "./terminal/terminal.ts";

/** The command `tradeseal store`. */
export function storeCommand(): Command {
  const command = new Command("store").summary("move the store to PostgreSQL").description("The store as a whole: documents, writes, issuers, API keys, grants, journal.");
  command.addCommand(copyCommand());
  return withHelp(command, { examples: ["tradeseal store copy --to postgres://tradeseal@db.example/tradeseal"], exits: { 0: "done" } });
}

interface CopyOptions extends DataOptions {
  readonly to: string;
}

function copyCommand(): Command {
  const command = new Command("copy")
    .description("Copies the store in the data folder into an empty PostgreSQL database. The service must be stopped. Broken off, it is run again and begins anew; nothing serves from half a copy.")
    .requiredOption("--to <url>", "the database; its password is better kept in PGPASSWORD or in ~/.pgpass than on the command line")
    .addOption(dataOption())
    .action(copy);
  return withHelp(command, {
    examples: ["tradeseal store copy --data ./data --to postgres://tradeseal@db.example/tradeseal"],
    exits: { 0: "everything was copied, counted and checked", 2: "the database did not answer: run it again", 65: "there is no store, a service runs on it, or the target is not empty" },
  });
}

async function copy({ to, data }: CopyOptions): Promise<void> {
  const target = databaseAddress(to, "--to");
  const dataFolder = data === undefined ? readConfig().dataFolder : resolve(data);
  if (!existsSync(filesIn(dataFolder).store)) throw new Fault("data_folder_unusable", `There is no store of Tradeseal in ${dataFolder}. Name its folder with --data.`);
  const done = await copyStoreTo(target, { dataFolder, progress: tellNowAndThen() });
  say("The store was copied: every row counted, the journal checked.", ...table(done.map(({ table: name, copied }) => [name, `${copied}`] as const)));
  say("", "From now on start with TRADESEAL_DATABASE_URL; keep the data folder: the keys and trust roots are in it. Its store.sqlite is not used any more.");
}

const TELL_EVERY_MS = 2_000;

/** A teller of progress, every two seconds. */
export function tellNowAndThen(): (step: CopyProgress) => void {
  let toldAt = performance.now();
  return ({ table: name, copied, total }) => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    remark(`${name}: ${copied} of ${total}`);
  };
}
