// The AEO certificate: an authorised economic operator, its programme, its roles. It is a UNTP Digital Identity Anchor as well (anchor.ts).

import { aeoRole, aeoType, country, tradeSector, unlocode } from "./codes.ts";
import { credentialAround, type CredentialShape, type Rule } from "./credential.ts";
import { found } from "./found.ts";
import { identityAnchor, UNTP_CONTEXT } from "./anchor.ts";
import { faultInIdentifier } from "./identifiers.ts";
import { address, identifier, identifierProblem, identifierProblems, inOrder, registerNumber } from "./parts.ts";
import { code, flag, list, may, must, object, should, type ShapeType } from "./shape.ts";
import { date, did, text } from "./texts.ts";

const tin = object({
  country: must(country, { shown: "public", says: "the country that gave the number", source: "WCO Guidelines on TIN; ISO 3166-1" }),
  identifier: must(registerNumber, { shown: "public", says: "the number", source: "WCO Guidelines on TIN", iri: "https://schema.org/identifier" }),
  scheme: must(code(["WCO-TIN", "EORI", "VAT", "NATIONAL"], "WCO-TIN, EORI, VAT or NATIONAL"), { shown: "public", says: "which kind of number the country uses", source: "WCO Guidelines on TIN" }),
});

const office = object({
  name: must(text(200), { shown: "public", says: "the office's name", source: "EU AEO list" }),
  code: may(registerNumber, { shown: "public", says: "the office's code", source: "EU AEO list" }),
});

const site = object({
  name: must(text(200), { shown: "authorities", says: "the site's name", source: "EU application data" }),
  country: must(country, { shown: "authorities", says: "the country of the site", source: "ISO 3166-1" }),
  unlocode: may(unlocode, { shown: "authorities", says: "the place, by its UN/LOCODE", source: "UN/LOCODE" }),
});

const authorisation = object({
  number: must(registerNumber, { shown: "public", says: "the number of the authorisation", source: "EU decision number; national forms" }),
  issuingCountry: must(country, { shown: "public", says: "the country whose customs authorised", source: "CTPAT issuingCountry" }),
  competentOffice: should(office, { shown: "public", says: "the office that decided", source: "EU AEO list" }),
  programme: must(text(70), { shown: "public", says: "the programme", source: "WCO Compendium of AEO Programmes" }),
  type: must(aeoType, { shown: "public", says: "the type of authorisation", source: "EU UCC; national programmes" }),
  tier: may(text(70), { shown: "public", says: "the tier, where the programme has tiers", source: "CTPAT (Certified, Validated, Exceeding)" }),
  roles: must(list(aeoRole, 10), { shown: "public", says: "the roles that the authorisation covers", source: "EU document codes Y022–Y029" }),
  sectors: may(list(tradeSector, 13), { shown: "public", says: "the trade sectors", source: "CTPAT tradeSector" }),
  effectiveDate: must(date, { shown: "public", says: "the day from which the authorisation holds", source: "MRA decisions" }),
  lastValidationDate: should(date, { shown: "public", says: "the day of the last validation", source: "CTPAT dateOfLastValidation" }),
  nextReviewDate: may(date, { shown: "authorities", says: "the day of the next review", source: "EU application data" }),
  geographicScope: may(list(country, 250), { shown: "authorities", says: "the countries in which the authorisation holds", source: "EU application data" }),
  coveredSites: may(list(site, 200), { shown: "authorities", says: "the sites that the authorisation covers", source: "EU application data" }),
});

const recognition = object({
  partner: must(country, { shown: "public", says: "the partner country", source: "WCO AEO MR Strategy Guide" }),
  arrangementRef: must(text(200), { shown: "public", says: "the arrangement", source: "WCO AEO MR Strategy Guide" }),
  recognisedFrom: should(date, { shown: "public", says: "the day from which the partner recognises", source: "MRA decisions" }),
  partnerIdentifier: may(object({ scheme: must(text(35), { shown: "public", says: "the partner's scheme", source: "MRA decisions" }), value: must(registerNumber, { shown: "public", says: "the code", source: "MRA decisions" }) }), { shown: "public", says: "the operator's code with the partner", source: "MRA decisions (partner codes differ)" }),
  limits: may(text(200), { shown: "public", says: "what the recognition is limited to", source: "MRA decisions" }),
});

const manufacturerIdentifier = object({
  value: must(text(15), { shown: "authorities", says: "the code", source: "US CBP" }),
  validFor: must(country, { shown: "authorities", says: "the country that asks for the code", source: "HMRC AEO handbook" }),
});

