// The kinds of identifiers in Portuguese.

import type { SchemeWords } from "../identifierSchemes.ts";

export const portugueseIdentifierSchemes: SchemeWords = {
  ...{ DID: "DID", TIN: "TIN (número fiscal ou de operador)", EORI: "EORI", "WCO-TIN": "TIN da OMA (precedido do país)", LEI: "LEI", GLN: "GLN (GS1)", DUNS: "DUNS" },
  ...{ SCAC: "SCAC (transportador)", "IATA-AIRLINE": "Companhia aérea (IATA)", "IMO-COMPANY": "Companhia marítima (IMO)", FMC: "FMC", "TIR-HOLDER": "Titular TIR", "US-MID": "US MID" },
  ...{ IOR: "Importador responsável", VAT: "Número de IVA", "COMPANY-NUMBER": "Número de empresa", NATIONAL: "Número nacional" },
};
