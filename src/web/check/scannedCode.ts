// The code of a paper that was scanned or pasted: what is asked about it, and how the answer is come to.

import type { PaperCode } from "../../core/paperCode.ts";
import { questionAbout } from "../code/questionAbout.ts";
import type { MarkedReport } from "../offline/offlineReport.ts";
import type { Question } from "../report/ask.ts";

/** A code that was read, with what is asked about it. */
export interface ScannedCode {
  readonly code: PaperCode;
  readonly question: Question;
}

/** The code with the question about it: nothing that stands on the paper. */
export const scannedCode = (code: PaperCode): ScannedCode => ({ code, question: questionAbout(code) });

/** The report about the code, its signature judged here. Rejects with `Unanswered`. What that takes is fetched when the first code is judged. */
export const judgeScanned = async (code: PaperCode, signal: AbortSignal): Promise<MarkedReport> => (await import("../code/judgeCode.ts")).judgeCode(code, signal);
