/**
 * Goal: a holder of a watch is told of every change that is sure, once; of doubt only when it lasts; and of a fall that came behind a doubt.
 * Method: tables: what was known, what is judged now and when, and what must follow.
 */
import { expect, test } from "vitest";
import { afterJudging, DOUBT_TOLD_AFTER_SECONDS, dueAfter, judgedIn, SWEEP_SECONDS, type Judged, type Known } from "../../src/core/watching.ts";
import type { Report } from "../../src/core/report.ts";
import { chamber, stranger } from "./world.ts";

const NOW = 1_000_000;
const authentic: Judged = { verdict: "authentic", reason: null };
const revoked: Judged = { verdict: "no_longer_valid", reason: "revoked" };
const suspended: Judged = { verdict: "no_longer_valid", reason: "suspended" };
const silent: Judged = { verdict: "undetermined", reason: "ledger_silent" };
const sure = (judged: Judged): Known => ({ ...judged, doubtSince: null });
const doubted = (judged: Judged, seconds: number): Known => ({ ...judged, doubtSince: NOW - seconds });

const rows: readonly [what: string, known: Known, judged: Judged, isTold: boolean, after: Known][] = [
  ["the same again",                         sure(authentic),                              authentic, false, sure(authentic)],
  ["a fall",                                 sure(authentic),                              revoked,   true,  sure(revoked)],
  ["another reason",                         sure(suspended),                              revoked,   true,  sure(revoked)],
  ["a rise",                                 sure(suspended),                              authentic, true,  sure(authentic)],
  ["a silence begins",                       sure(authentic),                              silent,    false, doubted(authentic, 0)],
  ["a silence goes on",                      doubted(authentic, 60),                       silent,    false, doubted(authentic, 60)],
  ["a silence passes",                       doubted(authentic, 60),                       authentic, false, sure(authentic)],
  ["a fall behind a silence",                doubted(authentic, 60),                       revoked,   true,  sure(revoked)],
  ["a second before it is told",             doubted(authentic, DOUBT_TOLD_AFTER_SECONDS - 1), silent, false, doubted(authentic, DOUBT_TOLD_AFTER_SECONDS - 1)],
  ["a silence that lasts",                   doubted(authentic, DOUBT_TOLD_AFTER_SECONDS), silent,    true,  doubted(silent, DOUBT_TOLD_AFTER_SECONDS)],
  ["told of once",                           doubted(silent, 2 * DOUBT_TOLD_AFTER_SECONDS), silent,   false, doubted(silent, 2 * DOUBT_TOLD_AFTER_SECONDS)],
  ["back after a silence that was told",     doubted(silent, 2 * DOUBT_TOLD_AFTER_SECONDS), authentic, true, sure(authentic)],
  ["fallen after a silence that was told",   doubted(silent, 2 * DOUBT_TOLD_AFTER_SECONDS), revoked,  true,  sure(revoked)],
  ["unknown from the start, and known now",  doubted(silent, 1),                           authentic, true,  sure(authentic)],
];

test.for(rows)("%s", ([, known, judged, isTold, after]) => {
  expect(afterJudging(known, judged, NOW)).toEqual({ isTold, known: after });
});

const party = (address: typeof chamber) => ({ did: "did:ethr:0x1:0x" as const, address });
const report = (change: Partial<Report> = {}): Report => ({ verdict: "authentic", subject: { digest: "" as never, hasSeal: false }, findings: [], anchors: [], trustRoots: [], checkedAt: "", block: { chainId: 1, number: 1, hash: "0x", time: "" }, ...change });
const anchor = (issuer: typeof chamber, judged: Judged, change: object = {}) => ({ verdict: judged.verdict, ...(judged.reason === null ? {} : { reason: judged.reason }), issuer: party(issuer), documentType: "861" as never, root: "" as never, isFinal: true, ...change });

test("one issuer's word: another's anchor neither saves nor spoils it", () => {
  const both = report({ anchors: [anchor(stranger, authentic), anchor(chamber, revoked)] });
  expect(judgedIn(both, null)).toEqual(authentic);
  expect(judgedIn(both, chamber)).toEqual(revoked);
  expect(judgedIn(report({ anchors: [anchor(chamber, silent, { isFinal: false }), anchor(chamber, revoked)] }), chamber), "what is final counts").toEqual(revoked);
  expect(judgedIn(report({ anchors: [anchor(stranger, authentic)] }), chamber)).toEqual({ verdict: "not_found", reason: "not_anchored" });
  const blind = report({ verdict: "undetermined", reason: "ledger_silent", block: undefined as never });
  expect(judgedIn(blind, chamber), "not looked is not absent").toEqual(silent);
  const behind = report({ verdict: "undetermined", reason: "index_behind", findings: [{ check: "anchored", outcome: "unknown", reason: "index_behind" }] });
  expect(judgedIn(behind, chamber)).toEqual({ verdict: "undetermined", reason: "index_behind" });
});

test("judged again: soon while in doubt, behind the end of a path, and within a day in any case", () => {
  const due = (known: Known, of = report(), turns: readonly number[] = []) => dueAfter(known, of, { now: NOW, spread: 0.5, turns }) - NOW;
  expect(due(doubted(authentic, 0))).toBe(2);
  expect(due(doubted(authentic, 40))).toBe(40);
  expect(due(doubted(authentic, 4_000))).toBe(300);
  expect(due(sure(authentic))).toBeLessThanOrEqual(SWEEP_SECONDS);
  expect(due(sure(authentic))).toBeGreaterThan(SWEEP_SECONDS * 0.9);
  const until = new Date((NOW + 500) * 1000).toISOString();
  const grant = { grantor: party(stranger), grantee: party(chamber), documentType: "AEO" as never, from: "", until, recordedAt: "" };
  expect(due(sure(authentic), report({ anchors: [anchor(chamber, authentic, { presentPath: [grant] })] }))).toBe(501);
  expect(due(sure(authentic), report(), [NOW - 5, NOW + 300])).toBe(301);
});
