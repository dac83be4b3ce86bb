// Arabic on paper: the captions that forms of this kind bear, and plain words for codes.

import { country } from "./countries.ts";
import { arabicAeoPaper } from "./aeoPaper.ts";
import { date, dateTime } from "./dates.ts";
import { arabicOperatorCodes } from "./operatorCodes.ts";
import { isolate } from "../isolate.ts";
import type { OriginPaperWords, PaperWords } from "../paperWords.ts";

/** Counted things in the singular, with the number before a colon: Arabic counts one, two, few and many each in another form, and a form is no place for four. */
const UNITS: Readonly<Record<string, string>> = {
  KGM: "كغ", GRM: "غ", TNE: "طن", LTR: "لتر", MTR: "م", MTK: "م²", MTQ: "م³", KWH: "ك.و.س",
  H87: "قطعة", C62: "وحدة", NPR: "زوج", PR: "زوج", DZN: "دزينة", SET: "طقم", HLT: "هكتولتر",
};
const PACKAGES: Readonly<Record<string, string>> = {
  CT: "كرتون", BX: "صندوق", BG: "كيس", PX: "منصة نقالة", DR: "أسطوانة", CR: "قفص", PK: "طرد", RO: "لفة",
  BE: "حزمة", CS: "صندوق نقل", BA: "برميل", BL: "بالة", SA: "شوال", VR: "بضاعة سائبة صلبة", VL: "بضاعة سائبة سائلة", NE: "قطعة غير مغلفة",
};
const MODES: Readonly<Record<string, string>> = { 1: "بحرًا", 2: "بالسكك الحديدية", 3: "برًا", 4: "جوًا", 5: "بالبريد", 6: "بوسائط متعددة", 7: "بتجهيزات ثابتة", 8: "بالمجاري المائية الداخلية" };

/** A line between thousands and millions, as in the figures of the other papers; decimals as they came. */
const number = (decimal: string): string => decimal.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

const origin: OriginPaperWords = {
  title: "شهادة منشأ",
  preferential: "تفضيلية",
  nonPreferential: "غير تفضيلية",
  form: (formType) => `النموذج ${isolate(formType)}`,
  boxes: {
    exporter: "1 المصدِّر: الاسم والعنوان والبلد",
    number: "2 رقم الشهادة",
    consignee: "3 المرسَل إليه: الاسم والعنوان والبلد",
    countries: "4 بلد المنشأ؛ من وإلى",
    transport: "5 بيانات النقل",
    remarks: "6 ملاحظات",
    item: "7 البند",
    packages: "8 العلامات والأرقام؛ عدد الطرود ونوعها",
    description: "9 وصف البضاعة؛ رمز النظام المنسق",
    criterion: "10 المنشأ؛ المعيار",
    weight: "11 الوزن القائم؛ الكمية؛ القيمة",
    invoice: "12 رقم الفاتورة وتاريخها",
    certification: "13 تصديق الجهة المختصة",
    declaration: "14 إقرار المصدِّر",
    code: "15 التحقق من هذه الورقة",
  },
  importerUnknown: "غير معروف وقت الإصدار",
  producer: "المنتِج",
  producerConfidential: "المنتِج: متاح للسلطات المختصة عند الطلب",
  identifier: "رقم",
  route: (from, to) => (from === null ? `إلى ${isolate(to ?? "")}` : `من ${isolate(from)}${to === null ? "" : ` إلى ${isolate(to)}`}`),
  departure: "المغادرة",
  transportDocument: "مستند النقل",
  carrier: "الناقل",
  consignment: "مرجع الشحنة (UCR)",
  hsCode: "HS",
  gross: "قائم",
  valueFreeOnBoard: "FOB",
  thirdCountryInvoice: "بلد ثالث",
  totalPackages: "مجموع الطرود",
  officer: "صدّق عليها",
  marks: {
    retroactive: "صدرت بأثر رجعي",
    certifiedTrueCopy: "نسخة بديلة – صورة طبق الأصل",
    replacement: "بديلة عن شهادة أخرى",
    backToBack: "شهادة متعاقبة (Back-to-back)",
    cumulation: "تراكم المنشأ",
    partialCumulation: "تراكم جزئي",
    deMinimis: "قاعدة الحد الأدنى (De minimis)",
    exhibition: "معرض",
  },
  replaces: ({ isCopy, number: replaced, date: day, reason }) => `${isCopy ? "صورة طبق الأصل من الشهادة" : "تحل محل الشهادة"} ${isolate(replaced)}${day === null ? "" : ` المؤرخة ${date(day)}`}${reason === null ? "" : ` (${isolate(reason)})`}`,
};

/** Arabic, for paper. */
export const arabicPaper: PaperWords = {
  language: "ar",
  day: date,
  moment: dateTime,
  country: (code) => isolate(country(code)),
  number,
  measure: (value, unit) => `${number(value)} ${UNITS[unit] ?? unit}`,
  packages: (count, kind) => `${PACKAGES[kind] ?? kind}: ${number(String(count))}`,
  transportMode: (mode) => MODES[mode] ?? mode,
  checkHow: "افتحوا أداة التحقق الخاصة بكم وامسحوا هذا الرمز؛ لا تتبعوا أي رابط.",
  sheet: (at, of) => `الورقة ${at} من ${of}`,
  continued: "يتبع في ورقة تكميلية",
  continuationOf: (box) => `تكملة الخانة ${box}`,
  continuationSheet: "ورقة تكميلية",
  codes: arabicOperatorCodes,
  origin,
  aeo: arabicAeoPaper,
};
