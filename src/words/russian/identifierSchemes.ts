// The kinds of identifiers in Russian.

import type { SchemeWords } from "../identifierSchemes.ts";

export const russianIdentifierSchemes: SchemeWords = {
  ...{ DID: "DID", TIN: "TIN (номер налогоплательщика или участника торговли)", EORI: "Номер EORI", "WCO-TIN": "TIN по стандарту ВТамО (с кодом страны впереди)", LEI: "Код LEI", GLN: "Номер GLN (GS1)", DUNS: "Номер DUNS" },
  ...{ SCAC: "SCAC (перевозчик)", "IATA-AIRLINE": "Авиакомпания ИАТА", "IMO-COMPANY": "Компания ИМО", FMC: "Номер FMC", "TIR-HOLDER": "Держатель книжки МДП", "US-MID": "MID (США)" },
  ...{ IOR: "Официальный импортёр", VAT: "Номер НДС", "COMPANY-NUMBER": "Номер компании", NATIONAL: "Национальный номер" },
};
