// Answers to documents that were handed in many at a time, looked at before they are believed.

import type { DocumentState } from "../../flows/issuing/issue.ts";
import type { AcceptAnswer, AcceptRequest } from "./serviceClient.ts";
import { faultNamed } from "./serviceFaults.ts";

const states: readonly DocumentState[] = ["accepted", "batched", "sent", "included", "final"];

/** The answers that `text` holds, one for each request and in their order; `null` when it holds something else. Throws what the service says against a request. */
export function readAcceptAnswers(text: string, requests: readonly AcceptRequest[]): readonly AcceptAnswer[] | null {
  try {
    const answers = text.trimEnd().split("\n").map((line) => JSON.parse(line) as Partial<AcceptAnswer> & { error?: { code?: unknown; detail?: unknown } });
    for (const { error } of answers) if (error !== undefined) throw faultNamed({ code: error.code, detail: String(error.detail) }, "the service") ?? new SyntaxError("an error without a name");
    const isFitting = answers.length === requests.length && answers.every((answer, place) => isAnswerTo(requests[place]!, answer));
    return isFitting ? (answers as AcceptAnswer[]) : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

const isAnswerTo = ({ digest }: AcceptRequest, answer: Partial<AcceptAnswer>): boolean => answer.digest === digest && typeof answer.id === "string" && states.includes(answer.state as DocumentState);
