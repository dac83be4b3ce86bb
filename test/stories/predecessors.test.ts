/**
 * Goal: the report on a document names what its own issuer replaced with it, finally, and nobody else's word makes it follow anything.
 * Method: stories on the real contracts, read by the real index; in each M may have been replaced, and the one that would stand in its place is asked about.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { leafOf } from "../../src/core/digest.ts";
import { startTimedLedger, type TimedLedger } from "./ledger.ts";
import { storyteller, type Asking } from "./telling.ts";

let ledger: TimedLedger;
let tell: ReturnType<typeof storyteller>;
beforeAll(async () => {
  ledger = await startTimedLedger();
  tell = storyteller(ledger);
});
afterAll(() => ledger.stop());

const GOOD = `
  day 0 customs accredits chamber to pass on
  day 0 customs accredits friend
  day 1 chamber anchors M
  day 2 chamber anchors replacement
  day 2 chamber anchors A; day 2 chamber anchors B`;
const REPLACED = `${GOOD}; day 6 chamber replaces M`;

const rows: readonly [what: string, story: string, verdict: string, names: readonly string[], asking?: Asking][] = [
  ["replaced",                                   REPLACED,                                                          "authentic",       ["M"]],
  ["two of them",                                `${REPLACED}; day 7 chamber replaces A`,                           "authentic",       ["A", "M"]],
  ["replaced after it was suspended",            `${GOOD}; day 5 chamber suspends M; day 6 chamber replaces M`,     "authentic",       ["M"]],
  ["replaced, and revoked itself since",         `${REPLACED}; day 8 chamber revokes replacement`,                  "no_longer_valid", ["M"]],
  ["not final yet",                              REPLACED,                                                          "authentic",       [], { isEarly: true }],
  ["asked as at the day before",                 REPLACED,                                                          "authentic",       [], { asAtDay: 6 }],
  ["asked as at the day after",                  REPLACED,                                                          "authentic",       ["M"], { asAtDay: 7 }],
  ["only suspended",                             `${GOOD}; day 6 chamber suspends M`,                               "authentic",       []],
  ["revoked before",                             `${GOOD}; day 5 chamber revokes M; day 6 chamber cannot replace M`, "authentic",      []],
  ["by itself",                                  `${GOOD}; day 6 chamber replaces replacement`,                     "no_longer_valid", []],
  ["by a stranger's word",                       `${GOOD}; day 6 stranger replaces M of chamber`,                   "authentic",       []],
  ["by a grantor's word",                        `${GOOD}; day 6 customs replaces M of chamber`,                    "authentic",       []],
  ["by another issuer's word about its own",     `${GOOD}; day 6 friend replaces M`,                                "authentic",       []],
  ["by a stranger who anchors both",             `${GOOD}; day 6 stranger anchors M; day 6 stranger anchors replacement; day 6 stranger replaces M`, "authentic", []],
  ["by a thief's word, known as one",            `${REPLACED}; day 8 customs withdraws chamber from day 5 as compromised`, "authentic", []],
  ["by an issuer whose right had ended",         "day 0 customs accredits chamber; day 1 chamber anchors M; day 2 customs withdraws chamber; day 3 chamber anchors replacement; day 4 chamber replaces M", "not_entitled", []],
  ["by an issuer that nobody vouches for",       REPLACED,                                                          "not_entitled",    [], { believing: ["nobody"] }],
];

for (const [what, story, verdict, names, asking = {}] of rows) {
  test(`${what}: ${names.join(" and ") || "nothing"}`, async () => {
    const ask = await tell(story, "861");
    const report = await ask({ about: "replacement", ...asking });
    expect(report.verdict).toBe(verdict);
    const leaves = await Promise.all(names.map(async (about) => leafOf((await ask({ about })).subject.digest)));
    expect(report.anchors.flatMap(({ replaces = [] }) => replaces.map(({ leaf }) => leaf))).toEqual(leaves);
  });
}

test("since when is the ledger's; the issuer's anchor says so, and what was replaced says nothing of the kind", async () => {
  const ask = await tell(`${REPLACED}; day 7 friend anchors replacement`, "861");
  const [old, report] = [await ask(), await ask({ about: "replacement" })];
  expect(old).toMatchObject({ verdict: "no_longer_valid", reason: "replaced" });
  expect(old.anchors[0]).not.toHaveProperty("replaces");
  const since = old.anchors[0]!.standing!.since;
  expect(report.anchors.map(({ issuer: { name }, replaces }) => [name, replaces])).toEqual([["Chamber", [{ leaf: leafOf(old.subject.digest), since }]], ["Friend", undefined]]);
});
