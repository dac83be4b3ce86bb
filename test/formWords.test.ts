/**
 * Goal: whoever fills in a certificate is asked in their own language, for every member, with every meaning and every code.
 * Method: walk the schemas as they are published, as the page walks them, and look each thing up in every language's table.
 */
import { describe, expect, it } from "vitest";
import { disclosureSentences } from "../src/core/shapes/description.ts";
import { memberCodes, type FormCodeWords } from "../src/words/formWords.ts";
import { languageTags } from "../src/words/languages.ts";
import { formTables } from "../src/words/tables.ts";
import { formParts } from "./formParts.ts";

/** Members whose codes stand as they are: years, and the name of an algorithm. */
const STAND = ["hsVersion", "digestAlgorithm"];
/** Countries and currencies: browsers know their names. */
const MANY = 100;

const placed = formParts.map(({ within, name }) => `${within.split(".").at(-1)}.${name}`);
const names = new Set(formParts.map(({ name }) => name));

it("the forms ask for members, with meanings and codes", () => {
  expect(names.size).toBeGreaterThan(100);
  expect(formParts.filter(({ codes }) => codes.length > 0).length).toBeGreaterThan(10);
});

it("nobody is asked for what the service fills in", () => {
  const filled = ["type", "registeredName", "registeredId", "registeredDate", "idScheme", "registrar", "registerType", "registrationScope"];
  expect(formParts.filter(({ within, name }) => within === "" && filled.includes(name))).toEqual([]);
});

it("what is told of who is shown a member is what the English says", async () => expect((await formTables.en()).shown).toEqual(disclosureSentences));

describe.each(languageTags)("in %s", async (tag) => {
  const words = await formTables[tag]();
  const labelOf = (within: string, name: string): string => {
    const table: Readonly<Record<string, string>> = words.members;
    return table[`${within.split(".").at(-1)}.${name}`] ?? table[name]!;
  };

  it("every member has a label, and every label a member", () => {
    const keys = Object.keys(words.members);
    expect([...names].filter((name) => !keys.includes(name))).toEqual([]);
    expect(keys.filter((key) => !names.has(key) && !placed.includes(key))).toEqual([]);
  });

  it("no two members of one object have the same label", () => {
    const seen = new Map<string, string>();
    const twice = formParts.filter(({ form, within, name }) => {
      const [place, label] = [`${form} ${within} ${name}`, `${form} ${within} ${labelOf(within, name)}`];
      const isTwice = seen.has(label) && seen.get(label) !== place;
      seen.set(label, place);
      return isTwice;
    });
    expect(twice).toEqual([]);
  });

  it("every meaning is said", () => expect(formParts.filter(({ meaning }) => !words.meaning(meaning)).map(({ meaning }) => meaning)).toEqual([]));

  it("every code has a word, but those that stand as they are", () => {
    const asked = formParts.filter(({ name, codes }) => codes.length > 0 && codes.length < MANY && !STAND.includes(name));
    const wordless = asked.flatMap(({ name, codes }) => codes.filter((code) => !Object.hasOwn(words.codes[memberCodes[name as keyof typeof memberCodes] as keyof FormCodeWords] ?? {}, code)).map((code) => `${name}: ${code}`));
    expect(wordless).toEqual([]);
  });
});
