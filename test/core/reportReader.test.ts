/**
 * Goal: only a whole report about the digest that was asked for, whose verdict follows from its findings, is ever shown.
 * Method: one good answer, spoilt in exactly one way per row; and whatever JSON fast-check can think of.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReport, readTrustRoots } from "../../src/core/reportReader.ts";
import { authentic, reports, trustRoots } from "../web/reports.ts";

const { digest, hasSeal } = authentic.subject;
const asked = { digest, hasSeal };
const [firstFinding, ...otherFindings] = authentic.findings;

it.each(Object.values(reports))("$verdict is read as it is", (report) => expect(readReport(JSON.parse(JSON.stringify(report)), { digest, hasSeal: report.subject.hasSeal })).toEqual(report));

const spoilt: readonly [what: string, value: unknown][] = [
  ["nothing",                          null],
  ["a text",                           "authentic"],
  ["an empty object",                  {}],
  ["another digest",                   { ...authentic, subject: { ...authentic.subject, digest: "11".repeat(32) } }],
  ["an answer about another seal",     { ...authentic, subject: { ...authentic.subject, hasSeal: !authentic.subject.hasSeal } }],
  ["a seventh verdict",                { ...authentic, verdict: "probably" }],
  ["a verdict that every object knows", { ...authentic, verdict: "constructor" }],
  ["a yes although a check failed",    { ...authentic, findings: [{ check: "integrity", outcome: "failed", reason: "file_differs" }, ...otherFindings] }],
  ["a yes although a check is unknown", { ...authentic, findings: [{ check: "integrity", outcome: "unknown", reason: "ledger_silent" }, ...otherFindings] }],
  ["a yes without findings",           { ...authentic, findings: [] }],
  ["a yes with a check left out",      { ...authentic, findings: otherFindings }],
  ["a check that stands twice",        { ...authentic, findings: [firstFinding, firstFinding, ...otherFindings.slice(1)] }],
  ["a check nobody knows",             { ...authentic, findings: [...authentic.findings, { check: "held", outcome: "passed" }] }],
  ["an outcome nobody knows",          { ...authentic, findings: [{ check: "integrity", outcome: "skipped" }, ...otherFindings] }],
  ["a no although all checks passed",  { ...reports.altered, findings: authentic.findings }],
  ["a reason other than the finding's", { ...reports.altered, reason: "path_broken" }],
  ["an issuer without a DID",          { ...authentic, issuer: { name: "Demo Chamber of Commerce" } }],
  ["a name that is no text",           { ...authentic, issuer: { ...authentic.issuer, name: { toString: 1 } } }],
  ["anchors that are no list",         { ...authentic, anchors: {} }],
  ["an earlier document whose digest is none", { ...authentic, anchors: [{ ...authentic.anchors[0], replaces: [{ leaf: "ab".repeat(32), since: "2026-05-09T10:30:00Z", digest: "../" }] }] }],
  ["an earlier document without a leaf", { ...authentic, anchors: [{ ...authentic.anchors[0], replaces: [{ since: "2026-05-09T10:30:00Z" }] }] }],
  ["a path of nothing",                { ...authentic, anchors: [{ ...authentic.anchors[0], path: [null] }] }],
  ["a block number that is no number", { ...authentic, block: { ...authentic.block, number: "128" } }],
];

describe("is no report", () => {
  it.each(spoilt)("%s", (_what, value) => expect(readReport(value, asked)).toBeNull());

  it("property: whatever JSON there is, it is read or refused, and never thrown at", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => readReport(value, asked) === null));
    const oneMemberReplaced = fc.tuple(fc.constantFrom(...Object.keys(authentic)), fc.jsonValue());
    fc.assert(fc.property(oneMemberReplaced, ([member, value]) => void readReport({ ...authentic, [member]: value }, asked)));
  });
});

it("trust roots are read or refused", () => {
  expect(readTrustRoots({ trustRoots })).toEqual(trustRoots);
  expect(readTrustRoots({ trustRoots: [{ name: "Demo" }] })).toBeNull();
  expect(readTrustRoots([])).toBeNull();
});
