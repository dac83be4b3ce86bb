/**
 * Goal: no sentence about a past moment can be taken for one about the present; a recognised right says by whom and since when.
 * Method: one report per verdict, with and without a moment; every headline, advice, question and standing is read.
 */
import { describe, expect, it } from "vitest";
import type { DocumentType } from "../src/core/documentType.ts";
import type { Report, ReportAnchor } from "../src/core/report.ts";
import { english } from "../src/words/english/table.ts";
import { advice, findingAnswer, findingQuestion, headline, pathSentences, standingSentence } from "../src/words/sentences.ts";
import { authentic, chamber, customs, reports, stranger } from "./web/reports.ts";

const THEN = "2026-05-04T10:30:00Z";
const past = (report: Report): Report => ({ ...report, subject: { ...report.subject, asAt: THEN } });
const asAt = "As at 4 May 2026, 10:30 UTC: ";

describe("of a past moment", () => {
  it.each(Object.values(reports))("$verdict: the headline begins with it, the advice says that it is all", (report) => {
    expect(headline(past(report), english)).toBe(asAt + headline(report, english));
    const { means } = advice(past(report), english);
    expect(means).toMatch(/^You asked how it stood on 4 May 2026, 10:30 UTC\. .*says nothing about any later one\. [A-Z].*\.$/);
  });

  it("a yes is in the past tense", () => {
    const { means, todo } = advice(past(authentic), english);
    expect(means).toContain("they stood at that moment");
    expect(means).not.toContain("still stand");
    expect(todo).toContain("today");
    const current = authentic.findings.find(({ check }) => check === "current")!;
    expect(findingQuestion(current, past(authentic), english)).toBe("Did it stand at that moment?");
    expect(findingQuestion(current, authentic, english)).toBe("Does it still stand?");
    expect(findingAnswer(current, past(authentic), english).because).toContain("by then");
  });

  it("no record then is not said to be no record", () => {
    const report: Report = past({ ...reports.not_found, reason: "not_anchored" });
    expect(advice(report, english).means).toContain("had no record of these bytes by that moment");
  });

  it("the standing says when", () => {
    expect(standingSentence(authentic.anchors[0]!, english, THEN)).toBe(`${asAt}It stands. Nobody has said anything against it.`);
  });
});

describe("a recognised right", () => {
  const aeo = "AEO" as DocumentType;
  const grant = { grantor: customs, grantee: chamber, documentType: aeo, from: "2026-01-01T00:00:00Z", recordedAt: "2026-01-01T09:00:00Z" };
  const anchor: ReportAnchor = { ...authentic.anchors[0]!, documentType: aeo, path: [grant], presentPath: [grant], vouchingRoots: [customs, stranger] };
  const report: Report = { ...authentic, subject: { ...authentic.subject, documentType: aeo }, anchors: [anchor] };

  it("says by whom and since when", () => {
    expect(headline(report, english)).toBe("Genuine AEO certificate by Demo Chamber of Commerce, recognised by Demo Customs Administration since 1 January 2026");
    expect(pathSentences(anchor, english)[1]).toBe("Demo Customs Administration recognises AEO certificates by Demo Chamber of Commerce since 1 January 2026.");
  });

  it("a trust root's own needs no recognition", () => {
    expect(headline({ ...report, anchors: [{ ...anchor, path: [], presentPath: [] }] }, english)).toBe("Genuine AEO certificate by Demo Chamber of Commerce");
  });

  it("every trust root that vouches is named", () => {
    expect(pathSentences(anchor, english).at(-1)).toBe(`Another authority that this verifier believes leads to the issuer, too: ${stranger.did}.`);
  });
});
