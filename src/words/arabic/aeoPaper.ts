// The AEO certificate on paper in Arabic.

import type { AeoPaperWords } from "../paperWords.ts";

export const arabicAeoPaper: AeoPaperWords = {
  name: "شهادة المشغل الاقتصادي المعتمد",
  title: "المشغل الاقتصادي المعتمد",
  certificate: "شهادة",
  boxes: {
    number: "1 رقم الاعتماد",
    validFrom: "2 سارية من",
    validUntil: "3 سارية حتى",
    operator: "4 المشغل الاقتصادي",
    identifiers: "5 المعرّفات",
    authorisation: "6 الاعتماد",
    roles: "7 الأدوار والقطاعات",
    recognition: "8 الاعتراف المتبادل",
    issuer: "9 السلطة المصدِرة",
    code: "10 التحقق من هذه الورقة",
  },
  noEnd: "حتى إشعار آخر",
  tradeNames: "الأسماء التجارية",
  traderNumber: "رقم تعريف التاجر (TIN)",
  programme: "البرنامج",
  effectiveSince: "نافذ منذ",
  lastValidated: "آخر مراجعة",
  roles: "معتمد بصفة",
  sectors: "القطاعات",
  since: "منذ",
  noRecognition: "لا تذكر هذه الشهادة أي شريك.",
  statement: "تشهد السلطة المذكورة أدناه بأن هذا المشغل معتمد على النحو المبيّن في هذه الورقة. ويمكن إيقاف الاعتماد مؤقتًا أو إلغاؤه في أي وقت: والرمز المجاور يبيّن وضعه اليوم.",
  paperOnly: "هذه الورقة وحدها لا تثبت أن الاعتماد لا يزال ساريًا.",
};
