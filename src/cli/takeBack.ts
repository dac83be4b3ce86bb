// Taking back what others anchored: the part of suspend, revoke, reinstate and replace that grantors use.

import { setTimeout as pause } from "node:timers/promises";
import type { DocumentType } from "../core/documentType.ts";
import { Fault } from "../core/fault.ts";
import { Complaint } from "./terminal/complaint.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { digestsMeant } from "./files/credentialFiles.ts";
import type { Wait } from "./terminal/options.ts";
import { progressBar } from "./terminal/progressBar.ts";
import type { ServiceClient, StandingWordAnswer } from "./service/serviceClient.ts";
import { noteOn, progress, standingLine, type Change } from "./standingLines.ts";
import { remark, say } from "./terminal/terminal.ts";
import { hasReached } from "./service/untilReached.ts";

/** Whose documents they are, and how far is waited. */
interface Taking {
  readonly client: ServiceClient;
  readonly issuer: string;
  readonly type: DocumentType | null;
  readonly wait: Wait;
  readonly timeout: number;
}

/** Says it of one document. What the service warns of goes to the standard error; it is said all the same. */
export async function takeBackOne(name: string, change: Change, { client, issuer, type, wait, timeout }: Taking): Promise<ExitCode> {
  if (type === null) throw new Complaint("wrong_use", "--issuer needs --type: another's documents are named by their issuer, their type and their digest.");
  const accepted = await client.takeBack({ issuer, documentType: type, digest: (await digestsMeant(name))[0]!, ...change });
  for (const { means } of accepted.warnings) remark(`Warning: ${means}`);
  const word = await untilThere(accepted, { client, wait, timeout });
  const isSaid = hasReached(word.state, wait);
  say(`${standingLine(change, name)}   ${progress(wait, isSaid)}${noteOn(change.reason)}`);
  if (!isSaid && word.problem !== undefined) remark(`The ledger refuses it so far: ${word.problem}`);
  return isSaid ? exitCodes.fine : exitCodes.undetermined;
}

const PAUSE_MS = 400;

async function untilThere(accepted: StandingWordAnswer, { client, wait, timeout }: Pick<Taking, "client" | "wait" | "timeout">): Promise<StandingWordAnswer> {
  const bar = progressBar(`Waiting until ${wait}`);
  const deadline = performance.now() + timeout * 1000;
  let now = accepted;
  try {
    for (let round = 1; !hasReached(now.state, wait) && performance.now() < deadline; round += 1) {
      bar.at(round, round + 10);
      await pause(PAUSE_MS);
      now = await look(now, client);
    }
    return now;
  } finally {
    bar.end();
  }
}

/** A service that is being started anew is waited for: what it accepted, it keeps. */
async function look(word: StandingWordAnswer, client: ServiceClient): Promise<StandingWordAnswer> {
  try {
    return await client.standingWord(word.id);
  } catch (error) {
    if (error instanceof Fault && error.code === "service_unreachable") return word;
    throw error;
  }
}
