/**
 * Goal: whoever stands behind an issuer is named: every trust root from which a path leads, and every grantor whose grant would do alone.
 * Method: graphs of grants, and the names that must come out; the single path that `pathTo` gives is one of them.
 */
import { expect, it } from "vitest";
import type { Address } from "../../src/core/address.ts";
import { judgeGrants, type Entitlements, type GrantList } from "../../src/core/entitlement.ts";
import { reportOn } from "../../src/core/report.ts";
import { answer } from "../../src/core/outcome.ts";
import { anchorInOrder, chamber, customs, federation, FINAL_AT, granted, identity, inOrder, office, origin, says, stranger, trustRoot, withdrawn } from "./world.ts";

const AT = 1_000;
const about = { identity: chamber, moment: AT };

function judged(lists: readonly GrantList[]): Entitlements {
  const entitlements = judgeGrants({ trustRoots: new Set([customs, federation]), lists, finalBlock: FINAL_AT, deactivatedIn: new Map() }, [about]);
  if (!entitlements.isAnswered) expect.unreachable(entitlements.reason);
  return entitlements.value;
}

const rows: readonly [what: string, lists: readonly GrantList[], roots: readonly Address[], through: readonly Address[]][] = [
  ["one",                                     [says(customs, chamber, granted(100))],                                          [customs], [customs]],
  ["two, directly",                           [says(customs, chamber, granted(100)), says(federation, chamber, granted(200))], [customs, federation], [customs, federation]],
  ["two, one of them further up",             [says(customs, chamber, granted(100)), says(federation, office, granted(100)), says(office, chamber, granted(200))], [customs, federation], [customs, office]],
  ["two behind one accreditor",               [says(customs, office, granted(100)), says(federation, office, granted(100)), says(office, chamber, granted(200))], [customs, federation], [office]],
  ["one that the other recognises",           [says(federation, customs, granted(50)), says(customs, chamber, granted(100))],  [customs, federation], [customs]],
  ["one whose grant was withdrawn",           [says(customs, chamber, granted(100)), says(federation, chamber, granted(200), withdrawn(900))], [customs], [customs]],
  ["one whose grant may not be passed on",    [says(customs, chamber, granted(100)), says(federation, office, granted(100, { mayPassOn: false })), says(office, chamber, granted(200))], [customs], [customs]],
  ["a stranger beside",                       [says(customs, chamber, granted(100)), says(stranger, chamber, granted(100))],   [customs], [customs]],
  ["nobody",                                  [says(stranger, chamber, granted(100))],                                         [], []],
  ["a cycle above",                           [says(customs, office, granted(100)), says(office, chamber, granted(200)), says(chamber, office, granted(300))], [customs], [office]],
];

it.each(rows)("%s", (_what, lists, roots, through) => {
  const entitlements = judged(lists);
  expect(entitlements.rootsBehind(about, 20).toSorted()).toEqual(roots.toSorted());
  const paths = entitlements.pathsTo(about);
  expect(paths.map((path) => path.at(-1)!.grantor).toSorted()).toEqual(through.toSorted());
  for (const path of paths) expect([customs, federation]).toContain(path[0]!.grantor);
  const one = entitlements.pathTo(about);
  expect(one === null).toBe(paths.length === 0);
  if (one !== null) expect(paths).toContainEqual(one);
});

it("a trust root vouches for itself, and no more are named than asked for", () => {
  const many = Array.from({ length: 50 }, (_, place) => identity(100 + place));
  const lists = many.map((each) => says(each, chamber, granted(100)));
  const entitlements = judgeGrants({ trustRoots: new Set([chamber, ...many]), lists, finalBlock: FINAL_AT, deactivatedIn: new Map() }, [about]);
  const roots = entitlements.isAnswered ? entitlements.value.rootsBehind(about, 20) : [];
  expect(roots[0]).toBe(chamber);
  expect(roots).toHaveLength(20);
});

it("why one grantor's word does not carry, beside another's that does", () => {
  const entitlements = judged([says(customs, chamber, granted(100)), says(federation, chamber, granted(100), withdrawn(900)), says(office, chamber, granted(100)), says(stranger, office, granted(50))]);
  expect(entitlements.reasonAgainstGrant(federation, about)).toBe("accreditation_withdrawn");
  expect(entitlements.reasonAgainstGrant(office, about)).toBe("no_accreditation");
});

it("the report names each trust root that vouched", () => {
  const grants = answer([says(customs, chamber, granted(100)), says(federation, chamber, granted(200))]);
  const report = reportOn({ ...inOrder, trustRoots: [trustRoot(customs, origin), trustRoot(federation, origin)], anchors: answer([{ ...anchorInOrder, grants }]) });
  expect(report.anchors[0]!.vouchingRoots!.map(({ name }) => name).toSorted()).toEqual(["Authority 01", "Authority 05"]);
  expect(report.anchors[0]!.presentPath).toBeUndefined();
});
