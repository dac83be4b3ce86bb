// tradeseal audit: compares what the service acknowledged with what the ledger says.

import { Command } from "commander";
import { dateOf } from "../core/report.ts";
import { audit, type AuditReport, type Difference } from "../flows/auditing/audit.ts";
import { inDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { withHelp } from "./terminal/help.ts";
import { onLedger } from "./folder/ledgerOfFolder.ts";
import { dataOption } from "./terminal/options.ts";
import { progressBar } from "./terminal/progressBar.ts";
import { say, sayJson, table } from "./terminal/terminal.ts";

interface AuditOptions extends DataOptions {
  readonly json?: boolean;
}

/** The command `tradeseal audit`. */
export function auditCommand(): Command {
  const command = new Command("audit").summary("compare what was acknowledged with the ledger")
    .description("Compares every document that this service acknowledged, and everything that it calls final, with the ledger; looks for anchors, standings and grants in its issuers' names that it does not know; and lists every difference. Changes nothing. A service may run meanwhile.")
    .addOption(dataOption())
    .option("--json", "print the result as JSON")
    .action(async (options: AuditOptions) => void (process.exitCode = await inDataFolder(options, (folder) => auditFolder(folder, options))));
  return withHelp(command, { examples: ["tradeseal audit --data ./data"], exits: { 0: "no differences", 1: "differences", 2: "the ledger does not answer", 65: "there is no data folder" } });
}

async function auditFolder(folder: OpenFolder, { json = false }: AuditOptions): Promise<ExitCode> {
  const bar = progressBar("Comparing");
  const { store, auditing, register } = folder.office;
  const issuers = (await register.issuers()).map(({ address }) => address);
  // How many documents there are is not counted before: the bar creeps towards an end that it does not know.
  const report = await onLedger(folder, ({ reader, events }) => audit({ store, auditing, issuers, ledger: reader, events, progress: (done) => bar.at(done, done + 1_000) })).finally(bar.end);
  if (json) sayJson(report);
  else show(report);
  return report.differences.length === 0 ? exitCodes.fine : exitCodes.no;
}

function show({ head, documents, underway, differences, isComplete }: AuditReport): void {
  say(differences.length === 0 ? "Store and ledger say the same." : "Store and ledger differ.");
  say(...table([["documents", `${documents}`], ["underway", `${underway} (acknowledged, not on the ledger yet)`], ["differences", `${differences.length}${isComplete ? "" : ", where comparing stopped"}`], ["read at block", `${head.number}, ${dateOf(head.time)}`]]));
  for (const difference of differences) say("", ...table([...about(difference), ["difference", sentenceFor(difference)]]));
}

function about(difference: Difference): [string, string][] {
  if ("documentId" in difference) return [["document", difference.documentId], ["digest", difference.digest], ["issuer", difference.issuer]];
  return [...("writeId" in difference ? [["write", `${difference.writeId}`] as [string, string]] : []), ["said", difference.word], ["block", `${difference.blockNumber}`]];
}

function sentenceFor(difference: Difference): string {
  switch (difference.kind) {
    case "anchor_missing":
      return `the store says ${difference.state}, and the ledger has no such anchor`;
    case "seal_broken":
      return "the store's batch does not lead from this document to its root";
    case "standing_differs":
      return `acknowledged as ${difference.acknowledged}, and ${difference.onLedger} on the ledger`;
    case "unknown_to_store":
      return "it stands on the ledger in the name of an issuer of this service, and the store does not know it";
    case "write_missing":
      return "the store calls it final, and the ledger does not say it";
    case "write_elsewhere":
      return `the store calls it final in this block, and the ledger has it in block ${difference.onLedgerIn}`;
    case "block_differs":
      return "the store calls it final in a block of this number with another hash";
  }
}
