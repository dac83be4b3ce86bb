// The kinds of identifiers in French.

import type { SchemeWords } from "../identifierSchemes.ts";

export const frenchIdentifierSchemes: SchemeWords = {
  ...{ DID: "DID", TIN: "TIN (numéro fiscal ou d’opérateur)", EORI: "EORI", "WCO-TIN": "TIN de l’OMD (précédé du pays)", LEI: "LEI", GLN: "GLN (GS1)", DUNS: "DUNS" },
  ...{ SCAC: "SCAC (transporteur)", "IATA-AIRLINE": "Compagnie aérienne (IATA)", "IMO-COMPANY": "Compagnie maritime (IMO)", FMC: "FMC", "TIR-HOLDER": "Titulaire TIR", "US-MID": "US MID" },
  ...{ IOR: "Importateur officiel", VAT: "Numéro de TVA", "COMPANY-NUMBER": "Numéro d’entreprise", NATIONAL: "Numéro national" },
};
