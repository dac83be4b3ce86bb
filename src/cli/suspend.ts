// tradeseal suspend: takes documents back for now.

import { Command } from "commander";
import { changeStandings, standingExits, withStandingOptions, type StandingOptions } from "./changeStanding.ts";
import { withHelp } from "./terminal/help.ts";

/** The command `tradeseal suspend`. */
export function suspendCommand(): Command {
  const command = withStandingOptions(new Command("suspend").summary("take documents back for now").description("Takes documents back for now; 'tradeseal reinstate' undoes it.").argument("<file-or-digest...>", "the documents, as files or as SHA-256 digests"));
  command.action(async (names: string[], options: StandingOptions) => void (process.exitCode = await changeStandings(names, { standing: "suspended" }, options)));
  return withHelp(command, { examples: ["tradeseal suspend certificate.pdf --reason under_investigation", "tradeseal suspend certificate.pdf --issuer did:ethr:0x7a69:0x... --type 861"], exits: standingExits });
}
