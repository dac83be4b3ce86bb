/**
 * Goal: what a credential says can be read in every language, and no language makes up, hides or spells out anything.
 * Method: the good subject of each shape in each table, beside the English one; then what no table knows.
 */
import { describe, expect, test } from "vitest";
import type { Json } from "../src/core/json.ts";
import { factsIn } from "../src/words/credentialFacts.ts";
import { languageTags, type Language } from "../src/words/languages.ts";
import { factTables } from "../src/words/tables.ts";
import { issued, names } from "./core/shapes/samples.ts";

const others = languageTags.filter((language) => language !== "en");
const factsOf = async (language: Language, name: (typeof names)[number], subject: unknown = issued(name)) => factsIn(name, subject as Json, await factTables[language]());

describe.each(others)("%s", (language) => {
  test.each(names)("%s: each fact of the English table, with words of its own", async (name) => {
    const [here, english] = await Promise.all([factsOf(language, name), factsOf("en", name)]);
    expect(here).toHaveLength(english.length);
    expect(new Set(here.map(([label]) => label)).size).toBe(new Set(english.map(([label]) => label)).size);
    for (const [label, value] of here) expect(`${label}: ${value}`).not.toMatch(/\[U\+|undefined|null|\[object/);
  });

  test("what no table knows stands as it came, and what is hidden in it is spelt out", async () => {
    const facts = (name: (typeof names)[number], subject: unknown) => factsOf(language, name, subject).then((found) => found.map(([, value]) => value));
    expect(await facts("aeo", { authorisation: { type: "NEW", effectiveDate: "soon\u2069", issuingCountry: "AAA" } })).toEqual(["NEW", "soon[U+2069]", "AAA"]);
    expect(await facts("rct", { checkedAt: "\u2068now", verdict: "new", documentType: "X\u202E1" })).toEqual(["[U+2068]now", "new", expect.stringContaining("X[U+202E]1")]);
  });
});
