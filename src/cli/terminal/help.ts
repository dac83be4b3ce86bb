// What --help says after a command's options: examples, and what its exit codes mean.

import type { Command } from "commander";
import type { ExitCode } from "./exitCodes.ts";

/** What belongs into a command's help. */
export interface HelpParts {
  readonly examples: readonly string[];
  /** What this command means by a code; the others mean the same everywhere. */
  readonly exits: Partial<Record<ExitCode, string>>;
}

const everywhere: Partial<Record<ExitCode, string>> = { 64: "wrong use", 70: "our bug" };

/** The command, with examples and exit codes in its help. */
export function withHelp(command: Command, { examples, exits }: HelpParts): Command {
  const codes = Object.entries({ ...everywhere, ...exits }).sort(([left], [right]) => Number(left) - Number(right));
  const lines = [examples.length === 1 ? "Example:" : "Examples:", ...examples.map((example) => `  ${example}`), "", "Exit codes:", ...codes.map(([code, meaning]) => `  ${code.padStart(2)}  ${meaning}`)];
  return command.addHelpText("after", `\n${lines.join("\n")}`);
}
