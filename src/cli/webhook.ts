// tradeseal webhook: endpoints to which a service sends events, and what it could not deliver.

import { Command, Option } from "commander";
import { eventKinds, type EventKind } from "../flows/following/eventKinds.ts";
import { visible } from "../words/visible.ts";
import { withHelp } from "./terminal/help.ts";
import { allPages } from "./service/listing.ts";
import { keyFileOption, serviceOption } from "./terminal/options.ts";
import type { ServiceClient } from "./service/serviceClient.ts";
import { clientFor, type ServiceOptions } from "./service/serviceOptions.ts";
import { say, sayJson, table } from "./terminal/terminal.ts";

/** The command `tradeseal webhook`. */
export function webhookCommand(): Command {
  const command = new Command("webhook").summary("have events sent to you").description("Endpoints to which the service sends events, signed as Standard Webhooks says (docs/webhooks.md).")
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand())
    .addCommand(rotateCommand())
    .addCommand(failuresCommand())
    .addCommand(replayCommand());
  return withHelp(command, { examples: ["tradeseal webhook add https://erp.example/tradeseal --event document.final watch.verdict_changed", "tradeseal webhook failures 3f0c..."], exits });
}

const exits = { 0: "done", 1: "refused", 2: "the service does not answer" } as const;

const asking = (command: Command): Command => command.addOption(serviceOption()).addOption(keyFileOption());
const clientWith = (access: ServiceOptions): ServiceClient => clientFor({ ...access, needsKey: true });
const pathOf = (id: string, rest = ""): string => `/v1/webhooks/${encodeURIComponent(id)}${rest}`;

function addCommand(): Command {
  const command = asking(new Command("add").description("Has events sent to an address from now on. The secret is shown this once.").argument("<url>", "https, on port 443, a public address"))
    .addOption(new Option("--event <event...>", "what to send (default: every event there is)").choices(eventKinds))
    .action(async (url: string, { event, ...access }: ServiceOptions & { event?: readonly EventKind[] }) => {
      const { id, secret } = await clientWith(access).ask("POST", "/v1/webhooks", { url, ...(event === undefined ? {} : { events: event }) });
      say(`Events are sent to ${visible(url, 200)} from now on.`, ...table([["id", String(id)], ["secret", String(secret)]]), "", "Keep the secret now: it is not shown again.");
    });
  return withHelp(command, { examples: ["tradeseal webhook add https://erp.example/tradeseal --event document.final"], exits });
}

function listCommand(): Command {
  const command = asking(new Command("list").description("Lists your endpoints, and how they do.").option("--json", "print the list as JSON"))
    .action(async ({ json = false, ...access }: ServiceOptions & { json?: boolean }) => {
      const webhooks = await allPages(clientWith(access), "/v1/webhooks", "webhooks");
      if (json) return sayJson(webhooks);
      if (webhooks.length === 0) say("You have no webhooks.");
      for (const { id, url, events, enabled, problem } of webhooks) {
        const state = enabled === true ? "enabled" : "disabled";
        say(String(id), ...table([["url", String(url)], ["events", Array.isArray(events) ? events.join(", ") : ""], ["state", state], ...(problem === undefined ? [] : [["problem", String(problem)] as const])]));
      }
    });
  return withHelp(command, { examples: ["tradeseal webhook list"], exits });
}

function removeCommand(): Command {
  const command = asking(new Command("remove").description("Removes endpoints, with what was still to be delivered.").argument("<id...>", "ids, as 'tradeseal webhook list' shows them"))
    .action(async (ids: string[], access: ServiceOptions) => {
      for (const id of ids) {
        await clientWith(access).ask("DELETE", pathOf(id));
        say(`removed  ${visible(id)}`);
      }
    });
  return withHelp(command, { examples: ["tradeseal webhook remove 3f0c..."], exits });
}

function rotateCommand(): Command {
  const command = asking(new Command("rotate").description("Gives an endpoint a new secret, shown this once. For a day events are signed with both.").argument("<id>", "the endpoint"))
    .action(async (id: string, access: ServiceOptions) => {
      const { secret, previousUntil } = await clientWith(access).ask("POST", pathOf(id, "/rotate"));
      say(...table([["secret", String(secret)], ["both until", String(previousUntil)]]), "", "Keep the secret now: it is not shown again.");
    });
  return withHelp(command, { examples: ["tradeseal webhook rotate 3f0c..."], exits });
}

function failuresCommand(): Command {
  const command = asking(new Command("failures").description("Lists events that were given up. They are kept for thirty days.").argument("<id>", "the endpoint").option("--json", "print the list as JSON, with the events"))
    .action(async (id: string, { json = false, ...access }: ServiceOptions & { json?: boolean }) => {
      const failures = await allPages(clientWith(access), pathOf(id, "/failures"), "failures");
      if (json) return sayJson(failures);
      if (failures.length === 0) say("Nothing was given up.");
      for (const { id: event, type, failedAt, attempts, problem } of failures) say(`${String(event)}   ${String(type)}   ${String(failedAt)}   tried ${String(attempts)} times   ${String(problem ?? "")}`);
    });
  return withHelp(command, { examples: ["tradeseal webhook failures 3f0c..."], exits });
}

function replayCommand(): Command {
  const command = asking(new Command("replay").description("Sends failed events again: all, or those named. Enables the endpoint if it was disabled.").argument("<id>", "the endpoint").argument("[event...]", "ids of events, as 'tradeseal webhook failures' shows them"))
    .action(async (id: string, events: string[], access: ServiceOptions) => {
      const { replayed } = await clientWith(access).ask("POST", pathOf(id, "/replay"), events.length === 0 ? {} : { events });
      say(`${String(replayed)} events are sent again.`);
    });
  return withHelp(command, { examples: ["tradeseal webhook replay 3f0c..."], exits });
}
