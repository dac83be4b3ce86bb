// tradeseal withdraw: takes an accreditation back.

import { Command, Option } from "commander";
import { systemClock } from "../office.ts";
import { dateOf } from "../core/report.ts";
import { withdraw as withdrawGrants } from "../flows/trust/grants.ts";
import { inDataFolder, type OpenFolder } from "./folder/dataFolder.ts";
import type { ExitCode } from "./terminal/exitCodes.ts";
import { forEachType, grantExits, withGrantOptions, type GrantOptions } from "./grants.ts";
import { withHelp } from "./terminal/help.ts";
import { parseTime, reader } from "./terminal/options.ts";
import { partyNamed } from "./folder/parties.ts";

interface WithdrawOptions extends GrantOptions {
  readonly compromised?: boolean;
}

/** The command `tradeseal withdraw`. */
export function withdrawCommand(): Command {
  const command = withGrantOptions(new Command("withdraw").summary("take an accreditation back").description("Takes an accreditation back, from a moment on, which may lie in the past."))
    .addOption(new Option("--from <time>", "since when: 2026-05-01 (00:00 UTC) or 2026-05-01T12:00:00Z (default: now)").argParser(reader(parseTime)))
    .option("--compromised", "the grantee's keys were stolen: nothing counts that was said with them from then on")
    .action(async (options: WithdrawOptions) => void (process.exitCode = await inDataFolder(options, (folder) => withdraw(options, folder))));
  return withHelp(command, { examples: ['tradeseal withdraw --grantor "Customs of Example" --grantee 0x... --type 861', "tradeseal withdraw --grantor 0x... --grantee 0x... --type 861 380 --from 2026-05-01 --compromised"], exits: grantExits });
}

async function withdraw(options: WithdrawOptions, folder: OpenFolder): Promise<ExitCode> {
  const { from: asked, compromised: isCompromised = false } = options;
  const from = Math.floor(asked ?? systemClock());
  const { name, address } = await partyNamed(options.grantee, folder);
  return forEachType(options, folder, {
    say: (common, ports) => withdrawGrants({ ...common, from, isCompromised }, ports),
    sentence: (grantor, documentType) => `${grantor} withdraws the accreditation of ${name ?? address} for ${documentType} from ${dateOf(from)} on${isCompromised ? ", its keys being compromised" : ""}`,
  });
}
