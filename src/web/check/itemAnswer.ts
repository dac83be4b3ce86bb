// What is said of an item's answer in place of the words for any file, and what a yes is about: only what was looked at itself may look like one.

import type { Report } from "../../core/report.ts";
import { headline, partyName, typeWords } from "../../words/sentences.ts";
import type { Advice } from "../../words/words.ts";
import { codeSaid, isOnlyReceipt } from "../code/codeAnswer.ts";
import { words } from "../frame/language.ts";
import type { DocumentItem } from "./items.ts";
import { said } from "./words.ts";

/**
 * What a yes is about where it is none about what somebody holds: the receipt of an earlier check, or a digest alone. `null` for everything else.
 *
 * A link can name the digest of any document, and can stand as a code on any paper.
 */
export function onlyAbout({ what, name, code }: DocumentItem, report: Report): "receipt" | "digest" | null {
  if (report.verdict !== "authentic") return null;
  if (code !== null) return isOnlyReceipt(code, report) ? "receipt" : null;
  return what === "document" && name === null ? "digest" : null;
}

/** The colours of the answer: its verdict's, or none. */
export const toneOf = (item: DocumentItem, report: Report): string => (onlyAbout(item, report) === null ? report.verdict : "none");

/** What is said in place of the words for a file; `undefined` where those are right. */
export function saidOf(item: DocumentItem, report: Report): (Advice & { readonly headline: string }) | undefined {
  if (item.code !== null) return codeSaid(item.code, report);
  if (onlyAbout(item, report) !== "digest") return undefined;
  return said.byDigest.authentic({ type: typeWords(report.subject.documentType, words), issuer: report.issuer === undefined ? "–" : partyName(report.issuer) });
}

/** The answer in one line. */
export const headlineOf = (item: DocumentItem, report: Report): string => saidOf(item, report)?.headline ?? headline(report, words);
