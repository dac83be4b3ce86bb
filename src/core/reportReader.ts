// Reports as they come from a service, read strictly: what is no report about what was asked is no answer.

import type { Did } from "./address.ts";
import { checkNames } from "./checks.ts";
import type { Digest } from "./digest.ts";
import { isHash } from "./isHash.ts";
import { standingReasons, standings } from "./ledger.ts";
import type { Outcome, Reason } from "./outcome.ts";
import { dateOf, type Report, type ReportFinding, type ReportTrustRoot } from "./report.ts";
import { conclude, type Finding, type Verdict } from "./verdict.ts";

/** What was asked, as far as an answer must repeat it. */
export interface AskedAbout {
  readonly digest: Digest;
  readonly hasSeal: boolean;
  /** The issuer asked for: a report about another's anchors is no answer. */
  readonly issuer?: Did;
  /** The past moment asked about, in Unix seconds; absent or `null`: the present. */
  readonly asAt?: number | null;
}

/**
 * The report in `value`, when it is one about what was asked and its verdict follows from its findings; else `null`.
 *
 * The reader runs the same rule as the service, so no slip on the way can turn into a yes.
 */
export function readReport(value: unknown, { digest, hasSeal, issuer, asAt = null }: AskedAbout): Report | null {
  if (!isReport(value)) return null;
  const report = value as Report;
  // Only a presentation is held by somebody.
  if (report.findings.some(isHeld) && !("presentation" in report.subject)) return null;
  const { verdict, reason } = conclude(report.findings.map(findingOf));
  // A yes about a past moment must never be taken for one about the present, nor the other way round.
  const isAboutThen = report.subject.asAt === (asAt === null ? undefined : dateOf(asAt));
  if (issuer !== undefined && report.anchors.some((anchor) => anchor.issuer.did !== issuer)) return null;
  const isAboutIt = report.subject.digest === digest && report.subject.hasSeal === hasSeal && isAboutThen;
  return isAboutIt && verdict === report.verdict && reason === (report.reason ?? null) ? report : null;
}

/** The trust roots in a service's answer, or `null` when it is no such answer. */
export function readTrustRoots(value: unknown): readonly ReportTrustRoot[] | null {
  return object({ trustRoots: listOf(isTrustRoot) })(value) ? (value as { trustRoots: ReportTrustRoot[] }).trustRoots : null;
}

function findingOf({ check, outcome, reason }: ReportFinding): Finding {
  return { check, outcome: (outcome === "passed" ? { is: outcome } : { is: outcome, reason: reason as Reason }) satisfies Outcome };
}

/** Whether a value is what it should be. */
export type Test = (value: unknown) => boolean;

export const isText: Test = (value) => typeof value === "string";
export const isCount: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const isTruth: Test = (value) => typeof value === "boolean";
export const optional = (test: Test): Test => (value) => value === undefined || test(value);
export const listOf = (test: Test): Test => (value) => Array.isArray(value) && value.every(test);
export const oneOf = (names: readonly string[]): Test => (value) => names.includes(value as string);
export const object = (members: Readonly<Record<string, Test>>): Test => (value) =>
  typeof value === "object" && value !== null && Object.entries(members).every(([key, test]) => test((value as Record<string, unknown>)[key]));

/** Of a presentation there is one finding more. */
const isHeld = ({ check }: ReportFinding): boolean => check === "held";
const verdicts: Readonly<Record<Verdict, true>> = { altered: true, not_found: true, undetermined: true, not_entitled: true, no_longer_valid: true, authentic: true };
const outcomes: Readonly<Record<Outcome["is"], true>> = { passed: true, failed: true, unknown: true };
export const isVerdict = oneOf(Object.keys(verdicts));

export const isParty = object({ did: isText, address: isText, name: optional(isText), likeness: optional(isText) });
const isTrustRoot = object({ did: isText, address: isText, name: isText, documentTypes: listOf(isText) });
export const isGrant = object({ grantor: isParty, grantee: isParty, documentType: isText, from: isText, until: optional(isText) });
export const isStanding = object({
  standing: oneOf(standings),
  since: optional(isText),
  reason: optional(oneOf(standingReasons)),
  by: optional(isParty),
  isFinal: optional(isTruth),
  replacement: optional(isText),
});
const isAnchor = object({
  verdict: isVerdict,
  reason: optional(isText),
  issuer: isParty,
  documentType: isText,
  root: isText,
  isFinal: optional(isTruth),
  anchoredAt: optional(isText),
  path: optional(listOf(isGrant)),
  vouchingRoots: optional(listOf(isParty)),
  presentPath: optional(listOf(isGrant)),
  standing: optional(isStanding),
  replaces: optional(listOf(object({ leaf: isHash, since: isText, digest: optional(isHash) }))),
});
const isFinding = object({ check: oneOf([...checkNames, "held"]), outcome: oneOf(Object.keys(outcomes)), reason: optional(isText) });
/** Every check once: a finding left out is not a yes. */
const isComplete: Test = (findings) => {
  const all = findings as ReportFinding[];
  const own = all.filter((finding) => !isHeld(finding));
  return all.length - own.length <= 1 && new Set(own.map(({ check }) => check)).size === checkNames.length && own.length === checkNames.length;
};
const isReport = object({
  verdict: isVerdict,
  reason: optional(isText),
  subject: object({ digest: isText, documentType: optional(isText), hasSeal: isTruth, asAt: optional(isText) }),
  findings: (value) => listOf(isFinding)(value) && isComplete(value),
  issuer: optional(isParty),
  anchors: listOf(isAnchor),
  block: optional(object({ chainId: isCount, number: isCount, hash: isText, time: isText })),
  trustRoots: listOf(isTrustRoot),
  checkedAt: isText,
});
