// The accreditation: a grant of the ledger as a credential that its grantee can show.

import { credentialAround, type CredentialShape, type Rule } from "./credential.ts";
import { beginsWithCountry, documentTypeCode } from "./codes.ts";
import { filled, flag, list, may, must, object, type ShapeType } from "./shape.ts";
import { did, form, text } from "./texts.ts";

const jurisdiction = form({
  ...{ pattern: "[A-Z]{2}(?:-[A-Z0-9]{1,3})?", most: 6, expects: "a country or a part of one (ISO 3166), such as BE or BE-VLG" },
  check: { fits: beginsWithCountry, expects: "a country of ISO 3166-1, or a part of one" },
});

const subject = object({
  id: must(did, { shown: "public", says: "the DID of who is accredited", source: "W3C VC 2.0" }),
  type: filled(list(text(100), 10), { shown: "public", says: "AccreditedIssuer", source: "W3C VC 2.0" }),
  legalName: must(text(200), { shown: "public", says: "the legal name of who is accredited, as the ledger has it", source: "the grant", iri: "https://schema.org/legalName" }),
  documentTypes: must(list(documentTypeCode, 100), { shown: "public", says: "what it may issue", source: "UN/CEFACT code list 1001, and ours" }),
  jurisdiction: may(jurisdiction, { shown: "public", says: "where it may", source: "ISO 3166" }),
  mayPassOn: must(flag, { shown: "public", says: "whether it may accredit others", source: "the grant" }),
});

export type AcrSubject = ShapeType<typeof subject>;

const rules: readonly Rule<AcrSubject>[] = [
  function* ({ documentTypes }) {
    for (const [at, type] of documentTypes.entries()) {
      if (documentTypes.indexOf(type) < at) yield { path: ["documentTypes", at], code: "contradiction", detail: `Expected each document type once; found "${type}" again.` };
    }
  },
];

/** The accreditation. Its period is the credential's own. */
export const acr: CredentialShape<typeof subject> = {
  ...{ name: "acr", type: "AccreditationCredential", documentType: "ACR", subjectType: "AccreditedIssuer", title: "accreditation" },
  alsoTypes: [],
  alsoSubjectTypes: [],
  alsoContexts: [],
  // The grantor by its name on the ledger, as DID documents say it.
  alsoTerms: { alsoKnownAs: "https://www.w3.org/ns/activitystreams#alsoKnownAs" },
  subject,
  credential: credentialAround(subject),
  rules,
};
