// What a report makes of a code: how its essentials are to be taken, and what is said in place of the words for a document.

import type { PaperCode } from "../../core/paperCode.ts";
import type { Report, ReportParty } from "../../core/report.ts";
import { partyName, typeWords } from "../../words/sentences.ts";
import type { Advice } from "../../words/words.ts";
import { words } from "../frame/language.ts";
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

/** What is said of a code that holds: it says nothing yet about the paper around it. */
export const codeSaid = (code: PaperCode, { verdict, issuer }: Report): (Advice & { readonly headline: string }) | undefined =>
  verdict === "authentic" && issuer !== undefined ? codeWords.authentic({ type: typeWords(code.documentType, words), issuer: partyName(issuer) }) : undefined;
