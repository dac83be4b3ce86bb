// tradeseal operators: a list of operators looked up in one go.

import { readFileSync } from "node:fs";
import { Command, Option } from "commander";
import { writeFileWhole } from "../office.ts";
import { visible } from "../words/visible.ts";
import { Complaint, unreadableFile } from "./terminal/complaint.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { withHelp } from "./terminal/help.ts";
import { keyFileOption, serviceOption } from "./terminal/options.ts";
import { paceOf, progressBar } from "./terminal/progressBar.ts";
import { clientFor, type ServiceOptions } from "./service/serviceOptions.ts";
import { remark, say } from "./terminal/terminal.ts";

interface OperatorsOptions extends ServiceOptions {
  readonly out?: string;
  readonly to: "csv" | "ndjson";
}

const TYPES = { csv: "text/csv", ndjson: "application/x-ndjson" } as const;

/** The command `tradeseal operators`. */
export function operatorsCommand(): Command {
  const command = new Command("operators").summary("look up a list of operators (with an API key)")
    .description("Looks up every identifier in a file, up to 10,000, and answers line by line. The file is CSV with the columns identifier and scheme (with a head or without, by commas, semicolons or tabs), or lines of JSON (.ndjson, .jsonl).")
    .argument("<file>", "the list")
    .option("-o, --out <file>", "where to write the table (default: it is shown)")
    .addOption(new Option("--to <form>", "the table's form").choices(["csv", "ndjson"]).default("csv"))
    .addOption(serviceOption())
    .addOption(keyFileOption())
    .action(async (file: string, options: OperatorsOptions) => void (process.exitCode = await lookUpAll(file, options)));
  return withHelp(command, {
    examples: ["tradeseal operators operators.csv --out authorised.csv", "tradeseal operators operators.ndjson --to ndjson --key-file api-key.txt"],
    exits: { 0: "every line has its whole answer", 1: "refused: the API key is not known, for example", 2: "some lines have no answer, or not everybody was heard: the table says which", 65: "the list cannot be read, or the table cannot be written" },
  });
}

async function lookUpAll(file: string, { out, to, ...access }: OperatorsOptions): Promise<ExitCode> {
  const text = readList(file);
  const client = clientFor({ ...access, needsKey: true });
  const from = /\.(ndjson|jsonl)$/i.test(file) ? TYPES.ndjson : TYPES.csv;
  const total = text.split("\n").filter((line) => line.trim() !== "").length;
  const bar = progressBar("Looked up", paceOf("operators"));
  const lines: string[] = [];
  try {
    for await (const line of client.stream("/v1/operators:list", { type: from, text, accept: TYPES[to] })) {
      lines.push(line);
      bar.at(lines.length, total);
    }
  } finally {
    bar.end();
  }
  show(lines, { out, to });
  const unsure = lines.filter((line) => (to === "csv" ? /"no"$|^"\d+","[^"]*","[^"]*","error"/.test(line) : /"isComplete":false|^\{"line":\d+,"error"/.test(line))).length;
  if (unsure > 0) remark(`${unsure} of the lines have no whole answer: the table says which.`);
  return unsure > 0 ? exitCodes.undetermined : exitCodes.fine;
}

function readList(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) throw new Complaint("file_unreadable", `The list ${visible(file)} is not UTF-8. Save it anew as "CSV UTF-8".`);
    throw unreadableFile(`The list ${visible(file)} cannot be read`, error);
  }
}

function show(lines: readonly string[], { out, to }: { readonly out: string | undefined; readonly to: OperatorsOptions["to"] }): void {
  if (out === undefined) return say(...lines);
  try {
    writeFileWhole(out, lines.map((line) => line + (to === "csv" ? "\r\n" : "\n")).join(""));
  } catch (error) {
    throw unreadableFile(`The table ${visible(out)} cannot be written`, error);
  }
  say(`The table is in ${visible(out)}.`);
}
