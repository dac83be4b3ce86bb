// tradeseal revoke: takes documents back for good.

import { Command } from "commander";
import { changeStandings, standingExits, withStandingOptions, type StandingOptions } from "./changeStanding.ts";
import { withHelp } from "./terminal/help.ts";

/** The command `tradeseal revoke`. */
export function revokeCommand(): Command {
  const command = withStandingOptions(new Command("revoke").summary("take documents back for good").description("Takes documents back for good. Verifiers then say: no longer valid.").argument("<file-or-digest...>", "the documents, as files or as SHA-256 digests"));
  command.action(async (names: string[], options: StandingOptions) => void (process.exitCode = await changeStandings(names, { standing: "revoked" }, options)));
  return withHelp(command, { examples: ["tradeseal revoke certificate.pdf --reason issued_in_error", "tradeseal revoke certificate.pdf --issuer did:ethr:0x7a69:0x... --type 861 --reason fraud"], exits: standingExits });
}
