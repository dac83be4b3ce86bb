/** A good subject of each kind of credential, and the credentials around them. Every party in them is invented. */
import { shapeMembers, shapes } from "../../../src/core/shapes/shapes.ts";
import { issuedSubject } from "../../../src/core/shapes/issued.ts";
import type { AcrSubject } from "../../../src/core/shapes/acr.ts";
import type { AeoSubject } from "../../../src/core/shapes/aeo.ts";
import type { CooSubject } from "../../../src/core/shapes/coo.ts";
import type { ShapeName } from "../../../src/core/shapes/credential.ts";
import type { ReceiptSubject } from "../../../src/core/shapes/rct.ts";
import type { ToiSubject } from "../../../src/core/shapes/toi.ts";

export const base = "https://tradeseal.example";
export const issuer = { did: "did:web:customs.example", name: "Example Customs Administration", base };

const aeo: AeoSubject = {
  id: "did:web:operator.example",
  legalName: "Example Trading Ltd",
  tradeNames: ["ExTrade"],
  tin: { country: "KE", identifier: "P051234567X", scheme: "NATIONAL" },
  otherIdentifiers: [
    { scheme: "EORI", value: "BE0123456789" },
    { scheme: "LEI", value: "5493000EXAMPLE000096" },
    { scheme: "GLN", value: "5412345000013" },
    { scheme: "DUNS", value: "123456789" },
    { scheme: "COMPANY-NUMBER", value: "CPR/2009/1234", country: "KE" },
  ],
  manufacturerIdentifiers: [{ value: "KEEXATRA1NAI", validFor: "US" }],
  registeredAddress: { line: "1 Port Road", city: "Mombasa", postcode: "80100", country: "KE" },
  authorisation: {
    number: "KEAEOF0001234",
    issuingCountry: "KE",
    competentOffice: { name: "AEO Division", code: "KE000123" },
    programme: "KE-AEO",
    type: "AEOF",
    tier: "Validated",
    roles: ["exporter", "importer", "warehouseKeeper"],
    sectors: ["manufacturer"],
    effectiveDate: "2026-01-15",
    lastValidationDate: "2025-12-01",
    nextReviewDate: "2028-12-01",
    geographicScope: ["KE"],
    coveredSites: [{ name: "Main warehouse", country: "KE", unlocode: "KEMBA" }],
  },
  mutualRecognition: [{ partner: "UG", arrangementRef: "EAC regional AEO programme", recognisedFrom: "2026-02-01", partnerIdentifier: { scheme: "UG-CODE", value: "AEOKE0123456789" }, limits: "security only" }],
  logoUse: true,
};

const toi: ToiSubject = {
  id: "did:web:carrier.example",
  operatorIdentifier: { scheme: "TIR-HOLDER", value: "TUR/001/12345" },
  legalName: "Example Haulage Ltd",
  issuingCountry: "TR",
  country: "TR",
  registeredAddress: { city: "Mersin", country: "TR" },
  operatorTypes: ["roadCarrier"],
  transportModes: ["3"],
  identifiers: [{ scheme: "SCAC", value: "NISC" }, { scheme: "IATA-AIRLINE", value: "ABZ" }, { scheme: "IMO-COMPANY", value: "1234567" }, { scheme: "FMC", value: "025202" }, { scheme: "WCO-TIN", value: "TR0123456789" }],
  licence: { authority: "Example Transport Authority", number: "L-778", kind: "international road haulage", issuedOn: "2026-02-20", validUntil: "2027-02-19" },
  guaranteeAssociation: { country: "TR", code: "001" },
  contact: { name: "Operations desk", email: "ops@carrier.example", telephone: "+90 324 000 00 00" },
  aeoCredential: { id: "urn:uuid:6d2b1f0e-7c1a-4a57-9b0f-2f1f6d0b8c11" },
  authorisedAgents: [{ did: "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", role: "driver", validUntil: "2026-12-31" }],
};

