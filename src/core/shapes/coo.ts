// The certificate of origin, preferential and not: who sends what to whom, and where it comes from.

import { country, unlocode } from "./codes.ts";
import { credentialAround, type CredentialShape } from "./credential.ts";
import { cooRules } from "./cooRules.ts";
import { cooItem } from "./cooItem.ts";
import { party, registerNumber } from "./parts.ts";
import { transport } from "./transport.ts";
import { code, filled, flag, list, may, must, object, should, whole, type ShapeType } from "./shape.ts";
import { date, did, form, lines, text, uri } from "./texts.ts";

const place = object({
  unlocode: should(unlocode, { shown: "public", says: "the place, by its UN/LOCODE", source: "UN/LOCODE; TDED 3225" }),
  name: must(text(100), { shown: "public", says: "the place's name", source: "WCO D012 / TDED 3411" }),
});

const accreditation = object({
  scheme: must(text(70), { shown: "public", says: "who accredits", source: "ICC WCF CO chain; national mandates" }),
  code: must(text(70), { shown: "public", says: "the number of the accreditation or order", source: "ICC accreditation code" }),
});

const flags = object({
  issuedRetroactively: must(flag, { shown: "public", says: "issued after shipment", source: "ATIGA box 13" }),
  certifiedTrueCopy: must(flag, { shown: "public", says: "a certified true copy of one that was lost", source: "ATIGA; India in-lieu" }),
  backToBack: should(flag, { shown: "holder", says: "issued on another certificate", source: "AKFTA" }),
  cumulation: should(flag, { shown: "holder", says: "with cumulation", source: "AKFTA" }),
  partialCumulation: should(flag, { shown: "holder", says: "with partial cumulation", source: "AKFTA" }),
  deMinimis: should(flag, { shown: "holder", says: "with the de minimis rule", source: "AKFTA" }),
  exhibition: should(flag, { shown: "holder", says: "goods shown at an exhibition", source: "AKFTA" }),
});

const replaced = object({
  certificateNumber: must(registerNumber, { shown: "public", says: "the number of that certificate", source: "ATIGA" }),
  issueDate: should(date, { shown: "public", says: "the day on which that certificate was issued", source: "ATIGA" }),
  reason: may(text(200), { shown: "public", says: "why that certificate is replaced or copied", source: "ours" }),
});

const declaration = object({
  statement: must(lines(2000), { shown: "public", says: "what the exporter declares", source: "edi3 first signatory" }),
  signedBy: must(text(200), { shown: "public", says: "who declares", source: "edi3 first signatory" }),
  date: must(date, { shown: "public", says: "the day of the declaration", source: "edi3 first signatory" }),
});

const certification = object({
  statement: must(lines(2000), { shown: "public", says: "what the body certifies, in express words", source: "RKC, specific annex K, chapter 2" }),
  officerId: should(uri, { shown: "public", says: "the officer who certifies, by DID and never by name", source: "edi3 second signatory" }),
  date: must(date, { shown: "public", says: "the day of the certification", source: "edi3 second signatory" }),
});

const paper = object({
  mediaType: must(form({ pattern: "[a-z]+/[a-z0-9.+-]{1,80}", most: 100, expects: "a media type, such as application/pdf" }), { shown: "public", says: "the file's media type", source: "edi3 attachedFile" }),
  digestAlgorithm: must(code(["sha-256"], "sha-256"), { shown: "public", says: "how the file was hashed", source: "UNTP SecureLink hashMethod" }),
  digest: must(form({ pattern: "[0-9a-f]{64}", most: 64, expects: "64 lower-case hex characters" }), { shown: "public", says: "the file's digest", source: "UNTP SecureLink hashDigest" }),
  size: may(whole(1, 2 ** 40), { shown: "public", says: "the file's size in bytes", source: "edi3 attachedFile" }),
  originals: may(whole(1, 20), { shown: "public", says: "how many originals there are", source: "edi3" }),
  language: may(form({ pattern: "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", most: 35, expects: "a language (BCP 47), such as en" }), { shown: "public", says: "the file's language", source: "BCP 47" }),
});

