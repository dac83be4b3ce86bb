// tradeseal anchor: has files recorded on the ledger, and writes their seals beside them.

import { Command } from "commander";
import type { DocumentType } from "../core/documentType.ts";
import { exitCodes, worstOf, type ExitCode } from "./exitCodes.ts";
import { handIn, type HandedIn } from "./handIn.ts";
import { withHelp } from "./help.ts";
import { inParallel } from "./inParallel.ts";
import { keyFileOption, serviceOption, timeoutOption, typeOption, waitOption, waits, type Wait } from "./options.ts";
import { writeSealBeside, type WrittenSeal } from "./sealFiles.ts";
import { sealFor } from "./sealFor.ts";
import type { ServiceClient } from "./serviceClient.ts";
import { clientFor, type ServiceOptions } from "./serviceOptions.ts";
import { remark, say } from "./terminal.ts";
import { tell } from "./troubles.ts";
import { hasReached, untilReached } from "./untilReached.ts";
import { visible } from "../words/visible.ts";
import { english as words } from "../words/english.ts";

interface AnchorOptions extends ServiceOptions {
  readonly type: DocumentType;
  readonly reference?: string;
  readonly wait: Wait;
  readonly timeout: number;
}

/** The command `tradeseal anchor`. */
export function anchorCommand(): Command {
  const command = new Command("anchor").summary("have files recorded on the ledger, and get their seals")
    .description("Has files recorded on the ledger in your name, and writes the seal of each beside it (FILE.seal.json). Only digests are sent. The same file again is recorded once.")
    .argument("<file...>", "files to anchor")
    .addOption(typeOption("their document type, such as 861 (certificate of origin) or 380 (commercial invoice)").makeOptionMandatory())
    .addOption(waitOption(waits, "included"))
    .addOption(timeoutOption())
    .option("--reference <text>", "your own name for the documents, shown to you alone")
    .addOption(serviceOption())
    .addOption(keyFileOption())
    .action(async (files: string[], options: AnchorOptions) => void (process.exitCode = await anchorFiles(files, options)));
  return withHelp(command, {
    examples: ["TRADESEAL_API_KEY=... tradeseal anchor certificate.pdf --type 861", "tradeseal anchor invoices/*.pdf --type 380 --wait final --key-file api-key.txt"],
    exits: { 0: "all of them got as far as --wait says", 1: "refused: the API key is not known, for example; or one of them was taken back before", 2: "not there yet, or the service does not answer; run it again, nothing is done twice", 65: "a file cannot be read, or a seal cannot be written" },
  });
}

async function anchorFiles(files: readonly string[], { type, reference, wait, timeout, ...service }: AnchorOptions): Promise<ExitCode> {
  const client = clientFor({ ...service, needsKey: true });
  const { handedIn, troubles } = await handIn(files, { client, documentType: type, reference });
  const reached = await untilReached(handedIn, { client, wait, timeoutSeconds: timeout });
  const codes = (await inParallel(reached, SEALS_AT_A_TIME, (each) => finish(each, { client, wait }))).map(({ line, code, trouble }) => {
    say(line);
    return trouble === undefined ? code : tell(trouble);
  });
  for (const trouble of troubles) codes.push(tell(trouble));
  remark(...advice(reached, wait));
  return worstOf(codes);
}

const SEALS_AT_A_TIME = 16;

/** How one file came out. */
interface End {
  readonly line: string;
  readonly code: ExitCode;
  readonly trouble?: unknown;
}

/** Writes the seal, where there is one already. */
async function finish(handedIn: HandedIn, { client, wait }: { client: ServiceClient; wait: Wait }): Promise<End> {
  const { file, answer } = handedIn;
  try {
    const written = hasReached(answer.state, "included") ? writeSealBeside(file, await sealFor(answer, client)) : null;
    const code = answer.standing !== "active" ? exitCodes.no : hasReached(answer.state, wait) ? exitCodes.fine : exitCodes.undetermined;
    return { line: lineFor(handedIn, written), code };
  } catch (trouble) {
    return { line: lineFor(handedIn, null), code: exitCodes.no, trouble };
  }
}

function lineFor({ file, answer }: HandedIn, written: WrittenSeal | null): string {
  const { state, anchoredAt, problem, standing } = answer;
  const parts = [
    ...(standing === "active" ? [] : [`but it is ${standing}: nobody can rely on it`]),
    ...(anchoredAt === undefined ? [] : [`on the ledger since ${words.dateTime(anchoredAt)}`]),
    ...(written === null ? [] : [written.isNew ? `seal written to ${visible(written.sealFile)}` : `seal is there already: ${visible(written.sealFile)}`]),
    ...(written?.keptAs == null ? [] : [`a different seal that lay there is now ${visible(written.keptAs)}`]),
    ...(problem === undefined ? [] : [`the ledger refuses it: ${problem}`]),
  ];
  return `${state.padEnd(STATE_CHARACTERS)} ${visible(file)}${parts.length === 0 ? "" : `   ${parts.join("; ")}`}`;
}

const STATE_CHARACTERS = 9;

function advice(reached: readonly HandedIn[], wait: Wait): string[] {
  const states = new Set(reached.map(({ answer }) => answer.state));
  if (reached.some(({ answer }) => !hasReached(answer.state, wait))) return ["What was handed in is kept and goes on by itself. Run the same command again to wait for it and to get the seals."];
  if (states.has("accepted") || states.has("batched") || states.has("sent")) return ["Accepted means: stored, on its way to the ledger. Run the same command with --wait included to get the seals."];
  if (states.has("included")) return ["Included means: in a block. Verifiers say authentic once that block is final."];
  return [];
}
