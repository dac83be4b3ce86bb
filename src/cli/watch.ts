// tradeseal watch: has a service tell when a document's verdict changes.

import { Command, Option } from "commander";
import type { DocumentType } from "../core/documentType.ts";
import { visible } from "../words/visible.ts";
import { exitCodes, worstOf, type ExitCode } from "./terminal/exitCodes.ts";
import { digestOf } from "./files/files.ts";
import { withHelp } from "./terminal/help.ts";
import { allPages } from "./service/listing.ts";
import { keyFileOption, parseIdentity, reader, serviceOption, typeOption } from "./terminal/options.ts";
import { clientFor, type ServiceOptions } from "./service/serviceOptions.ts";
import { say, sayJson } from "./terminal/terminal.ts";
import { tell } from "./terminal/troubles.ts";

interface AddOptions extends ServiceOptions {
  readonly type?: DocumentType;
  readonly issuer?: string;
}

/** The command `tradeseal watch`. */
export function watchCommand(): Command {
  const command = new Command("watch").summary("be told when a document's verdict changes").description("Watches documents: the service judges them again whenever something happens to them, and tells by webhook and at /v1/events.")
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand());
  return withHelp(command, { examples: ["tradeseal watch add certificate.pdf --type 861", "tradeseal watch list", "tradeseal watch remove 3f0c..."], exits: { 0: "done", 1: "refused", 2: "the service does not answer" } });
}

function addCommand(): Command {
  const command = new Command("add")
    .description("Watches documents, and says how they are judged now.")
    .argument("<file-or-digest...>", "the documents, as files or as SHA-256 digests")
    .addOption(typeOption("the type that you expect"))
    .addOption(new Option("--issuer <party>", "only this issuer's word counts: its DID or address").argParser(reader((text) => (parseIdentity(text), text))))
    .addOption(serviceOption())
    .addOption(keyFileOption())
    .action(async (names: string[], options: AddOptions) => void (process.exitCode = await addAll(names, options)));
  return withHelp(command, { examples: ["tradeseal watch add certificate.pdf --type 861"], exits: { 0: "watched", 1: "refused", 2: "the service does not answer", 65: "a file cannot be read" } });
}

/** Trouble with one file does not stop the others. */
async function addAll(names: readonly string[], { type, issuer, ...access }: AddOptions): Promise<ExitCode> {
  const client = clientFor({ ...access, needsKey: true });
  const codes: ExitCode[] = [];
  for (const name of names) {
    try {
      const body = { digest: await digestOf(name), ...(type === undefined ? {} : { documentType: type }), ...(issuer === undefined ? {} : { issuer }) };
      const { id, verdict } = await client.ask("POST", "/v1/watches", body);
      say(`watched  ${visible(name)}   now ${String(verdict)}   ${String(id)}`);
      codes.push(exitCodes.fine);
    } catch (error) {
      say(`not watched  ${visible(name)}`);
      codes.push(tell(error));
    }
  }
  return worstOf(codes);
}

function listCommand(): Command {
  const command = new Command("list").description("Lists what you watch, and how it was judged last.").option("--json", "print the list as JSON").addOption(serviceOption()).addOption(keyFileOption())
    .action(async ({ json = false, ...access }: ServiceOptions & { json?: boolean }) => {
      const watches = await allPages(clientFor({ ...access, needsKey: true }), "/v1/watches", "watches");
      if (json) return sayJson(watches);
      if (watches.length === 0) say("You watch nothing.");
      for (const { id, digest, verdict, reason } of watches) say(`${String(id)}   ${String(digest)}   ${String(verdict)}${reason === undefined ? "" : ` (${String(reason)})`}`);
    });
  return withHelp(command, { examples: ["tradeseal watch list --json"], exits: { 0: "done", 2: "the service does not answer" } });
}

function removeCommand(): Command {
  const command = new Command("remove").description("Stops watching.").argument("<id...>", "ids, as 'tradeseal watch list' shows them").addOption(serviceOption()).addOption(keyFileOption())
    .action(async (ids: string[], access: ServiceOptions) => {
      const client = clientFor({ ...access, needsKey: true });
      for (const id of ids) {
        await client.ask("DELETE", `/v1/watches/${encodeURIComponent(id)}`);
        say(`removed  ${visible(id)}`);
      }
    });
  return withHelp(command, { examples: ["tradeseal watch remove 3f0c..."], exits: { 0: "done", 1: "there is no such watch of yours", 2: "the service does not answer" } });
}
