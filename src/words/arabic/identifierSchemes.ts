// The kinds of identifiers in Arabic.

import type { SchemeWords } from "../identifierSchemes.ts";

// The words first: a line that began with the Latin code would run from the left.
export const arabicIdentifierSchemes: SchemeWords = {
  ...{ DID: "معرّف لامركزي (DID)", TIN: "رقم تعريف التاجر أو الرقم الضريبي (TIN)", EORI: "رقم تسجيل المشغلين الاقتصاديين (EORI)", "WCO-TIN": "رقم تعريف التاجر وفق منظمة الجمارك العالمية (WCO TIN، يسبقه البلد)" },
  ...{ LEI: "معرّف الكيان القانوني (LEI)", GLN: "رقم الموقع العالمي (GLN)", DUNS: "رقم تعريف المنشأة (DUNS)", SCAC: "رمز الناقل (SCAC)", "IATA-AIRLINE": "شركة طيران (IATA)", "IMO-COMPANY": "شركة بحرية (IMO)" },
  ...{ FMC: "رقم اللجنة البحرية الاتحادية (FMC)", "TIR-HOLDER": "حامل دفتر TIR", "US-MID": "رمز المصنِّع في الولايات المتحدة (US MID)", IOR: "المستورد المسجَّل", VAT: "رقم ضريبة القيمة المضافة" },
  ...{ "COMPANY-NUMBER": "رقم الشركة", NATIONAL: "رقم وطني" },
};
