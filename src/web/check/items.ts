// What lies on the desk: documents on their way to an answer, and seals that wait for theirs.

import type { MarkedReport } from "../offline/offlineReport.ts";
import type { Question } from "../report/ask.ts";
import type { NamedSeal } from "./seals.ts";
import type { Trouble } from "../frame/trouble.ts";

export type Item = DocumentItem | SealItem;

/** A document, or the digest of one (then without a name and a size). */
export interface DocumentItem {
  readonly kind: "document";
  readonly id: number;
  readonly name: string | null;
  readonly size: number | null;
  readonly seal: SealItem | null;
  readonly state: DocumentState;
}

export type DocumentState =
  | { readonly is: "reading"; readonly bytes: number }
  | { readonly is: "asking"; readonly question: Question }
  | { readonly is: "answered"; readonly question: Question; readonly report: MarkedReport }
  | { readonly is: "unanswered"; readonly question: Question | null; readonly trouble: Trouble };

export interface SealItem extends NamedSeal {
  readonly kind: "seal";
  readonly id: number;
}

/** What was asked about the document, once that is known. */
export const questionOf = ({ state }: DocumentItem): Question | null => (state.is === "reading" ? null : state.question);
