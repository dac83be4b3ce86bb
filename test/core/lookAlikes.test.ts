/**
 * Goal: a name that deceives the eye is recognised as such, and honest names in any script are left alone.
 * Method: a table of honest names and one of deceptions, each a good name spoilt in one way; known answers from UTS 39; laws.
 */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { confusablesFile } from "../../scripts/generateConfusables.ts";
import { readFileSync } from "node:fs";
import { defectIn, NameBook, skeletonOf } from "../../src/core/names.ts";
import { isOfOneScriptAWord } from "../../src/core/scripts.ts";
import { identity } from "./world.ts";

const [customs, other] = [identity(1), identity(2)];
const book = new NameBook([{ address: customs, name: "Customs HQ" }]);

test("the generated table is in step with its source", () => {
  expect(readFileSync(new URL("../../src/core/confusables.generated.ts", import.meta.url), "utf8")).toBe(confusablesFile());
});

describe("known answers from outside: UTS 39, revision 31, and its data", () => {
  it.each([
    ["paypal", "раураl"],       // UTS 39, part 4: Cyrillic р, а, у; whole-script and mixed-script examples.
    ["scope",  "ѕсоре"],        // all Cyrillic
    ["toys-я-us", "toys-Я-us".replace("Я", "я")],
    ["rn",     "m"],
    ["ⅿ",      "m"],
    ["l",      "I"],
    ["l",      "1"],
    ["O",      "0"],
    ["ae",     "æ"],
    ["ǉeto",   "ljeto"],
  ])("%s and %s have the same skeleton", (left, right) => expect(skeletonOf(left)).toBe(skeletonOf(right)));

  it.each([["a", "b"], ["u", "v"], ["Chamber A", "Chamber B"]])("%s and %s have not", (left, right) => expect(skeletonOf(left)).not.toBe(skeletonOf(right)));
});

describe("honest names", () => {
  it.each([
    "Demo Chamber of Commerce",
    "Œuvre d’Éxportation S.à r.l.",
    "Torgovaya palata (Торгово-промышленная палата)",
    "Торгово-промышленная палата РФ",
    "Εμπορικό και Βιομηχανικό Επιμελητήριο Αθηνών",
    "غرفة التجارة والصناعة",
    "东京ABC商事株式会社",
    "日本商工会議所カスタマー",
    "대한상공회의소 KCCI",
    "หอการค้าไทย",
    "भारतीय वाणिज्य मंडल",
    "לשכת המסחר",
    "Côte d’Ivoire 2 & 3",
    "Haʻapai",
    "３社",
  ])("%s", (name) => {
    expect(defectIn(name)).toBeNull();
    expect(book.likenessOf({ address: other, name })).toBeNull();
  });

  it("a name is nobody else's when the same identity has it, in whatever spelling", () => {
    for (const name of ["Customs HQ", "CUSTOMS HQ", "Customs  HQ"]) expect(book.lookAlikeOf({ address: customs, name })).toBeNull();
  });
});

describe("names that nobody can be vouched for under", () => {
  it.each([
    ["a control character",      "Customs\u0007HQ",  "hidden_character"],
    ["a line break",             "Customs\nHQ",      "hidden_character"],
    ["a right-to-left override", "Customs\u202eHQ",  "hidden_character"],
    ["a bidi isolate",           "Customs\u2066HQ",  "hidden_character"],
    ["a zero-width space",       "Customs\u200bHQ",  "hidden_character"],
    ["a zero-width joiner",      "Customs\u200dHQ",  "hidden_character"],
    ["a byte order mark",        "Customs\ufeffHQ",  "hidden_character"],
    ["a soft hyphen",            "Cus\u00adtoms",    "hidden_character"],
    ["a grapheme joiner",        "Cus\u034ftoms",    "hidden_character"],
    ["a variation selector",     "Customs\ufe0f HQ", "hidden_character"],
    ["a tag character",          "Customs\u{e0041}", "hidden_character"],
    ["a Hangul filler",          "Customs\u3164HQ",  "hidden_character"],
    ["a no-break space",         "Customs\u00a0HQ",  "hidden_character"],
    ["a blank braille pattern",  "Customs\u2800HQ",  "hidden_character"],
    ["an unassigned character",  "Customs\u0378",    "hidden_character"],
    ["a private character",      "Customs\ue000",    "hidden_character"],
    ["a lone surrogate",         "Customs\ud800",    "hidden_character"],
    ["a line separator",         "Customs\u2028HQ",  "hidden_character"],
    ["an accent of its own",     "Cafe\u0301",       "not_normalised"],
    ["the Ångström sign",        "\u212bngstrom",    "not_normalised"],
  ])("%s", (_what, name, defect) => expect(defectIn(name)).toBe(defect));
});

describe("names that deceive", () => {
  it.each([
    ["the very same",                   "Customs HQ",        "confusable"],
    ["one Cyrillic letter",             "Сustoms HQ",        "confusable"],
    ["another size of letters",         "CUSTOMS hq",        "confusable"],
    ["full-width letters",              "Ｃｕｓｔｏｍｓ HQ",  "confusable"],
    ["mathematical letters",            "𝐂𝐮𝐬𝐭𝐨𝐦𝐬 HQ",        "confusable"],
    ["m as r and n",                    "Custorns HQ",       "confusable"],
    ["nought for o",                    "Cust0ms HQ",        "confusable"],
    ["more blanks",                     " Customs   HQ",     "confusable"],
    ["a hidden character in it",        "Cus\u200btoms HQ",  "confusable"],
    ["Cyrillic in another's name",      "Сhamber",           "mixed_script"],
    ["Greek in a Latin word",           "Chαmber",           "mixed_script"],
    ["Cherokee in a Latin word",        "ChambeᎡ",           "mixed_script"],
    ["Armenian in a Latin word",        "Chamberօ",          "mixed_script"],
    ["Cyrillic among Chinese letters",  "中о国",              "mixed_script"],
    ["Hangul with Kana",                "한カ",               "mixed_script"],
  ])("%s", (_what, name, likeness) => expect(book.likenessOf({ address: other, name })).toBe(likeness));
});

describe("laws", () => {
  const anyName = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });

  it("whoever has the very same name is found, whatever the name", () => {
    fc.assert(fc.property(anyName, (name) => new NameBook([{ address: customs, name }]).likenessOf({ address: other, name }) === "confusable"));
  });

  it("likeness goes both ways", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."oOо0Οlp1I|mrnсc С"), minLength: 1, maxLength: 4 });
    const isLike = (left: string, right: string): boolean => new NameBook([{ address: customs, name: left }]).lookAlikeOf({ address: other, name: right }) !== null;
    fc.assert(fc.property(letters, letters, (left, right) => isLike(left, right) === isLike(right, left)));
  });

  it("a skeleton is the same when taken of any normal form, and nothing throws", () => {
    fc.assert(fc.property(anyName, (name) => skeletonOf(name) === skeletonOf(name.normalize("NFC")) && skeletonOf(name) === skeletonOf(name.normalize("NFD"))));
  });

  it("a word of one script and signs between words never mix", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("chamber", "палата", "επιμελητήριο", "会議所", "غرفة", "2026"), { minLength: 1 }), (words) => isOfOneScriptAWord(words.join(" & "))));
  });
});
