// tradeseal issuer rotate: gives an issuer's identity a new owner key.

import { Command } from "commander";
import { BURN_ADDRESS, parseAddress, type Address } from "../core/address.ts";
import { Fault } from "../core/fault.ts";
import type { LedgerIdentity } from "../flows/identities/ledgerIdentity.ts";
import type { Issuer } from "../flows/issuing/issuePorts.ts";
import { Complaint } from "./terminal/complaint.ts";
import { inDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { handOver } from "./folder/handOver.ts";
import { withHelp } from "./terminal/help.ts";
import { dataOption, pkcs11Option, reader, timeoutOption } from "./terminal/options.ts";
import { issuerNamed } from "./folder/parties.ts";
import { say, table } from "./terminal/terminal.ts";

interface RotateOptions extends DataOptions {
  readonly to?: Address;
  readonly pkcs11?: string;
  readonly timeout: number;
}

/** The command `tradeseal issuer rotate`. */
export function rotateCommand(): Command {
  const command = new Command("rotate")
    .description("Gives an issuer's identity a new owner key: what was accepted is said first, then its delegations are revoked, then the owner is changed. Earlier documents stay what they are; new documents wait meanwhile. A run that was interrupted is gone on with by the next.")
    .argument("<issuer>", "an issuer here, by name, address or DID")
    .option("--to <account>", "the new owner, where its key is elsewhere (default: a new key, made here)", reader(parseAddress))
    .addOption(pkcs11Option())
    .addOption(timeoutOption())
    .addOption(dataOption())
    .action((name: string, options: RotateOptions) => inDataFolder(options, (folder) => rotate(name, options, folder)));
  return withHelp(command, { examples: ["tradeseal issuer rotate 0x...", "tradeseal issuer rotate 0x... --to 0x...", "tradeseal issuer rotate 0x... --pkcs11 chamber-2027"], exits: { 0: "done, for good", 1: "the identity was given up", 2: "not done yet: run it again", 65: "the present owner's key is not here, or cannot be used" } });
}

async function rotate(name: string, options: RotateOptions, folder: OpenFolder): Promise<void> {
  if (options.to !== undefined && options.pkcs11 !== undefined) throw new Complaint("wrong_use", "Name the new owner with --to or with --pkcs11, not both.");
  const issuer = await issuerNamed(name, folder);
  const { owner, account } = await handOver(issuer, folder, { timeoutSeconds: options.timeout, begin: (seen) => successorFor(issuer, { seen, options, folder }) });
  say(`The identity has a new owner: ${issuer.name}`, ...table([["address", issuer.address], ["owner now", owner], ["signs here", account]]));
  if (account !== owner) say("", `The new owner must let ${account} speak for it: tradeseal issuer delegate ${issuer.address}`);
}

interface Wish {
  readonly seen: LedgerIdentity;
  readonly options: RotateOptions;
  readonly folder: OpenFolder;
}

/** The owner-to-be: of the run that was interrupted, or as asked now. It is noted before anything is said. */
async function successorFor({ address, successor }: Issuer, { seen: { owner, isDeactivated }, options: { to, pkcs11 }, folder }: Wish): Promise<Address> {
  const { keys, register } = folder.office;
  if (isDeactivated || successor === BURN_ADDRESS) throw new Fault("issuer_deactivated", `The identity ${address} was given up for good: it cannot have another owner.`);
  const asked = pkcs11 === undefined ? (to ?? null) : (await keys.token.create(pkcs11)).account;
  if (successor !== null) {
    if (asked !== null && asked !== successor) throw new Complaint("wrong_use", `The identity is being handed over to ${successor} already. Finish that first: run this again without --to and --pkcs11.`);
    say(`going on   the identity is being handed over to ${successor}`);
    return successor;
  }
  if (asked === owner) throw new Complaint("wrong_use", `${owner} is the owner already.`);
  if (asked === BURN_ADDRESS || /^0x0*$/.test(asked ?? "")) throw new Complaint("wrong_use", "Nobody holds a key to that account. To give the identity up: tradeseal issuer deactivate");
  if (!keys.has(owner)) throw new Fault("signing_key_unusable", `The key of the present owner, ${owner}, is not here: only it can hand the identity over.`);
  const next = asked ?? (await keys.create());
  await register.setSuccessor(address, next);
  return next;
}
