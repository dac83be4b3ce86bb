// Who recognises whom: what the service tells of it, read strictly, and the words for it in the language of the page.

import type { Reason } from "../../core/outcome.ts";
import type { ReportParty } from "../../core/report.ts";
import { isCount, isParty, isText, isTruth, listOf, object, optional } from "../../core/reportReader.ts";
import { recognitionTables } from "../../words/tables.ts";
import { wordsFrom } from "./language.ts";
import { jsonOf, patient, request } from "./service.ts";
import { Unanswered } from "./trouble.ts";

/** What is said about recognitions. */
export const recognitionWords = await wordsFrom(recognitionTables);

/** One recognition, as far as pages need it. */
export interface Recognition {
  readonly documentType: string;
  readonly recogniser: ReportParty;
  readonly recognised: ReportParty;
  readonly from: string;
  readonly until?: string;
  readonly isInForce: boolean;
  readonly reason?: Reason;
}

/** All that this verifier's trust roots lead to. */
export interface Recognitions {
  readonly recognitions: readonly Recognition[];
  readonly isComplete: boolean;
  readonly block: { readonly number: number; readonly time: string };
}

const isRecognition = object({ documentType: isText, recogniser: isParty, recognised: isParty, from: isText, until: optional(isText), isInForce: isTruth, reason: optional(isText) });
const areRecognitions = object({ recognitions: listOf(isRecognition), isComplete: isTruth, block: object({ number: isCount, time: isText }) });

/** Who recognises whom, now. Rejects with {@link Unanswered}. */
export async function askRecognitions(signal: AbortSignal): Promise<Recognitions> {
  const value = await jsonOf(await request("/v1/recognitions", { signal: patient(signal) }));
  if (!areRecognitions(value)) throw new Unanswered({ is: "unreadable_answer" });
  return value as Recognitions;
}

/** How one stands, in words. */
export function stateOf({ isInForce, from, until, reason }: Recognition): string {
  const { inForce, notInForce } = recognitionWords;
  return isInForce ? inForce(from, until ?? null) : notInForce(reason ?? "no_accreditation", until ?? null);
}
