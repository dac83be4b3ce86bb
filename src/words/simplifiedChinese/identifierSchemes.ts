// The kinds of identifiers in simplified Chinese.

import type { SchemeWords } from "../identifierSchemes.ts";

export const simplifiedChineseIdentifierSchemes: SchemeWords = {
  ...{ DID: "DID", TIN: "TIN（税务或贸易商识别号码）", EORI: "EORI", "WCO-TIN": "WCO TIN（前加国家代码）", LEI: "LEI", GLN: "GLN（GS1）", DUNS: "DUNS" },
  ...{ SCAC: "SCAC（承运人）", "IATA-AIRLINE": "IATA 航空公司", "IMO-COMPANY": "IMO 公司", FMC: "FMC", "TIR-HOLDER": "TIR 证持有人", "US-MID": "US MID" },
  ...{ IOR: "登记进口商", VAT: "增值税号", "COMPANY-NUMBER": "公司注册号", NATIONAL: "国家编号" },
};
