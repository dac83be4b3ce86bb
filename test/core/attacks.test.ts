/**
 * Goal: attacks on standings that once turned a no into a yes stay turned away.
 * Method: one document in order; each test tells what the attacker did, and what must be said.
 */

import { expect, test } from "vitest";
import type { AnchorEvidence, Evidence } from "../../src/core/evidence.ts";
import { answer } from "../../src/core/outcome.ts";
import { judge } from "../../src/core/verdict.ts";
import { anchorInOrder, chamber, customs, FINAL_AT, inOrder, stands } from "./world.ts";

const verdictOf = (change: Partial<AnchorEvidence>): string => {
  const evidence: Evidence = { ...inOrder, anchors: answer([{ ...anchorInOrder, ...change }]) };
  const { verdict, reason } = judge(evidence).best;
  return reason === null ? verdict : `${verdict}: ${reason}`;
};

test("a deactivated identity cannot reinstate what it suspended; what it takes back is still heard", () => {
  const deactivatedIn = answer(new Map([[chamber, 1_500]]));
  const suspended = stands("suspended", 1_400);
  expect(verdictOf({ speeches: answer([{ speaker: chamber, statements: [suspended, stands("active", 1_600)] }]), deactivatedIn })).toBe("no_longer_valid: suspended");
  expect(verdictOf({ speeches: answer([{ speaker: chamber, statements: [suspended, stands("active", 1_450)] }]), deactivatedIn })).toBe("authentic");
  expect(verdictOf({ speeches: answer([{ speaker: chamber, statements: [stands("revoked", 1_600)] }]), deactivatedIn })).toBe("no_longer_valid: revoked");
});

test("a deactivated authority cannot reinstate what it suspended", () => {
  const speeches = answer([{ speaker: customs, statements: [stands("suspended", 1_400), stands("active", FINAL_AT - 1)] }]);
  expect(verdictOf({ speeches })).toBe("authentic");
  expect(verdictOf({ speeches, deactivatedIn: answer(new Map([[customs, 1_500]])) })).toBe("no_longer_valid: suspended");
});
