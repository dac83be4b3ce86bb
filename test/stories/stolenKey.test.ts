/**
 * Goal: a stolen key harms nobody for longer than it takes to say so: what the issuer said before the theft stands, what the thief said does not, and every report says why.
 * Method: one week on the real contracts, told in sentences, asked about after each turn; then the same week, spoilt or mended in one way.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/core/report.ts";
import { english } from "../../src/words/english/table.ts";
import { advice, headline } from "../../src/words/sentences.ts";
import { startTimedLedger, type TimedLedger } from "./ledger.ts";
import { storyteller, type Asking } from "./telling.ts";

let ledger: TimedLedger;
let tell: ReturnType<typeof storyteller>;
beforeAll(async () => {
  ledger = await startTimedLedger();
  tell = storyteller(ledger);
});
afterAll(() => ledger.stop());

/** Monday is the chamber's; on Tuesday its key is stolen, and what it says then is the thief's. */
const THEFT = `
  Monday customs accredits chamber to pass on
  Monday chamber anchors M
  Monday chamber anchors S
  Monday chamber suspends S
  Tuesday chamber anchors T
  Wednesday chamber revokes M
  Wednesday chamber reinstates S
  Wednesday chamber accredits friend to pass on
  Wednesday friend anchors F`;
const TOLD = `${THEFT}
  Thursday customs withdraws chamber from day 1 as compromised`;
const MENDED = `${TOLD}
  Friday customs accredits chamber to pass on
  Friday chamber yields to successor`;

const said = ({ verdict, reason }: Report): string => verdict + (reason === undefined ? "" : `: ${reason}`);

test("the whole week, asked about after each turn", async () => {
  const week = async (story: string, asking: Asking) => said(await (await tell(story, "861"))(asking));
  // Before anybody knows, the thief is the chamber.
  expect(await week(THEFT, { about: "T" })).toBe("authentic");
  expect(await week(THEFT, { about: "M" })).toBe("no_longer_valid: revoked");
  // Once customs has said so, everything from Tuesday 00:00 on is nobody's.
  const told = await tell(TOLD, "861");
  expect(said(await told({ about: "M" }))).toBe("authentic");
  expect(said(await told({ about: "S" }))).toBe("no_longer_valid: suspended");
  expect(said(await told({ about: "T" }))).toBe("not_entitled: compromised");
  expect(said(await told({ about: "F" }))).toMatch(/^not_entitled: /);
  // And so it was on Wednesday, as we know today.
  expect(said(await told({ about: "M", asAtDay: 3 }))).toBe("authentic");
});

test("every report says why", async () => {
  const ask = await tell(TOLD, "861");
  const [monday, tuesday] = [await ask({ about: "M" }), await ask({ about: "T" })];
  expect(headline(tuesday, english)).toBe("Sealed with keys that are declared stolen");
  expect(advice(tuesday, english).means).toContain("declared stolen for the time when the document was sealed");
  expect(tuesday.findings.find(({ check }) => check === "entitled")).toEqual({ check: "entitled", outcome: "failed", reason: "compromised" });
  // The thief's revocation is on the ledger, and left out.
  expect(monday.anchors[0]).toMatchObject({ standing: { standing: "active" }, path: [{ grantor: { name: "Customs" }, grantee: { name: "Chamber" } }] });
  expect(headline(monday, english)).toBe("Genuine document by Chamber".replace("document", "certificate of origin"));
});

type Row = readonly [what: string, more: string, says: string, asking?: Asking];

describe("and then", () => {
  const rows: readonly Row[] = [
    ["the chamber's new documents are entitled",              `${MENDED}; Saturday chamber through successor anchors N`,                      "authentic", { about: "N" }],
    ["its old ones still stand",                              MENDED,                                                                         "authentic"],
    ["the thief's stay nobody's",                             MENDED,                                                                         "not_entitled: compromised", { about: "T" }],
    ["the thief's friend stays a stranger",                   `${MENDED}; Saturday friend anchors G`,                                         "not_entitled: no_accreditation", { about: "G" }],
    ["the thief cannot go on",                                `${MENDED}; Saturday chamber cannot anchor N`,                                  "not_found: not_anchored", { about: "N" }],
    ["the new account revokes M in its own words",            `${MENDED}; Saturday chamber through successor revokes M`,                      "no_longer_valid: revoked"],
    ["the old account's words cannot be said again by it",    `${TOLD}; Friday customs accredits chamber to pass on; Saturday chamber revokes M`, "authentic"],
    ["the new account reinstates S in its own words",         `${MENDED}; Saturday chamber through successor reinstates S`,                   "authentic", { about: "S" }],
    ["customs was wrong, and heals the week",                 `${TOLD}; Friday customs accredits chamber from day 1 to pass on`,              "authentic", { about: "T" }],
    ["and with it the revocation counts again",               `${TOLD}; Friday customs accredits chamber from day 1 to pass on`,              "no_longer_valid: revoked"],
    ["withdrawn from Tuesday, but not as compromised",        `${THEFT}; Thursday customs withdraws chamber from day 1`,                      "no_longer_valid: revoked"],
    ["compromised only from Thursday on",                     `${THEFT}; Thursday customs withdraws chamber as compromised`,                  "authentic", { about: "T" }],
    ["the thief calls customs compromised",                   `${THEFT}; Wednesday chamber accredits customs to pass on; Wednesday chamber withdraws customs from day 0 as compromised; Thursday customs withdraws chamber from day 1 as compromised`, "authentic"],
    ["a stranger calls the chamber compromised",              `${THEFT}; Thursday stranger accredits chamber; Thursday stranger withdraws chamber from day 0 as compromised`, "authentic", { about: "T" }],
    ["the thief accredits itself anew",                       `${TOLD}; Friday chamber accredits chamber2; Friday chamber2 accredits chamber; Friday chamber anchors N`, "not_entitled: compromised", { about: "N" }],
  ];

  test.for(rows)("%s", async ([, story, says, asking]) => {
    expect(said(await (await tell(story, "861"))(asking))).toBe(says);
  });
});
