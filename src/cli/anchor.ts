// tradeseal anchor: has files recorded on the ledger, and writes their seals beside them.

import { Command } from "commander";
import type { DocumentType } from "../core/documentType.ts";
import { AnchorRun } from "./anchorRun.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { withHelp } from "./terminal/help.ts";
import { keyFileOption, serviceOption, timeoutOption, typeOption, waitOption, waits, type Wait } from "./terminal/options.ts";
import { clientFor, type ServiceOptions } from "./service/serviceOptions.ts";
import { remark } from "./terminal/terminal.ts";

interface AnchorOptions extends ServiceOptions {
  readonly type: DocumentType;
  readonly reference?: string;
  readonly wait: Wait;
  readonly timeout: number;
}

/** The command `tradeseal anchor`. */
export function anchorCommand(): Command {
  const command = new Command("anchor").summary("have files recorded on the ledger, and get their seals")
    .description("Has files, or all files in folders, recorded on the ledger in your name, and writes the seal of each beside it (FILE.seal.json). Only digests are sent. The same file again is recorded once, so that an interrupted run is simply run again. In folders seals and hidden files are left out; links are not followed.")
    .argument("<file...>", "files or folders to anchor")
    .addOption(typeOption("their document type, such as 861 (certificate of origin) or 380 (commercial invoice)").makeOptionMandatory())
    .addOption(waitOption(waits, "included"))
    .addOption(timeoutOption())
    .option("--reference <text>", "your own name for the documents, shown to you alone")
    .addOption(serviceOption())
    .addOption(keyFileOption())
    .action(async (names: string[], options: AnchorOptions) => void (process.exitCode = await anchorFiles(names, options)));
  return withHelp(command, {
    examples: ["TRADESEAL_API_KEY=... tradeseal anchor certificate.pdf --type 861", "tradeseal anchor certificates/ --type 861", "tradeseal anchor invoices/*.pdf --type 380 --wait final --key-file api-key.txt"],
    exits: { 0: "all of them got as far as --wait says", 1: "refused: the API key is not known, for example; or one of them was taken back before", 2: "not there yet, interrupted, or the service does not answer; run it again, nothing is done twice", 65: "a file cannot be read, changed meanwhile or is a link in a folder, a folder is empty, or a seal cannot be written" },
  });
}

async function anchorFiles(names: readonly string[], { type, reference, wait, timeout, ...service }: AnchorOptions): Promise<ExitCode> {
  const interruption = new AbortController();
  const { signal } = interruption;
  // Whoever presses it again wants to be out at once.
  process.once("SIGINT", () => interruption.abort());
  const desk = { client: clientFor({ ...service, needsKey: true, signal }), documentType: type, reference, signal };
  const run = new AnchorRun(desk, { wait, timeoutSeconds: timeout });
  try {
    return await run.anchor(names);
  } catch (error) {
    if (!signal.aborted) throw error;
    remark(`Interrupted: ${run.counts()}. What was handed in is kept and goes on by itself.`, "Run the same command again for the rest and the missing seals: nothing is done twice.");
    return exitCodes.undetermined;
  } finally {
    await run.end();
  }
}
