/**
 * Goal: what is filled in says exactly what was meant: every sample can be entered in the form made from its schema, and comes out as it was; what was not entered is not said.
 * Method: samples of the shapes as drafts and back, judged by the shapes' own rules; laws of places as properties.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/core/json.ts";
import { problemsInSubject } from "../../src/core/shapes/credential.ts";
import { schemaOf as schemaOfKind } from "../../src/core/shapes/jsonSchema.ts";
import { shapes } from "../../src/core/shapes/shapes.ts";
import { freshEntry, pointerOf, subjectOf, valueAt, withValue, type Path } from "../../src/web/issuer/forms/draft.ts";
import { membersOf, type Schema } from "../../src/web/issuer/forms/schema.ts";
import { plainCoo, subjects } from "../core/shapes/samples.ts";

const schemaOf = (name: "coo" | "aeo" | "toi"): Schema => schemaOfKind(shapes[name].subject) as unknown as Schema;

/** A subject as it is entered: numbers as text. */
function draftOf(value: Json): Json {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map(draftOf);
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, draftOf(each as Json)])) : value;
}

/** Without what need not be said: a flag that is off and may be absent. */
function plain(schema: Schema, value: Json): Json {
  if (schema.type === "array") return (value as readonly Json[]).map((each) => plain(schema.items!, each));
  if (schema.type !== "object") return value;
  const members = membersOf(schema).filter(({ name, isRequired }) => valueAt(value, [name]) !== undefined && (isRequired || valueAt(value, [name]) !== false));
  return Object.fromEntries(members.map(({ name, schema: member }) => [name, plain(member, valueAt(value, [name])!)]));
}

describe("samples", () => {
  const samples = [["coo", subjects.coo], ["coo", plainCoo], ["aeo", subjects.aeo], ["toi", subjects.toi]] as const;
  it.each(samples)("%s comes out as it was entered, and fits its shape", (name, sample) => {
    const schema = schemaOf(name);
    const subject = subjectOf(schema, draftOf(sample as unknown as Json));
    expect(subject).toEqual(plain(schema, sample as unknown as Json));
    expect(problemsInSubject(shapes[name], subject)).toEqual([]);
  });

  it.each(["coo", "aeo", "toi"] as const)("%s: of an empty form only what must be said is said, and every problem is one of a place that the form has", (name) => {
    const schema = schemaOf(name);
    const subject = subjectOf(schema, {});
    for (const { name: member, isRequired } of membersOf(schema)) if (!isRequired) expect(subject).not.toHaveProperty(member);
    const problems = problemsInSubject(shapes[name], subject);
    expect(problems.length).toBeGreaterThan(3);
    expect(problems.filter(({ code }) => code !== "missing" && code !== "too_short")).toEqual([]);
  });
});

describe("entries", () => {
  const group: Schema = { type: "object", properties: { name: { type: "string" }, isOn: { type: "boolean" } }, required: ["isOn"] };
  it.each<[string, Schema, Json, Json]>([
    ["an untouched optional group is not there",     { type: "object", properties: { g: group } },                                                  { g: { name: " ", isOn: false } },   {}],
    ["a touched one has its required flag",          { type: "object", properties: { g: group } },                                                  { g: { name: " N " } },              { g: { isOn: false, name: "N" } }],
    ["an entry of a list keeps its place",           { type: "object", properties: { l: { type: "array", items: { type: "string" } } } },           { l: ["", "b"] },                    { l: ["", "b"] }],
    ["a number",                                     { type: "object", properties: { n: { type: "integer" } } },                                    { n: " 7 " },                        { n: 7 }],
    ["what is no number is sent as it was entered",  { type: "object", properties: { n: { type: "integer" } } },                                    { n: "7.5" },                        { n: "7.5" }],
    ["a moment gets its zone",                       { type: "object", properties: { m: { type: "string", format: "date-time" } } },                { m: "2026-01-02T03:04" },           { m: "2026-01-02T03:04:00Z" }],
    ["lines stay lines",                             { type: "object", properties: { t: { type: "string" } } },                                     { t: "a\r\nb\n" },                   { t: "a\nb" }],
  ])("%s", (_what, schema, draft, subject) => expect(subjectOf(schema, draft)).toEqual(subject));

  it("a numbered entry begins with its number", () => expect(freshEntry({ type: "object", properties: { sequence: { type: "integer" } } }, 2)).toEqual({ sequence: "3" }));

  it("pointers follow RFC 6901", () => expect(pointerOf(["a/b", 0, "c~d"])).toBe("/credentialSubject/a~1b/0/c~0d"));
});

describe("places", () => {
  const name = fc.constantFrom("a", "b", "constructor", "toString");
  const path: fc.Arbitrary<Path> = fc.array(name, { minLength: 1, maxLength: 4 });

  it("property: what is put somewhere stands there, and nothing else changes", () => {
    fc.assert(
      fc.property(path, path, fc.string(), fc.string(), (here, there, first, second) => {
        const isApart = !here.join("/").startsWith(there.join("/")) && !there.join("/").startsWith(here.join("/"));
        fc.pre(isApart);
        const both = withValue(withValue({}, here, first), there, second) as JsonObject;
        expect([valueAt(both, here), valueAt(both, there)]).toEqual([first, second]);
        expect(valueAt(withValue(both, there, undefined), there)).toBeUndefined();
      }),
    );
  });
});
