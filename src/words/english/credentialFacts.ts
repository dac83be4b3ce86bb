// The facts of credentials in English.

import type { CredentialFactWords } from "../credentialFacts.ts";
import { factCodes } from "../factCodes.ts";
import { englishOperatorCodes } from "./operatorCodes.ts";
import { english } from "./table.ts";

export const englishCredentialFacts: CredentialFactWords = {
  labels: {
    ...{ number: "Number", operator: "Operator", authorisation: "Authorisation", programme: "Programme", tier: "Tier", roles: "Roles", effectiveDate: "In effect since", lastValidation: "Last validated" },
    ...{ office: "Office", issuingCountry: "Country of the authority", traderNumber: "Trader number (TIN)", recognisedBy: "Recognised by" },
    ...{ operatorNumber: "Number", establishedIn: "Established in", carries: "Operates as", modes: "Carries by", licence: "Licence" },
    ...{ kind: "Kind", form: "Form", issuedOn: "Issued on", exporter: "Exporter", consignee: "Consignee", origin: "Country of origin", destination: "Destination", goods: "Goods", hsCode: "HS code", replaces: "Replaces" },
    ...{ checkedAt: "Checked at", found: "Found then", digest: "Digest of the document", checkedType: "Type of the document" },
    ...{ accredited: "Accredited", documentTypes: "For document types", mayPassOn: "May accredit others", jurisdiction: "Jurisdiction" },
  },
  codes: englishOperatorCodes,
  preferential: "preferential",
  nonPreferential: "non-preferential",
  yes: "yes",
  no: "no",
  ...factCodes(english),
  goods: (first, count) => (count === 1 ? first : `${first}, and ${count - 1} more`),
};
