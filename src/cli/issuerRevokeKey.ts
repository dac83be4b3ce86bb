// tradeseal issuer revoke-key: takes a credential signing key off the ledger.

import { Command } from "commander";
import { systemClock } from "../office.ts";
import { keyAttribute } from "../core/identities/keyAttribute.ts";
import { keysListed } from "../flows/issuing/credentialSigning.ts";
import { Complaint } from "./terminal/complaint.ts";
import { inDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { doingHere } from "./folder/doing.ts";
import type { ExitCode } from "./terminal/exitCodes.ts";
import { carried } from "./grants.ts";
import { withHelp } from "./terminal/help.ts";
import { dataOption, timeoutOption, waitOption, type Wait } from "./terminal/options.ts";
import { issuerNamed } from "./folder/parties.ts";
import { say } from "./terminal/terminal.ts";

interface RevokeKeyOptions extends DataOptions {
  readonly wait: Wait;
  readonly timeout: number;
}

/** The command `tradeseal issuer revoke-key`. */
export function revokeKeyCommand(): Command {
  const command = new Command("revoke-key")
    .description("Has a key for signing credentials taken off the ledger. What was recorded before stays good, since a key is looked up as it was listed then; nothing that is recorded later is. Needs the key of the identity's owner.")
    .argument("<issuer>", "an issuer here, by name, address or DID")
    .argument("<key>", "the key: its thumbprint, or the DID URL by which it is known")
    .addOption(waitOption(["final", "none"], "none"))
    .addOption(timeoutOption())
    .addOption(dataOption())
    .action(async (issuer: string, key: string, options: RevokeKeyOptions) => void (process.exitCode = await inDataFolder(options, (folder) => revokeKey({ issuer, key }, options, folder))));
  return withHelp(command, {
    examples: ['tradeseal issuer revoke-key "Chamber of Commerce of Example" u7vrjwUEqr4_WVk1nfCx7nhirx2CrSvP9yUbAN4FNiQ --wait final'],
    exits: { 0: "stored, and as far as --wait says", 2: "stored, and not final yet", 65: "there is no data folder" },
  });
}

async function revokeKey(asked: { issuer: string; key: string }, { wait, timeout }: RevokeKeyOptions, folder: OpenFolder): Promise<ExitCode> {
  const { store, register, listings } = folder.office;
  const { address, name } = await issuerNamed(asked.issuer, folder);
  const account = await register.accountFor(address);
  if (account === null) throw new Complaint("wrong_use", `${name} is being handed over to another owner. Finish that first: tradeseal issuer rotate`);
  const keys = keysListed(await listings.writesAbout(address), systemClock());
  const thumbprint = asked.key.split("#").at(-1)!;
  const key = keys.find((each) => each.thumbprint === thumbprint);
  if (key === undefined) throw new Complaint("wrong_use", `${name} lists no key ${asked.key} from here. Listed: ${keys.map((each) => each.thumbprint).join(", ") || "none"}.`);
  const write = await store.addWrite({ kind: "revokeAttribute", identity: address, ...keyAttribute(key) }, account, doingHere());
  say(`stored   ${name} no longer lists the key ${thumbprint}. What was recorded before that stays good.`);
  return carried([write], { wait, timeout }, folder);
}
