// tradeseal replace: puts another document in the place of one, for good.

import { Command } from "commander";
import { changeStandings, standingExits, withStandingOptions, type StandingOptions } from "./changeStanding.ts";
import { digestOf } from "./files/files.ts";
import { withHelp } from "./terminal/help.ts";

/** The command `tradeseal replace`. */
export function replaceCommand(): Command {
  const command = withStandingOptions(
    new Command("replace").summary("put another document in the place of one")
      .description("Puts another document in the place of one, for good. Verifiers of the old one are told the digest of the new one. Anchor the new one, too.")
      .argument("<file-or-digest>", "the old document, as a file or as a SHA-256 digest")
      .requiredOption("--by <file-or-digest>", "the new document"),
  );
  command.action(async (name: string, { by, ...options }: StandingOptions & { by: string }) => {
    process.exitCode = await changeStandings([name], { standing: "replaced", replacement: await digestOf(by), reason: options.reason ?? "superseded" }, options);
  });
  return withHelp(command, { examples: ["tradeseal replace certificate.pdf --by certificate-2.pdf"], exits: standingExits });
}
