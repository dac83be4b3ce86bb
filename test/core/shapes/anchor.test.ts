/**
 * Goal: an AEO certificate is a UNTP Digital Identity Anchor to whoever asks for one.
 * Method: what UNTP's JSON Schema of version 0.7.0 asks for, told in our words (its own text is not ours to copy), under ajv; each demand is shown to bite.
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { issuedSubject } from "../../../src/core/shapes/issued.ts";
import { shapes } from "../../../src/core/shapes/shapes.ts";
import { changed } from "./changed.ts";
import { credentialOf, issuer, subjects } from "./samples.ts";

const typed = (type: string) => ({ type: "array", items: { type: "string" }, contains: { const: type } });
const uri = { type: "string", pattern: "^[a-z][a-z0-9+.-]*:" };
const text = { type: "string" };

/** `credentialStatus` is left out: docs/credentials.md says why we follow W3C there. */
const digitalIdentityAnchor = {
  type: "object",
  required: ["@context", "id", "issuer", "validFrom", "name", "credentialSubject"],
  properties: {
    "@context": { type: "array", minItems: 2, uniqueItems: true, items: text, prefixItems: [{ const: "https://www.w3.org/ns/credentials/v2" }, { const: "https://vocabulary.uncefact.org/untp/0.7.0/context/" }] },
    type: { allOf: [typed("DigitalIdentityAnchor"), typed("VerifiableCredential")] },
    ...{ id: uri, name: text, validFrom: text, validUntil: text },
    issuer: { type: "object", additionalProperties: false, required: ["id", "name"], properties: { type: typed("CredentialIssuer"), id: uri, name: text, issuerAlsoKnownAs: { type: "array" } } },
    credentialSubject: {
      type: "object",
      required: ["id", "registeredName", "registeredId", "registeredDate", "idScheme", "registerType"],
      properties: {
        ...{ type: typed("RegisteredIdentity"), id: uri, registeredName: text, registeredId: text, registeredDate: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\d$" } },
        idScheme: { type: "object", additionalProperties: false, required: ["id", "name"], properties: { type: typed("IdentifierScheme"), id: uri, name: text } },
        registrar: { type: "object", required: ["id", "name"], properties: { type: typed("Party"), id: uri, name: text } },
        registerType: { enum: ["product", "facility", "business", "trademark", "land", "accreditation"] },
        registrationScope: { type: "array", items: uri },
      },
    },
  },
};

const isAnchor = new Ajv2020({ strict: false }).compile(digitalIdentityAnchor);

test("an AEO certificate as issued is one", () => {
  expect(isAnchor(credentialOf("aeo")), JSON.stringify(isAnchor.errors)).toBe(true);
});

test.each(["/@context/1", "/name", "/type/1", "/issuer/name", "/credentialSubject/registeredName", "/credentialSubject/registeredDate", "/credentialSubject/idScheme", "/credentialSubject/registerType"])("without %s it is none", (pointer) => {
  expect(isAnchor(changed(credentialOf("aeo"), pointer, pointer.endsWith("/1") ? "urn:x:y" : undefined))).toBe(false);
});

test("what is filled in says what the others say, and nothing of the caller's is lost", () => {
  const filled = issuedSubject(shapes.aeo, subjects.aeo, issuer);
  expect(filled).toMatchObject(subjects.aeo);
  expect(filled).toMatchObject({
    type: ["RegisteredIdentity", "AuthorisedEconomicOperator"],
    ...{ registeredName: "Example Trading Ltd", registeredId: "KEAEOF0001234", registeredDate: "2026-01-15", registerType: "accreditation" },
    ...{ idScheme: { id: issuer.did, name: "KE-AEO" }, registrar: { id: issuer.did, name: issuer.name }, registrationScope: [`${issuer.base}/contexts/aeo/v1#AEOF`] },
  });
  expect(issuedSubject(shapes.aeo, filled, issuer)).toEqual(filled);
});
