/**
 * Goal: whoever fills in a certificate is asked in their own language, for every member, with every meaning and every code.
 * Method: walk the schemas as they are published, as the page walks them, and look each thing up in every language's table.
 */
import { describe, expect, it } from "vitest";
import { disclosureSentences } from "../src/core/shapes/description.ts";
import { meaningIn, memberCodes, type FormCodeWords, type MeaningWords } from "../src/words/formWords.ts";
import { languageTags } from "../src/words/languages.ts";
import { formTables } from "../src/words/tables.ts";
import { formParts } from "./formParts.ts";

/** Members whose codes stand as they are: years, and the name of an algorithm. */
const STAND = ["hsVersion", "digestAlgorithm"];
/** Countries and currencies: browsers know their names. */
const MANY = 100;

/** Meanings that say no more than the labels do, in any language. A new meaning is explained in words, or stands here. */
const PLAIN = [
  "The certificate's number.", "The form.", "Whether the certificate claims a preference.", "Who accredits.", "Where the certificate was issued.",
  "The place's name.", "The day on which the certificate was issued.", "Who exports.", "The party's name.", "The party's address.",
  "Street and number.", "The town.", "The postal code.", "The country.", "Whether the importer is not known yet.", "From which country.",
  "To which country.", "How the goods travel.", "The mode of transport.", "The ship, flight or vehicle.", "The voyage.", "The day of departure.",
  "The carrier's number.", "References of the consignment.", "The unique consignment reference.", "The goods.", "The item's number.", "The packages.",
  "How many packages.", "The goods in words.", "The country of origin.", "The criterion.", "The value content in percent.", "The quantity.",
  "How much, in that unit.", "The gross weight.", "The amount.", "The currency.", "The invoice.", "The invoice's number.", "The day of the invoice.",
  "Whether the invoice comes from a third country.", "With cumulation.", "With partial cumulation.", "With the de minimis rule.",
  "The certificate that this one replaces or copies.", "The number of that certificate.", "The day on which that certificate was issued.",
  "Why that certificate is replaced or copied.", "The exporter's declaration.", "Who declares.", "The day of the declaration.",
  "The body's certification.", "The day of the certification.", "Remarks.", "The file's media type.", "How the file was hashed.", "The file's digest.",
  "The file's size in bytes.", "How many originals there are.", "The file's language.", "The operator's legal name.", "The number.",
  "Other identifiers of the operator.", "The scheme.", "The code.", "The registered address.", "The authorisation itself.",
  "The number of the authorisation.", "The office's name.", "The office's code.", "The programme.", "The type of authorisation.", "The trade sectors.",
  "The day from which the authorisation holds.", "The day of the last validation.", "The day of the next review.",
  "The countries in which the authorisation holds.", "The sites that the authorisation covers.", "The site's name.", "The country of the site.",
  "The partner country.", "The arrangement.", "The day from which the partner recognises.", "The partner's scheme.",
  "What the recognition is limited to.", "Whether the operator may use the AEO logo.", "What the operator does.",
  "By which modes the operator carries.", "The licence to carry.", "The authority that licensed.", "The licence's number.",
  "The day on which the licence was issued.", "The association that guarantees.", "The association's country.", "The association's number.",
  "Where the operator is reached.", "The desk's electronic mail.", "The desk's telephone.", "The operator's AEO certificate.", "The credential's id.",
  "What the agent may do.",
];

const placed = formParts.map(({ within, name }) => `${within.split(".").at(-1)}.${name}`);
const names = new Set(formParts.map(({ name }) => name));
const lists = [...new Set(formParts.filter(({ isList }) => isList).map(({ name }) => `${name}[]`))];

it("the forms ask for members, with meanings and codes", () => {
  expect(names.size).toBeGreaterThan(100);
  expect(formParts.filter(({ codes }) => codes.length > 0).length).toBeGreaterThan(10);
});

it("nobody is asked for what the service fills in", () => {
  const filled = ["type", "registeredName", "registeredId", "registeredDate", "idScheme", "registrar", "registerType", "registrationScope"];
  expect(formParts.filter(({ within, name }) => within === "" && filled.includes(name))).toEqual([]);
});

it("a meaning that is not in the table is told to be none", () => {
  const meaning = meaningIn({ "Issued after shipment.": "Délivré après l’expédition." } as MeaningWords);
  expect(["Issued after shipment.", "The shoes.", "toString", "Issued after shipment. Hidden until the holder shows it."].map(meaning)).toEqual(["Délivré après l’expédition.", null, null, null]);
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
    expect([...names, ...lists].filter((name) => !keys.includes(name))).toEqual([]);
    expect(keys.filter((key) => !names.has(key) && !lists.includes(key) && !placed.includes(key))).toEqual([]);
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

  it("every meaning is said that the label does not say already", () => {
    const meanings = new Set(formParts.map(({ meaning }) => meaning));
    expect([...meanings].filter((meaning) => words.meaning(meaning) === null).sort()).toEqual([...PLAIN].sort());
  });

  it("every code has a word, but those that stand as they are", () => {
    const asked = formParts.filter(({ name, codes }) => codes.length > 0 && codes.length < MANY && !STAND.includes(name));
    const wordless = asked.flatMap(({ name, codes }) => codes.filter((code) => !Object.hasOwn(words.codes[memberCodes[name as keyof typeof memberCodes] as keyof FormCodeWords] ?? {}, code)).map((code) => `${name}: ${code}`));
    expect(wordless).toEqual([]);
  });
});
