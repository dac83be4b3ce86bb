// The code of a paper that was scanned or pasted: what is asked about it, and how the answer is come to.

import type { PaperCode } from "../../core/paperCode.ts";
import type { Report } from "../../core/report.ts";
import { ask, type AnyQuestion } from "../report/ask.ts";

/** A code that was read, with what is asked about it. */
export interface ScannedCode {
  readonly code: PaperCode;
  readonly question: AnyQuestion;
}

/** The code in `text` with the question about it: the code alone, without the link around it. */
export const scannedCode = (code: PaperCode, text: string): ScannedCode => ({ code, question: { digest: code.digest, signed: { code: text.slice(text.indexOf("#") + 1) } } });

/** The report about the code. Rejects with `Unanswered`. */
export const judgeScanned = (_code: PaperCode, question: AnyQuestion, signal: AbortSignal): Promise<Report> => ask(question, signal);
