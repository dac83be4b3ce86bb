/**
 * Goal: a reader finds in words what a credential says, and a credential that says nonsense, or hides something, breaks and deceives nobody.
 * Method: the good subject of each shape against what should be read; then whatever fast-check can think of, in its members, too.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ShapeName } from "../src/core/shapes/credential.ts";
import { factsIn } from "../src/words/credentialFacts.ts";
import { englishCredentialFacts as words } from "../src/words/english/credentialFacts.ts";
import { changed } from "./core/shapes/changed.ts";
import { issued, names } from "./core/shapes/samples.ts";

const factsOf = (name: ShapeName, subject: unknown): Record<string, string> => Object.fromEntries(factsIn(name, subject as never, words));

const expected: Readonly<Record<ShapeName, Record<string, string>>> = {
  aeo: { Number: "KEAEOF0001234", Operator: "Example Trading Ltd", "Trader number (TIN)": "P051234567X (NATIONAL, Kenya (KE))", Authorisation: "AEOF: customs simplifications, security and safety", Programme: "KE-AEO", Tier: "Validated", Roles: "exporter, importer, warehouse keeper", "In effect since": "15 January 2026", "Last validated": "1 December 2025", "Country of the authority": "Kenya (KE)", Office: "AEO Division", "Recognised by": "Uganda (UG)" },
  toi: { Number: "TUR/001/12345 (TIR-HOLDER)", Operator: "Example Haulage Ltd", "Established in": "Türkiye (TR)", "Operates as": "road carrier", "Carries by": "road", "Country of the authority": "Türkiye (TR)", Licence: "L-778" },
  coo: { Number: "KE-2026-208897", Kind: "preferential", Form: "EUR.1", "Issued on": "3 June 2026", Exporter: "Example Trading Ltd", Consignee: "Buyer NV", Goods: "Coffee, and 1 more", "HS code": "090121, 09024000", "Country of origin": "Kenya (KE)", Destination: "Belgium (BE)", Replaces: "KE-2026-208801" },
  acr: { Accredited: "Example Chamber of Commerce", "For document types": "certificates of origin (861), commercial invoices (380)", "May accredit others": "no", Jurisdiction: "KE" },
  rct: { Number: "R-4K7TQ2MX9C", "Checked at": "3 June 2026, 10:00 UTC", "Found then": "No longer valid", "Digest of the document": "73".repeat(32), "Type of the document": "certificates of origin (861)" },
};

test.each(names)("%s: every fact in its words, the number first", (name) => {
  expect(factsOf(name, issued(name))).toEqual(expected[name]);
  expect(Object.keys(factsOf(name, issued(name)))).toEqual(Object.keys(expected[name]));
});

test("what was kept back is left out, and nothing stands for it", () => {
  expect(factsOf("aeo", { authorisation: { number: "1" } })).toEqual({ Number: "1" });
  for (const nothing of [null, [], 7, "x", {}, { authorisation: null }, { authorisation: [] }]) expect(factsOf("aeo", nothing)).toEqual({});
});

test("the first accreditations, which called the legal name name, are read as well", () => expect(factsOf("acr", { name: "Chamber" })).toEqual({ Accredited: "Chamber" }));

test("property: whatever stands there, nothing throws and nothing is hidden", () => {
  const pointers = ["/legalName", "/authorisation", "/authorisation/type", "/authorisation/roles", "/authorisation/effectiveDate", "/tin", "/tin/country", "/mutualRecognition", "/items", "/items/0", "/isPreferential", "/operatorIdentifier", "/documentTypes", "/importCountry"];
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: "binary" }), fc.constantFrom("__proto__", "constructor", "toString", "\u202eevil", "ZZ", "AAA", "9999-99-99"));
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...pointers), value, (name, pointer, to) => {
      for (const subject of [to, tried(() => changed(issued(name), pointer, to))]) for (const [label, said] of factsIn(name, subject as never, words)) {
        expect(typeof said).toBe("string");
        expect(`${label}${said}`).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }
    }),
    { numRuns: 500 },
  );
});

function tried<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