const subject = object({
  id: may(did, { shown: "public", says: "the exporter's DID, where the exporter is to present the certificate", source: "W3C VC 2.0" }),
  type: filled(list(text(100), 10), { shown: "public", says: "CertificateOfOrigin", source: "W3C VC 2.0" }),
  certificateNumber: must(registerNumber, { shown: "public", says: "the certificate's number", source: "WCO D014 / TDED 1004" }),
  formType: must(form({ pattern: "[A-Z0-9][A-Z0-9. -]{0,34}", most: 35, expects: "a form, in capital letters, such as FORM-D, EUR.1 or CO" }), { shown: "public", says: "the form", source: "trade agreements" }),
  isPreferential: must(flag, { shown: "public", says: "whether the certificate claims a preference", source: "UNVTD; edi3" }),
  tradeAgreement: may(text(70), { shown: "public", says: "the trade agreement; with a preference, and only then", source: "UNVTD; edi3" }),
  issuingCountry: must(country, { shown: "public", says: "the country of the body that issues", source: "ISO 3166-1" }),
  issuerAccreditations: should(list(accreditation, 10), { shown: "public", says: "by what right the body issues", source: "ICC accreditation code; ministry mandates" }),
  issuePlace: must(place, { shown: "public", says: "where the certificate was issued", source: "WCO D012 / TDED 3411" }),
  issueDate: must(date, { shown: "public", says: "the day on which the certificate was issued", source: "WCO D011 / TDED 2380" }),
  exporter: must(party("public"), { shown: "public", says: "who exports", source: "WCO R031, R032 / TDED 3036, 3039" }),
  producer: may(party("authorities"), { shown: "authorities", says: "who produced the goods; where that is confidential, authorities learn it on request", source: "WCO R034, R035; USMCA" }),
  producerConfidential: may(flag, { shown: "public", says: "whether the producer is told to authorities only", source: "USMCA" }),
  consignee: may(party("public"), { shown: "holder", says: "to whom the goods are sent; left out where the importer is not known yet", source: "WCO R014, R015 / TDED 3036, 3039" }),
  importerUnknown: may(flag, { shown: "public", says: "whether the importer is not known yet", source: "USMCA" }),
  exportCountry: must(country, { shown: "public", says: "from which country", source: "ISO 3166-1" }),
  importCountry: should(country, { shown: "public", says: "to which country", source: "ISO 3166-1" }),
  transport: should(transport, { shown: "holder", says: "how the goods travel", source: "WCO T005, T022" }),
  consignmentReference: may(object({ ucr: must(form({ pattern: "[0-9][A-Z]{2}[A-Za-z0-9()/-]{1,32}", most: 35, expects: "a unique consignment reference: a digit for the year, the country and up to 32 characters" }), { shown: "authorities", says: "the unique consignment reference", source: "WCO UCR (2004)" }) }), { shown: "authorities", says: "references of the consignment", source: "WCO UCR (2004)" }),
  items: must(list(cooItem, 1000), { shown: "public", says: "the goods", source: "WCO 006" }),
  totals: should(object({ packages: must(whole(1, 1_000_000_000), { shown: "public", says: "how many packages there are in all", source: "WCO 146 / TDED 6061" }) }), { shown: "holder", says: "the sums over all items", source: "WCO 146" }),
  flags: must(flags, { shown: "public", says: "what is special about the certificate", source: "tick boxes of the agreements" }),
  replaces: may(replaced, { shown: "public", says: "the certificate that this one replaces or copies", source: "ATIGA; India in-lieu" }),
  exporterDeclaration: must(declaration, { shown: "holder", says: "the exporter's declaration", source: "edi3 first signatory" }),
  certification: must(certification, { shown: "holder", says: "the body's certification", source: "edi3 second signatory; RKC annex K" }),
  remarks: may(lines(2000), { shown: "holder", says: "remarks", source: "forms" }),
  document: may(paper, { shown: "public", says: "a file that is issued with the certificate; left out where the PDF is made from the credential", source: "UNTP SecureLink; edi3 attachedFile" }),
});

export type CooSubject = ShapeType<typeof subject>;

/** The certificate of origin. */
export const coo: CredentialShape<typeof subject> = {
  ...{ name: "coo", type: "CertificateOfOriginCredential", documentType: "861", subjectType: "CertificateOfOrigin", title: "certificate of origin" },
  alsoTypes: [],
  alsoSubjectTypes: [],
  alsoContexts: [],
  subject,
  credential: credentialAround(subject),
  rules: cooRules,
};
