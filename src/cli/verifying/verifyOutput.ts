// What verify prints: a block of text for each file, or JSON.

import { visible } from "../../words/visible.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { exitCodeOfResult, type CheckedFile } from "./fileChecks.ts";
import { reportText } from "./reportText.ts";
import { remark, say, sayJson } from "../terminal/terminal.ts";
import { problemOf, tell } from "../terminal/troubles.ts";

/** Prints each file's block, then who was asked, and of several files how many came out how. */
export function showText(results: readonly CheckedFile[], howAsked: string | readonly string[]): void {
  for (const [place, result] of results.entries()) {
    if (place > 0) say("");
    if (result.report !== null) say(...reportText(result.report, result.file));
    else showTrouble(result);
  }
  if (results.some(({ report }) => report !== null)) say("", ...[howAsked].flat());
  if (results.length > 1) say("", summary(results));
}

/** Prints the report; of several files an array, in which a file without a report has an entry of its own kind. */
export function showJson(results: readonly CheckedFile[], howAsked: string | readonly string[]): void {
  const entries = results.map((result) => result.report ?? { file: result.file.name, problem: problemOf(result.trouble) });
  if (entries.length > 1 || results[0]!.report !== null) sayJson(entries.length > 1 ? entries : entries[0]);
  for (const result of results) if (result.report === null) tell(result.trouble);
  remark(...[howAsked].flat());
}

function showTrouble(result: CheckedFile & { report: null }): void {
  say(`not checked   ${visible(result.file.name)}`);
  tell(result.trouble);
  if (exitCodeOfResult(result) === exitCodes.undetermined) remark("Nothing was determined: this is neither a yes nor a no.");
}

function summary(results: readonly CheckedFile[]): string {
  const byOutcome = Map.groupBy(results, ({ report }) => report?.verdict ?? "not checked");
  return `${results.length} files: ${[...byOutcome].map(([outcome, those]) => `${those.length} ${outcome}`).join(", ")}.`;
}
