// Reports as a service would send them: one in perfect order, and one spoilt copy for every other verdict.

import type { CheckName } from "../../src/core/checks.ts";
import type { Digest, Root } from "../../src/core/digest.ts";
import type { DocumentType } from "../../src/core/documentType.ts";
import type { Reason } from "../../src/core/outcome.ts";
import type { Report, ReportAnchor, ReportFinding, ReportParty, ReportTrustRoot } from "../../src/core/report.ts";
import type { Verdict } from "../../src/core/verdict.ts";

export const origin = "861" as DocumentType;
export const replacement = "3f".repeat(32) as Digest;

const party = (digit: string, name?: string): ReportParty => {
  const address = `0x${digit.repeat(40)}` as ReportParty["address"];
  return { did: `did:ethr:0x7a69:${address}`, address, ...(name === undefined ? {} : { name }) };
};
export const customs = party("1", "Demo Customs Administration");
export const chamber = party("2", "Demo Chamber of Commerce");
export const stranger = party("9");

export const trustRoots: readonly ReportTrustRoot[] = [
  { ...customs, name: customs.name!, documentTypes: ["861", "380", "AEO"] as DocumentType[] },
];

const anchor: ReportAnchor = {
  verdict: "authentic",
  issuer: chamber,
  documentType: origin,
  root: "ab".repeat(32) as Root,
  isFinal: true,
  anchoredAt: "2026-05-03T14:02:10Z",
  blockNumber: 120,
  size: 5,
  account: chamber.address,
  path: [{ grantor: customs, grantee: chamber, documentType: origin, from: "2026-01-01T00:00:00Z", until: "2028-01-01T00:00:00Z", recordedAt: "2026-01-01T09:00:00Z" }],
  standing: { standing: "active" },
};

const checks: readonly CheckName[] = ["integrity", "identified", "anchored", "entitled", "current"];
const findings = (spoilt: Partial<Record<CheckName, ["failed" | "unknown", Reason]>>): ReportFinding[] =>
  checks.map((check) => {
    const [outcome, reason] = spoilt[check] ?? [];
    return outcome === undefined || reason === undefined ? { check, outcome: "passed" } : { check, outcome, reason };
  });

/** Perfect order. */
export const authentic: Report = {
  verdict: "authentic",
  subject: { digest: "00".repeat(32) as Digest, documentType: origin, hasSeal: false },
  findings: findings({}),
  issuer: chamber,
  anchors: [anchor],
  checkedAt: "2026-11-21T10:00:00Z",
  block: { chainId: 31337, number: 128, hash: `0x${"cd".repeat(32)}`, time: "2026-05-20T08:00:00Z" },
  trustRoots,
};

/** A report with its counting anchor spoilt in the same way. */
function spoilt(verdict: Verdict, reason: Reason, change: { findings: ReportFinding[]; anchor?: Partial<ReportAnchor>; report?: Partial<Report> }): Report {
  return { ...authentic, verdict, reason, findings: change.findings, anchors: [{ ...anchor, verdict, reason, ...change.anchor }], ...change.report };
}

const { path: _path, standing: _standing, ...bareAnchor } = anchor;

/** One report for each verdict. */
export const reports: Readonly<Record<Verdict, Report>> = {
  authentic,
  altered: spoilt("altered", "file_differs", {
    findings: findings({ integrity: ["failed", "file_differs"] }),
    report: { subject: { ...authentic.subject, hasSeal: true } },
  }),
  not_found: withoutIssuer({
    ...authentic,
    verdict: "not_found",
    reason: "not_anchored",
    findings: findings({ anchored: ["failed", "not_anchored"], entitled: ["unknown", "not_anchored"], current: ["unknown", "not_anchored"] }),
    anchors: [],
    subject: { digest: authentic.subject.digest, hasSeal: false },
  }),
  undetermined: spoilt("undetermined", "awaiting_finality", { findings: findings({ anchored: ["unknown", "awaiting_finality"] }), anchor: { isFinal: false } }),
  not_entitled: {
    ...authentic,
    verdict: "not_entitled",
    reason: "no_accreditation",
    findings: findings({ entitled: ["failed", "no_accreditation"] }),
    issuer: stranger,
    anchors: [{ ...bareAnchor, verdict: "not_entitled", reason: "no_accreditation", issuer: stranger, standing: { standing: "active" } }],
  },
  no_longer_valid: spoilt("no_longer_valid", "replaced", {
    findings: findings({ current: ["failed", "replaced"] }),
    anchor: { standing: { standing: "replaced", since: "2026-05-09T10:30:00Z", reason: "wrong_content", by: chamber, account: chamber.address, replacement } },
  }),
};

function withoutIssuer({ issuer: _issuer, ...report }: Report): Report {
  return report;
}
