// Words: what one language must be able to say. Codes are for machines; people read these sentences, on the page, in the
// terminal and on paper alike.

import type { CheckName } from "../core/checks.ts";
import type { Digest } from "../core/digest.ts";
import type { FaultCode } from "../core/fault.ts";
import type { Standing, StandingReason } from "../core/ledger.ts";
import type { Likeness } from "../core/names.ts";
import type { Outcome, Reason } from "../core/outcome.ts";
import type { StandingWarning } from "../core/standing.ts";
import type { Verdict } from "../core/verdict.ts";
import type { FrameWords } from "./frameWords.ts";
import type { PageWords } from "./pageWords.ts";
import type { ReceiptWords } from "./receiptWords.ts";
import type { SnapshotWords } from "./snapshotWords.ts";
import type { SignedWords } from "./signedWords.ts";

/** Every sentence of one language. A missing key is a compile error, so a new code cannot stay without words. */
export interface Words {
  /** BCP 47. */
  readonly language: string;
  readonly verdicts: Readonly<Record<Verdict, VerdictWords>>;
  readonly outcomes: Readonly<Record<Outcome["is"], string>>;
  readonly checks: Readonly<Record<CheckName, CheckWords>>;
  readonly reasons: Readonly<Record<Reason, Advice>>;
  readonly standings: Readonly<Record<Standing, string>>;
  readonly standingReasons: Readonly<Record<StandingReason, string>>;
  /** What a speaker should know about its word on another's document. */
  readonly standingWarnings: Readonly<Record<StandingWarning, string>>;
  readonly documentTypes: Readonly<Record<KnownDocumentType, TypeWords>>;
  /** A type without a name of its own. */
  unnamedType(documentType: string): TypeWords;
  /** A document whose type nobody told. */
  readonly anyDocument: TypeWords;
  readonly faults: Readonly<Record<FaultCode, Advice>>;
  /** An RFC 3339 time as a day. */
  date(time: string): string;
  /** An RFC 3339 time to the minute, with its zone. */
  dateTime(time: string): string;
  /** Whether, by whom and since when the document stands. */
  standing(standing: StandingParts): string;
  /** Which document took its place. */
  replacement(digest: Digest): string;
  /** That it took an earlier document's place, and when. */
  replaced(since: string): string;
  /** Which document's place it took. */
  predecessor(digest: Digest): string;
  /** Who vouches for whom, for what, since when. */
  grant(grant: GrantParts): string;
  /** Who recognises whose rights, since when: a grant for a right that lasts. */
  recognition(grant: GrantParts): string;
  /** Further trust roots that vouch for the issuer, by their names. */
  alsoVouching(names: readonly string[]): string;
  /** A sentence about a past moment, so that nobody takes it for one about the present. */
  asAt(when: string, sentence: string): string;
  /** What must be said beside every answer about a past moment. */
  asAtOnly(when: string): string;
  /** What a yes about a past moment means, in place of the words for a present one. */
  readonly authenticThen: Advice;
  /** There may be a record now; there was none then. */
  readonly notAnchoredThen: Advice;
  /** The question about the standing, for a past moment. */
  readonly currentThen: CheckWords;
  /** A trust root, by its name: the path starts there, because this verifier chose to. */
  trustRoot(name: string, type: TypeWords): string;
  /** What a reader must know beside a name that may deceive. */
  readonly likenesses: Readonly<Record<Likeness, string>>;
  /** Nobody this verifier believes leads to the issuer. */
  noPath(name: string, type: TypeWords): string;
  readonly frame: FrameWords;
  readonly page: PageWords;
  readonly receipt: ReceiptWords;
  readonly snapshot: SnapshotWords;
  readonly signed: SignedWords;
}

/** What something means, and what a person should do now. */
export interface Advice {
  readonly means: string;
  readonly todo: string;
}

/** A verdict in a word or two, as a full headline, and its advice when no reason says it better. */
export interface VerdictWords extends Advice {
  readonly label: string;
  headline(parts: HeadlineParts): string;
  /** What to call the issuer beside this verdict: an altered document was issued by nobody. */
  readonly issuer: string;
  /** What must be said beside the findings, so that a yes among them is not taken for more. */
  readonly aboutFindings?: string;
}

/** A check as a question a person would ask, with its three answers. A no or an unknown is put into words by its reason where there is one. */
export interface CheckWords {
  readonly question: string;
  readonly passed: string;
  /** When there is nothing to ask about: an answer in place of a yes that would say too much. */
  readonly moot?: Answer;
  readonly failed: string;
  readonly unknown: string;
}

/** An answer in a word or two, and a sentence that says why. */
export interface Answer {
  readonly answer: string;
  readonly because: string;
}

/** One document of this type, and several. */
export interface TypeWords {
  readonly one: string;
  readonly many: string;
}

/** UN/CEFACT code list 1001 numbers and our own codes that have a name here. */
export const knownDocumentTypes = ["861", "380", "705", "851", "AEO", "TOI", "ACR", "RCT"] as const;
export type KnownDocumentType = (typeof knownDocumentTypes)[number];

/** What a headline is made of; names are fit to be shown. */
export interface HeadlineParts {
  readonly type: TypeWords;
  readonly issuer: string;
  readonly reason: Reason | null;
  readonly standing: StandingParts | null;
  /** Who vouches for the issuer of a right that lasts, since when; `null` where nobody needs to. */
  readonly recognition: { readonly by: string; readonly since: string } | null;
}

export interface StandingParts {
  readonly standing: Standing;
  readonly since: string | null;
  readonly by: string | null;
  readonly reason: StandingReason;
  readonly replacement: Digest | null;
}

export interface GrantParts {
  readonly grantor: string;
  readonly grantee: string;
  readonly type: TypeWords;
  readonly from: string;
  readonly until: string | null;
}
