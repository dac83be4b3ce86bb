// The facts of credentials in Arabic. They stand alone and every hidden character in them is spelt out, so nothing in them is isolated.

import type { Verdict } from "../../core/verdict.ts";
import type { CredentialFactWords } from "../credentialFacts.ts";
import { knownDocumentTypes, type KnownDocumentType } from "../words.ts";
import { arabic } from "./table.ts";
import { country } from "./countries.ts";
import { plainDate, plainDateTime } from "./dates.ts";
import { arabicOperatorCodes } from "./operatorCodes.ts";

export const arabicCredentialFacts: CredentialFactWords = {
  labels: {
    ...{ number: "الرقم", operator: "المشغل الاقتصادي", authorisation: "الاعتماد", programme: "البرنامج", tier: "الفئة", roles: "الأدوار", effectiveDate: "نافذ منذ", lastValidation: "آخر مراجعة" },
    ...{ office: "المكتب", issuingCountry: "بلد السلطة", traderNumber: "رقم تعريف التاجر (TIN)", recognisedBy: "معترف به من" },
    ...{ operatorNumber: "الرقم", establishedIn: "مقر التأسيس", carries: "يعمل بصفة", modes: "النقل عبر", licence: "الرخصة" },
    ...{ kind: "الصنف", form: "النموذج", issuedOn: "تاريخ الإصدار", exporter: "المصدِّر", consignee: "المرسَل إليه", origin: "بلد المنشأ", destination: "بلد المقصد", goods: "البضاعة", hsCode: "رمز النظام المنسق (HS)", replaces: "تحل محل" },
    ...{ checkedAt: "وقت التحقق", found: "النتيجة حينها", digest: "البصمة الرقمية للمستند", checkedType: "نوع المستند" },
    ...{ accredited: "الجهة المعتمَدة", documentTypes: "بشأن أنواع المستندات", mayPassOn: "يحق لها اعتماد غيرها", jurisdiction: "الولاية القضائية" },
  },
  codes: arabicOperatorCodes,
  preferential: "تفضيلية",
  nonPreferential: "غير تفضيلية",
  yes: "نعم",
  no: "لا",
  day: plainDate,
  moment: plainDateTime,
  verdict: (code) => (Object.hasOwn(arabic.verdicts, code) ? arabic.verdicts[code as Verdict].label : code),
  country,
  documentType: (code) => (isKnown(code) ? `${arabic.documentTypes[code].many} (${code})` : `المستندات من النوع ${code}`),
  numbered: (value, scheme) => (scheme === "" ? value : `${value} (${scheme})`),
  listed: "، ",
  goods: (first, count) => (count === 1 ? first : `${first} (وبنود أخرى عددها ${count - 1})`),
};

const isKnown = (code: string): code is KnownDocumentType => (knownDocumentTypes as readonly string[]).includes(code);
