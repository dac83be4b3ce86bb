// The kinds of identifiers in traditional Chinese.

import type { SchemeWords } from "../identifierSchemes.ts";

export const traditionalChineseIdentifierSchemes: SchemeWords = {
  ...{ DID: "DID", TIN: "TIN（稅務或貿易商識別號碼）", EORI: "EORI", "WCO-TIN": "WCO TIN（前加國家代碼）", LEI: "LEI", GLN: "GLN（GS1）", DUNS: "DUNS" },
  ...{ SCAC: "SCAC（承運人）", "IATA-AIRLINE": "IATA 航空公司", "IMO-COMPANY": "IMO 公司", FMC: "FMC", "TIR-HOLDER": "TIR 證持有人", "US-MID": "US MID" },
  ...{ IOR: "登記進口商", VAT: "增值稅號碼", "COMPANY-NUMBER": "公司註冊號碼", NATIONAL: "國家編號" },
};
