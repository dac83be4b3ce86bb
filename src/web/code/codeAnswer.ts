// What a report makes of a code: how its essentials are to be taken, and what is said in place of the words for a document.

import type { PaperCode } from "../../core/paperCode.ts";
import type { Report, ReportParty } from "../../core/report.ts";
import { partyName, typeWords } from "../../words/sentences.ts";
import type { Advice } from "../../words/words.ts";
import { words } from "../frame/language.ts";
import type { MarkedReport } from "../offline/offlineReport.ts";
import { codeWords } from "./codeLanguage.ts";

/** How the code's essentials are to be taken: as the word of an issuer whom somebody vouched for, or as nobody's. */
export interface CodeAnswer {
  readonly standing: "signed" | "unsigned";
  /** Absent where nothing shows that it was the issuer. */
  readonly issuer: ReportParty | undefined;
}

export const codeAnswer = ({ verdict, issuer }: Report): CodeAnswer => ({
  standing: verdict === "authentic" || verdict === "no_longer_valid" ? "signed" : "unsigned",
  issuer: verdict === "altered" ? undefined : issuer,
});

/** Whether a yes is about the receipt of an earlier check, and none about the document: then nothing may look like a yes. */
export const isOnlyReceipt = ({ documentType }: PaperCode, { verdict }: Report): boolean => documentType === "RCT" && verdict === "authentic";

/** The colours of the answer: a verdict's, or none. */
export const codeTone = (code: PaperCode | null, report: Report): string => (code !== null && isOnlyReceipt(code, report) ? "none" : report.verdict);

/** Whether a receipt would say what was found here: it is about the digest alone, while key and signature were judged on this device. */
export const isProvable = ({ findings, offline }: MarkedReport): boolean =>
  offline === undefined && findings.every(({ check, outcome }) => (check !== "integrity" && check !== "identified") || outcome === "passed");

/** What is said of a code that holds: it says nothing yet about the paper around it. */
export function codeSaid(code: PaperCode, report: Report): (Advice & { readonly headline: string }) | undefined {
  const { verdict, issuer } = report;
  if (verdict !== "authentic" || issuer === undefined) return undefined;
  return isOnlyReceipt(code, report) ? codeWords.receipt({ issuer: partyName(issuer) }) : codeWords.authentic({ type: typeWords(code.documentType, words), issuer: partyName(issuer) });
}