const coo: CooSubject = {
  certificateNumber: "KE-2026-208897",
  formType: "EUR.1",
  isPreferential: true,
  tradeAgreement: "EAC-EU EPA",
  issuingCountry: "KE",
  issuerAccreditations: [{ scheme: "ICC-WCF-CO-CHAIN", code: "KE123" }, { scheme: "NATIONAL-MANDATE", code: "Order 12/2020" }],
  issuePlace: { unlocode: "KENBO", name: "Nairobi" },
  issueDate: "2026-06-03",
  exporter: { identifier: "P051234567X", name: "Example Trading Ltd", address: { line: "1 Port Road", city: "Mombasa", postcode: "80100", country: "KE" } },
  producer: { identifier: "P055", name: "Example Works", address: { city: "Thika", country: "KE" } },
  producerConfidential: false,
  consignee: { identifier: "BE987", name: "Buyer NV", address: { line: "Kaai 2", city: "Antwerpen", country: "BE" } },
  importerUnknown: false,
  exportCountry: "KE",
  importCountry: "BE",
  transport: { mode: "1", meansName: "MV Example", voyage: "0123", departureDate: "2026-06-05", loadingPort: "KEMBA", dischargePort: "BEANR", transportDocument: "BL-4471", carrierId: "NISC" },
  consignmentReference: { ucr: "6KE0123456789-2026-0001" },
  items: [
    {
      sequence: 1,
      marks: "EX/1-80\nANTWERPEN",
      packages: { count: 80, kind: "CT" },
      description: "Roasted coffee, not decaffeinated",
      shortDescription: "Coffee",
      hsCode: "090121",
      hsVersion: "2022",
      originCountry: "KE",
      originCriterion: { code: "WO" },
      quantity: { value: "720", unit: "KGM" },
      grossWeight: { value: "960.5", unit: "KGM" },
      fobValue: { amount: "12000.00", currency: "USD" },
      invoice: { number: "INV-1122345", date: "2026-06-02", thirdCountry: false },
    },
    { sequence: 2, marks: "N/M", packages: { count: 3, kind: "PX" }, description: "Tea", hsCode: "09024000", originCountry: "KE", originCriterion: { code: "RVC", valueContent: "45.5" }, quantity: { value: "12.25", unit: "TNE" }, grossWeight: { value: "13", unit: "TNE" } },
  ],
  totals: { packages: 83 },
  flags: { issuedRetroactively: false, certifiedTrueCopy: false, backToBack: false, cumulation: false, partialCumulation: false, deMinimis: false, exhibition: false },
  replaces: { certificateNumber: "KE-2026-208801", issueDate: "2026-05-30", reason: "wrong consignee" },
  exporterDeclaration: { statement: "The undersigned hereby declares that the above details are correct.", signedBy: "A. Officer", date: "2026-06-02" },
  certification: { statement: "It is hereby certified that the declaration of the exporter is correct.", officerId: "did:web:chamber.example#officer-4", date: "2026-06-03" },
  remarks: "None.",
  document: { mediaType: "application/pdf", digestAlgorithm: "sha-256", digest: "73".repeat(32), size: 12_600, originals: 1, language: "en" },
};

const acr: AcrSubject = { id: "did:ethr:0x7a69:0xcccccccccccccccccccccccccccccccccccccccc", legalName: "Example Chamber of Commerce", documentTypes: ["861", "380"], jurisdiction: "KE", mayPassOn: false };

const rct: ReceiptSubject = {
  ...{ receiptNumber: "R-4K7TQ2MX9C", checkedAt: "2026-06-03T10:00:00Z", digest: "73".repeat(32), documentType: "861", documentTypeAsked: "861", issuerAsked: acr.id },
  ...{ verdict: "no_longer_valid", reason: "revoked", standingReason: "fraud", anchoredAt: "2026-06-02T10:00:00Z", documentIssuer: { id: acr.id, name: acr.legalName } },
  findings: [...(["integrity", "identified", "anchored", "entitled"] as const).map((check) => ({ check, outcome: "passed" as const })), { check: "current", outcome: "failed", reason: "revoked" }],
  block: { chainId: 31337, number: 7, hash: `0x${"ab".repeat(32)}`, time: "2026-06-03T09:59:58Z" },
  trustRoots: [{ id: acr.id, name: "Example Customs", documentTypes: ["861"] }],
};

/** A good subject of each kind, as a caller would give it. */
export const subjects = { aeo, toi, coo, acr, rct } as const;

/** A non-preferential certificate of origin with as little as it may hold. */
export const plainCoo: CooSubject = {
  ...{ certificateNumber: "1", formType: "CO", isPreferential: false, issuingCountry: "KE", issuePlace: { name: "Nairobi" }, issueDate: "2028-02-29", importerUnknown: true, exportCountry: "KE" },
  exporter: { name: "E" },
  items: [{ sequence: 1, marks: "N/M", packages: { count: 1, kind: "NE" }, description: "Tea", hsCode: "090240", originCountry: "KE", quantity: { value: "0.5", unit: "H87" }, grossWeight: { value: "1", unit: "KGM" } }],
  flags: { issuedRetroactively: true, certifiedTrueCopy: false },
  exporterDeclaration: { statement: "I declare.", signedBy: "E", date: "2028-02-29" },
  certification: { statement: "It is certified.", date: "2028-02-29" },
};

/** A subject as the service issues it: with what the service fills in. */
export const issued = (name: ShapeName): object => issuedSubject(shapes[name], subjects[name], issuer);

/** A good credential of each kind. */
export const credentialOf = (name: ShapeName): Record<string, unknown> => ({
  ...shapeMembers(shapes[name], base),
  id: "urn:uuid:6d2b1f0e-7c1a-4a57-9b0f-2f1f6d0b8c11",
  // UNTP's context alone knows this type.
  issuer: { ...(name === "aeo" ? { type: ["CredentialIssuer"] } : {}), id: issuer.did, name: issuer.name },
  validFrom: "2026-01-15T00:00:00Z",
  validUntil: "2029-01-14T23:59:59Z",
  credentialStatus: [{ type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: "42", statusListCredential: "https://customs.example/status/aeo-r" }],
  credentialSubject: issued(name),
});

export const names = Object.keys(shapes) as ShapeName[];
