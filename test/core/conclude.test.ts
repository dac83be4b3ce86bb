/**
 * Goal: findings amount to the verdict that the table gives, and never to a yes while anything is not passed.
 * Method: all combinations of outcomes, against the table read once more.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CheckName } from "../../src/core/checks.ts";
import { failed, passed, unknown, type Outcome, type Reason } from "../../src/core/outcome.ts";
import { conclude, type Finding, type Verdict } from "../../src/core/verdict.ts";

describe("what findings amount to", () => {
  const names: readonly CheckName[] = ["integrity", "identified", "anchored", "entitled", "current"];
  const outcomes: readonly Outcome[] = [passed, failed("revoked"), unknown("ledger_silent")];
  const rank: Record<Verdict, number> = { authentic: 2, no_longer_valid: 1, not_entitled: 1, undetermined: 1, not_found: 0, altered: 0 };
  const findingsFrom = (each: readonly Outcome[]): Finding[] => names.map((check, place) => ({ check, outcome: each[place]! }));
  const all = Array.from({ length: 3 ** 5 }, (_, number) => names.map((_, place) => outcomes[Math.floor(number / 3 ** place) % 3]!));

  /** The table of verdicts, read once more. */
  function byTheTable([integrity, identified, anchored, entitled, current]: readonly Outcome["is"][]): Verdict {
    if (integrity === "failed" || identified === "failed") return "altered";
    if (anchored === "failed") return "not_found";
    if ([integrity, identified, anchored, entitled].includes("unknown")) return "undetermined";
    if (entitled === "failed") return "not_entitled";
    if (current === "failed") return "no_longer_valid";
    return current === "unknown" ? "undetermined" : "authentic";
  }

  it("all 243 combinations, against the table", () => {
    expect(all).toHaveLength(243);
    for (const each of all) expect(conclude(findingsFrom(each)).verdict, each.map(({ is }) => is).join()).toBe(byTheTable(each.map(({ is }) => is)));
  });

  it("authentic exactly when every check passed, and then without a reason", () => {
    for (const each of all) {
      const { verdict, reason } = conclude(findingsFrom(each));
      expect(verdict === "authentic").toBe(each.every(({ is }) => is === "passed"));
      expect(reason === null).toBe(verdict === "authentic");
    }
  });

  it("more bad news never improves a verdict", () => {
    for (const each of all) {
      for (const [place] of names.entries()) {
        for (const news of outcomes.slice(1)) {
          if (each[place]!.is !== "passed") continue;
          const worse = each.with(place, news);
          expect(rank[conclude(findingsFrom(worse)).verdict]).toBeLessThanOrEqual(rank[conclude(findingsFrom(each)).verdict]);
        }
      }
    }
  });

  it("the reason is the deciding finding's", () => {
    const reasons: readonly Reason[] = ["file_differs", "path_broken", "not_anchored", "no_accreditation", "revoked"];
    const findings = names.map((check, place) => ({ check, outcome: failed(reasons[place]!) }));
    expect(conclude(findings).reason).toBe("file_differs");
    expect(conclude(findings.with(0, { check: "integrity", outcome: passed })).reason).toBe("path_broken");
    expect(conclude(findings.map((each, place) => (place < 2 ? { ...each, outcome: passed } : each))).reason).toBe("not_anchored");
    expect(conclude(findings.map((each, place) => (place < 3 ? { ...each, outcome: passed } : each))).reason).toBe("no_accreditation");
  });

  it("the order of findings makes no difference to the verdict", () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.shuffledSubarray([...names], { minLength: 5 }), (each, order) => {
        const shuffled = order.map((name) => findingsFrom(each).find(({ check }) => check === name)!);
        return conclude(shuffled).verdict === conclude(findingsFrom(each)).verdict;
      }),
    );
  });

  it("nothing is concluded when a check is missing", () => {
    expect(() => conclude([])).toThrow("Invariant broken");
    for (const name of names) expect(() => conclude(findingsFrom(all[0]!).filter(({ check }) => check !== name))).toThrow("Invariant broken");
  });
});
