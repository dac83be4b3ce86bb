// tradeseal accredit: says on the ledger that somebody may issue documents of a type.

import { Command, Option } from "commander";
import { systemClock } from "../office.ts";
import { dateOf } from "../core/report.ts";
import { grant } from "../flows/trust/grants.ts";
import { Complaint } from "./terminal/complaint.ts";
import { inDataFolder, type OpenFolder } from "./folder/dataFolder.ts";
import type { ExitCode } from "./terminal/exitCodes.ts";
import { forEachType, grantExits, withGrantOptions, type GrantOptions } from "./grants.ts";
import { withHelp } from "./terminal/help.ts";
import { parseJurisdiction, parseName, parseTime, reader } from "./terminal/options.ts";
import { partyNamed } from "./folder/parties.ts";

interface AccreditOptions extends GrantOptions {
  readonly name?: string;
  readonly until?: number;
  readonly jurisdiction?: string;
  readonly mayPassOn?: boolean;
  readonly anew?: boolean;
  readonly despiteLikeness?: boolean;
}

/** The command `tradeseal accredit`. */
export function accreditCommand(): Command {
  const command = withGrantOptions(new Command("accredit").summary("say who may issue what, from when until when").description("Says on the ledger that the grantee may issue documents of these types, in the name of a grantor whose key lies here."))
    .addOption(new Option("--name <name>", "the grantee's name, as verifiers shall read it; needed unless it is an issuer here").argParser(reader(parseName)))
    .addOption(new Option("--from <time>", "since when: 2026-05-01 (00:00 UTC) or 2026-05-01T12:00:00Z; may lie in the past (default: now)").argParser(reader(parseTime)))
    .addOption(new Option("--until <time>", "until when, that moment not included (default: no end)").argParser(reader(parseTime)))
    .addOption(new Option("--jurisdiction <code>", "where it holds, for the credential: ISO 3166, such as NO or ES-CT").argParser(reader(parseJurisdiction)))
    .option("--may-pass-on", "the grantee may accredit others for these types")
    .option("--anew", "have it recorded again though the ledger's last word is the same: needed after a window of stolen keys, in which it did not count")
    .option("--despite-likeness", "you answer for a name that mixes scripts or looks like another's; the journal says so")
    .action(async (options: AccreditOptions) => void (process.exitCode = await inDataFolder(options, (folder) => accredit(options, folder))));
  return withHelp(command, {
    examples: ['tradeseal accredit --grantor "Customs of Example" --grantee 0x... --name "Chamber of Commerce of Example" --type 861 380 --until 2031-01-01'],
    exits: grantExits,
  });
}

async function accredit(options: AccreditOptions, folder: OpenFolder): Promise<ExitCode> {
  const { from: asked, until = null, jurisdiction = null, mayPassOn = false, anew: isAnew = false, despiteLikeness: isLikenessKnown = false } = options;
  const from = Math.floor(asked ?? systemClock());
  const grantee = await partyNamed(options.grantee, folder);
  const name = options.name ?? grantee.name;
  if (name === null) throw new Complaint("wrong_use", "Say with --name what the grantee is called: it is no issuer here, and verifiers take names from accreditations.");
  const period = `from ${dateOf(from)} ${until === null ? "on" : `until ${dateOf(until)}`}`;
  return forEachType(options, folder, {
    say: (common, ports) => grant({ ...common, from, until, mayPassOn, name, jurisdiction, isAnew, isLikenessKnown }, ports),
    sentence: (grantor, documentType) => `${grantor} accredits ${name} for ${documentType} ${period}${mayPassOn ? ", and it may accredit others" : ""}`,
  });
}
