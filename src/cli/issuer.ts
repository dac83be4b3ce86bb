// tradeseal issuer: who may have documents anchored by this service.

import { Command } from "commander";
import { systemClock } from "../app.ts";
import { Complaint } from "./complaint.ts";
import { inDataFolder, inNewDataFolder, type DataOptions, type OpenFolder } from "./dataFolder.ts";
import { withHelp } from "./help.ts";
import { addKeyCommand } from "./issuerAddKey.ts";
import { dataOption, parseName, reader } from "./options.ts";
import { didText } from "./parties.ts";
import { say, table } from "./terminal.ts";

/** The command `tradeseal issuer`. */
export function issuerCommand(): Command {
  const command = new Command("issuer").summary("make and list issuers and their API keys").description("Issuers of this service and their API keys.").addCommand(createCommand()).addCommand(listCommand()).addCommand(addKeyCommand());
  return withHelp(command, { examples: ['tradeseal issuer create --name "Chamber of Commerce of Example"', "tradeseal issuer list"], exits: { 0: "done" } });
}

function createCommand(): Command {
  const command = new Command("create")
    .description("Makes an issuer: a signing key, its identity on the ledger, and an API key, which is shown this once.")
    .requiredOption("--name <name>", "the legal entity's name, as registered here", reader(parseName))
    .addOption(dataOption())
    .action(({ name, ...options }: DataOptions & { name: string }) => inNewDataFolder(options, (folder) => createIssuer(name, folder)));
  return withHelp(command, { examples: ['tradeseal issuer create --name "Chamber of Commerce of Example"'], exits: { 0: "done", 65: "the data folder cannot be used" } });
}

function listCommand(): Command {
  const command = new Command("list").description("Lists the issuers of this service.").addOption(dataOption()).action((options: DataOptions) => inDataFolder(options, listIssuers));
  return withHelp(command, { examples: ["tradeseal issuer list --data ./data"], exits: { 0: "done", 65: "there is no data folder" } });
}

async function createIssuer(name: string, { office, config }: OpenFolder): Promise<void> {
  const { keys, register } = office;
  const same = (await register.issuers()).find((issuer) => issuer.name === name);
  if (same !== undefined) throw new Complaint("wrong_use", `There is an issuer of this name already: ${same.address}.`);
  const address = await keys.create();
  await register.addIssuer({ address, name, account: address }, systemClock());
  const apiKey = await register.addApiKey(address, systemClock());
  say(`The issuer was made: ${name}`, ...table([["address", address], ["DID", didText(address, config)], ["API key", apiKey]]));
  say("", "Keep the API key now: it is not shown again.", `Verifiers recognise the issuer once somebody they believe accredits it: tradeseal accredit --grantee ${address} ...`);
}

async function listIssuers({ office, config }: OpenFolder): Promise<void> {
  const issuers = await office.register.issuers();
  if (issuers.length === 0) say("There are no issuers here yet. Make one: tradeseal issuer create --name ...");
  for (const { name, address } of issuers) say(name, ...table([["address", address], ["DID", didText(address, config)]]));
}
