// tradeseal issuer: who may have documents anchored by this service.

import { Command } from "commander";
import { USUAL_SCOPES } from "./apiKey.ts";
import { Complaint } from "./terminal/complaint.ts";
import { deactivateCommand } from "./deactivate.ts";
import { delegateCommand } from "./delegate.ts";
import { rotateCommand } from "./rotate.ts";
import { showCommand } from "./showIssuer.ts";
import { inDataFolder, inNewDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { doingHere } from "./folder/doing.ts";
import { withHelp } from "./terminal/help.ts";
import { dataOption, parseName, pkcs11Option, reader } from "./terminal/options.ts";
import { didText, partyNamed } from "./folder/parties.ts";
import { addKeyCommand } from "./issuerAddKey.ts";
import { revokeKeyCommand } from "./issuerRevokeKey.ts";
import { say, table } from "./terminal/terminal.ts";

/** The command `tradeseal issuer`. */
export function issuerCommand(): Command {
  const command = new Command("issuer").summary("make, list and look after issuers, their keys and API keys").description("Issuers of this service: their identities, who signs for them, and their API keys.");
  for (const each of [createCommand(), listCommand(), showCommand(), delegateCommand(), rotateCommand(), deactivateCommand(), addKeyCommand(), revokeKeyCommand()]) command.addCommand(each);
  return withHelp(command, { examples: ['tradeseal issuer create --name "Chamber of Commerce of Example"', "tradeseal issuer list"], exits: { 0: "done" } });
}

interface CreateOptions extends DataOptions {
  readonly name: string;
  readonly identity?: string;
  readonly pkcs11?: string;
}

function createCommand(): Command {
  const command = new Command("create")
    .description("Makes an issuer: a signing key, its identity on the ledger, and an API key, which is shown this once. An issuer that keeps its own key names its identity, and lets the key made here speak for it: tradeseal issuer delegate.")
    .requiredOption("--name <name>", "the legal entity's name, as registered here", reader(parseName))
    .option("--identity <party>", "the identity, by address or DID, of an issuer whose key is elsewhere")
    .addOption(pkcs11Option())
    .addOption(dataOption())
    .action((options: CreateOptions) => inNewDataFolder(options, (folder) => createIssuer(options, folder)));
  return withHelp(command, {
    examples: ['tradeseal issuer create --name "Chamber of Commerce of Example"', 'tradeseal issuer create --name "Ministry of Trade" --identity 0x...', 'tradeseal issuer create --name "Laboratory of Example" --pkcs11 laboratory'],
    exits: { 0: "done", 65: "the data folder, or the token, cannot be used" },
  });
}

function listCommand(): Command {
  const command = new Command("list").description("Lists the issuers of this service.").addOption(dataOption()).action((options: DataOptions) => inDataFolder(options, listIssuers));
  return withHelp(command, { examples: ["tradeseal issuer list"], exits: { 0: "done", 65: "there is no data folder" } });
}

async function createIssuer({ name, identity, pkcs11 }: CreateOptions, folder: OpenFolder): Promise<void> {
  const { office, config } = folder;
  const { keys, register, apiKeys } = office;
  const known = await register.issuers();
  const same = known.find((issuer) => issuer.name === name);
  if (same !== undefined) throw new Complaint("wrong_use", `There is an issuer of this name already: ${same.address}.`);
  const elsewhere = identity === undefined ? null : (await partyNamed(identity, folder)).address;
  if (known.some(({ address }) => address === elsewhere)) throw new Complaint("wrong_use", `The identity ${elsewhere} is an issuer here already.`);
  const account = pkcs11 === undefined ? await keys.create() : (await keys.token.create(pkcs11)).account;
  const address = elsewhere ?? account;
  if (known.some((issuer) => issuer.address === address)) throw new Complaint("wrong_use", `The key "${pkcs11}" is that of an issuer here already: ${address}.`);
  const doing = doingHere();
  await register.addIssuer({ address, name, account }, doing.at, doing.by);
  const { apiKey } = await apiKeys.create(address, { scopes: USUAL_SCOPES, expiresAt: null }, doing);
  const delegate: readonly (readonly [string, string])[] = elsewhere === null ? [] : [["signs for it", account]];
  say(`The issuer was made: ${name}`, ...table([["address", address], ["DID", didText(address, config)], ...delegate, ["API key", apiKey]]));
  say("", "Keep the API key now: it is not shown again.");
  if (elsewhere !== null) say(`Its owner must let ${account} speak for it: tradeseal issuer delegate ${address}`);
  say(`Verifiers recognise the issuer once somebody they believe accredits it: tradeseal accredit --grantee ${address} ...`);
}

async function listIssuers({ office, config }: OpenFolder): Promise<void> {
  const issuers = await office.register.issuers();
  if (issuers.length === 0) say("There are no issuers here yet. Make one: tradeseal issuer create --name ...");
  for (const { name, address } of issuers) say(name, ...table([["address", address], ["DID", didText(address, config)]]));
}
