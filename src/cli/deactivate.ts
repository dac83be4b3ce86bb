// tradeseal issuer deactivate: gives an issuer's identity up, for good.

import { Command } from "commander";
import { BURN_ADDRESS } from "../core/address.ts";
import { Fault } from "../core/fault.ts";
import { Complaint } from "./terminal/complaint.ts";
import { inDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { handOver } from "./folder/handOver.ts";
import { withHelp } from "./terminal/help.ts";
import { dataOption, timeoutOption } from "./terminal/options.ts";
import { issuerNamed } from "./folder/parties.ts";
import { say } from "./terminal/terminal.ts";

interface DeactivateOptions extends DataOptions {
  readonly yes?: boolean;
  readonly timeout: number;
}

/** The command `tradeseal issuer deactivate`. */
export function deactivateCommand(): Command {
  const command = new Command("deactivate")
    .description("Gives an issuer's identity up, for good: its delegations are revoked, and its owner becomes an account to which nobody holds a key. Earlier documents stay what they are; nothing more can be said in its name, by anybody.")
    .argument("<issuer>", "an issuer here, by name, address or DID")
    .option("--yes", "yes, for good")
    .addOption(timeoutOption())
    .addOption(dataOption())
    .action((name: string, options: DeactivateOptions) => inDataFolder(options, (folder) => deactivate(name, options, folder)));
  return withHelp(command, { examples: ["tradeseal issuer deactivate 0x... --yes"], exits: { 0: "done, for good", 2: "not done yet: run it again", 65: "the present owner's key is not here, or cannot be used" } });
}

async function deactivate(name: string, { yes = false, timeout }: DeactivateOptions, folder: OpenFolder): Promise<void> {
  const issuer = await issuerNamed(name, folder);
  const { address, successor } = issuer;
  if (!yes) throw new Complaint("wrong_use", `This cannot be undone: nothing can ever be said in the name of ${issuer.name} (${address}) again, not even that a document is revoked. Say --yes if you mean it.`);
  if (successor !== null && successor !== BURN_ADDRESS) throw new Complaint("wrong_use", `The identity is being handed over to ${successor}. Finish that first: tradeseal issuer rotate ${address}`);
  await handOver(issuer, folder, {
    timeoutSeconds: timeout,
    begin: async ({ owner, isDeactivated }) => {
      const isMine = isDeactivated || folder.office.keys.has(owner);
      if (!isMine) throw new Fault("signing_key_unusable", `The key of the present owner, ${owner}, is not here: only it can give the identity up.`);
      // From here on the service takes nothing new for it.
      await folder.office.register.setSuccessor(address, BURN_ADDRESS);
      return BURN_ADDRESS;
    },
  });
  say(`The identity was given up: ${issuer.name} (${address}). Earlier documents stay what they are.`);
}
