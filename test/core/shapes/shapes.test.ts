/**
 * Goal: what issuers give is judged member by member, and each departure is named by its place.
 * Method: a good subject of each kind, spoilt in exactly one way per row, naming pointer and code; then laws over hostile values.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { found } from "../../../src/core/shapes/found.ts";
import { isGln, isLei } from "../../../src/core/shapes/identifiers.ts";
import { problemsInCredential, problemsInSubject, type ShapeName } from "../../../src/core/shapes/credential.ts";
import { COUNTRIES } from "../../../src/core/shapes/codes.ts";
import { problemsIn, PROBLEM_LIMIT, type ShapeProblemCode } from "../../../src/core/shapes/problems.ts";
import { flag, list, whole, type Kind } from "../../../src/core/shapes/shape.ts";
import { date, lines, text } from "../../../src/core/shapes/texts.ts";
import { parseJson } from "../../../src/core/json.ts";
import { shapeNamed, shapeOfTypes, shapes } from "../../../src/core/shapes/shapes.ts";
import { changed } from "./changed.ts";
import { credentialOf, issued, names, plainCoo, subjects } from "./samples.ts";

const numRuns = process.env["TRADESEAL_LONG"] === "1" ? 5_000 : 200;
const problems = (name: ShapeName, subject: unknown): [string, ShapeProblemCode][] => problemsInSubject(shapes[name], subject, { at: "" }).map(({ pointer, code }) => [pointer, code]);

test.each(names)("%s: the good subject, as given and as issued, and its credential", (name) => {
  expect(problemsInSubject(shapes[name], subjects[name])).toEqual([]);
  expect(problemsInSubject(shapes[name], issued(name))).toEqual([]);
  expect(problemsInCredential(shapes[name], credentialOf(name))).toEqual([]);
});

test("a certificate without preference that holds as little as it may", () => {
  expect(problems("coo", plainCoo)).toEqual([]);
});

const spoilt: readonly [shape: ShapeName, pointer: string, to: unknown, code: ShapeProblemCode, at?: string][] = [
  ["aeo", "/id", undefined, "missing"],
  ["aeo", "/id", "did:web:127.0.0.1:x/..", "malformed"],
  ["aeo", "/id", "did:web:2130706433", "check_failed"],
  ["aeo", "/id", "did:ethr:0xcccccccccccccccccccccccccccccccccccccccc", "check_failed"],
  ["aeo", "/id", "did:example:1", "malformed"],
  ["aeo", "/id", "did:web:operator.example#key", "malformed"],
  ["aeo", "/legalName", "", "too_short"],
  ["aeo", "/legalName", "  ", "malformed"],
  ["aeo", "/legalName", "Exa\u202emple", "malformed"],
  ["aeo", "/legalName", "two\nlines", "malformed"],
  ["aeo", "/legalName", "\ud800", "malformed"],
  ["aeo", "/legalName", "x".repeat(201), "too_long"],
  ["aeo", "/legalName", 7, "wrong_kind"],
  ["aeo", "/legalName", null, "wrong_kind"],
  ["aeo", "/tradeNames", "ExTrade", "wrong_kind"],
  ["aeo", "/tradeNames", [], "too_short"],
  ["aeo", "/tradeNames", Array(21).fill("x"), "too_long"],
  ["aeo", "/tin", [], "wrong_kind"],
  ["aeo", "/tin/country", "XX", "not_in_list"],
  ["aeo", "/tin/country", "ke", "not_in_list"],
  ["aeo", "/tin/identifier", "-1", "malformed"],
  ["aeo", "/tin/scheme", "EORI", "malformed", "/tin/identifier"],
  ["aeo", "/tin", { country: "KE", identifier: "BE0123456789", scheme: "EORI" }, "contradiction", "/tin/country"],
  ["aeo", "/tin", { country: "BE", identifier: "+", scheme: "VAT" }, "malformed", "/tin/identifier"],
  ["aeo", "/type", ["RegisteredIdentity"], "contradiction"],
  ["aeo", "/type", ["AuthorisedEconomicOperator"], "contradiction"],
  ["coo", "/type", ["AuthorisedEconomicOperator"], "contradiction"],
  ["aeo", "/legalName", "\u3164", "check_failed"],
  ["aeo", "/legalName", "Acme\u{e0041}", "check_failed"],
  ["aeo", "/otherIdentifiers/0/value", "B0123", "malformed"],
  ["aeo", "/otherIdentifiers/1/value", "5493000EXAMPLE000098", "check_failed"],
  ["aeo", "/otherIdentifiers/1/value", "5493000EXAMPLE00009", "malformed"],
  ["aeo", "/otherIdentifiers/1/scheme", "lei", "not_in_list"],
  ["aeo", "/otherIdentifiers/2/value", "5412345000014", "check_failed"],
  ["aeo", "/otherIdentifiers/3/value", "12345678", "malformed"],
  ["aeo", "/manufacturerIdentifiers/0/value", "QQEXATRA1NAI", "check_failed"],
  ["aeo", "/registeredAddress/city", undefined, "missing"],
  ["aeo", "/authorisation/type", "AEO", "not_in_list"],
  ["aeo", "/authorisation/roles", ["pirate"], "not_in_list", "/authorisation/roles/0"],
  ["aeo", "/authorisation/effectiveDate", "2026-02-30", "malformed"],
  ["aeo", "/authorisation/effectiveDate", "2026-02-29", "malformed"],
  ["aeo", "/authorisation/effectiveDate", "2100-02-29", "malformed"],
  ["aeo", "/authorisation/effectiveDate", "15.01.2026", "malformed"],
  ["aeo", "/authorisation/effectiveDate", "2026-01-15T00:00:00Z", "too_long"],
  ["aeo", "/authorisation/nextReviewDate", "2025-12-31", "contradiction"],
  ["aeo", "/authorisation/lastValidationDate", "2029-01-01", "contradiction", "/authorisation/nextReviewDate"],
  ["aeo", "/authorisation/coveredSites/0/unlocode", "KEMB1", "malformed"],
  ["aeo", "/authorisation/coveredSites/0/unlocode", "QQMBA", "check_failed"],
  ["aeo", "/mutualRecognition/0/partner", "KE", "contradiction"],
  ["aeo", "/logoUse", "true", "wrong_kind"],
  ["aeo", "/registeredName", "Somebody Else", "contradiction"],
  ["aeo", "/registeredId", "KEAEOF0001235", "contradiction"],
  ["aeo", "/registeredDate", "2026-01-16", "contradiction"],
  ["aeo", "/registerType", "business", "not_in_list"],
  ["aeo", "/@context", {}, "name_forbidden"],
  ["aeo", "/_sd", [], "name_forbidden"],
  ["aeo", "/...", "x", "name_forbidden"],
  ["aeo", "/__proto__", 1, "name_forbidden"],
  ["aeo", "/tin/constructor", 1, "name_forbidden"],
  ["aeo", "/more", { deep: { _sd: [] } }, "name_forbidden", "/more/deep/_sd"],
  ["aeo", "/a~1b~0c", { "@id": 1 }, "name_forbidden", "/a~1b~0c/@id"],
  ["toi", "/operatorIdentifier/value", "TUR-001-12345", "malformed"],
  ["toi", "/operatorIdentifier/value", "TUR/002/12345", "contradiction", "/guaranteeAssociation/code"],
  ["toi", "/operatorTypes", [], "too_short"],
  ["toi", "/operatorTypes/0", "smuggler", "not_in_list"],
  ["toi", "/transportModes/0", "9", "not_in_list"],
  ["toi", "/transportModes/0", 3, "wrong_kind"],
  ["toi", "/identifiers/0/value", "N", "malformed"],
  ["toi", "/identifiers/2/value", "IMO1234567", "malformed"],
  ["toi", "/identifiers/4/value", "QQ0123456789", "check_failed"],
  ["toi", "/country", "TUR", "not_in_list"],
  ["toi", "/licence/validUntil", "2026-02-19", "contradiction"],
  ["toi", "/guaranteeAssociation/code", "1", "malformed"],
  ["toi", "/contact/email", "ops at carrier", "malformed"],
  ["toi", "/aeoCredential/id", "javascript:alert(1)", "malformed"],
  ["toi", "/authorisedAgents/0/did", "did:key:z0OIl", "check_failed"],
  ["coo", "/certificateNumber", undefined, "missing"],
  ["coo", "/isPreferential", false, "not_allowed", "/tradeAgreement"],
  ["coo", "/tradeAgreement", undefined, "missing"],
  ["coo", "/items/1/originCriterion", undefined, "missing"],
  ["coo", "/consignee", undefined, "missing"],
  ["coo", "/importerUnknown", true, "not_allowed", "/consignee"],
  ["coo", "/totals/packages", 84, "contradiction"],
  ["coo", "/items/1/sequence", 1, "contradiction"],
  ["coo", "/items/0/hsCode", "2204.21", "malformed"],
  ["coo", "/items/0/hsCode", "22042", "malformed"],
  ["coo", "/items/0/hsVersion", "2023", "not_in_list"],
  ["coo", "/items/0/packages/kind", "CTN", "too_long"],
  ["coo", "/items/0/packages/count", 0, "out_of_range"],
  ["coo", "/items/0/packages/count", 1.5, "out_of_range"],
  ["coo", "/items/0/packages/count", "80", "wrong_kind"],
  ["coo", "/items/0/quantity/value", "1,5", "malformed"],
  ["coo", "/items/0/quantity/value", "-1", "malformed"],
  ["coo", "/items/0/quantity/value", "1e3", "malformed"],
  ["coo", "/items/0/quantity/value", 720, "wrong_kind"],
  ["coo", "/items/0/quantity/unit", "kg", "malformed"],
  ["coo", "/items/0/fobValue/currency", "EURO", "not_in_list"],
  ["coo", "/items/0/fobValue/amount", "12000.0000001", "malformed"],
  ["coo", "/items/1/originCriterion/valueContent", "101", "malformed"],
  ["coo", "/items/0/originCountry", undefined, "missing"],
  ["coo", "/items", [], "too_short"],
  ["coo", "/consignmentReference/ucr", "KE0123456789", "malformed"],
  ["coo", "/flags/certifiedTrueCopy", undefined, "missing"],
  ["coo", "/replaces/certificateNumber", "KE-2026-208897", "contradiction"],
  ["coo", "/replaces/issueDate", "2026-06-04", "contradiction"],
  ["coo", "/exporterDeclaration/date", "2026-06-04", "contradiction", "/certification/date"],
  ["coo", "/certification/date", "2026-06-04", "contradiction", "/issueDate"],
  ["coo", "/certification/statement", "a\u0000b", "malformed"],
  ["coo", "/document/digest", "AB".repeat(32), "malformed"],
  ["coo", "/document/digestAlgorithm", "md5", "not_in_list"],
  ["acr", "/legalName", undefined, "missing"],
  ["acr", "/documentTypes", ["861", "aeo"], "malformed", "/documentTypes/1"],
  ["acr", "/documentTypes", ["861", "861"], "contradiction", "/documentTypes/1"],
  ["acr", "/jurisdiction", "QQ", "check_failed"],
  ["acr", "/mayPassOn", undefined, "missing"],
  ["rct", "/verdict", "genuine", "not_in_list"],
  ["rct", "/reason", undefined, "contradiction"],
  ["rct", "/findings", undefined, "missing"],
  ["rct", "/digest", "73", "malformed"],
  ["rct", "/block/time", "2026-13-03T09:59:58Z", "malformed"],
];

for (const [shape, pointer, to, code, at = pointer] of spoilt) {
  test(`${shape} ${pointer} = ${found(to)}: ${code}`, () => {
    expect(problems(shape, changed(subjects[shape], pointer, to))).toEqual([[at, code]]);
  });
}

test("a receipt that says authentic has neither a reason nor a check that is not passed", () => {
  const { reason: _reason, ...said } = { ...subjects.rct, verdict: "authentic" };
  expect(problems("rct", said)).toEqual([["/verdict", "contradiction"]]);
  const passed = subjects.rct.findings.map(({ check }) => ({ check, outcome: "passed" }));
  expect(problems("rct", { ...said, findings: passed })).toEqual([]);
  expect(problems("rct", { ...said, findings: passed, reason: "revoked" })).toEqual([["/reason", "contradiction"]]);
});

test("a certified true copy names what it copies, which may be of the same number, and bears its day", () => {
  const copy = changed(changed(subjects.coo, "/flags/certifiedTrueCopy", true), "/replaces/certificateNumber", subjects.coo.certificateNumber);
  expect(problems("coo", copy)).toEqual([]);
  expect(problems("coo", changed(copy, "/certification/date", "2026-07-01"))).toEqual([]);
  expect(problems("coo", changed(copy, "/replaces", undefined))).toEqual([["/replaces", "missing"]]);
});

const envelopes: readonly [pointer: string, to: unknown, code: ShapeProblemCode][] = [
  ["/validFrom", "2026-01-15", "too_short"],
  ["/validFrom", "2026-01-15T00:00:00", "too_short"],
  ["/validFrom", "2026-01-15T24:00:00Z", "malformed"],
  ["/validFrom", "2026-12-31T23:59:60Z", "malformed"],
  ["/validUntil", "2026-01-15T00:00:00Z", "contradiction"],
  ["/validUntil", "2026-01-15T02:00:00+03:00", "contradiction"],
  ["/type", ["AEOCredential"], "contradiction"],
  ["/type", ["VerifiableCredential"], "contradiction"],
  ["/type", "AEOCredential", "wrong_kind"],
  ["/issuer", "did:web:customs.example", "wrong_kind"],
  ["/issuer/id", "https://customs.example", "malformed"],
  ["/id", undefined, "missing"],
  ["/credentialSubject", undefined, "missing"],
];

test.each(envelopes)("credential %s = %j: %s", (pointer, to, code) => {
  expect(problemsInCredential(shapes.aeo, changed(credentialOf("aeo"), pointer, to)).map((problem) => [problem.pointer, problem.code])).toEqual([[pointer, code]]);
});

test("a presentation may lack what its holder kept back, and nothing else", () => {
  const kept = changed(changed(subjects.coo, "/exporterDeclaration", undefined), "/items/0/marks", undefined);
  expect(problemsInSubject(shapes.coo, kept, { as: "presented" })).toEqual([]);
  expect(problemsInSubject(shapes.coo, changed(kept, "/certificateNumber", undefined), { as: "presented" }).map(({ pointer }) => pointer)).toEqual(["/credentialSubject/certificateNumber"]);
});

test("a detail says what was expected and what was found, short and with nothing hidden", () => {
  const detailOf = (pointer: string, to: unknown): string => problemsInSubject(shapes.aeo, changed(subjects.aeo, pointer, to))[0]!.detail;
  expect(detailOf("/tin/country", "X\u202eY")).toBe('Expected a country of ISO 3166-1 alpha-2, such as KE; found "X[U+202E]Y".');
  expect(detailOf("/legalName", undefined)).toBe("Expected the operator's legal name; found nothing.");
  expect(detailOf("/legalName", "😀".repeat(100_000)).length).toBeLessThan(300);
  expect(detailOf("/otherIdentifiers/1/value", "5493000EXAMPLE000098")).toContain("two are check digits");
});

test("never more than a hundred problems, however much is wrong", () => {
  expect(problems("coo", { items: Array(1000).fill({}) })).toHaveLength(PROBLEM_LIMIT);
  expect(problems("aeo", Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`@${at}`, 1])))).toHaveLength(PROBLEM_LIMIT);
});

test("huge and deep values are answered at once", () => {
  const before = performance.now();
  problems("coo", changed(subjects.coo, "/items", Array(1_000_000).fill({})));
  problems("aeo", changed(subjects.aeo, "/legalName", "x".repeat(50_000_000)));
  let deep: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  expect(problemsInSubject(shapes.acr, { ...subjects.acr, deep }).map(({ code }) => code)).toEqual(["too_deep"]);
  expect(performance.now() - before).toBeLessThan(5_000);
});

test("unknown members are kept: nothing is said about them", () => {
  expect(problems("aeo", { ...subjects.aeo, localFile: { number: 7, list: [null, { a: "b" }] } })).toEqual([]);
});

test("property: it never throws, whatever the value", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 6 }), (name, value) => {
      expect(problems(name, value).length).toBeGreaterThan(0);
    }),
    { numRuns },
  );
});

test("an EORI number of Northern Ireland is a British one; a place in international waters is one", () => {
  expect(problems("aeo", changed(subjects.aeo, "/tin", { country: "GB", identifier: "XI123456789000", scheme: "EORI" }))).toEqual([]);
  expect(problems("coo", changed(subjects.coo, "/transport/loadingPort", "XZAAA"))).toEqual([]);
});

test("exhaustive: the days from 1899 to 2200 that are admitted are those of the calendar", () => {
  const isDay = (text: string): boolean => problemsIn(date, text).length === 0;
  for (let year = 1899; year <= 2200; year += 1) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const exact = new Date(Date.UTC(year, month - 1, day));
        const isReal = exact.getUTCMonth() === month - 1 && exact.getUTCDate() === day && year >= 1900 && year < 2200;
        if (isDay(text) !== isReal) expect.unreachable(text);
      }
    }
  }
});

test("a text is as long as people count it, and holds no hidden character, but may hold what scripts need", () => {
  const fits = (given: string): boolean => problemsIn(text(10), given).length === 0;
  expect([fits("😀".repeat(10)), fits("😀".repeat(11)), fits("می\u200cخواهم"), fits("\u200fABC\u200e")]).toEqual([true, false, true, true]);
  const hidden = [0x0, 0x9, 0xa, 0xd, 0x1f, 0x7f, 0x85, 0x9f, 0xad, 0x200b, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2064, 0x2066, 0x2069, 0xfeff, 0xd800, 0xdfff, 0xe000, 0xfffa, 0x2800, 0x3164, 0xe0041, 0x10fffd];
  expect(hidden.filter((point) => fits(`a${String.fromCodePoint(point)}b`))).toEqual([]);
  expect(problemsIn(lines(10), "a\nb")).toEqual([]);
  expect(problemsIn(lines(10), "a\tb").map(({ code }) => code)).toEqual(["malformed"]);
});

test("bounds are met exactly", () => {
  const codes = (kind: Kind, given: unknown): string[] => problemsIn(kind, given).map(({ code }) => code);
  expect([codes(whole(1, 3), 3), codes(whole(1, 3), 4), codes(whole(1, 3), 1), codes(whole(1, 3), 0), codes(whole(0, 3), NaN)]).toEqual([[], ["out_of_range"], [], ["out_of_range"], ["out_of_range"]]);
  expect([codes(list(flag, 2), [true, true]), codes(list(flag, 2), [true, true, true])]).toEqual([[], ["too_long"]]);
});

test("nesting is admitted as deep as our reader of JSON goes, and no deeper", () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
  const codes = (levels: number): string[] => problemsInCredential(shapes.acr, changed(credentialOf("acr"), "/credentialSubject/deep", nested(levels))).map(({ code }) => code);
  const isRead = (levels: number): boolean => {
    try {
      parseJson(JSON.stringify({ credentialSubject: { deep: nested(levels) } }));
      return true;
    } catch {
      return false;
    }
  };
  for (const levels of [20, 21, 22, 23, 24]) expect([levels, codes(levels).length === 0]).toEqual([levels, isRead(levels)]);
});

test("names that mean something else are refused at every depth, and names that only look so are kept", () => {
  for (const name of ["@id", "@", "_sd", "_sd_alg", "...", "__proto__", "constructor", "prototype"]) {
    const subject = JSON.parse(`{"more": [{"${name}": 1}]}`) as object;
    expect(problems("acr", { ...subjects.acr, ...subject })).toEqual([[`/more/0/${name}`, "name_forbidden"]]);
  }
  expect(problems("acr", { ...subjects.acr, _sdx: 1, sd: 1, "....": 1, a_sd: 1, proto: 1, "a@b": 1, "": 1, " ": 1 })).toEqual([]);
});

test("what replaces another may be issued on the same day", () => {
  expect(problems("coo", changed(subjects.coo, "/replaces/issueDate", subjects.coo.issueDate))).toEqual([]);
});

test("countries are listed once, by two letters", () => {
  expect([new Set(COUNTRIES).size, COUNTRIES.length, COUNTRIES.every((place) => /^[A-Z]{2}$/.test(place))]).toEqual([250, 250, true]);
});

test("known answers from outside: check digits of a published LEI and a published GTIN", () => {
  expect([isLei("529900T8BM49AURSDO55"), isLei("529900T8BM49AURSDO56"), isLei("259900T8BM49AURSDO55")]).toEqual([true, false, false]);
  expect([isGln("4006381333931"), isGln("4006381333932"), isGln("4006381339331")]).toEqual([true, false, false]);
});

test("shapes are found by name and by type, and by nothing that only looks like one", () => {
  expect([shapeNamed("aeo")?.type, shapeNamed("constructor"), shapeNamed("__proto__"), shapeOfTypes(["VerifiableCredential", "AccreditationCredential"])?.name, shapeOfTypes(["VerifiableCredential"])]).toEqual(["AEOCredential", null, null, "acr", null]);
});
