/**
 * Goal: what is published for other software says the same as our own checks.
 * Method: generated JSON Schemas under ajv against `problemsIn`, on good samples, spoilt ones and random changes of them; generated contexts
 * under jsonld, with W3C's own context and nothing fetched.
 */
import { contexts as w3c } from "@digitalbazaar/credentials-context";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { contextOf } from "../../../src/core/shapes/context.ts";
import { CREDENTIALS_V2, type ShapeName } from "../../../src/core/shapes/credential.ts";
import { jsonSchemaOf, schemaOf } from "../../../src/core/shapes/jsonSchema.ts";
import { problemsIn } from "../../../src/core/shapes/problems.ts";
import { flag, list, object, whole, type Kind } from "../../../src/core/shapes/shape.ts";
import { text } from "../../../src/core/shapes/texts.ts";
import { contextAddress, schemaAddress, shapes } from "../../../src/core/shapes/shapes.ts";
import { UNTP_CONTEXT } from "../../../src/core/shapes/anchor.ts";
import { changed } from "./changed.ts";
import { base, credentialOf, names } from "./samples.ts";

const numRuns = process.env["TRADESEAL_LONG"] === "1" ? 20_000 : 1_000;
// Formats are told, too, but a pattern says each of them exactly.
const ajv = new Ajv2020({ allErrors: false, strict: true, strictTypes: false, strictRequired: false, validateFormats: false });
const validators = Object.fromEntries(names.map((name) => [name, ajv.compile(jsonSchemaOf(shapes[name], base))]));

/** Whether our checks refuse it for something that a schema can say: no check digits, and no rules over several members but which types it needs. */
function isRefused(name: ShapeName, credential: unknown): boolean {
  const problems = problemsIn(shapes[name].credential, credential).filter(({ code }) => code !== "check_failed");
  const { type } = credential as { type?: unknown };
  return problems.length > 0 || !["VerifiableCredential", shapes[name].type].every((needed) => Array.isArray(type) && type.includes(needed));
}

test("JSON Schema: lists, numbers and names at their very bounds are judged alike", () => {
  const kinds: Kind[] = [list(flag, 2), whole(1, 3), text(3), object({})];
  const values = [[], [true], [true, true], [true, true, true], 0, 1, 3, 4, "", "abc", "abcd", "😀😀😀", ...["@a", "_sd", "_sd_alg", "...", "constructor", "prototype", "_sdx", "....", "a"].flatMap((name) => [{ [name]: 1 }, { a: [{ [name]: 1 }] }]), JSON.parse('{"__proto__":1}')];
  for (const kind of kinds) {
    const validate = new Ajv2020({ strict: false }).compile({ ...schemaOf(kind), $defs: jsonSchemaOf(shapes.acr, base)["$defs"] });
    for (const value of values) expect([kind.kind, value, validate(value)]).toEqual([kind.kind, value, problemsIn(kind, value).length === 0]);
  }
});

describe.each(names)("JSON Schema of %s", (name) => {
  const validate = validators[name]!;
  const good = credentialOf(name);

  test("has its address, and admits the good credential", () => {
    expect(jsonSchemaOf(shapes[name], base)["$id"]).toBe(schemaAddress(base, name));
    expect(validate(good), JSON.stringify(validate.errors)).toBe(true);
  });

  test("every member, taken away or made another kind, is judged alike", () => {
    for (const pointer of pointersIn(good)) {
      for (const to of [undefined, null, 7, 1.5, true, "", "x", " ", "2026-02-30", [], {}, ["x"], { _sd: 1 }, "x".repeat(3000)]) {
        const spoilt = changed(good, pointer, to);
        expect([pointer, to, validate(spoilt)]).toEqual([pointer, to, !isRefused(name, spoilt)]);
      }
    }
  });

  test("property: random changes are judged alike", () => {
    const pointers = pointersIn(good);
    const value = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.string({ unit: "grapheme", maxLength: 40 }), fc.stringMatching(/^[A-Z]{2}[A-Z0-9/.-]{0,12}$/), fc.stringMatching(/^(19|20|21)\d\d-[01]\d-[0-3]\d$/), fc.date({ noInvalidDate: true }).map((day) => day.toISOString()), fc.webUrl(), fc.stringMatching(/^\d{1,16}(\.\d{1,7})?$/));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...pointers), value), { minLength: 1, maxLength: 2 }), (changes) => {
        const spoilt = changes.reduce<unknown>((at, [pointer, to]) => (isThere(at, pointer) ? changed(at, pointer, to) : at), good);
        expect(validate(spoilt)).toBe(!isRefused(name, spoilt));
      }),
      { numRuns },
    );
  }, 300_000);
});

const UNTP = "https://vocabulary.uncefact.org/untp/";
const named = { "@protected": true, name: "https://schema.org/name" };

