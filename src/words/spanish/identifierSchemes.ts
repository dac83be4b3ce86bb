// The kinds of identifiers in Spanish.

import type { SchemeWords } from "../identifierSchemes.ts";

export const spanishIdentifierSchemes: SchemeWords = {
  ...{ DID: "DID", TIN: "TIN (número fiscal o de operador)", EORI: "Número EORI", "WCO-TIN": "TIN de la OMA (precedido del país)", LEI: "Código LEI", GLN: "Número GLN (GS1)", DUNS: "Número DUNS" },
  ...{ SCAC: "SCAC (transportista)", "IATA-AIRLINE": "Aerolínea IATA", "IMO-COMPANY": "Compañía OMI", FMC: "Número FMC", "TIR-HOLDER": "Titular TIR", "US-MID": "MID (Estados Unidos)" },
  ...{ IOR: "Importador registrado (IOR)", VAT: "Número de IVA", "COMPANY-NUMBER": "Número de empresa", NATIONAL: "Número nacional" },
};
