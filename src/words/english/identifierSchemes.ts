// The kinds of identifiers in English.

import type { SchemeWords } from "../identifierSchemes.ts";

export const englishIdentifierSchemes: SchemeWords = {
  ...{ DID: "DID", TIN: "TIN (tax or trader number)", EORI: "EORI", "WCO-TIN": "WCO TIN (with the country before it)", LEI: "LEI", GLN: "GLN (GS1)", DUNS: "DUNS" },
  ...{ SCAC: "SCAC (carrier)", "IATA-AIRLINE": "IATA airline", "IMO-COMPANY": "IMO company", FMC: "FMC", "TIR-HOLDER": "TIR holder", "US-MID": "US MID" },
  ...{ IOR: "Importer of record", VAT: "VAT number", "COMPANY-NUMBER": "Company number", NATIONAL: "National number" },
};
