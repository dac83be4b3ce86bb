// The codes of operators' credentials in Arabic.

import type { OperatorCodeWords } from "../operatorCodes.ts";

export const arabicOperatorCodes: OperatorCodeWords = {
  // The words first: a line that began with the Latin code would run from the left.
  authorisationTypes: { AEOC: "التبسيطات الجمركية (AEOC)", AEOS: "الأمن والسلامة (AEOS)", AEOF: "التبسيطات الجمركية والأمن والسلامة (AEOF)", OTHER: "نوع خاص بالبرنامج" },
  roles: {
    ...{ exporter: "مصدِّر", importer: "مستورد", declarant: "مقدِّم بيان جمركي", representative: "ممثل", principal: "ملتزم رئيسي", warehouseKeeper: "أمين مستودع" },
    ...{ carrier: "ناقل", manufacturer: "مصنِّع", portOperator: "مشغّل ميناء", other: "غير ذلك" },
  },
  tradeSectors: {
    ...{ importer: "مستورد", exporter: "مصدِّر", manufacturer: "مصنِّع", customsBroker: "مخلّص جمركي", consolidator: "مجمّع شحنات", thirdPartyLogistics: "مزوّد خدمات لوجستية" },
    ...{ seaCarrier: "ناقل بحري", airCarrier: "ناقل جوي", railCarrier: "ناقل بالسكك الحديدية", roadCarrier: "ناقل بري", terminalOperator: "مشغّل محطة", warehouseOperator: "مشغّل مستودعات", other: "غير ذلك" },
  },
  operatorTypes: {
    ...{ seaCarrier: "ناقل بحري", airCarrier: "ناقل جوي", railCarrier: "ناقل بالسكك الحديدية", roadCarrier: "ناقل بري", inlandWaterCarrier: "ناقل بالمجاري المائية الداخلية", postalOperator: "مشغّل بريد" },
    ...{ thirdPartyLogistics: "مزوّد خدمات لوجستية", consolidator: "مجمّع شحنات", freightForwarder: "وكيل شحن", terminalOperator: "مشغّل محطة", other: "غير ذلك" },
  },
  transportModes: { 1: "البحر", 2: "السكك الحديدية", 3: "البر", 4: "الجو", 5: "البريد", 6: "وسائط متعددة", 7: "التجهيزات الثابتة", 8: "المجاري المائية الداخلية" },
};
