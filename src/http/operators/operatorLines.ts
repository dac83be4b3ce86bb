// Lines of a list of operators: read from CSV or NDJSON, and answered in either.

import { csvLine, fieldsIn, separatorIn, type Separator } from "../../core/csv.ts";
import { Fault } from "../../core/fault.ts";
import { authorisationFields, operatorColumns } from "../../core/operators/operatorTable.ts";
import type { OperatorQuestion } from "../../core/operators/partnerQuestion.ts";
import type { OperatorAnswer } from "../../flows/operators/operatorDesk.ts";
import { jsonLineIn, LINE_FLAWS } from "../documents/bulkLines.ts";
import { parseInput } from "../server/input.ts";
import type { Line } from "../server/lines.ts";
import { operatorQuery } from "./operatorSchemas.ts";
import { questionIn } from "./operators.ts";

/** A line as it is meant: a question, or why it is none. */
export type AskedLine = { readonly number: number; readonly identifier: string; readonly scheme: string | null } & ({ readonly question: OperatorQuestion } | { readonly fault: Fault });

/** Reads lines, one after the other. */
export interface LineReader {
  /** @returns `null` for a line that asks nothing: the head of a table, or an empty line of one. */
  read(line: Line): AskedLine | null;
}

/** A reader of lines of JSON. */
export const jsonLines = (): LineReader => ({ read: (line) => asked(line.number, () => jsonLineIn(line)) });

/** A reader of a table, with a head that names the columns `identifier` and `scheme`, or without: then they stand in this order. */
export function csvLines(): LineReader {
  let table: { readonly separator: Separator; readonly identifier: number; readonly scheme: number } | null = null;
  return {
    read(line) {
      if ("flaw" in line) return asked(line.number, () => Promise.reject(new Fault("body_malformed", LINE_FLAWS[line.flaw])) as never);
      const text = line.text.replace(/^\ufeff/, "").replace(/\r$/, "");
      if (text.trim() === "") return null;
      const separator = table?.separator ?? separatorIn(text);
      const fields = fieldsIn(text, separator)?.map((field) => field.trim());
      if (table === null) {
        const names = fields?.map((field) => field.toLowerCase()) ?? [];
        const isHead = names.includes("identifier");
        table = { separator, identifier: isHead ? names.indexOf("identifier") : 0, scheme: isHead ? names.indexOf("scheme") : 1 };
        if (isHead) return null;
      }
      const { identifier: at, scheme: schemeAt } = table;
      return asked(line.number, () => {
        if (fields === undefined) throw new Fault("body_malformed", "The line is not CSV: a quote is not closed, or stands where none may.");
        const scheme = fields[schemeAt] ?? "";
        return { identifier: fields[at] ?? "", ...(scheme === "" ? {} : { scheme: scheme.toUpperCase() }) };
      });
    },
  };
}

function asked(number: number, given: () => unknown): AskedLine {
  try {
    const { identifier, scheme } = parseInput(operatorQuery, given());
    return { number, identifier, scheme: scheme ?? null, question: questionIn({ identifier, scheme }) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { number, identifier: "", scheme: null, fault: error };
  }
}

/** What is known of a line's operator, in a word. */
const wordOf = ({ authorisations, isComplete }: OperatorAnswer): "known" | "nothing_known" | "unknown" => (authorisations.length > 0 ? "known" : isComplete ? "nothing_known" : "unknown");

/** Writes lines of an answer. */
export interface LineWriter {
  readonly mediaType: string;
  readonly head: string;
  answer(line: AskedLine, answer: OperatorAnswer): string;
  refusal(line: Pick<AskedLine, "number" | "identifier" | "scheme">, fault: { readonly code: string; readonly detail: string }): string;
}

/** The answer as lines of JSON. */
export const jsonAnswers: LineWriter = {
  mediaType: "application/x-ndjson",
  head: "",
  answer({ number, identifier, scheme }, answer) {
    const { authorisations, isComplete } = answer;
    const silent = answer.silent.map(({ authority: { did }, why }) => ({ did, why }));
    return `${JSON.stringify({ line: number, identifier, ...(scheme === null ? {} : { scheme }), answer: wordOf(answer), authorisations, isComplete, ...(silent.length === 0 ? {} : { silent }) })}\n`;
  },
  refusal: ({ number }, { code, detail }) => `${JSON.stringify({ line: number, error: { code, detail } })}\n`,
};

/** The answer as a table: a row for each line, with the best authorisation. */
export const csvAnswers: LineWriter = {
  mediaType: "text/csv; charset=utf-8",
  head: csvLine(operatorColumns),
  answer({ number, identifier, scheme }, answer) {
    const { authorisations: [best, ...others], isComplete } = answer;
    return csvLine([String(number), identifier, scheme ?? "", best?.verdict ?? wordOf(answer), ...authorisationFields(best), String(others.length), isComplete ? "yes" : "no"]);
  },
  refusal: ({ number, identifier, scheme }, { code, detail }) => csvLine([String(number), identifier, scheme ?? "", "error", `${code}: ${detail}`, ...operatorColumns.slice(5).map(() => "")]),
};
