// Reports as they come from the service, read strictly: what is not a report about what was asked is no answer.

import type { Digest } from "../core/digest.ts";
import type { Report, ReportFinding, ReportTrustRoot } from "../core/report.ts";
import type { Outcome, Reason } from "../core/outcome.ts";
import { conclude, type Finding } from "../core/verdict.ts";
import { words } from "./language.ts";

type Test = (value: unknown) => boolean;

/**
 * The report in `value`, when it is one about `digest` whose verdict follows from its findings; else `null`.
 *
 * The page runs the same rule as the service, so no slip on the way can turn into a yes.
 */
export function readReport(value: unknown, digest: Digest): Report | null {
  if (!isReport(value)) return null;
  const report = value as Report;
  const { verdict, reason } = conclude(report.findings.map(findingOf));
  const isConsistent = report.subject.digest === digest && verdict === report.verdict && reason === (report.reason ?? null);
  return isConsistent ? report : null;
}

/** The trust roots in the service's answer, or `null` when it is no such answer. */
export function readTrustRoots(value: unknown): readonly ReportTrustRoot[] | null {
  return object({ trustRoots: listOf(isTrustRoot) })(value) ? (value as { trustRoots: ReportTrustRoot[] }).trustRoots : null;
}

function findingOf({ check, outcome, reason }: ReportFinding): Finding {
  return { check, outcome: (outcome === "passed" ? { is: outcome } : { is: outcome, reason: reason as Reason }) satisfies Outcome };
}

const isText: Test = (value) => typeof value === "string";
const isCount: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isTruth: Test = (value) => typeof value === "boolean";
const optional = (test: Test): Test => (value) => value === undefined || test(value);
const listOf = (test: Test): Test => (value) => Array.isArray(value) && value.every(test);
const keyOf = (table: object): Test => (value) => typeof value === "string" && Object.hasOwn(table, value);
const object = (members: Readonly<Record<string, Test>>): Test => (value) =>
  typeof value === "object" && value !== null && Object.entries(members).every(([key, test]) => test((value as Record<string, unknown>)[key]));

const isParty = object({ did: isText, address: isText, name: optional(isText) });
const isTrustRoot = object({ did: isText, address: isText, name: isText, documentTypes: listOf(isText) });
const isGrant = object({ grantor: isParty, grantee: isParty, documentType: isText, from: isText, until: optional(isText) });
const isStanding = object({
  standing: keyOf(words.standings),
  since: optional(isText),
  reason: optional(keyOf(words.standingReasons)),
  by: optional(isParty),
  replacement: optional(isText),
});
const isAnchor = object({
  verdict: keyOf(words.verdicts),
  reason: optional(isText),
  issuer: isParty,
  documentType: isText,
  root: isText,
  isFinal: optional(isTruth),
  anchoredAt: optional(isText),
  path: optional(listOf(isGrant)),
  standing: optional(isStanding),
});
const isFinding: Test = object({ check: keyOf(words.checks), outcome: keyOf(words.outcomes), reason: optional(isText) });
/** Every check once: a finding left out is not a yes. */
const isComplete: Test = (findings) => {
  const found = (findings as ReportFinding[]).map(({ check }) => check);
  return new Set(found).size === found.length && found.length === Object.keys(words.checks).length;
};
const isReport = object({
  verdict: keyOf(words.verdicts),
  reason: optional(isText),
  subject: object({ digest: isText, documentType: optional(isText), hasSeal: isTruth }),
  findings: (value) => listOf(isFinding)(value) && isComplete(value),
  issuer: optional(isParty),
  anchors: listOf(isAnchor),
  block: optional(object({ chainId: isCount, number: isCount, hash: isText, time: isText })),
  trustRoots: listOf(isTrustRoot),
});