const subject = object({
  id: must(did, { shown: "public", says: "the operator's DID", source: "W3C VC 2.0; UNTP DIA-01" }),
  legalName: must(text(200), { shown: "holder", says: "the operator's legal name", source: "EORI data group 2", iri: "https://schema.org/legalName" }),
  tradeNames: may(list(text(200), 20), { shown: "holder", says: "names that the operator does business under", source: "CTPAT SVI", iri: "https://schema.org/alternateName" }),
  tin: must(tin, { shown: "public", says: "the trader identification number", source: "WCO Guidelines on TIN (2018)" }),
  otherIdentifiers: should(list(identifier, 20), { shown: "holder", says: "other identifiers of the operator", source: "CTPATMember; vLEI" }),
  manufacturerIdentifiers: may(list(manufacturerIdentifier, 50), { shown: "authorities", says: "US manufacturer identification codes, which map to addresses", source: "HMRC AEO handbook" }),
  registeredAddress: must(address, { shown: "holder", says: "the registered address", source: "EORI data group 3", iri: "https://schema.org/address" }),
  authorisation: must(authorisation, { shown: "public", says: "the authorisation itself", source: "WCO SAFE Framework" }),
  mutualRecognition: should(list(recognition, 100), { shown: "holder", says: "partners that recognise the authorisation", source: "WCO AEO MR Strategy Guide (2018)" }),
  logoUse: may(flag, { shown: "public", says: "whether the operator may use the AEO logo", source: "W3C VC use cases: piggybacking" }),
  ...identityAnchor,
});

/** Northern Ireland has its own letters. */
const eoriCountry = (value: string): string => (value.startsWith("XI") ? "GB" : value.slice(0, 2));

export type AeoSubject = ShapeType<typeof subject>;

const rules: readonly Rule<AeoSubject>[] = [
  ({ otherIdentifiers }) => identifierProblems(["otherIdentifiers"], otherIdentifiers),
  function* ({ tin: { scheme, country: place, identifier: value } }) {
    // A WCO TIN is the country and the identifier together, so there is nothing to compare.
    const fault = scheme === "EORI" || scheme === "VAT" ? faultInIdentifier(scheme, value) : null;
    if (fault !== null) yield { path: ["tin", "identifier"], code: fault.code, detail: `Expected ${fault.expects}; found ${found(value)}.` };
    else if (scheme === "EORI" && place !== eoriCountry(value)) yield { path: ["tin", "country"], code: "contradiction", detail: `Expected the country of the EORI number, ${eoriCountry(value)}; found "${place}".` };
  },
  function* ({ manufacturerIdentifiers = [] }) {
    for (const [at, { value }] of manufacturerIdentifiers.entries()) yield* identifierProblem(["manufacturerIdentifiers", at], { scheme: "US-MID", value });
  },
  ({ authorisation: { effectiveDate, nextReviewDate } }) => inOrder(["authorisation"], { first: effectiveDate, then: nextReviewDate, names: ["effectiveDate", "nextReviewDate"] }),
  ({ authorisation: { lastValidationDate, nextReviewDate } }) => inOrder(["authorisation"], { first: lastValidationDate, then: nextReviewDate, names: ["lastValidationDate", "nextReviewDate"] }),
  function* ({ mutualRecognition = [], authorisation: { issuingCountry } }) {
    for (const [at, { partner }] of mutualRecognition.entries()) {
      if (partner === issuingCountry) yield { path: ["mutualRecognition", at, "partner"], code: "contradiction", detail: `Expected another country than the one that issues, ${issuingCountry}; found the same.` };
    }
  },
  function* ({ registeredName, legalName, registeredId, registeredDate, authorisation: { number, effectiveDate } }) {
    const repeats = [["registeredName", registeredName, legalName], ["registeredId", registeredId, number], ["registeredDate", registeredDate, effectiveDate]] as const;
    for (const [name, given, original] of repeats) {
      if (given !== undefined && given !== original) yield { path: [name], code: "contradiction", detail: `Expected nothing, or what the service fills in, ${found(original)}; found ${found(given)}.` };
    }
  },
];

/** The AEO certificate. */
export const aeo: CredentialShape<typeof subject> = {
  ...{ name: "aeo", type: "AEOCredential", documentType: "AEO", subjectType: "AuthorisedEconomicOperator", title: "AEO certificate" },
  alsoTypes: ["DigitalIdentityAnchor"],
  alsoSubjectTypes: ["RegisteredIdentity"],
  alsoContexts: [UNTP_CONTEXT],
  subject,
  credential: credentialAround(subject),
  rules,
};