/** UNTP's context as far as an identity anchor meets it, in our words: types are global, their terms are scoped to them, all are protected. */
const untp = {
  "@context": {
    "@version": 1.1,
    "@protected": true,
    DigitalIdentityAnchor: `${UNTP}DigitalIdentityAnchor`,
    ...Object.fromEntries(["CredentialIssuer", "IdentifierScheme", "Party"].map((type) => [type, { "@id": `${UNTP}${type}`, "@context": named }])),
    RegisteredIdentity: {
      "@id": `${UNTP}RegisteredIdentity`,
      "@context": {
        "@protected": true,
        ...Object.fromEntries(["registeredName", "registeredId"].map((term) => [term, { "@id": `${UNTP}${term}`, "@type": "http://www.w3.org/2001/XMLSchema#string" }])),
        registeredDate: { "@id": `${UNTP}registeredDate`, "@type": "http://www.w3.org/2001/XMLSchema#date" },
        idScheme: { "@id": `${UNTP}idScheme`, "@type": "@id", "@context": { ...named, id: { "@id": `${UNTP}id`, "@type": "http://www.w3.org/2001/XMLSchema#anyURI" } } },
        registrar: { "@id": `${UNTP}registrar`, "@type": "@id", "@context": named },
        registerType: { "@id": `${UNTP}registerType`, "@type": "@vocab", "@context": { "@protected": true, "@vocab": `${UNTP}RegistryType#` } },
        registrationScope: { "@id": `${UNTP}registrationScope`, "@type": "http://www.w3.org/2001/XMLSchema#anyURI" },
      },
    },
  },
};

const documents = new Map<string, object>([
  [CREDENTIALS_V2, w3c.get(CREDENTIALS_V2)!],
  [UNTP_CONTEXT, untp],
  ...names.map((name) => [contextAddress(base, name), contextOf(shapes[name], base)] as const),
]);

const documentLoader = async (url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> => {
  const document = documents.get(url);
  if (document === undefined) throw new Error(`fetched ${url}`);
  return { contextUrl: null, documentUrl: url, document };
};

describe.each(names)("JSON-LD context of %s", (name) => {
  test("expands every member of the good credential, safely, and comes back", async () => {
    const credential = credentialOf(name);
    // Safe mode fails on anything that would be dropped: a member without a term, a relative address.
    const expanded = await jsonld.expand(credential, { documentLoader, safe: true });
    const back = await jsonld.compact(expanded, { "@context": credential["@context"] }, { documentLoader, safe: true });
    expect(pointersIn(unlisted(back))).toEqual(pointersIn(unlisted(credential)));
  });

  test("members that nobody mapped mean nothing to JSON-LD", async () => {
    const credential = changed(credentialOf(name), "/credentialSubject/surprise", "x") as object;
    await expect(jsonld.expand(credential, { documentLoader, safe: true })).rejects.toThrow(/[Ss]afe mode/);
    expect(JSON.stringify(await jsonld.expand(credential, { documentLoader }))).not.toContain("surprise");
  });
});

test("dates, numbers and references are what they are to JSON-LD", async () => {
  const expanded = JSON.stringify(await jsonld.expand(credentialOf("coo"), { documentLoader }));
  const iri = (term: string): string => `"${contextAddress(base, "coo")}#${term}"`;
  for (const [term, value] of [["issueDate", '[{"@type":"http://www.w3.org/2001/XMLSchema#date","@value":"2026-06-03"}]'], ["value", '[{"@type":"http://www.w3.org/2001/XMLSchema#decimal","@value":"720"}]'], ["officerId", '[{"@id":"did:web:chamber.example#officer-4"}]'], ["tradeAgreement", '[{"@value":"EAC-EU EPA"}]']] as const) {
    expect(expanded).toContain(`${iri(term)}:${value}`);
  }
});

test("a member of one object means nothing in another", async () => {
  const credential = changed(credentialOf("aeo"), "/credentialSubject/authorisation/competentOffice/effectiveDate", "2026-01-15") as object;
  const expanded = JSON.stringify(await jsonld.expand(credential, { documentLoader }));
  expect(expanded.match(/aeo\/v1#effectiveDate/g)).toHaveLength(1);
});

/** Every pointer within a JSON value, sorted, its own empty one left out. */
function pointersIn(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [`${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, ...pointersIn(inner, `${at}/${name.replaceAll("/", "~1")}`)]).toSorted();
}

function isThere(value: unknown, pointer: string): boolean {
  return pointersIn(value).includes(pointer);
}

/** JSON-LD does not tell a list of one from its element. */
function unlisted(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? unlisted(value[0]) : value.map(unlisted);
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unlisted(inner)])) : value;
}
