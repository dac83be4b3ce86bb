// tradeseal key: signing keys in the data folder.

import { Command } from "commander";
import { filesIn } from "../app.ts";
import { inNewDataFolder, type DataOptions, type OpenFolder } from "./dataFolder.ts";
import { withHelp } from "./help.ts";
import { dataOption } from "./options.ts";
import { didText } from "./parties.ts";
import { say, table } from "./terminal.ts";

/** The command `tradeseal key`. */
export function keyCommand(): Command {
  const create = new Command("create")
    .description("Makes a signing key and stores it, encrypted, in the data folder. For a key with an issuer and an API key, see 'tradeseal issuer create'.")
    .addOption(dataOption())
    .action((options: DataOptions) => inNewDataFolder(options, createKey));
  withHelp(create, { examples: ["tradeseal key create --data ./data"], exits: { 0: "done", 65: "the data folder cannot be used" } });
  const command = new Command("key").summary("make signing keys").description("Signing keys in the data folder.").addCommand(create);
  return withHelp(command, { examples: ["tradeseal key create"], exits: { 0: "done" } });
}

async function createKey({ office, config }: OpenFolder): Promise<void> {
  const address = await office.keys.create();
  say("A signing key was made.", ...table([["address", address], ["DID", didText(address, config)], ["kept in", `${filesIn(config.dataFolder).keys}/${address}.json`]]));
}
