// tradeseal issuer add-key: a key with which an issuer signs credentials, listed on the ledger.

import { Argument, Command, Option } from "commander";
import { filesIn, systemClock } from "../office.ts";
import { didOf, type Address } from "../core/address.ts";
import { keyAttribute, otherNameAttribute, type Attribute } from "../core/identities/keyAttribute.ts";
import { algorithms, type Algorithm, type PublicKey } from "../core/publicKey.ts";
import { dateOf } from "../core/report.ts";
import { didWebOfIssuer } from "../flows/identities/ownIdentities.ts";
import { Complaint } from "./terminal/complaint.ts";
import { inDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import type { ExitCode } from "./terminal/exitCodes.ts";
import { carried } from "./grants.ts";
import { withHelp } from "./terminal/help.ts";
import { namesIn } from "./folder/issuerNames.ts";
import { dataOption, parseTime, reader, timeoutOption, waitOption, type Wait } from "./terminal/options.ts";
import { partyNamed } from "./folder/parties.ts";
import { say, table } from "./terminal/terminal.ts";

/** Long enough to be forgotten, short enough to be changed now and then. */
const VALIDITY_SECONDS = 2 * 365 * 86_400;

interface AddKeyOptions extends DataOptions {
  readonly algorithm: Algorithm;
  readonly until?: number;
  readonly wait: Wait;
  readonly timeout: number;
}

/** The command `tradeseal issuer add-key`. */
export function addKeyCommand(): Command {
  const command = new Command("add-key")
    .description("Makes a key with which an issuer signs credentials, stores it encrypted in the data folder, and has its public part listed on the ledger. Verifiers accept it from the block that lists it until its end.")
    .addArgument(new Argument("<issuer>", "an issuer here, by name, address or DID"))
    .addOption(new Option("--algorithm <name>", "ES256 (P-256), ES256K (secp256k1) or EdDSA (Ed25519)").choices(algorithms).makeOptionMandatory())
    .addOption(new Option("--until <time>", "until when, that moment not included (default: for two years)").argParser(reader(parseTime)))
    .addOption(waitOption(["final", "none"], "none"))
    .addOption(timeoutOption())
    .addOption(dataOption())
    .action(async (issuer: string, options: AddKeyOptions) => void (process.exitCode = await inDataFolder(options, (folder) => addKey(issuer, options, folder))));
  return withHelp(command, {
    examples: ['tradeseal issuer add-key "Chamber of Commerce of Example" --algorithm ES256', "tradeseal issuer add-key 0x... --algorithm EdDSA --until 2028-01-01 --wait final"],
    exits: { 0: "stored, and as far as --wait says", 2: "stored, and not final yet", 65: "there is no data folder" },
  });
}

async function addKey(text: string, { algorithm, until, wait, timeout }: AddKeyOptions, folder: OpenFolder): Promise<ExitCode> {
  const { store, register, credentialKeys } = folder.office;
  const { address, name } = await partyNamed(text, folder);
  const account = await register.accountFor(address);
  if (account === null) throw new Complaint("wrong_use", `This data folder holds no key of ${address}: only its own issuers can have keys listed from here.`);
  const validitySeconds = validityUntil(until);
  const dids = await didsOf(address, folder);
  const key = await credentialKeys.create(algorithm);
  const list = (attribute: Attribute) => store.addWrite({ kind: "attribute", identity: address, validitySeconds, ...attribute }, account);
  const writes = [await list(keyAttribute(key))];
  if (dids.web !== null) writes.push(await list(otherNameAttribute(dids.web)));
  tell(key, { name: name ?? address, dids, until: Math.floor(systemClock()) + validitySeconds, folder });
  return carried(writes, { wait, timeout }, folder);
}

function validityUntil(until: number | undefined): number {
  const seconds = until === undefined ? VALIDITY_SECONDS : Math.floor(until - systemClock());
  if (seconds <= 0) throw new Complaint("wrong_use", `The key would end (${dateOf(until!)}) before it begins.`);
  return seconds;
}

interface Dids {
  readonly ledger: string;
  readonly web: string | null;
}

async function didsOf(issuer: Address, folder: OpenFolder): Promise<Dids> {
  const { chainId, publicUrl } = await namesIn(folder);
  return { ledger: didOf(issuer, chainId), web: didWebOfIssuer(publicUrl, issuer) };
}

function tell({ algorithm, thumbprint }: PublicKey, { name, dids, until, folder }: { name: string; dids: Dids; until: number; folder: OpenFolder }): void {
  const web: [string, string][] = dids.web === null ? [] : [["and as", `${dids.web}#${thumbprint}`]];
  const file = `${filesIn(folder.config.dataFolder).credentialKeys}/${thumbprint}.json`;
  say(`A key for signing credentials was made for ${name}.`, ...table([["algorithm", algorithm], ["known as", `${dids.ledger}#${thumbprint}`], ...web, ["valid until", dateOf(until)], ["kept in", file]]));
  say(`stored   ${name} lists this key${dids.web === null ? "" : `, and that it goes by ${dids.web}, too`}.`);
}
