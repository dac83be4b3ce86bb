// The verdict: what all findings amount to.

import { checkNames, checks, isFinal, type CheckName } from "./checks.ts";
import type { AnchorEvidence, Evidence } from "./evidence.ts";
import { caseOf, type Case } from "./facts.ts";
import { invariant } from "./fault.ts";
import type { Outcome, Reason } from "./outcome.ts";

/**
 * The six answers. Only `authentic` is a yes; `undetermined` means "ask again" and must never be shown as one.
 */
export type Verdict = "altered" | "not_found" | "undetermined" | "not_entitled" | "no_longer_valid" | "authentic";

/** A check's outcome, by the check's name. */
export interface Finding {
  readonly check: CheckName;
  readonly outcome: Outcome;
}

/** A case with its findings and its verdict. `reason` is that of the finding which decided; `null` when authentic. */
export interface Judgement extends Case {
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly reason: Reason | null;
}

/** The judgement that counts, and one for every anchor there is. */
export interface Judgements {
  readonly best: Judgement;
  readonly all: readonly Judgement[];
}

/** Judges each anchor; the best counts of those that are final, or may be. All checks run, also after one has failed, so that a person sees all that is wrong at once. */
export function judge(evidence: Evidence): Judgements {
  const anchors = evidence.anchors.isAnswered ? evidence.anchors.value : [];
  const all = anchors.map((anchor) => judgeCase(caseOf(evidence, anchor)));
  const eligible = all.filter(({ anchor }) => anchor !== null && mayBeFinal(evidence, anchor));
  const [best] = (eligible.length > 0 ? eligible : all).toSorted(byPreference);
  return { best: best ?? judgeCase(caseOf(evidence, null)), all };
}

/** Among several anchors of the same bytes: a yes first, then doubt (it may yet be a yes), then the no that says most. */
const preference: readonly Verdict[] = ["authentic", "undetermined", "no_longer_valid", "not_entitled", "altered", "not_found"];

/** Sorts what was judged so that what counts among several stands first. */
export const byPreference = (left: { readonly verdict: Verdict }, right: { readonly verdict: Verdict }): number => preference.indexOf(left.verdict) - preference.indexOf(right.verdict);

/** A record that was not answered may be final: an anchor of somebody else's must not hide that we do not know. */
const mayBeFinal = ({ head }: Evidence, { record }: AnchorEvidence): boolean =>
  head.isAnswered && (!record.isAnswered || (record.value !== null && isFinal(record.value, head.value)));

function judgeCase(subject: Case): Judgement {
  const findings = checkNames.map((check) => ({ check, outcome: checks[check](subject) }));
  return { ...subject, findings, ...conclude(findings) };
}

/** The first row that applies decides. */
export function conclude(findings: readonly Finding[]): { verdict: Verdict; reason: Reason | null } {
  const found = new Set(findings.map(({ check }) => check));
  invariant(checkNames.every((check) => found.has(check)), "a verdict rests on a finding of every check");
  const among = (is: Outcome["is"], ...names: CheckName[]): Outcome | undefined =>
    findings.find(({ check, outcome }) => outcome.is === is && names.includes(check))?.outcome;
  const rows: readonly [Verdict, Outcome | undefined][] = [
    ["altered", among("failed", "held", "integrity", "identified")],
    ["not_found", among("failed", "anchored")],
    ["undetermined", among("unknown", "held", "integrity", "identified", "anchored", "entitled")],
    ["not_entitled", among("failed", "entitled")],
    ["no_longer_valid", among("failed", "current")],
    ["undetermined", among("unknown", "current")],
  ];
  for (const [verdict, decisive] of rows) {
    if (decisive !== undefined && decisive.is !== "passed") return { verdict, reason: decisive.reason };
  }
  return { verdict: "authentic", reason: null };
}
