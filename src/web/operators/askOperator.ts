// Asking about operators: one by one, or a list for whoever is signed in.

import { readOperatorFound, readOperatorLine, type OperatorFound, type OperatorLine } from "../../core/operators/operatorReader.ts";
import type { DeskOutcome } from "../../words/operatorsPageWords.ts";
import { jsonOf, patient, request } from "../frame/service.ts";
import { session } from "../frame/signIn/useStanding.ts";
import { Unanswered } from "../frame/trouble.ts";

/** What is asked: one identifier, of any scheme where that is empty. */
export interface OperatorQuestion {
  readonly identifier: string;
  readonly scheme: string;
}

/** What may be told; `null` where nothing may be, for whatever reason. */
export type OperatorAnswer = OperatorFound | null;

/** In the name of whoever is signed in, to whom more may be told; else as anybody. */
const callOf = (path: string, init: RequestInit): Promise<Response> => (session.standing.is === "in" ? session.call(path, init) : request(path, init));
const queryOf = ({ identifier, scheme }: OperatorQuestion): Record<string, string> => ({ identifier, ...(scheme === "" ? {} : { scheme }) });

/** What is told of one operator. Rejects with `Unanswered`. */
export async function askOperator(question: OperatorQuestion, signal: AbortSignal): Promise<OperatorAnswer> {
  const init = { headers: { accept: "application/json" }, signal: patient(signal) };
  try {
    const found = readOperatorFound(await jsonOf(await callOf(`/v1/operators?${new URLSearchParams(queryOf(question))}`, init)));
    if (found === null) throw new Unanswered({ is: "unreadable_answer" });
    return found;
  } catch (error) {
    if (isProblem(error, "not_found")) return null;
    throw error;
  }
}

/** Whether a question was ended by this problem of the service's. */
export const isProblem = (error: unknown, code: string): boolean => error instanceof Unanswered && error.trouble.is === "problem" && error.trouble.problem.code === code;

/** Answers to a list, as they come. Rejects with `Unanswered` where the service refuses, or breaks off. */
export async function* askList(questions: readonly OperatorQuestion[], signal: AbortSignal): AsyncGenerator<readonly OperatorLine[]> {
  const body = questions.map((question) => `${JSON.stringify(queryOf(question))}\n`).join("");
  const headers = { "content-type": "application/x-ndjson", accept: "application/x-ndjson" };
  const response = await callOf("/v1/operators:list", { method: "POST", headers, body, signal });
  for await (const lines of textLines(response)) {
    const read = lines.map((line) => readOperatorLine(parsed(line)));
    if (read.includes(null)) throw new Unanswered({ is: "unreadable_answer" });
    yield read as OperatorLine[];
  }
}

/** Whole lines, as many as came together. */
async function* textLines(response: Response): AsyncGenerator<readonly string[]> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => Promise.reject(new Unanswered({ is: "no_connection" }, { cause: error })));
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop()!;
    if (lines.length > 0) yield lines;
  }
  if (rest !== "") throw new Unanswered({ is: "unreadable_answer" });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The answer in one word: the best authorisation's verdict, or why there is none. */
export function outcomeOf(answer: OperatorAnswer): DeskOutcome {
  if (answer === null) return "nothing";
  const best = answer.authorisations[0];
  if (best !== undefined) return best.verdict;
  return answer.isComplete ? "nothing" : "unknown";
}
