// How one file of `tradeseal anchor` comes out: its seal, a line about it, and a code.

import { english as words } from "../words/english/table.ts";
import { visible } from "../words/visible.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import type { Desk, HandedIn } from "./service/handIn.ts";
import type { Wait } from "./terminal/options.ts";
import { sealFor } from "./service/sealFor.ts";
import { writeSealBeside, type WrittenSeal } from "./files/sealFiles.ts";
import type { DocumentAnswer } from "./service/serviceClient.ts";
import { hasReached } from "./service/untilReached.ts";

/** How one file came out. */
export interface End {
  readonly line: string;
  readonly code: ExitCode;
  readonly state: DocumentAnswer["state"];
  readonly hasSeal: boolean;
  readonly trouble?: unknown;
}

/** Looks how the document stands, and writes the seal, where there is one already. */
export async function finish({ file, answer }: HandedIn, { client, signal }: Desk, wait: Wait): Promise<End> {
  let now: Pick<DocumentAnswer, "state"> & Partial<DocumentAnswer> = answer;
  try {
    const document = (now = await client.document(answer.id));
    const written = hasReached(document.state, "included") ? writeSealBeside(file, await sealFor(document, client)) : null;
    const code = document.standing !== "active" ? exitCodes.no : hasReached(document.state, wait) ? exitCodes.fine : exitCodes.undetermined;
    return { line: lineFor(file, document, written), code, state: document.state, hasSeal: written !== null };
  } catch (trouble) {
    if (signal.aborted) throw trouble;
    return { line: lineFor(file, now, null), code: exitCodes.no, state: now.state, hasSeal: false, trouble };
  }
}

function lineFor(file: string, { state, anchoredAt, problem, standing = "active" }: Pick<DocumentAnswer, "state"> & Partial<DocumentAnswer>, written: WrittenSeal | null): string {
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
