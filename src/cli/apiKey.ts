// tradeseal api-key: what programs may do in an issuer's name.

import { Command, InvalidArgumentError, Option } from "commander";
import { systemClock } from "../office.ts";
import { dateOf } from "../core/report.ts";
import { scopes, type ApiKey, type Scope } from "../flows/trust/administrationPorts.ts";
import { Complaint } from "./terminal/complaint.ts";
import { inDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { doingHere } from "./folder/doing.ts";
import { withHelp } from "./terminal/help.ts";
import { dataOption, parseTime, reader } from "./terminal/options.ts";
import { partyNamed } from "./folder/parties.ts";
import { say, sayJson, table } from "./terminal/terminal.ts";

/** What a key of an issuer may do unless more is asked for: accrediting others is not everybody's business. */
export const USUAL_SCOPES: readonly Scope[] = ["issue", "read"];

/** The command `tradeseal api-key`. */
export function apiKeyCommand(): Command {
  const command = new Command("api-key").summary("make, list and revoke API keys").description("API keys of this service's issuers. A key is shown once, when it is made; only its digest is kept.")
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand());
  return withHelp(command, { examples: ['tradeseal api-key create --issuer "Customs of Example" --scope accredit read --expires 90d', "tradeseal api-key list", "tradeseal api-key revoke 5f1d0c2b7a9e4f36"], exits: { 0: "done" } });
}

interface CreateOptions extends DataOptions {
  readonly issuer: string;
  readonly scope: readonly Scope[];
  readonly expires?: number;
}

function createCommand(): Command {
  const command = new Command("create")
    .description("Makes an API key for an issuer, and shows it this once. It works at once, also beside a running service.")
    .requiredOption("--issuer <party>", "whose key: an issuer here, by name, address or DID")
    .addOption(new Option("--scope <scope...>", "what it is for: issue (documents), accredit (grants), read (looking at both)").choices(scopes).default(USUAL_SCOPES))
    .addOption(new Option("--expires <when>", "a number of days, 90d, or a date, 2027-05-01 (default: it does not expire)").argParser(reader(parseEnd)))
    .addOption(dataOption())
    .action((options: CreateOptions) => inDataFolder(options, (folder) => createKey(options, folder)));
  return withHelp(command, { examples: ['tradeseal api-key create --issuer "Chamber of Commerce of Example" --scope issue --expires 90d'], exits: { 0: "done", 65: "there is no data folder" } });
}

function listCommand(): Command {
  const command = new Command("list").description("Lists the API keys: whose, for what, until when, last used on which day. The keys themselves are not kept.").addOption(dataOption()).option("--json", "print the list as JSON")
    .action((options: DataOptions & { json?: boolean }) => inDataFolder(options, (folder) => listKeys(options, folder)));
  return withHelp(command, { examples: ["tradeseal api-key list --data ./data"], exits: { 0: "done", 65: "there is no data folder" } });
}

function revokeCommand(): Command {
  const command = new Command("revoke").description("Revokes API keys. They open nothing from that moment on, also with a running service.").argument("<id...>", "their ids, as 'tradeseal api-key list' shows them").addOption(dataOption())
    .action((ids: string[], options: DataOptions) => inDataFolder(options, (folder) => revokeKeys(ids, folder)));
  return withHelp(command, { examples: ["tradeseal api-key revoke 5f1d0c2b7a9e4f36"], exits: { 0: "done", 65: "there is no data folder" } });
}

async function createKey({ issuer, scope, expires = null }: Omit<CreateOptions, "expires"> & { expires?: number | null }, folder: OpenFolder): Promise<void> {
  const { apiKeys, register } = folder.office;
  const { address } = await partyNamed(issuer, folder);
  const known = (await register.issuers()).find((each) => each.address === address);
  if (known === undefined) throw new Complaint("wrong_use", `${address} is no issuer here. Make one: tradeseal issuer create --name ...`);
  const wanted = scopes.filter((each) => scope.includes(each));
  const { id, apiKey } = await apiKeys.create(address, { scopes: wanted, expiresAt: expires }, doingHere());
  say(`The API key was made, for ${known.name}.`, ...table([["id", id], ["API key", apiKey], ["scopes", wanted.join(", ")], ["expires", expires === null ? "never" : dateOf(expires)]]));
  say("", "Keep the API key now: it is not shown again.");
}

async function listKeys({ json = false }: { json?: boolean }, { office }: OpenFolder): Promise<void> {
  const keys = await office.apiKeys.list();
  if (json) return sayJson(keys);
  if (keys.length === 0) say("There are no API keys here.");
  for (const key of keys) say(key.id, ...table(rowsOf(key)));
}

function rowsOf({ issuer, scopes: own, createdAt, expiresAt, revokedAt, lastUsedOn }: ApiKey): (readonly [string, string])[] {
  const isOver = expiresAt !== null && expiresAt <= systemClock();
  return [
    ["issuer", `${issuer.name} (${issuer.address})`],
    ["scopes", own.join(", ")],
    ["created", dateOf(Math.floor(createdAt))],
    ["last used", lastUsedOn ?? "never"],
    ["expires", expiresAt === null ? "never" : `${dateOf(Math.floor(expiresAt))}${isOver ? " (expired)" : ""}`],
    ...(revokedAt === null ? [] : [["revoked", dateOf(Math.floor(revokedAt))] as const]),
  ];
}

async function revokeKeys(ids: readonly string[], { office }: OpenFolder): Promise<void> {
  const known = new Set((await office.apiKeys.list()).map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Complaint("wrong_use", `There is no API key with the id ${unknown.join(", ")}. Nothing was revoked. See: tradeseal api-key list`);
  for (const id of ids) {
    const { issuer } = (await office.apiKeys.revoke(id, doingHere()))!;
    say(`revoked  ${id}, a key of ${issuer.name}.`);
  }
}

const DAYS = /^([1-9]\d{0,4})d$/;
const DAY_SECONDS = 86_400;

/** Unix seconds of an end: so many days from now, or a date to come. */
function parseEnd(text: string): number {
  const [, days] = DAYS.exec(text) ?? [];
  const end = days === undefined ? parseTime(text) : Math.floor(systemClock()) + Number(days) * DAY_SECONDS;
  if (end <= systemClock()) throw new InvalidArgumentError("It must lie in the future.");
  return end;
}
