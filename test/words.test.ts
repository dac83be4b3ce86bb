/**
 * Goal: people read plain sentences, never codes; only one verdict sounds like a yes; nothing a stranger wrote hides or reorders them.
 * Method: walk the whole English table, take one report per verdict, and give `visible` whatever fast-check can think of.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reason } from "../src/core/outcome.ts";
import type { Report } from "../src/core/report.ts";
import type { Verdict } from "../src/core/verdict.ts";
import { date, dateTime } from "../src/words/english/dates.ts";
import { english } from "../src/words/english/table.ts";
import { advice, countingAnchor, faultAdvice, findingAnswer, findingQuestion, headline, isMoot, pathSentences, standingSentence, typeWords } from "../src/words/sentences.ts";
import { SHOWN_CHARACTERS, visible } from "../src/words/visible.ts";
import { authentic, chamber, customs, replacement, reports } from "./web/reports.ts";

const verdicts = Object.keys(reports) as Verdict[];
const reasons = Object.keys(english.reasons) as Reason[];

describe("the English table", () => {
  const advices = [...Object.entries(english.reasons), ...Object.entries(english.faults), ...Object.entries(english.verdicts), ...Object.entries(english.page.troubles)];

  it.each(advices)("%s: whole sentences without codes", (_code, { means, todo }) => {
    for (const sentence of [means, todo]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/_|undefined|null|\[object/);
    }
  });

  it.each(Object.entries(english.checks))("%s: a question and its answers", (_check, { question, passed, failed, unknown }) => {
    expect(question).toMatch(/^[A-Z].*\?$/);
    for (const sentence of [passed, failed, unknown]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});

describe("headlines", () => {
  it.each<[string, Partial<Report> & Pick<Report, "verdict">, string]>([
    ["authentic",       reports.authentic,       "Genuine certificate of origin by Demo Chamber of Commerce"],
    ["altered",         reports.altered,         "This is not the document that was sealed"],
    ["a broken seal",   { ...reports.altered, reason: "path_broken" }, "The seal does not fit this document"],
    ["not found",       reports.not_found,       "No record of this document"],
    ["undetermined",    reports.undetermined,    "Cannot be determined now"],
    ["not entitled",    reports.not_entitled,    "Issuer not recognised"],
    ["another type",    { ...reports.not_entitled, reason: "other_type" }, "Another type of document: certificate of origin"],
    ["an ended period", { ...reports.no_longer_valid, reason: "expired", anchors: [] },                                              "Genuine, but its period has ended"],
    ["not yet begun",   { ...reports.no_longer_valid, reason: "not_yet_valid", anchors: [] },                                        "Genuine, but its period has not begun"],
    ["revoked by list", { ...reports.no_longer_valid, reason: "revoked", anchors: [{ ...authentic.anchors[0]!, verdict: "no_longer_valid", reason: "revoked" }] }, "Genuine, but revoked"],
    ["recognition",     { ...reports.no_longer_valid, reason: "recognition_ended" },                                                 "Genuine, but its issuer is no longer recognised"],
    ["no longer valid", reports.no_longer_valid, "Genuine, but replaced with another document since 9 May 2026 by Demo Chamber of Commerce"],
  ])("%s", (_what, report, line) => expect(headline({ ...authentic, ...report }, english)).toBe(line));

  it("say genuine without a but for authentic alone, whatever the reason", () => {
    for (const verdict of verdicts) {
      for (const reason of reasons) {
        const line = headline({ ...reports[verdict], ...(verdict === "authentic" ? {} : { reason }) }, english);
        expect(/^Genuine (?!,)/.test(line), line).toBe(verdict === "authentic");
      }
    }
  });

  it("on a credential speak of what was signed, not of a file and its seal", () => {
    const about = { ...authentic, subject: { ...authentic.subject, credential: {} } } as Report;
    expect(advice(about, english).means).toBe("It is just as its issuer signed it. The issuer was entitled to issue it, and it still stands.");
    const integrity = { check: "integrity", outcome: "passed" } as const;
    expect([findingQuestion(integrity, about, english), findingAnswer(integrity, about, english).answer, isMoot(integrity, about)]).toEqual(["Is it just as it was signed?", "Yes", false]);
    expect(headline({ ...about, verdict: "altered", reason: "signature_invalid" }, english)).toBe("This is not what its issuer signed");
    expect(headline({ ...about, verdict: "altered", reason: "challenge_used" }, english)).toBe("It is not shown that its holder presents it");
  });

  describe("on an accreditation", () => {
    const told = { issuer: "did:web:customs.example", grantor: { did: customs.did, address: customs.address }, grantee: chamber, documentType: "861", from: "2026-01-01T00:00:00Z", mayPassOn: false };
    const on = (verdict: Verdict, reason?: string, credential: object = told): Report =>
      ({ ...authentic, issuer: undefined, anchors: [], verdict, ...(reason === undefined ? {} : { reason }), subject: { ...authentic.subject, documentType: "ACR", credential } }) as unknown as Report;
    const right = "accreditation of Demo Chamber of Commerce to issue certificates of origin, given by Demo Customs Administration";
    const claim = `claims to be an accreditation of ${chamber.did} to issue certificates of origin, given by Demo Customs Administration`;

    it.each<[verdict: Verdict, reason: string | undefined, line: string]>([
      ["authentic",       undefined,                     `Genuine: ${right}`],
      ["no_longer_valid", "accreditation_withdrawn",     `No longer valid: ${right}`],
      ["no_longer_valid", "replaced",                    `No longer valid: ${right}`],
      ["no_longer_valid", "expired",                     `No longer valid: ${right}`],
      ["no_longer_valid", "not_yet_valid",               `Genuine, but its period has not begun: ${right}`],
      ["no_longer_valid", "accreditation_not_yet_valid", `Genuine, but its period has not begun: ${right}`],
      ["altered",         "signature_invalid",           `Altered: ${claim}`],
      ["not_found",       "not_anchored",                `No record: ${claim}`],
      ["undetermined",    "ledger_silent",               `No answer yet: ${claim}`],
      ["not_entitled",    "no_accreditation",            `Issuer not recognised: ${claim}`],
      ["not_entitled",    "accreditation_not_yet_valid", `Issuer not recognised: ${claim}`],
    ])("%s, %s: whose right, to issue what, by whom", (verdict, reason, line) => expect(headline(on(verdict, reason), english)).toBe(line));

    it.each([
      ["accreditation_withdrawn",     "It was genuine when it was issued, but it does not stand any more.", "Not any more."],
      ["compromised",                 "It was genuine when it was issued, but it does not stand any more.", "Not any more."],
      ["issuer_deactivated",          "It was genuine when it was issued, but it does not stand any more.", "Not any more."],
      ["accreditation_expired",       "The period that the credential names has ended.",                    "The period that the credential names has ended."],
      ["accreditation_not_yet_valid", "The period that the credential names has not begun.",                "The period that the credential names has not begun."],
      ["replaced",                    "Another document has taken its place.",                              "Another document has taken its place."],
    ] as const)("%s: tell of the grant, and of no document that was sealed under it", (reason, means, because) => {
      const report = on("no_longer_valid", reason);
      expect([advice(report, english).means, findingAnswer({ check: "current", outcome: "failed", reason }, report, english).because]).toEqual([means, because]);
      expect(advice(on("not_entitled", reason), english).means).toBe(english.reasons[reason].means);
      expect(findingAnswer({ check: "entitled", outcome: "failed", reason }, report, english).because).toBe(english.reasons[reason].means);
    });

    it("name a grantor that is no trust root by its DID, whatever it calls itself", () => {
      const stranger = { ...told, grantor: { did: "did:ethr:0x1:0x55", address: "0x55", name: "Demo Customs Administration" } };
      expect(headline(on("authentic", undefined, stranger), english)).toMatch(/given by did:ethr:0x1:0x55$/);
    });

    it("hide nothing, and hold up where nothing, or nonsense, is told", () => {
      expect(headline(on("authentic", undefined, { ...told, grantee: { ...chamber, name: "Cham\u202eber" } }), english)).toContain("of Cham[U+202E]ber to");
      for (const credential of [{}, { ...told, grantee: "x" }, { ...told, grantor: { did: 5 } }, { ...told, documentType: 861 }]) {
        expect(headline(on("altered", "credential_malformed", credential), english)).toBe("This is not what its issuer signed");
      }
    });
  });

  it("say who revoked it and since when", () => {
    const [anchor] = reports.no_longer_valid.anchors;
    const standing = { standing: "revoked", since: "2026-05-03T10:00:00Z", reason: "fraud", by: customs } as const;
    const report: Report = { ...reports.no_longer_valid, reason: "revoked", anchors: [{ ...anchor!, reason: "revoked", standing }] };
    expect(headline(report, english)).toBe("Genuine, but revoked since 3 May 2026 by Demo Customs Administration");
    expect(standingSentence(report.anchors[0]!, english)).toBe("Revoked since 3 May 2026, 10:00 UTC by Demo Customs Administration: fraud.");
  });

  it("name a nameless issuer by its DID and an unknown type by its code", () => {
    const { name: _name, ...nameless } = chamber;
    const subject = { ...authentic.subject, documentType: "XYZ1" as Report["anchors"][0]["documentType"] };
    expect(headline({ ...authentic, issuer: nameless, subject }, english)).toBe(`Genuine document of type XYZ1 by ${chamber.did}`);
  });
});

describe("what a report rests on", () => {
  it("the path starts with whom this verifier believes and names each link", () => {
    expect(pathSentences(authentic.anchors[0]!, english)).toEqual([
      "This verifier believes Demo Customs Administration for certificates of origin.",
      "Demo Customs Administration accredits Demo Chamber of Commerce for certificates of origin since 1 January 2026, until 1 January 2028.",
    ]);
  });

  it("a trust root needs nobody to vouch for it", () => {
    const anchor = { ...authentic.anchors[0]!, issuer: customs, path: [] };
    expect(pathSentences(anchor, english)).toEqual(["This verifier believes Demo Customs Administration for certificates of origin."]);
  });

  it("an issuer without a path is said to have none", () => {
    expect(pathSentences(reports.not_entitled.anchors[0]!, english)).toEqual([expect.stringMatching(/^No authority that this verifier believes leads to did:ethr:/)]);
  });

  it("findings answer their question, and do not say yes to a seal that was never given", () => {
    const [integrity] = authentic.findings;
    expect(findingAnswer(integrity!, authentic, english).answer).toBe("No seal was given");
    expect(findingAnswer(integrity!, { ...authentic, subject: { ...authentic.subject, hasSeal: true } }, english).answer).toBe("Yes");
    expect(findingAnswer(authentic.findings[1]!, { ...authentic, anchors: [] }, english).answer, "nor to a record that is not there").toBe("No record to ask about");
    expect(findingAnswer({ check: "current", outcome: "failed", reason: "suspended" }, authentic, english)).toEqual({
      answer: "No",
      because: "The document is suspended. It may be reinstated or revoked later.",
    });
  });

  it("the counting anchor is the issuer's, not a stranger's of the same bytes", () => {
    const strangers = { ...authentic.anchors[0]!, issuer: customs };
    expect(countingAnchor({ ...authentic, anchors: [strangers, ...authentic.anchors] })).toBe(authentic.anchors[0]);
  });

  it("its replacement has a sentence with the whole digest", () => expect(english.replacement(replacement)).toContain(replacement));
});

describe("codes of a newer service", () => {
  const tomorrow = "invented_tomorrow" as Reason;
  it("an unknown reason leaves the verdict's own advice", () => {
    expect(advice({ verdict: "undetermined", reason: tomorrow }, english)).toBe(english.verdicts.undetermined);
    expect(findingAnswer({ check: "entitled", outcome: "unknown", reason: tomorrow }, authentic, english).because).toBe(english.checks.entitled.unknown);
  });
  it("an unknown fault has no words, nor has a name that every object knows", () => {
    expect(faultAdvice("invented_tomorrow", english)).toBeNull();
    expect(faultAdvice("constructor", english)).toBeNull();
  });
  it("an unknown type is shown as it is", () => expect(typeWords("NEW", english).many).toBe("documents of type NEW"));
});

describe("dates", () => {
  it("are in UTC with the month in letters", () => {
    expect(date("2026-05-03T23:59:59Z")).toBe("3 May 2026");
    expect(dateTime("2026-05-03T14:02:10Z")).toBe("3 May 2026, 14:02 UTC");
    expect(dateTime("2026-05-03T23:30:00-02:00")).toBe("4 May 2026, 01:30 UTC");
  });
  it("that are none are shown as they came", () => expect(dateTime("soon")).toBe("soon"));
});

describe("visible", () => {
  it.each([
    ["a right-to-left override", "invoice\u202Efdp.exe", "invoice[U+202E]fdp.exe"],
    ["a line break",             "a\r\nSet-Cookie:",     "a[U+000D][U+000A]Set-Cookie:"],
    ["a terminal escape",        "\u001b[2J",            "[U+001B][2J"],
    ["a zero-width space",       "Demo\u200bCustoms",    "Demo[U+200B]Customs"],
    ["a lone surrogate",         "\ud800",               "[U+D800]"],
    ["a tag",                    "<svg onload=1>",       "<svg onload=1>"],
    ["other scripts",            "غرفة التجارة 商工会議所", "غرفة التجارة 商工会議所"],
    ["a character beyond 16 bit", "\u{1F4C4}",           "\u{1F4C4}"],
  ])("%s", (_what, text, shown) => expect(visible(text)).toBe(shown));

  it("clips a name of 5,000 characters and says so", () => {
    expect([...visible("x".repeat(5000))]).toHaveLength(SHOWN_CHARACTERS);
    expect(visible("x".repeat(5000))).toMatch(/…$/);
    expect(visible("x".repeat(SHOWN_CHARACTERS))).toBe("x".repeat(SHOWN_CHARACTERS));
  });

  it("property: nothing hidden is left", () => {
    const anything = fc.string({ unit: "binary", maxLength: 300 });
    fc.assert(fc.property(anything, (text) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(visible(text))));
  });
});

