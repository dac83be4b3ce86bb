// Parts that several shapes share: addresses, identifiers, money, and rules about them.

import { country, currency } from "./codes.ts";
import { faultInIdentifier, scheme, type Scheme } from "./identifiers.ts";
import { found } from "./found.ts";
import type { RuleProblem } from "./credential.ts";
import { may, must, object, type Disclosure, type ShapeType } from "./shape.ts";
import { decimal, form, text } from "./texts.ts";

/** A postal address. */
export const address = object({
  line: may(text(200), { shown: "public", says: "street and number", source: "WCO 239 / TDED 3042", iri: "https://schema.org/streetAddress" }),
  city: must(text(100), { shown: "public", says: "the town", source: "WCO 241 / TDED 3164", iri: "https://schema.org/addressLocality" }),
  postcode: may(text(20), { shown: "public", says: "the postal code", source: "WCO 245 / TDED 3251", iri: "https://schema.org/postalCode" }),
  country: must(country, { shown: "public", says: "the country", source: "WCO 242 / TDED 3207, ISO 3166-1", iri: "https://schema.org/addressCountry" }),
});

/** A number or name under which a register knows somebody: one line without blanks at its ends, as long as registers make them. */
export const registerNumber = form({ pattern: "[A-Za-z0-9](?:[A-Za-z0-9 ./-]{0,33}[A-Za-z0-9])?", most: 35, expects: "a number of up to 35 letters, digits, blanks, points, slashes or hyphens" });

/** An identifier with the scheme that it belongs to. */
export const identifier = object({
  scheme: must(scheme, { shown: "public", says: "the scheme", source: "CTPATMember; ISO 17442; GS1; TIR Convention" }),
  value: must(text(50), { shown: "public", says: "the identifier, in the form of its scheme", source: "as the scheme says" }),
  country: may(country, { shown: "public", says: "the country whose register it is, for national schemes", source: "ISO 3166-1" }),
});

/** An amount of money. */
export const money = object({
  amount: must(decimal, { shown: "public", says: "the amount", source: "TDED 5004" }),
  currency: must(currency, { shown: "public", says: "the currency", source: "ISO 4217" }),
});

/** Somebody with a name, a number and an address. The address and the number are the holder's to show. */
export const party = (nameShown: Disclosure) =>
  object({
    identifier: may(registerNumber, { shown: "holder", says: "the party's number in its country, such as its TIN", source: "TDED 3039", iri: "https://schema.org/identifier" }),
    name: must(text(200), { shown: nameShown, says: "the party's name", source: "TDED 3036" }),
    address: may(address, { shown: "holder", says: "the party's address", source: "WCO 239–245", iri: "https://schema.org/address" }),
  });

/** What is wrong with identifiers at this path: their form and their check digits, by scheme. */
export function* identifierProblems(path: RuleProblem["path"], identifiers: readonly ShapeType<typeof identifier>[] = []): Iterable<RuleProblem> {
  for (const [at, given] of identifiers.entries()) yield* identifierProblem([...path, at], given);
}

/** What is wrong with one identifier. */
export function* identifierProblem(path: RuleProblem["path"], given: { readonly scheme: Scheme; readonly value: string }): Iterable<RuleProblem> {
  const fault = faultInIdentifier(given.scheme, given.value);
  if (fault !== null) yield { path: [...path, "value"], code: fault.code, detail: `Expected ${fault.expects}; found ${found(given.value)}.` };
}

/** Two dates that must not stand in the wrong order. Days are compared as text: their form is the same. */
export function* inOrder(path: RuleProblem["path"], { first, then, names }: { readonly first: string | undefined; readonly then: string | undefined; readonly names: readonly [first: string, then: string] }): Iterable<RuleProblem> {
  if (first === undefined || then === undefined || first <= then) return;
  yield { path: [...path, ...names[1].split(".")], code: "contradiction", detail: `Expected a day not before ${names[0]}, ${first}; found "${then}".` };
}
