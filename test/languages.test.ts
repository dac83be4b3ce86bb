/**
 * Goal: whoever reads in another language is told the same as whoever reads English, in sentences that are whole.
 * Method: read every sentence of every table, functions called with marks that must come out again, and hold it against the English one and
 * against the rules of its language. A table that is listed in tables.ts is covered without a line here.
 */
import { describe, expect, it } from "vitest";
import type { Reason } from "../src/core/outcome.ts";
import type { Report } from "../src/core/report.ts";
import type { Verdict } from "../src/core/verdict.ts";
import { languageOf, languages, languageTags, type Language, type Tables } from "../src/words/languages.ts";
import { papers } from "../src/words/papers.ts";
import { headline } from "../src/words/sentences.ts";
import * as listed from "../src/words/tables.ts";
import { samples } from "./languageSamples.ts";
import { isMostlyIn, leavesOf, marksIn, ownWordsOf, rules, withoutMarks, type Leaf } from "./languages.ts";
import { authentic, chamber, customs, reports } from "./web/reports.ts";

/** What a language says in the same words as English, numbers aside. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  fr: ["Pages", "Document", "document", "documents", "carton", "cartons", "Programme", "Certification", "Code", "Contact", "Date", "Description", "Transport", "Type"],
  es: ["No", "no", "Webhooks"],
};
const isSameIn = (tag: string) => (text: string, inEnglish: string): boolean =>
  text === inEnglish && !SAME[tag]?.includes(text.replace(/^[\d.,\s]+/, "")) && /\p{L}/u.test(ownWordsOf(text));

const all: Readonly<Record<string, Tables<unknown>>> = { ...(listed as unknown as Record<string, Tables<unknown>>), papers: Object.fromEntries(languageTags.map((tag) => [tag, async () => papers[tag]])) as unknown as Tables<unknown> };
const read = new Map<string, ReadonlyMap<string, string>>();
// What stands between the parts of a list is a mark and no sentence; a language has one where a comma would not do.
for (const [name, table] of Object.entries(all)) {
  for (const tag of languageTags) read.set(`${name} ${tag}`, new Map(leavesOf(await table[tag](), samples[name] ?? {}).filter(({ path }) => !/(^|\.)listed$/.test(path)).map(({ path, text }: Leaf) => [path, text])));
}
const others = languageTags.filter((tag) => tag !== "en");
const cases = Object.keys(all).flatMap((name) => others.map((tag) => [name, tag] as const));


describe.each(cases)("%s in %s", (name, tag) => {
  const english = read.get(`${name} en`)!;
  const words = read.get(`${name} ${tag}`)!;
  const rule = rules[tag]!;
  const sentences = [...words].filter(([path]) => path !== "language");
  const wrong = (isWrong: (text: string, inEnglish: string, path: string) => boolean): string[] => sentences.filter(([path, text]) => isWrong(text, english.get(path) ?? "", path)).map(([path, text]) => `${path}: ${text}`);

  it("says all that English says", () => expect([...words.keys()].sort()).toEqual([...english.keys()].sort()));
  it("leaves nothing empty, and shows no code", () => expect(wrong((text) => text.trim() !== text || text === "" || /_|undefined|null|NaN|\[object/.test(ownWordsOf(text)))).toEqual([]));
  it("names everything that English names", () => expect(wrong((text, inEnglish) => marksIn(inEnglish).some((each) => !marksIn(text).includes(each)))).toEqual([]));
  it("is not English", () => {
    expect(wrong(isSameIn(tag))).toEqual([]);
    expect(wrong((text) => rule.foreign.test(ownWordsOf(text)))).toEqual([]);
  });
  it("is written in its own script", () => expect(wrong((text) => !isMostlyIn(rule.letters, text))).toEqual([]));
  it("ends its sentences and questions as English does, in its own way", () => {
    expect(wrong((text, inEnglish) => inEnglish.includes(" ") && inEnglish.endsWith(".") !== text.endsWith(rule.stop))).toEqual([]);
    expect(wrong((text, inEnglish) => inEnglish.endsWith("?") !== text.endsWith(rule.question))).toEqual([]);
  });
});

describe.each(languageTags)("the verdicts in %s", (tag) => {
  it("have a label each", async () => {
    const labels = Object.values((await listed.tables[tag]()).verdicts).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("say genuine without a but for authentic alone, whatever the reason", async () => {
    const words = await listed.tables[tag]();
    const { genuine, but } = rules[tag]!;
    expect(words.verdicts.authentic.label).toMatch(genuine);
    for (const verdict of Object.keys(reports) as Verdict[]) {
      const { label } = words.verdicts[verdict];
      if (verdict !== "authentic") expect(label).not.toMatch(genuine);
      for (const reason of Object.keys(words.reasons) as Reason[]) {
        const line = headline({ ...reports[verdict], ...(verdict === "authentic" ? {} : { reason }) }, words);
        expect(genuine.test(line) && !but.test(line), line).toBe(verdict === "authentic");
      }
    }
  });

  it("on an accreditation say genuine without a but for authentic alone, whatever the reason", async () => {
    const words = await listed.tables[tag]();
    const { genuine, but } = rules[tag]!;
    const [grantor, grantee] = [customs, chamber].map(({ did, address, name }) => ({ did, address, name }));
    for (const verdict of Object.keys(reports) as Verdict[]) {
      for (const reason of Object.keys(words.reasons) as Reason[]) {
        const subject = { ...authentic.subject, documentType: "ACR", credential: { grantor, grantee, documentType: "861" } };
        const line = headline({ ...reports[verdict], ...(verdict === "authentic" ? {} : { reason }), subject } as unknown as Report, words);
        expect(line).toContain(customs.name);
        expect(line).toContain(verdict === "authentic" || verdict === "no_longer_valid" ? chamber.name : chamber.did);
        expect(genuine.test(line) && !but.test(line), line).toBe(verdict === "authentic");
      }
    }
  });

  it("of no reason, fault or standing sound like a yes", async () => {
    const { reasons, faults, standings, standingReasons, checks } = await listed.tables[tag]();
    const { genuine, but } = rules[tag]!;
    const wrong = leavesOf({ reasons, faults, standings, standingReasons, checks }, {}).filter(({ text }) => genuine.test(text) && !but.test(text));
    expect(wrong).toEqual([]);
  });
});

describe.each(languageTags)("a receipt's code in %s", (tag) => {
  it("is never spoken of as a yes", async () => {
    const { receipt, aboutReceipt } = await listed.codeTables[tag]();
    const { headline: line, means, todo } = receipt({ issuer: "Demo Customs" });
    for (const text of [line, means, todo, aboutReceipt]) expect(text).not.toMatch(rules[tag]!.genuine);
  });
});

describe.each(languageTags)("days in %s", (tag) => {
  it("are in UTC, with digits that all can read and the month in letters", async () => {
    const { date, dateTime } = await listed.tables[tag]();
    for (const day of [date("2026-05-03T23:59:59Z"), papers[tag].day("2026-05-03"), dateTime("2026-05-03T23:30:00-02:00")]) {
      expect(day).toContain("2026");
      expect(day).toMatch(/\p{L}/u);
      expect(day).not.toMatch(/(?![0-9])\p{Nd}/u);
    }
    expect(date("2026-05-03T23:59:59Z")).not.toBe(date("2026-03-05T00:00:00Z"));
    expect(date("2026-05-03T23:59:59Z")).toBe(papers[tag].day("2026-05-03"));
    expect(dateTime("2026-05-03T23:30:00-02:00")).toContain("01:30");
    expect(dateTime("2026-05-03T23:30:00-02:00")).toContain("UTC");
  });
  it("that are none are shown as they came", async () => expect((await listed.tables[tag]()).dateTime("soon")).toBe("soon"));
  it("have twelve months that differ", async () => {
    const { date } = await listed.tables[tag]();
    expect(new Set(Array.from({ length: 12 }, (_, month) => date(new Date(Date.UTC(2026, month, 9)).toISOString()))).size).toBe(12);
  });
});

describe("spaces and marks", () => {
  const texts = (tag: string): string[] => [...read].filter(([name]) => name.endsWith(` ${tag}`)).flatMap(([, words]) => [...words.values()]);
  it("French has a space at its double marks and quotes that no line break parts", () => expect(texts("fr").filter((text) => /[^\u202f\u00a0\d][;:!?»](?!\/)|«(?![\u202f\u00a0])|"/.test(withoutMarks(text).replace(/did:ethr(:0x…:)?/gu, "")) && !/^\d/.test(text))).toEqual([]));
  it("Spanish opens its questions", () => expect(texts("es").filter((text) => text.includes("?") && !text.includes("¿"))).toEqual([]));
});

describe("the language that suits", () => {
  const isWritten = (tag: string): tag is Language => (languageTags as readonly string[]).includes(tag);
  it.each<[wanted: readonly string[], language: string]>([
    [["pt-BR"],            "pt"],
    [["fr-CA", "en"],      "fr"],
    [["FR"],               "fr"],
    [["zh-TW"],            "zh-Hant"],
    [["zh-HK"],            "zh-Hant"],
    [["zh-Hant-TW"],       "zh-Hant"],
    [["zh-Hans-CN"],       "zh-Hans"],
    [["zh"],               "zh-Hans"],
    [["ar-EG"],            "ar"],
    [["es-419"],           "es"],
    [["ru-RU"],            "ru"],
    [["xx", "es-MX", "en"], "es"],
    [["xx"],               "en"],
    [["tlh-Latn", ""],     "en"],
    [[],                   "en"],
  ])("%j: %s", (wanted, language) => expect(languageOf(wanted)).toBe(isWritten(language) ? language : "en"));

  it("every one has rules here, and a name of its own in its own script", () => {
    for (const tag of languageTags) expect(languages[tag].name).toMatch(rules[tag]!.letters);
    expect(new Set(languageTags.map((tag) => languages[tag].name)).size).toBe(languageTags.length);
  });
});
