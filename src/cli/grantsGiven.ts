// tradeseal grants: what issuers here have granted and withdrawn, and the credentials that carry it.

import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { NO_CREDENTIAL } from "../core/accreditationCredential.ts";
import { NO_END } from "../core/ledger.ts";
import { dateOf } from "../core/report.ts";
import type { StoredGrant } from "../flows/trust/administrationPorts.ts";
import { visible } from "../words/visible.ts";
import { Complaint, unreadableFile } from "./terminal/complaint.ts";
import { inDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { withHelp } from "./terminal/help.ts";
import { dataOption } from "./terminal/options.ts";
import { issuerNamed } from "./folder/parties.ts";
import { say, sayJson, table } from "./terminal/terminal.ts";

/** The command `tradeseal grants`. */
export function grantsCommand(): Command {
  const command = new Command("grants").summary("list what was granted, get its credentials").description("What issuers here have granted and withdrawn, and the signed credentials that carry it.").addCommand(listCommand()).addCommand(credentialCommand());
  return withHelp(command, { examples: ['tradeseal grants list "Customs of Example"', "tradeseal grants credential 1b4e28ba-... --credential accreditation.jwt"], exits: { 0: "done" } });
}

function listCommand(): Command {
  const command = new Command("list").description("Lists an issuer's grants and withdrawals, newest first, as they were stored here.").argument("<issuer>", "an issuer here, by name, address or DID").option("--json", "print the list as JSON").addOption(dataOption())
    .action((issuer: string, options: DataOptions & { json?: boolean }) => inDataFolder(options, (folder) => list(issuer, options, folder)));
  return withHelp(command, { examples: ['tradeseal grants list "Customs of Example"'], exits: { 0: "done", 65: "there is no data folder" } });
}

interface CredentialOptions extends DataOptions {
  readonly credential?: string;
}

function credentialCommand(): Command {
  const command = new Command("credential").description("Gives the signed W3C credential that carries a grant, for its grantee to show wherever it likes. Checked by: tradeseal verify FILE --rpc ...").argument("<id>", "the grant's id, as 'tradeseal grants list' shows it")
    .option("--credential <file>", "where to write it (default: to the terminal)").addOption(dataOption())
    .action((id: string, options: CredentialOptions) => inDataFolder(options, (folder) => credential(id, options, folder)));
  return withHelp(command, { examples: ["tradeseal grants credential 1b4e28ba-... --credential accreditation.jwt"], exits: { 0: "done", 65: "there is no data folder, or the file cannot be written" } });
}

const PAGE = 500;

async function list(text: string, { json = false }: { json?: boolean }, folder: OpenFolder): Promise<void> {
  const { address, name } = await issuerNamed(text, folder);
  const { grants } = folder.office;
  const found: StoredGrant[] = [];
  for (let page = await grants.of(address, { before: Infinity, limit: PAGE }); page.length > 0; page = await grants.of(address, { before: page.at(-1)!.number, limit: PAGE })) found.push(...page);
  if (json) return sayJson(found.map(({ id, body, state, acceptedAt, problem }) => ({ id, ...body, state, acceptedAt: dateOf(Math.floor(acceptedAt)), ...(problem === null ? {} : { problem }) })));
  if (found.length === 0) say(`${name} has granted and withdrawn nothing from here.`);
  for (const grant of found) say(grant.id, ...table(rowsOf(grant)));
}

function rowsOf({ body, state, acceptedAt, problem }: StoredGrant): (readonly [string, string])[] {
  const { documentType, grantee, from } = body;
  const said =
    body.kind === "withdraw"
      ? ([["withdrawn", `${documentType}, from ${dateOf(from)} on${body.isCompromised ? ", its keys being compromised" : ""}`], ["grantee", grantee]] as const)
      : ([["granted", `${documentType}, from ${dateOf(from)} ${body.until === NO_END ? "on" : `until ${dateOf(body.until)}`}${body.mayPassOn ? ", may accredit others" : ""}`], ["grantee", `${visible(body.name)} (${grantee})`], ["credential", body.credentialDigest === NO_CREDENTIAL ? "none" : body.credentialDigest.slice(2)]] as const);
  return [...said, ["stored", dateOf(Math.floor(acceptedAt))], ["state", problem === null ? state : `${state}: ${problem}`]];
}

async function credential(id: string, { credential: file }: CredentialOptions, { office }: OpenFolder): Promise<void> {
  const text = await office.grants.credentialOf(id);
  if (text === null) {
    const isKnown = (await office.grants.byId(id)) !== null;
    throw new Complaint("wrong_use", isKnown ? `No credential carries the statement ${id}: withdrawals have none, nor have grants from before there were credentials. Accredit again to have one.` : `There is no statement with the id ${id} here. See: tradeseal grants list`);
  }
  if (file === undefined) return say(text);
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw unreadableFile(`The file ${file} cannot be written`, error);
  }
  say(`The credential was written to ${file}.`);
}
