/**
 * Goal: who may issue what, who may take it back and how a document stood comes out right on the real ledger, whatever was said over time.
 * Method: stories in plain sentences (telling.ts), each a good one spoilt or mended in one way, carried out on the real contracts at the times
 * they name, read through the real reader and index, and judged as a verifier judges. "day 3" means noon of day 3; a period "until day 9" ends at
 * its 00:00. Asked on day 30, trusting customs, unless told otherwise.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/core/report.ts";
import { startTimedLedger, type TimedLedger } from "./ledger.ts";
import { storyteller, TODAY, type Asking } from "./telling.ts";

let ledger: TimedLedger;
let tell: ReturnType<typeof storyteller>;
beforeAll(async () => {
  ledger = await startTimedLedger();
  tell = storyteller(ledger);
});
afterAll(() => ledger.stop());

type Row = readonly [what: string, story: string, says: string, asking?: Asking];

function stories(documentType: string, rows: readonly Row[]): void {
  test.for(rows)("%s", async ([, story, says, asking]) => {
    const ask = await tell(story, documentType);
    const said = ({ verdict, reason }: Report): string => verdict + (reason === undefined ? "" : `: ${reason}`);
    expect(said(await ask(asking))).toBe(says);
    // As at this very moment is now.
    if (asking?.asAtDay === undefined) expect(said(await ask({ ...asking, asAtDay: TODAY }))).toBe(says);
  });
}

const GOOD = "day 1 customs accredits chamber; day 5 chamber anchors M";
const FEDERATION = { believing: ["federation"] } as const;
const BOTH = { believing: ["customs", "federation"] } as const;
const early = { isEarly: true } as const;

describe("accreditation", () => {
  stories("861", [
    ["in good order",                                  GOOD,                                                                                                  "authentic"],
    ["nobody accredits the chamber",                   "day 5 chamber anchors M",                                                                             "not_entitled: no_accreditation"],
    ["customs accredits somebody else",                "day 1 customs accredits office; day 5 chamber anchors M",                                             "not_entitled: no_accreditation"],
    ["for another type",                               "day 1 customs accredits chamber for 380; day 5 chamber anchors M",                                    "not_entitled: no_accreditation"],
    ["a stranger accredits the chamber",               "day 1 stranger accredits chamber to pass on; day 5 chamber anchors M",                                "not_entitled: no_accreditation"],
    ["the verifier believes nobody",                   GOOD,                                                                                                  "not_entitled: no_accreditation", { believing: [] }],
    ["the verifier believes somebody else",            GOOD,                                                                                                  "not_entitled: no_accreditation", FEDERATION],
    ["accredited a day after it anchored",             "day 5 chamber anchors M; day 6 customs accredits chamber",                                            "not_entitled: accreditation_not_yet_valid"],
    ["accredited after, with effect from before",      "day 5 chamber anchors M; day 6 customs accredits chamber from day 1",                                 "authentic"],
    ["the accreditation begins the day after",         "day 1 customs accredits chamber from day 6; day 5 chamber anchors M",                                 "not_entitled: accreditation_not_yet_valid"],
    ["it ended that morning",                          "day 1 customs accredits chamber until day 5; day 5 chamber anchors M",                                "not_entitled: accreditation_expired"],
    ["it ended the morning after",                     "day 1 customs accredits chamber until day 6; day 5 chamber anchors M",                                "authentic"],
    ["withdrawn the day before",                       "day 1 customs accredits chamber; day 4 customs withdraws chamber; day 5 chamber anchors M",           "not_entitled: accreditation_withdrawn"],
    ["withdrawn the day after",                        `${GOOD}; day 6 customs withdraws chamber`,                                                            "authentic"],
    ["withdrawn after, with effect from before",       `${GOOD}; day 6 customs withdraws chamber from day 3`,                                                 "not_entitled: accreditation_withdrawn"],
    ["renewed before its end",                         "day 1 customs accredits chamber until day 4; day 3 customs accredits chamber from day 4 until day 9; day 5 chamber anchors M", "authentic"],
    ["renewed with a gap",                             "day 1 customs accredits chamber until day 4; day 3 customs accredits chamber from day 6; day 5 chamber anchors M", "not_entitled: accreditation_expired"],
    ["the gap healed later",                           "day 1 customs accredits chamber until day 4; day 3 customs accredits chamber from day 6; day 5 chamber anchors M; day 8 customs accredits chamber from day 4 until day 6", "authentic"],
    ["overlapping, the shorter one said last",         "day 1 customs accredits chamber until day 9; day 2 customs accredits chamber from day 2 until day 4; day 5 chamber anchors M", "authentic"],
    ["overlapping, both withdrawn at once",            "day 1 customs accredits chamber until day 9; day 2 customs accredits chamber from day 2 until day 20; day 3 customs withdraws chamber; day 5 chamber anchors M", "not_entitled: accreditation_withdrawn"],
    ["withdrawn and granted again",                    "day 1 customs accredits chamber; day 2 customs withdraws chamber; day 4 customs accredits chamber; day 5 chamber anchors M", "authentic"],
    ["granted again too late",                         "day 1 customs accredits chamber; day 2 customs withdraws chamber; day 5 chamber anchors M; day 6 customs accredits chamber", "not_entitled: accreditation_withdrawn"],
    ["granted again too late, with effect from before", "day 1 customs accredits chamber; day 2 customs withdraws chamber; day 5 chamber anchors M; day 6 customs accredits chamber from day 2", "authentic"],
    ["a vandalised history, healed",                   `${GOOD}; day 6 customs withdraws chamber from day 0 as compromised; day 8 customs accredits chamber from day 1`, "authentic"],
    ["the anchor is not final",                        GOOD,                                                                                                  "undetermined: awaiting_finality", early],
    ["the grant is not final",                         "day 1 chamber anchors M; day 2 customs accredits office; day 3 customs accredits chamber from day 0", "not_entitled: accreditation_not_yet_valid", early],
    ["the withdrawal is not final, and counts",        "day 1 customs accredits chamber; day 2 chamber anchors M; day 3 customs accredits office; day 4 customs withdraws chamber from day 1", "not_entitled: accreditation_withdrawn", early],
    ["customs anchors itself",                         "day 5 customs anchors M",                                                                             "authentic"],
  ]);
});

const CHAIN = "day 1 federation accredits customs to pass on; day 2 customs accredits chamber; day 5 chamber anchors M";
const deep = (count: number, ending: string): string =>
  Array.from({ length: count }, (_, place) => `day 1 ${place === 0 ? "customs" : `level${place}`} accredits level${place + 1}${place === count - 1 ? ending : " to pass on"}`).join("; ") + `; day 5 level${count} anchors M`;

describe("paths", () => {
  stories("861", [
    ["through customs",                                CHAIN,                                                                                                 "authentic", FEDERATION],
    ["customs may not pass on",                        CHAIN.replace(" to pass on", ""),                                                                      "not_entitled: no_accreditation", FEDERATION],
    ["customs loses it before",                        "day 1 federation accredits customs to pass on; day 2 customs accredits chamber; day 4 federation withdraws customs; day 5 chamber anchors M", "not_entitled: accreditation_withdrawn", FEDERATION],
    ["customs loses it after",                         `${CHAIN}; day 6 federation withdraws customs`,                                                        "authentic", FEDERATION],
    ["customs spoke before it might",                  "day 1 customs accredits chamber; day 2 federation accredits customs to pass on; day 5 chamber anchors M", "not_entitled: no_accreditation", FEDERATION],
    ["customs spoke before, and again",                "day 1 customs accredits chamber; day 2 federation accredits customs to pass on; day 3 customs accredits chamber; day 5 chamber anchors M", "authentic", FEDERATION],
    ["customs spoke before, and might, as is said later", "day 1 customs accredits chamber; day 2 federation accredits customs from day 0 to pass on; day 5 chamber anchors M", "authentic", FEDERATION],
    ["a named officer of the chamber",                 "day 1 customs accredits chamber to pass on; day 2 chamber accredits officer; day 5 officer anchors M",  "authentic"],
    ["the officer goes on when the chamber's right has ended", "day 1 customs accredits chamber until day 4 to pass on; day 2 chamber accredits officer; day 5 officer anchors M", "not_entitled: accreditation_expired"],
    ["the officer is dismissed by the chamber",        "day 1 customs accredits chamber to pass on; day 2 chamber accredits officer; day 4 chamber withdraws officer; day 5 officer anchors M", "not_entitled: accreditation_withdrawn"],
    ["the officer is dismissed by a chamber that may not any more", "day 1 customs accredits chamber from day 0 until day 6 to pass on; day 2 chamber accredits officer; day 5 officer anchors M; day 7 chamber withdraws officer from day 3", "authentic"],
    ["two that accredit each other",                   "day 1 chamber accredits office to pass on; day 2 office accredits chamber to pass on; day 5 chamber anchors M", "not_entitled: no_accreditation"],
    ["a cycle that hangs on customs",                  "day 1 customs accredits chamber to pass on; day 2 chamber accredits office to pass on; day 3 office accredits chamber to pass on; day 5 chamber anchors M", "authentic"],
    ["a cycle that customs let go",                    "day 1 customs accredits chamber to pass on; day 2 chamber accredits office to pass on; day 3 office accredits chamber to pass on; day 4 customs withdraws chamber; day 5 chamber anchors M", "not_entitled: accreditation_withdrawn"],
    ["of two trust roots one withdraws",               "day 1 customs accredits chamber; day 1 federation accredits chamber; day 4 customs withdraws chamber; day 5 chamber anchors M", "authentic", BOTH],
    ["of two trust roots one says compromised",        "day 1 customs accredits chamber; day 1 federation accredits chamber; day 4 customs withdraws chamber as compromised; day 5 chamber anchors M", "not_entitled: compromised", BOTH],
    ["sixteen levels",                                 deep(16, ""),                                                                                          "authentic"],
    ["sixteen levels, one of which may not pass on",   deep(16, "").replace("level8 to pass on", "level8"),                                                   "not_entitled: no_accreditation"],
    ["strangers say what they like",                   `day 1 stranger accredits chamber; ${GOOD}; day 6 stranger withdraws chamber as compromised; day 7 stranger revokes M of chamber`, "authentic"],
  ]);
});

describe("keys", () => {
  stories("861", [
    ["anchored by a delegate",                         "day 1 customs accredits chamber; day 2 chamber delegates to service; day 5 chamber through service anchors M", "authentic"],
    ["by a delegate whose time is over",               "day 1 customs accredits chamber; day 2 chamber delegates to service for 2 days; day 5 chamber through service cannot anchor M", "not_found: not_anchored"],
    ["by a delegate that was dismissed",               "day 1 customs accredits chamber; day 2 chamber delegates to service; day 4 chamber dismisses service; day 5 chamber through service cannot anchor M", "not_found: not_anchored"],
    ["by a delegate dismissed since",                  "day 1 customs accredits chamber; day 2 chamber delegates to service; day 5 chamber through service anchors M; day 6 chamber dismisses service", "authentic"],
    ["by a stranger",                                  "day 1 customs accredits chamber; day 5 chamber through stranger cannot anchor M",                     "not_found: not_anchored"],
    ["by the successor's key",                         "day 1 customs accredits chamber; day 3 chamber yields to successor; day 5 chamber through successor anchors M", "authentic"],
    ["by the key that was given up",                   "day 1 customs accredits chamber; day 3 chamber yields to successor; day 5 chamber cannot anchor M",   "not_found: not_anchored"],
    ["the key given up since",                         `${GOOD}; day 6 chamber yields to successor`,                                                          "authentic"],
    ["revoked by the successor",                       `${GOOD}; day 6 chamber yields to successor; day 7 chamber through successor revokes M`,                "no_longer_valid: revoked"],
    ["the key given up cannot revoke",                 `${GOOD}; day 6 chamber yields to successor; day 7 chamber cannot revoke M`,                            "authentic"],
    ["deactivated, then nobody speaks",                "day 1 customs accredits chamber; day 3 chamber deactivates; day 5 chamber cannot anchor M",           "not_found: not_anchored"],
    ["deactivated, and a delegate goes on",            "day 1 customs accredits chamber; day 2 chamber delegates to service; day 4 chamber deactivates; day 5 chamber through service anchors M", "not_entitled: issuer_deactivated"],
    ["deactivated since",                              `${GOOD}; day 6 chamber deactivates`,                                                                  "authentic"],
    ["accredited by a delegate of customs deactivated", "day 1 customs delegates to clerk; day 2 customs deactivates; day 3 customs through clerk accredits chamber; day 5 chamber anchors M", "not_entitled: no_accreditation"],
    ["accredited, then customs deactivated",           "day 1 customs accredits chamber; day 2 customs deactivates; day 5 chamber anchors M",                 "authentic"],
  ]);
});

describe("taking back", () => {
  stories("861", [
    ["revoked",                                        `${GOOD}; day 6 chamber revokes M`,                                                                    "no_longer_valid: revoked"],
    ["suspended",                                      `${GOOD}; day 6 chamber suspends M`,                                                                   "no_longer_valid: suspended"],
    ["suspended and reinstated",                       `${GOOD}; day 6 chamber suspends M; day 7 chamber reinstates M`,                                       "authentic"],
    ["replaced",                                       `${GOOD}; day 6 chamber replaces M`,                                                                   "no_longer_valid: replaced"],
    ["revoked is for ever",                            `${GOOD}; day 6 chamber revokes M; day 7 chamber cannot reinstate M`,                                  "no_longer_valid: revoked"],
    ["revoked before it was anchored",                 "day 1 customs accredits chamber; day 2 chamber revokes M; day 5 chamber anchors M",                   "no_longer_valid: revoked"],
    ["the suspension is not final, and counts",        `${GOOD}; day 6 customs accredits office; day 7 chamber suspends M`,                                   "no_longer_valid: suspended", early],
    ["the reinstatement is not final, and does not",   `${GOOD}; day 6 chamber suspends M; day 6 customs accredits office; day 7 chamber reinstates M`,       "no_longer_valid: suspended", early],
    ["customs suspends",                               `${GOOD}; day 6 customs suspends M of chamber`,                                                        "no_longer_valid: suspended"],
    ["customs suspends and reinstates",                `${GOOD}; day 6 customs suspends M of chamber; day 7 customs reinstates M of chamber`,                 "authentic"],
    ["customs suspends, the chamber reinstates",       `${GOOD}; day 6 customs suspends M of chamber; day 7 chamber suspends M; day 8 chamber reinstates M`,  "no_longer_valid: suspended"],
    ["the chamber revokes, customs reinstates",        `${GOOD}; day 6 chamber revokes M; day 7 customs suspends M of chamber; day 8 customs reinstates M of chamber`, "no_longer_valid: revoked"],
    ["the federation revokes, two levels up",          `${CHAIN}; day 6 federation revokes M of chamber`,                                                     "no_longer_valid: revoked", FEDERATION],
    ["customs revokes after it withdrew",              `${GOOD}; day 6 customs withdraws chamber; day 7 customs revokes M of chamber`,                        "no_longer_valid: revoked"],
    ["a trust root that never vouched revokes",        `${GOOD}; day 6 federation revokes M of chamber`,                                                      "authentic", BOTH],
    ["the chamber's own officer revokes",              "day 1 customs accredits chamber to pass on; day 2 chamber accredits officer; day 5 chamber anchors M; day 6 officer revokes M of chamber", "authentic"],
    ["a grantor of another type revokes",              `${GOOD}; day 1 ministry accredits chamber for 380; day 6 ministry revokes M of chamber`,              "authentic"],
  ]);
});

const RECOGNISED = "day 1 customs accredits partner; day 5 partner anchors M";

describe("recognition, a right that lasts", () => {
  stories("AEO", [
    ["recognised",                                     RECOGNISED,                                                                                            "authentic"],
    ["not recognised",                                 "day 5 partner anchors M",                                                                             "not_entitled: no_accreditation"],
    ["recognised too late",                            "day 5 partner anchors M; day 6 customs accredits partner",                                            "not_entitled: accreditation_not_yet_valid"],
    ["the recognition has run out",                    "day 1 customs accredits partner until day 20; day 5 partner anchors M",                               "no_longer_valid: recognition_ended"],
    ["it runs out tomorrow",                           "day 1 customs accredits partner until day 31; day 5 partner anchors M",                               "authentic"],
    ["it was withdrawn",                               `${RECOGNISED}; day 9 customs withdraws partner`,                                                      "no_longer_valid: recognition_ended"],
    ["it was withdrawn and given again",               `${RECOGNISED}; day 9 customs withdraws partner; day 12 customs accredits partner`,                    "authentic"],
    ["it was withdrawn with effect from tomorrow",     `${RECOGNISED}; day 9 customs withdraws partner from day 31`,                                          "authentic"],
    ["it was renewed",                                 "day 1 customs accredits partner until day 20; day 5 partner anchors M; day 19 customs accredits partner from day 20", "authentic"],
    ["another authority recognises the partner now",   "day 1 customs accredits partner until day 20; day 5 partner anchors M; day 19 federation accredits partner", "authentic", BOTH],
    ["the partner's keys were stolen since",           `${RECOGNISED}; day 9 customs withdraws partner from day 7 as compromised`,                            "no_longer_valid: recognition_ended"],
    ["the federation let customs go",                  "day 1 federation accredits customs to pass on; day 2 customs accredits partner; day 5 partner anchors M; day 9 federation withdraws customs", "no_longer_valid: recognition_ended", FEDERATION],
    ["by customs itself",                              "day 5 customs anchors M",                                                                             "authentic"],
    ["customs suspends the partner's certificate",     `${RECOGNISED}; day 9 customs suspends M of partner`,                                                  "no_longer_valid: suspended"],
    ["as at before it ran out",                        "day 1 customs accredits partner until day 20; day 5 partner anchors M",                               "authentic", { asAtDay: 19 }],
    ["as at the moment it ran out",                    "day 1 customs accredits partner until day 20; day 5 partner anchors M",                               "no_longer_valid: recognition_ended", { asAtDay: 20 }],
    ["as at a gap",                                    `${RECOGNISED}; day 9 customs withdraws partner; day 12 customs accredits partner`,                    "no_longer_valid: recognition_ended", { asAtDay: 11 }],
    ["as at a gap that was healed",                    `${RECOGNISED}; day 9 customs withdraws partner; day 12 customs accredits partner from day 9`,         "authentic", { asAtDay: 11 }],
    ["as at before keys were stolen, known later",     `${RECOGNISED}; day 9 customs withdraws partner from day 7 as compromised`,                            "authentic", { asAtDay: 7 - 1 }],
    ["as at after keys were stolen, known later",      `${RECOGNISED}; day 9 customs withdraws partner from day 7 as compromised`,                            "no_longer_valid: recognition_ended", { asAtDay: 8 }],
  ]);
});

const UPS = `${GOOD}; day 7 chamber suspends M; day 9 chamber reinstates M; day 11 customs revokes M of chamber`;

describe("as at a past moment", () => {
  stories("861", [
    ["before it was anchored",                         UPS,                                                                                                   "not_found: not_anchored", { asAtDay: 5 }],
    ["after",                                          UPS,                                                                                                   "authentic", { asAtDay: 6 }],
    ["before it was suspended",                        UPS,                                                                                                   "authentic", { asAtDay: 7 }],
    ["while it was suspended",                         UPS,                                                                                                   "no_longer_valid: suspended", { asAtDay: 9 }],
    ["once it was reinstated",                         UPS,                                                                                                   "authentic", { asAtDay: 10 }],
    ["before customs revoked it",                      UPS,                                                                                                   "authentic", { asAtDay: 11 }],
    ["after customs revoked it",                       UPS,                                                                                                   "no_longer_valid: revoked", { asAtDay: 12 }],
    ["now",                                            UPS,                                                                                                   "no_longer_valid: revoked"],
    ["a withdrawal dated back later counts",           `${GOOD}; day 15 customs withdraws chamber from day 4`,                                                "not_entitled: accreditation_withdrawn", { asAtDay: 7 }],
    ["an accreditation dated back later counts",       "day 5 chamber anchors M; day 15 customs accredits chamber from day 4",                                "authentic", { asAtDay: 7 }],
    ["a fact stays one after the accreditation's end", "day 1 customs accredits chamber until day 8; day 5 chamber anchors M",                                "authentic", { asAtDay: 9 }],
  ]);
});
