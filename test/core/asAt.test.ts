/**
 * Goal: a question about a past moment is answered as the document stood then, by what the ledger says today, and no
 * answer about the past can be taken for one about the present.
 * Method: one history, asked about at moments before and after each of its turns; then the reader of reports, given the wrong question.
 */
import { describe, expect, it } from "vitest";
import type { Address } from "../../src/core/address.ts";
import type { AnchorEvidence, Evidence } from "../../src/core/evidence.ts";
import { momentFrom } from "../../src/core/moment.ts";
import { answer, silence } from "../../src/core/outcome.ts";
import { dateOf, reportOn } from "../../src/core/report.ts";
import { readReport } from "../../src/core/reportReader.ts";
import { aeo, anchorInOrder, ANCHORED_AT, blockTime, chamber, customs, digest, FINAL_AT, federation, granted, inOrder, NEWEST_AT, origin, says, stands, trustRoot, withdrawn } from "./world.ts";

type Change = (evidence: Evidence) => Evidence;
const anchor = (change: Partial<AnchorEvidence>): Change => (evidence) => ({ ...evidence, anchors: answer([{ ...anchorInOrder, ...(evidence.anchors.isAnswered ? evidence.anchors.value[0] : {}), ...change }]) });
const grants = (...lists: ReturnType<typeof says>[]): Change => anchor({ grants: answer(lists) });
const said = (speaker: Address, ...statements: ReturnType<typeof stands>[]): Change => anchor({ speeches: answer([{ speaker, statements }]) });
const both = (...changes: Change[]): Change => (evidence) => changes.reduce((each, change) => change(each), evidence);
const bare: Evidence = { ...inOrder, subject: { digest, seal: null, documentType: null } };
const asAt = (moment: number | null, change: Change): Evidence => {
  const changed = change(bare);
  return { ...changed, subject: { ...changed.subject, asAt: moment } };
};
const lasting: Change = (evidence) => anchor({ name: { ...anchorInOrder.name, documentType: aeo } })({ ...evidence, trustRoots: [trustRoot(customs, aeo)] });
const untouched: Change = (evidence) => evidence;
const stolen = { isCompromised: true };

const rows: readonly [what: string, change: Change, moment: number | null, says: string][] = [
  ["before it was anchored",                   untouched,                                                                    ANCHORED_AT - 1, "not_found: not_anchored"],
  ["at the second of anchoring",               untouched,                                                                    ANCHORED_AT,     "authentic"],
  ["later",                                    untouched,                                                                    1_500,           "authentic"],
  ["not final today",                          anchor({ record: answer({ ...blockTime(FINAL_AT + 1), size: 5, hasLeaves: true }) }), NEWEST_AT, "undetermined: awaiting_finality"],

  ["before it was suspended",                  said(chamber, stands("suspended", 1_200), stands("active", 1_400), stands("revoked", 1_600)), 1_199, "authentic"],
  ["at the second of suspending",              said(chamber, stands("suspended", 1_200), stands("active", 1_400), stands("revoked", 1_600)), 1_200, "no_longer_valid: suspended"],
  ["the second before it was reinstated",      said(chamber, stands("suspended", 1_200), stands("active", 1_400), stands("revoked", 1_600)), 1_399, "no_longer_valid: suspended"],
  ["once it was reinstated",                   said(chamber, stands("suspended", 1_200), stands("active", 1_400), stands("revoked", 1_600)), 1_400, "authentic"],
  ["the second before it was revoked",         said(chamber, stands("suspended", 1_200), stands("active", 1_400), stands("revoked", 1_600)), 1_599, "authentic"],
  ["once it was revoked",                      said(chamber, stands("suspended", 1_200), stands("active", 1_400), stands("revoked", 1_600)), 1_600, "no_longer_valid: revoked"],
  ["and now",                                  said(chamber, stands("suspended", 1_200), stands("active", 1_400), stands("revoked", 1_600)), null,  "no_longer_valid: revoked"],
  ["before a grantor took it back",            said(customs, stands("revoked", 1_600)),                                      1_599,           "authentic"],
  ["once a grantor took it back",              said(customs, stands("revoked", 1_600)),                                      1_600,           "no_longer_valid: revoked"],
  ["reinstated by then, not final today",      said(chamber, stands("suspended", 1_200), stands("active", FINAL_AT + 2)),    NEWEST_AT,       "no_longer_valid: suspended"],

  ["a fact, whose grant has ended since",      grants(says(customs, chamber, granted(100, { until: 1_200 }))),               1_500,           "authentic"],
  ["withdrawn later, back to before it was anchored", grants(says(customs, chamber, granted(100), withdrawn(1_900, { from: 900 }))), 1_500,     "not_entitled: accreditation_withdrawn"],
  ["keys called stolen later, dated back",     grants(says(customs, chamber, granted(100), withdrawn(1_900, { from: 900, ...stolen }))), 1_500, "not_entitled: compromised"],
  ["a thief's revocation, known as one today", both(said(chamber, stands("revoked", 1_350)), grants(says(customs, chamber, granted(100), withdrawn(1_400, { from: 1_300, ...stolen })))), 1_360, "authentic"],
  ["healed later, dated back",                 grants(says(customs, chamber, granted(100), withdrawn(1_200, { from: 900 }), granted(1_900, { from: 900 }))), 1_300, "authentic"],
  ["accredited later, dated back",             grants(says(customs, chamber, granted(1_900, { from: 900 }))),                1_300,           "authentic"],

  ["a right, while it was recognised",         both(lasting, grants(says(customs, chamber, granted(100, { until: 1_800 })))), 1_799,          "authentic"],
  ["a right, in the second of its end",        both(lasting, grants(says(customs, chamber, granted(100, { until: 1_800 })))), 1_800,          "no_longer_valid: recognition_ended"],
  ["a right, ended now",                       both(lasting, grants(says(customs, chamber, granted(100, { until: 1_800 })))), null,           "no_longer_valid: recognition_ended"],
  ["a right, in a gap that closed later",      both(lasting, grants(says(customs, chamber, granted(100, { until: 1_200 }), granted(1_600)))), 1_300, "no_longer_valid: recognition_ended"],
  ["a right, in a gap that was healed",        both(lasting, grants(says(customs, chamber, granted(100, { until: 1_200 }), granted(1_600, { from: 1_000 })))), 1_300, "authentic"],
  ["a right, withdrawn with effect from before", both(lasting, grants(says(customs, chamber, granted(100), withdrawn(1_900, { from: 1_200 })))), 1_300, "no_longer_valid: recognition_ended"],
  ["a right, keys stolen by then, as known today", both(lasting, grants(says(customs, chamber, granted(100), withdrawn(1_900, { from: 1_200, ...stolen })))), 1_300, "no_longer_valid: recognition_ended"],
  ["a right, keys stolen later",               both(lasting, grants(says(customs, chamber, granted(100), withdrawn(1_900, { from: 1_200, ...stolen })))), 1_199, "authentic"],

  ["the standings silent",                     anchor({ speeches: silence("ledger_silent") }),                               1_500,           "undetermined: ledger_silent"],
  ["the record silent",                        anchor({ record: silence("ledger_silent") }),                                 1_500,           "undetermined: ledger_silent"],
];

