/**
 * Goal: a report marks a name that may deceive, wherever the name stands; and marks nobody else.
 * Method: the world in order, with one name changed a row; the command line's and the page's sentences from the same report.
 */
import { expect, test } from "vitest";
import { answer } from "../../src/core/outcome.ts";
import { NameBook } from "../../src/core/names.ts";
import { readReport } from "../../src/core/reportReader.ts";
import { reportOn, type Report } from "../../src/core/report.ts";
import { english } from "../../src/words/english/table.ts";
import { likenessWarning, pathSentences } from "../../src/words/sentences.ts";
import { reportText } from "../../src/cli/verifying/reportText.ts";
import { anchorInOrder, chamber, customs, federation, granted, inOrder, origin, says, stranger, trustRoot } from "./world.ts";

const PARTICULARS = granted(1).particulars;
const OTHERS = `0x${"11".repeat(32)}` as const;

function reportWith({ chamberName = "Chamber of Commerce", rootName = "Customs", otherName = "Chamber of Industry", rootFor = customs } = {}): Report {
  const grants = answer([says(customs, chamber, granted(100)), says(customs, stranger, granted(100, { particulars: OTHERS }))]);
  const names = new Map([[PARTICULARS, chamberName], [OTHERS, otherName]]);
  return reportOn({ ...inOrder, trustRoots: [{ ...trustRoot(rootFor, origin), name: rootName }], anchors: answer([{ ...anchorInOrder, grants, names }]) });
}

const rows: readonly [what: string, change: Parameters<typeof reportWith>[0], likeness: string | undefined][] = [
  ["an honest name",                      {},                                           undefined],
  ["a trust root's name",                 { rootName: "Chamber of Commerce" },          "confusable"],
  ["a trust root's, with Cyrillic С",     { rootName: "Сhamber of Commerce" },          "confusable"],
  ["another grantee's name",              { otherName: "CHAMBER OF COMMERCE" },         "confusable"],
  ["a word of two scripts",               { chamberName: "Сhamber of Commerce" },       "mixed_script"],
  ["words of different scripts",          { chamberName: "Chamber Палата" },            undefined],
];

for (const [what, change, likeness] of rows) {
  test(`${what}: ${likeness ?? "no mark"}`, () => {
    const report = reportWith(change);
    expect(report.verdict).toBe("authentic");
    expect(report.issuer?.likeness).toBe(likeness);
    expect(report.anchors[0]!.issuer.likeness).toBe(likeness);
    expect(report.anchors[0]!.path![0]!.grantee.likeness).toBe(likeness);
    expect(report.anchors[0]!.path![0]!.grantor.likeness).toBeUndefined();
    expect(readReport(JSON.parse(JSON.stringify(report)), { digest: report.subject.digest, hasSeal: report.subject.hasSeal })).toEqual(report);
    const text = reportText(report, { name: "paper.pdf", sealFile: null, seal: null, trouble: null }).join("\n");
    expect(text.includes("Take care: this name")).toBe(likeness !== undefined);
    expect(pathSentences(report.anchors[0]!, english).some((sentence) => sentence.includes("Take care"))).toBe(likeness !== undefined);
  });
}

test("a trust root is never marked: this verifier named it itself", () => {
  const report = reportWith({ rootFor: chamber, rootName: "Chamber of Industry" });
  expect(report.issuer).toMatchObject({ name: "Chamber of Industry" });
  expect(report.issuer?.likeness).toBeUndefined();
});

test("names that the verifier knows from elsewhere count, too", () => {
  const knownNames = new NameBook([{ address: federation, name: "Chamber of Cornmerce" }]);
  expect(reportOn({ ...inOrder, knownNames }).issuer?.likeness).toBe("confusable");
  expect(reportOn({ ...inOrder, knownNames: new NameBook() }).issuer?.likeness).toBeUndefined();
});

test("a code of a newer service is a warning all the same", () => {
  expect(likenessWarning({ likeness: "invented_tomorrow" as "confusable" }, english)).toContain("Take care");
});
