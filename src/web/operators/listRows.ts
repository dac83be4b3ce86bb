// A pasted list as rows: what is asked in each, and what became of it.

import { fieldsIn, separatorIn } from "../../core/csv.ts";
import { authorisationFields, operatorColumns } from "../../core/operators/operatorTable.ts";
import type { DeskOutcome } from "../../words/operatorsPageWords.ts";
import { outcomeOf, type OperatorAnswer, type OperatorQuestion } from "./askOperator.ts";

/** A line of the list. `answer` is absent while there is none; `refused` says why there never will be. */
export interface ListRow extends OperatorQuestion {
  readonly line: number;
  readonly answer?: OperatorAnswer;
  readonly refused?: string;
}

/** The lines that ask something. A first line that names its columns is none of them; nor are empty ones. */
export function rowsIn(text: string): readonly ListRow[] {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n?|\n/);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const separator = separatorIn(first);
  const head = (fieldsIn(first, separator) ?? []).map((field) => field.trim().toLowerCase());
  const isHead = head.includes("identifier");
  const [at, schemeAt] = isHead ? [head.indexOf("identifier"), head.indexOf("scheme")] : [0, 1];
  return lines.flatMap((line, index): ListRow[] => {
    if (line.trim() === "" || (isHead && line === first)) return [];
    const fields = (fieldsIn(line, separator) ?? [line]).map((field) => field.trim());
    return [{ line: index + 1, identifier: fields[at] ?? "", scheme: (fields[schemeAt] ?? "").toUpperCase() }];
  });
}

/** What became of a row, in a word. */
export const rowOutcome = ({ answer }: ListRow): DeskOutcome => (answer === undefined ? "unasked" : outcomeOf(answer));

/** Whether there is nothing more to ask. */
export const isSettled = ({ answer, refused }: ListRow): boolean => answer !== undefined || refused !== undefined;

/** What of a row stands in the table. */
export function cellsOf({ answer }: ListRow): { readonly operator: string; readonly authorisation: string; readonly until: string; readonly issuer: string; readonly further: number } {
  const [best, ...others] = answer?.authorisations ?? [];
  const said = (member: string): readonly string[] => (typeof best?.says[member] === "string" ? [best.says[member]] : []);
  return {
    operator: best?.name ?? "",
    authorisation: [...said("number"), ...said("programme"), ...said("type")].join(" "),
    until: best?.validUntil ?? "",
    issuer: best?.issuer.name ?? best?.issuer.did ?? "",
    further: others.length,
  };
}

/** The rows as a table for a spreadsheet. The columns are those of the service's own lists, and one for what was refused. */
export const tableOf = (rows: readonly ListRow[]): readonly (readonly string[])[] => [[...operatorColumns, "error"], ...rows.map(fieldsOf)];

function fieldsOf(row: ListRow): readonly string[] {
  const { line, identifier, scheme, answer, refused = "" } = row;
  const [best, ...others] = answer?.authorisations ?? [];
  const outcome = rowOutcome(row);
  const isComplete = answer === undefined ? "" : answer === null || answer.isComplete ? "yes" : "no";
  return [String(line), identifier, scheme, outcome === "nothing" ? "nothing_known" : outcome, ...authorisationFields(best), String(others.length), isComplete, refused];
}
