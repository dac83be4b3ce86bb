// The words for what somebody signed (a credential, a code, a presentation), where those for files would be wrong.

import type { CheckName } from "../core/checks.ts";
import type { Reason } from "../core/outcome.ts";
import type { Report } from "../core/report.ts";
import type { Verdict } from "../core/verdict.ts";
import type { CheckWords, TypeWords, VerdictWords } from "./words.ts";

const OF_HOLDER: readonly Reason[] = ["presentation_malformed", "presentation_expired", "challenge_mismatch", "challenge_unknown", "challenge_used", "challenge_expired", "audience_mismatch", "holder_not_subject"];

/** Whether the reason is about who presents, not about what was signed. */
export const isAboutHolder = (reason: Reason | null): boolean => reason !== null && OF_HOLDER.includes(reason);

/** Whether it is shown that its issuer said so: nobody's word is told as if it were the issuer's. */
export const isIssuersWord = ({ findings }: Pick<Report, "findings">): boolean => (["integrity", "identified"] as const).every((asked) => findings.some(({ check, outcome }) => check === asked && outcome === "passed"));

/** What the headline on an accreditation is made of; names are fit to be shown. */
export interface AccreditationParts {
  /** What is to be said of it first, such as "No longer valid". */
  readonly verdict: string;
  readonly grantee: string;
  readonly grantor: string;
  readonly type: TypeWords;
}

/** What one language says of what was signed. */
export interface SignedWords {
  /** In place of the words for files. */
  readonly checks: Readonly<Record<"integrity" | "identified", CheckWords>> & Readonly<Partial<Record<CheckName, CheckWords>>>;
  /** In place of those for files, as far as they differ. */
  readonly verdicts: Readonly<Partial<Record<Verdict, Partial<VerdictWords>>>>;
  /** Above what a credential says, when its issuer did say so. */
  readonly said: string;
  /** Above what it says, when that is not shown to be anybody's word. */
  readonly claimed: string;
  readonly certificate: string;
  readonly holder: string;
  readonly holds: string;
  readonly issuerAsClaimed: string;
  readonly format: string;
  readonly wrong: string;
  /** What is of no type that is known here. */
  readonly unknownType: string;
  readonly formats: Readonly<Record<"vc+jwt" | "jwt_vc_json" | "dc+sd-jwt", string>>;
  /** Whose right it is, to issue what, by whom. */
  accreditation(parts: AccreditationParts): string;
  /** The same of what nobody is shown to have granted. */
  claimedAccreditation(parts: AccreditationParts): string;
  /** From when until when, each as a moment in words; `null`: not said. */
  period(from: string | null, until: string | null): string;
}
