/**
 * Goal: who may see what is told for each member of a subject, and what is for authorities only is refused where all is seen.
 * Method: the good samples; members added and taken away.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { problemsInCredential } from "../../../src/core/shapes/credential.ts";
import { marksIn, problemsOutsideSdJwt } from "../../../src/core/shapes/disclosure.ts";
import { shapes } from "../../../src/core/shapes/shapes.ts";
import { changed } from "./changed.ts";
import { credentialOf, issued, names, subjects } from "./samples.ts";

const marks = (name: keyof typeof subjects, value: unknown = subjects[name]): string[] => marksIn(shapes[name].subject, value).map(({ pointer, shown }) => `${shown} ${pointer}`);

test("the marks of an AEO certificate, and none on what identifies the authorisation", () => {
  expect(marks("aeo", issued("aeo"))).toEqual([
    ...["holder /legalName", "holder /tradeNames", "holder /otherIdentifiers", "authorities /manufacturerIdentifiers", "holder /registeredAddress"],
    ...["authorities /authorisation/nextReviewDate", "authorities /authorisation/geographicScope", "authorities /authorisation/coveredSites"],
    ...["holder /mutualRecognition", "holder /registeredName"],
  ]);
});

test("marks inside lists stand at their elements, and inside what is kept back only where fewer may see", () => {
  expect(marks("coo").filter((mark) => mark.includes("/items/1"))).toEqual(["marks", "packages", "description", "hsCode", "originCriterion", "quantity", "grossWeight"].map((name) => `holder /items/1/${name}`));
  expect(marks("coo").filter((mark) => mark.includes("/consignee"))).toEqual(["holder /consignee"]);
  expect(marks("coo").filter((mark) => mark.includes("/producer"))).toEqual(["authorities /producer"]);
});

test("what no shape names is the holder's to show, and is marked once", () => {
  const more = { deep: { deeper: 1 } };
  expect(marks("acr", { ...subjects.acr, more })).toEqual(["holder /more"]);
  expect(marks("aeo", changed(subjects.aeo, "/tin/a~1b", more)).filter((mark) => mark.includes("/tin"))).toEqual(["holder /tin/a~1b"]);
});

test("a value of the wrong kind has no marks inside", () => {
  for (const value of [null, 1, "x", [], [[{}]]]) expect(marksIn(shapes.coo.subject, { items: value, ["__proto__x"]: value }).map(({ pointer }) => pointer)).toEqual(["/__proto__x"]);
});

test("outside SD-JWT each member for authorities is refused by its place", () => {
  expect(problemsOutsideSdJwt(shapes.coo.subject, subjects.coo).map(({ pointer, code }) => [pointer, code])).toEqual(["/producer", "/consignmentReference", "/items/0/fobValue", "/items/0/invoice"].map((pointer) => [`/credentialSubject${pointer}`, "not_allowed"]));
  expect(problemsOutsideSdJwt(shapes.acr.subject, subjects.acr)).toEqual([]);
});

test.each(names)("property: whatever the holder of a %s keeps back, the rest is admitted as presented", (name) => {
  const credential = credentialOf(name);
  const pointers = marksIn(shapes[name].subject, credential["credentialSubject"], "/credentialSubject").map(({ pointer }) => pointer);
  fc.assert(
    fc.property(fc.subarray(pointers), (keptBack) => {
      // Inner members first: they are gone with the outer ones.
      const rest = keptBack.toReversed().reduce<unknown>((at, pointer) => changed(at, pointer, undefined), credential);
      expect(problemsInCredential(shapes[name], rest, { as: "presented" })).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("elements of a list can be kept back, too, and what is shown is still judged", () => {
  const presented = (pointer: string, to: unknown): string[] => problemsInCredential(shapes.aeo, changed(credentialOf("aeo"), `/credentialSubject${pointer}`, to), { as: "presented" }).map(({ code }) => code);
  expect([presented("/otherIdentifiers", []), presented("/otherIdentifiers/0/scheme", "X"), presented("/registeredAddress/city", undefined), presented("/authorisation", undefined)]).toEqual([[], ["not_in_list"], ["missing"], ["missing"]]);
});

test.each(names)("%s: identity, type and what the status hangs on are never kept back", (name) => {
  for (const pointer of ["/id", "/type", "/certificateNumber", "/operatorIdentifier", "/authorisation", "/authorisation/type", "/documentTypes", "/issueDate"]) expect(marks(name, issued(name)).some((mark) => mark.endsWith(` ${pointer}`))).toBe(false);
});
