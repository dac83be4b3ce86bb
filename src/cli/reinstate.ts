// tradeseal reinstate: lets suspended documents stand again.

import { Command } from "commander";
import { changeStandings, standingExits, withStandingOptions, type StandingOptions } from "./changeStanding.ts";
import { withHelp } from "./terminal/help.ts";

/** The command `tradeseal reinstate`. */
export function reinstateCommand(): Command {
  const command = withStandingOptions(new Command("reinstate").summary("let suspended documents stand again").description("Lets suspended documents stand again.").argument("<file-or-digest...>", "the documents, as files or as SHA-256 digests"));
  command.action(async (names: string[], options: StandingOptions) => void (process.exitCode = await changeStandings(names, { standing: "active" }, options)));
  return withHelp(command, { examples: ["tradeseal reinstate certificate.pdf"], exits: standingExits });
}
