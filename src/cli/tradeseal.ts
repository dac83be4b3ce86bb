#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
// tradeseal: the command line.

import { Command, CommanderError } from "commander";
import { accreditCommand } from "./accredit.ts";
import { anchorCommand } from "./anchor.ts";
import { apiKeyCommand } from "./apiKey.ts";
import { auditCommand } from "./audit.ts";
import { backupCommand, restoreCommand } from "./backup.ts";
import { evidenceCommand } from "./evidence.ts";
import { exitCodes } from "./terminal/exitCodes.ts";
import { withHelp } from "./terminal/help.ts";
import { grantsCommand } from "./grantsGiven.ts";
import { issuerCommand } from "./issuer.ts";
import { journalCommand } from "./journal.ts";
import { keyCommand } from "./key.ts";
import { ledgerCommand } from "./ledger.ts";
import { operatorCommand } from "./operator.ts";
import { operatorsCommand } from "./operators.ts";
import { presentCommand } from "./present.ts";
import { rebuildCommand } from "./rebuild.ts";
import { reinstateCommand } from "./reinstate.ts";
import { replaceCommand } from "./replace.ts";
import { revokeCommand } from "./revoke.ts";
import { serveCommand } from "./serve.ts";
import { stampCommand } from "./stamp.ts";
import { storeCommand } from "./store.ts";
import { suspendCommand } from "./suspend.ts";
import { remark } from "./terminal/terminal.ts";
import { trustRootCommand } from "./trustRoot.ts";
import { tell } from "./terminal/troubles.ts";
import { verifyCommand } from "./verify.ts";
import { watchCommand } from "./watch.ts";
import { webhookCommand } from "./webhook.ts";
import { withdrawCommand } from "./withdraw.ts";
import { workerCommand } from "./worker.ts";

function tradeseal(): Command {
  const program = new Command("tradeseal").description(
    "Tells whether a trade document is the very one that was issued, by somebody entitled to issue it, and whether it still stands.",
  );
  const groups: Readonly<Record<string, readonly Command[]>> = {
    "For everybody:": [verifyCommand(), evidenceCommand(), operatorCommand()],
    "For holders of credentials:": [presentCommand()],
    "For anyone with an API key:": [operatorsCommand(), watchCommand(), webhookCommand()],
    "For issuers (with an API key):": [anchorCommand(), stampCommand(), revokeCommand(), suspendCommand(), reinstateCommand(), replaceCommand()],
    "For administrators (on the data folder):": [issuerCommand(), apiKeyCommand(), keyCommand(), accreditCommand(), withdrawCommand(), grantsCommand(), trustRootCommand(), journalCommand()],
    "For whoever runs a service:": [serveCommand(), workerCommand(), ledgerCommand(), storeCommand(), backupCommand(), restoreCommand(), rebuildCommand(), auditCommand()],
  };
  for (const [heading, commands] of Object.entries(groups)) for (const command of commands) program.addCommand(command.helpGroup(heading));
  return withHelp(program, {
    examples: ["tradeseal verify certificate.pdf", "tradeseal anchor certificate.pdf --type 861"],
    exits: { 0: "yes, or done", 1: "a no: the document does not hold, or the request was refused", 2: "undetermined, or not reached in time: ask again", 65: "unreadable input: a file, a seal, a data folder" },
  });
}

/** Commander would end the process itself, with codes of its own. */
function throwing(command: Command, path: string): Command {
  for (const each of command.commands) throwing(each, `${path} ${each.name()}`);
  return command
    .exitOverride()
    .configureOutput({ writeErr: (text) => remark(...text.trimEnd().split("\n")) })
    .showHelpAfterError(`[wrong_use] See: ${path} --help`);
}

async function main(): Promise<void> {
  try {
    await throwing(tradeseal(), "tradeseal").parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) process.exitCode = tell(error);
    else if (error.exitCode !== 0) process.exitCode = exitCodes.wrongUse;
  }
}

// Whoever reads us may stop reading; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? process.exitCode : exitCodes.bug));
await main();
