// What lies on the desk: documents on their way to an answer, and seals that wait for theirs.

import type { PaperCode } from "../../core/paperCode.ts";
import type { MarkedReport } from "../offline/offlineReport.ts";
import type { AnyQuestion, SignedQuestion } from "../report/ask.ts";
import type { NamedSeal } from "./seals.ts";
import type { SignedGiven } from "./texts.ts";
import type { Trouble } from "../frame/trouble.ts";

export type Item = DocumentItem | SealItem;

/** A document, or the digest of one (then without a name and a size); a credential; the code of a paper. */
export interface DocumentItem {
  readonly kind: "document";
  readonly id: number;
  readonly what: "document" | "credential" | "code";
  readonly name: string | null;
  readonly size: number | null;
  readonly seal: SealItem | null;
  /** What a code says, decoded from what was signed. */
  readonly code: PaperCode | null;
  readonly state: DocumentState;
}

export type DocumentState =
  | { readonly is: "reading"; readonly bytes: number }
  /** It would be sent whole, and nobody said yet that it may be. */
  | { readonly is: "held"; readonly question: SignedQuestion }
  | { readonly is: "asking"; readonly question: AnyQuestion }
  | { readonly is: "answered"; readonly question: AnyQuestion; readonly report: MarkedReport }
  | { readonly is: "unanswered"; readonly question: AnyQuestion | null; readonly trouble: Trouble };

export interface SealItem extends NamedSeal {
  readonly kind: "seal";
  readonly id: number;
}

/** What was asked about the document, once that is known. */
export const questionOf = ({ state }: DocumentItem): AnyQuestion | null => (state.is === "reading" ? null : state.question);

/** Whether something still has to come by itself. */
export const isUnderWay = ({ state }: DocumentItem): boolean => state.is === "reading" || state.is === "asking";

/** What becomes of something signed: a credential waits for a word; what is not asked about is said to be that. */
export const signedState = (given: SignedGiven): DocumentState =>
  given.is === "credential" ? { is: "held", question: given.question } : { is: "unanswered", question: null, trouble: { is: "problem", problem: { code: given.code, title: "", detail: "", requestId: "", errors: [] } } };

/** A file that is named like a seal and is none. */
export const unreadableSeal = (detail: string): DocumentState => ({
  is: "unanswered",
  question: null,
  trouble: { is: "problem", problem: { code: "seal_malformed", title: "", detail, requestId: "", errors: [] } },
});

/** Seals that no document on the desk uses yet. */
export function waitingSeals(items: readonly Item[]): SealItem[] {
  const used = new Set(items.map((item) => (item.kind === "document" ? item.seal : null)));
  return items.filter((item) => item.kind === "seal").filter((item) => !used.has(item));
}