it.each(rows)("%s", (_what, change, moment, expected) => {
  const report = reportOn(asAt(moment, change));
  expect(report.verdict + (report.reason === undefined ? "" : `: ${report.reason}`)).toBe(expected);
  expect(report.subject.asAt).toBe(moment === null ? undefined : dateOf(moment));
});

it("the standing shown is the one of that moment, with who said it", () => {
  const history = both(said(customs, stands("suspended", 1_200), stands("active", 1_400)), untouched);
  expect(reportOn(asAt(1_300, history)).anchors[0]!.standing).toMatchObject({ standing: "suspended", since: dateOf(1_200), by: { address: customs } });
  expect(reportOn(asAt(1_100, history)).anchors[0]!.standing).toEqual({ standing: "active" });
});

it("the path of a lasting right is shown as it was at that moment", () => {
  const history = both(lasting, grants(says(customs, chamber, granted(100, { until: 1_200 }), granted(1_600))));
  const pathAt = (moment: number) => reportOn(asAt(moment, history)).anchors[0]!.presentPath?.map(({ from }) => from);
  expect([pathAt(1_100), pathAt(1_300), pathAt(1_700)]).toEqual([[dateOf(100)], undefined, [dateOf(1_600)]]);
});

it("of several anchors one made by then counts, whatever came later", () => {
  const later = { ...anchorInOrder, name: { ...anchorInOrder.name, issuer: federation }, record: answer({ ...blockTime(1_800), size: 5, hasLeaves: true }), grants: answer([says(customs, federation, granted(100))]) };
  const evidence = { ...bare, anchors: answer([later, anchorInOrder]), subject: { ...bare.subject, asAt: 1_500 }, trustRoots: [trustRoot(customs, origin)] };
  expect(reportOn(evidence)).toMatchObject({ verdict: "authentic", issuer: { address: chamber } });
});

describe("the reader of reports", () => {
  const report = (moment: number | null): unknown => JSON.parse(JSON.stringify(reportOn(asAt(moment, untouched))));
  const answers: readonly [what: string, reported: number | null, asked: number | null | undefined, isRead: boolean][] = [
    ["now for now",                        null,  null,      true],
    ["now, nothing said of a moment",      null,  undefined, true],
    ["then for then",                      1_500, 1_500,     true],
    ["a past yes for the present",         1_500, null,      false],
    ["a present yes for the past",         null,  1_500,     false],
    ["another moment",                     1_500, 1_501,     false],
  ];
  it.each(answers)("%s", (_what, reported, asked, isRead) => {
    expect(readReport(report(reported), { digest, hasSeal: false, ...(asked === undefined ? {} : { asAt: asked }) }) !== null).toBe(isRead);
  });
});

describe("moments as they are written", () => {
  const texts: readonly [text: string, seconds: number | null][] = [
    ["2026-05-01T12:00:00Z",           1_777_636_800],
    ["2026-05-01T14:00:00+02:00",      1_777_636_800],
    ["2026-05-01t12:00:00z",           1_777_636_800],
    ["2026-05-01T12:00:00.999Z",       1_777_636_800],
    ["2026-05-01T12:00:00",            null],
    ["2026-05-01",                     null],
    ["2026-02-30T12:00:00Z",           null],
    ["2026-13-01T12:00:00Z",           null],
    ["2026-05-01T24:00:01Z",           null],
    ["2026-12-31T23:59:60Z",           null],
    ["1969-12-31T23:59:59Z",           null],
    ["2026-05-01 12:00:00Z",           null],
    [" 2026-05-01T12:00:00Z",          null],
    ["1777636800",                     null],
    ["",                               null],
  ];
  it.each(texts)("%s", (text, seconds) => expect(momentFrom(text)).toBe(seconds));
});
