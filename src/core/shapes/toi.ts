// The transport-operator identifier: who carries, under which number, by which means.

import { country, operatorType, transportMode } from "./codes.ts";
import { credentialAround, type CredentialShape, type Rule } from "./credential.ts";
import { address, identifier, identifierProblem, identifierProblems, inOrder, registerNumber } from "./parts.ts";
import { code, filled, list, may, must, object, should, type ShapeType } from "./shape.ts";
import { date, did, form, text, uri } from "./texts.ts";

const licence = object({
  authority: must(text(200), { shown: "public", says: "the authority that licensed", source: "national law" }),
  number: must(registerNumber, { shown: "public", says: "the licence's number", source: "national law" }),
  kind: should(text(200), { shown: "public", says: "what the licence permits", source: "national law" }),
  issuedOn: should(date, { shown: "public", says: "the day on which the licence was issued", source: "national law" }),
  validUntil: may(date, { shown: "public", says: "the last day on which the licence holds", source: "national law" }),
});

const association = object({
  country: must(country, { shown: "authorities", says: "the association's country", source: "TIR Convention, Annex 9" }),
  code: must(form({ pattern: "[0-9]{3}", most: 3, expects: "the association's number, three digits, such as 001" }), { shown: "authorities", says: "the association's number", source: "TIR Convention, Annex 9" }),
});

const contact = object({
  name: may(text(200), { shown: "authorities", says: "the name of a desk rather than of a person", source: "ITDB contact information" }),
  email: may(form({ pattern: "[!-?A-~]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?", most: 254, expects: "an address of electronic mail" }), { shown: "authorities", says: "the desk's electronic mail", source: "ITDB contact information", iri: "https://schema.org/email" }),
  telephone: may(form({ pattern: "\\+?[0-9][0-9 ()/-]{2,30}", most: 32, expects: "a telephone number of digits, blanks and hyphens, with or without + before it" }), { shown: "authorities", says: "the desk's telephone", source: "ITDB contact information", iri: "https://schema.org/telephone" }),
});

const agent = object({
  did: must(did, { shown: "public", says: "the agent's DID, never a name", source: "CADENA; vLEI role credentials" }),
  role: must(code(["driver", "dispatcher", "customsAgent", "other"], "driver, dispatcher, customsAgent or other"), { shown: "public", says: "what the agent may do", source: "CADENA" }),
  validUntil: should(date, { shown: "public", says: "the last day on which the agent may act", source: "CADENA" }),
});

const subject = object({
  id: must(did, { shown: "public", says: "the operator's DID", source: "W3C VC 2.0" }),
  type: filled(list(text(100), 10), { shown: "public", says: "TransportOperator", source: "W3C VC 2.0" }),
  operatorIdentifier: must(identifier, { shown: "public", says: "the number by which authorities know the operator", source: "UNECE recommendation on the TIR holder ID (2000); WCO R012" }),
  legalName: must(text(200), { shown: "public", says: "the operator's legal name", source: "ITDB contact information", iri: "https://schema.org/legalName" }),
  issuingCountry: must(country, { shown: "public", says: "the country whose authority identifies the operator", source: "ISO 3166-1" }),
  country: must(country, { shown: "public", says: "the country where the operator is established", source: "ITDB; ISO 3166-1" }),
  registeredAddress: may(address, { shown: "holder", says: "the registered address", source: "ITDB contact information", iri: "https://schema.org/address" }),
  operatorTypes: must(list(operatorType, 11), { shown: "public", says: "what the operator does", source: "CTPAT tradeSector" }),
  transportModes: should(list(transportMode, 8), { shown: "public", says: "by which modes the operator carries", source: "UN/ECE Rec. 19; TDED 8067" }),
  identifiers: should(list(identifier, 20), { shown: "public", says: "other identifiers of the operator", source: "CTPATMember; IMO" }),
  licence: should(licence, { shown: "holder", says: "the licence to carry", source: "national law" }),
  guaranteeAssociation: may(association, { shown: "authorities", says: "the association that guarantees", source: "TIR Convention, Annex 9" }),
  contact: may(contact, { shown: "authorities", says: "where the operator is reached", source: "ITDB contact information" }),
  aeoCredential: may(object({ id: must(uri, { shown: "public", says: "the credential's id", source: "ours" }) }), { shown: "holder", says: "the operator's AEO certificate", source: "ours" }),
  authorisedAgents: may(list(agent, 200), { shown: "holder", says: "who may act for the operator", source: "CADENA; vLEI role credentials" }),
});

export type ToiSubject = ShapeType<typeof subject>;

const rules: readonly Rule<ToiSubject>[] = [
  ({ operatorIdentifier }) => identifierProblem(["operatorIdentifier"], operatorIdentifier),
  ({ identifiers }) => identifierProblems(["identifiers"], identifiers),
  ({ licence: held }) => inOrder(["licence"], { first: held?.issuedOn, then: held?.validUntil, names: ["issuedOn", "validUntil"] }),
  function* ({ operatorIdentifier: { scheme, value }, guaranteeAssociation: guarantor }) {
    const association = scheme === "TIR-HOLDER" ? value.split("/")[1] : undefined;
    if (association !== undefined && guarantor !== undefined && guarantor.code !== association) {
      yield { path: ["guaranteeAssociation", "code"], code: "contradiction", detail: `Expected the association that the TIR holder's number names, ${association}; found "${guarantor.code}".` };
    }
  },
];

/** The transport-operator identifier. */
export const toi: CredentialShape<typeof subject> = {
  ...{ name: "toi", type: "TransportOperatorIdentifierCredential", documentType: "TOI", subjectType: "TransportOperator", title: "transport-operator identifier" },
  alsoTypes: [],
  alsoSubjectTypes: [],
  alsoContexts: [],
  subject,
  credential: credentialAround(subject),
  rules,
};
