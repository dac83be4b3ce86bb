// Handing in by the hundred: lines to POST /v1/documents:bulk, and what its answer says of each.

import type { Stage } from "../../words/issuerWords.ts";
import { patient } from "../frame/service.ts";
import type { Session } from "../frame/signIn/session.ts";
import type { Trouble } from "../frame/trouble.ts";
import type { Handed } from "./accept.ts";

/** What became of a line. */
export type LineAnswer = { readonly digest: string; readonly id: string; readonly state: Stage } | { readonly line: number; readonly error: { readonly code: string; readonly detail: string } };

/** Answers in the order of the lines. With `trouble` they end before the lines do: the rest was not answered, and is to be sent again. */
export interface BulkAnswer {
  readonly answers: readonly LineAnswer[];
  readonly trouble: Trouble | null;
}

/** A chunk of a thousand lines takes the service a moment; a busy one makes the sender wait half a minute. */
const PATIENCE_MS = 120_000;

/** Hands in the documents together. What was answered before trouble came is answered. Rejects with {@link Unanswered} when nothing was. */
export async function acceptMany(handed: readonly Handed[], { session, signal }: { session: Session; signal: AbortSignal }): Promise<BulkAnswer> {
  const body = handed.map((each) => `${JSON.stringify(each)}\n`).join("");
  const response = await session.call("/v1/documents:bulk", { method: "POST", headers: { "content-type": "application/x-ndjson" }, body, signal: patient(signal, PATIENCE_MS) });
  const { lines, isWhole } = await linesOf(response);
  const answers = lines.map(readLine);
  const fitting = answers.findIndex((answer, place) => answer === null || ("digest" in answer && answer.digest !== handed[place]?.digest));
  if (fitting !== -1) return { answers: answers.slice(0, fitting) as LineAnswer[], trouble: { is: "unreadable_answer" } };
  return ended(answers as LineAnswer[], { isWhole: isWhole && answers.length === handed.length });
}

/** An answer that breaks off tells in its last line why; that line refuses nothing. */
function ended(answers: readonly LineAnswer[], { isWhole }: { isWhole: boolean }): BulkAnswer {
  if (isWhole) return { answers, trouble: null };
  const last = answers.at(-1);
  if (last === undefined || !("error" in last)) return { answers, trouble: { is: "no_connection" } };
  const { code, detail } = last.error;
  return { answers: answers.slice(0, -1), trouble: { is: "problem", problem: { code, title: "", detail, requestId: "", errors: [] } } };
}

async function linesOf(response: Response): Promise<{ lines: readonly string[]; isWhole: boolean }> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let isWhole = true;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) text += piece.value;
  } catch {
    isWhole = false;
  }
  const lines = text.split("\n");
  const torn = lines.pop() ?? "";
  return { lines, isWhole: isWhole && torn === "" };
}

function readLine(line: string): LineAnswer | null {
  try {
    const value = JSON.parse(line) as Record<string, unknown>;
    if (typeof value["digest"] === "string" && typeof value["id"] === "string" && typeof value["state"] === "string") return value as unknown as LineAnswer;
    const error = value["error"] as Record<string, unknown> | undefined;
    return typeof error?.["code"] === "string" && typeof error["detail"] === "string" ? (value as unknown as LineAnswer) : null;
  } catch {
    return null;
  }
}

/** Whether it may pass by itself. */
export function isPassing(trouble: Trouble): boolean {
  if (trouble.is === "no_connection") return true;
  return trouble.is === "problem" && ["overloaded", "too_many_requests", "store_unavailable", "internal"].includes(trouble.problem.code);
}
