// Troubles: what went wrong, in a sentence with its code, and the exit code that goes with it.

import { readTerminalConfig } from "../../config.ts";
import { Fault } from "../../core/fault.ts";
import { Complaint } from "./complaint.ts";
import { exitCodeFor, type ExitCode } from "./exitCodes.ts";
import { remark } from "./terminal.ts";

/** What a trouble is called, for machines and for people. */
export function problemOf(error: unknown): { code: string; detail: string } {
  if (error instanceof Fault || error instanceof Complaint) return { code: error.code, detail: error.message };
  return { code: "bug", detail: "Something went wrong in this program; nothing was determined. Please tell its makers: TRADESEAL_DEBUG=1 shows where." };
}

/** Says what went wrong. @returns the exit code. */
export function tell(error: unknown): ExitCode {
  const { code, detail } = problemOf(error);
  remark(`${detail} [${code}]`);
  if (readTerminalConfig().isDebugging) remark(...stackOf(error));
  return exitCodeFor(error);
}

function stackOf(error: unknown): string[] {
  const lines: string[] = [];
  for (let each = error; each instanceof Error; each = each.cause) lines.push(...(each.stack ?? each.message).split("\n"));
  return lines;
}
