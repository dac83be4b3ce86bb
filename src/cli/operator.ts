// tradeseal operator: what an operator is authorised to, by one of its identifiers.

import { Command, Option } from "commander";
import type { Authorisation } from "../core/authorisation.ts";
import { Fault } from "../core/fault.ts";
import { readClientConfig } from "../config.ts";
import type { SilentAuthority } from "../flows/operators/operatorDesk.ts";
import { englishOperators } from "../words/english/operators.ts";
import { englishOperatorsPage as desk } from "../words/english/operatorsPage.ts";
import { english as words } from "../words/english/table.ts";
import { authorisationHeadline } from "../words/operatorSentences.ts";
import { advice, partyName, standingParts } from "../words/sentences.ts";
import { visible } from "../words/visible.ts";
import { exitCodeOf, exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { withHelp } from "./terminal/help.ts";
import { keyFileOption, serviceOption } from "./terminal/options.ts";
import { clientFor, type ServiceOptions } from "./service/serviceOptions.ts";
import { say, sayJson, table } from "./terminal/terminal.ts";

interface OperatorOptions extends ServiceOptions {
  readonly scheme?: string;
  readonly json?: boolean;
}

/** The command `tradeseal operator`. */
export function operatorCommand(): Command {
  const command = new Command("operator").summary("look up an operator: is it authorised (AEO), by whom, until when?")
    .description("Looks up an operator by one of its identifiers, whole: a TIN, EORI, LEI, company number, DID or another. Told is what the operator consented to. The service judges every certificate by its own trust roots, and asks the services of recognised partners; who was not heard is named.")
    .argument("<identifier>", "the identifier; capitals, blanks, points, slashes and hyphens do not matter")
    .addOption(schemeOption())
    .option("--json", "print the answer as JSON")
    .addOption(serviceOption())
    .addOption(keyFileOption())
    .action(async (identifier: string, options: OperatorOptions) => void (process.exitCode = await lookUp(identifier, options)));
  return withHelp(command, {
    examples: ["tradeseal operator BE0123456789", "tradeseal operator 5493000EXAMPLE000096 --scheme LEI --json", "TRADESEAL_API_KEY=... tradeseal operator KEP051234567X      (as an authority of a recognised programme, which may be told more)"],
    exits: { 0: "it has an authorisation that holds", 1: "it has none that holds, or nothing may be told", 2: "neither can be said: not everybody was heard, or something did not answer" },
  });
}

/** `--scheme CODE`. */
const schemeOption = (): Option => new Option("-s, --scheme <code>", "the scheme that the identifier belongs to, such as EORI, LEI or TIN (default: any)");

interface Found {
  readonly authorisations: readonly Authorisation[];
  readonly silent: readonly SilentAuthority[];
  readonly isComplete: boolean;
}

async function lookUp(identifier: string, { scheme, json = false, ...access }: OperatorOptions): Promise<ExitCode> {
  const hasKey = access.keyFile !== undefined || readClientConfig().apiKey !== null;
  const client = clientFor({ ...access, needsKey: hasKey });
  const query = new URLSearchParams({ identifier, ...(scheme === undefined ? {} : { scheme: scheme.toUpperCase() }) });
  const found = await client.ask("GET", `/v1/operators?${query}`).catch((error: unknown) => {
    if (error instanceof Fault && error.code === "not_found") return null;
    throw error;
  });
  if (found === null) {
    if (json) sayJson({ authorisations: [], isComplete: true, silent: [] });
    else say(englishOperators.nothing.means, `${words.page.todo}: ${englishOperators.nothing.todo}`);
    return exitCodes.no;
  }
  if (!isFound(found)) throw new Fault("service_unreachable", `What answers at ${client.url} does not answer as a Tradeseal service does.`);
  if (json) sayJson(found);
  else say(...linesOf(found), `Asked the service at ${client.url}, with its own trust roots.`);
  return exitCodeFor(found);
}

const isFound = (value: object): value is Found => ["authorisations", "silent"].every((name) => Array.isArray((value as Record<string, unknown>)[name])) && typeof (value as Found).isComplete === "boolean";

/** One that holds is a yes, whoever else was silent. Without one, silence leaves it open. */
function exitCodeFor({ authorisations, isComplete }: Found): ExitCode {
  const codes = authorisations.map(({ verdict }) => exitCodeOf(verdict));
  if (codes.includes(exitCodes.fine)) return exitCodes.fine;
  return codes.includes(exitCodes.undetermined) || !isComplete ? exitCodes.undetermined : exitCodes.no;
}

function linesOf({ authorisations, silent, isComplete }: Found): string[] {
  const others = silent.map(({ authority, why }) => `  ${partyName(authority)}: ${Object.hasOwn(englishOperators.silences, why) ? englishOperators.silences[why] : ""}`);
  const missing = isComplete ? [] : others.length > 0 ? [englishOperators.incomplete, ...others, ""] : [englishOperators.more, ""];
  return [...authorisations.flatMap((each) => [...authorisationLines(each), ""]), ...missing];
}

function authorisationLines(authorisation: Authorisation): string[] {
  const { verdict, reason, name, says, validFrom, validUntil, issuer, standing } = authorisation;
  const { means, todo } = verdict === "authentic" ? desk.authorised : advice({ verdict, ...(reason === undefined ? {} : { reason }) }, words);
  const [number, ...more] = ["number", "programme", "type"].flatMap((member) => (typeof says[member] === "string" ? [visible(says[member])] : []));
  return [
    `${verdict}   ${authorisationHeadline(authorisation, words, desk)}`,
    means,
    "",
    ...table([
      ...(name === undefined ? [] : [[englishOperators.operator, visible(name)] as const]),
      ...(number === undefined ? [] : [[englishOperators.authorisation, more.length === 0 ? number : `${number} (${more.join(", ")})`] as const]),
      [englishOperators.period, englishOperators.holds(validFrom ?? null, validUntil ?? null)],
      ...(standing === undefined ? [] : [[words.page.standing, words.standing(standingParts(standing))] as const]),
      [words.verdicts[verdict].issuer, [...(issuer.name === undefined ? [] : [visible(issuer.name)]), issuer.did]],
    ]),
    "",
    `${words.page.todo}: ${todo}`,
  ];
}
