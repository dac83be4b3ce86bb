// Traditional Chinese on paper: the captions that forms of this kind bear, and plain words for codes.

import { country } from "./countries.ts";
import { traditionalChineseAeoPaper } from "./aeoPaper.ts";
import { date, dateTime } from "./dates.ts";
import { traditionalChineseOperatorCodes } from "./operatorCodes.ts";
import type { OriginPaperWords, PaperWords } from "../paperWords.ts";

const UNITS: Readonly<Record<string, string>> = {
  KGM: "公斤", GRM: "公克", TNE: "公噸", LTR: "公升", MTR: "公尺", MTK: "平方公尺", MTQ: "立方公尺", KWH: "千瓦小時",
  H87: "件", C62: "個", NPR: "雙", PR: "雙", DZN: "打", SET: "套", HLT: "百升",
};
const PACKAGES: Readonly<Record<string, string>> = {
  CT: "紙箱", BX: "盒", BG: "袋", PX: "棧板", DR: "圓桶", CR: "板條箱", PK: "件", RO: "卷",
  BE: "捆", CS: "箱", BA: "桶", BL: "包", SA: "麻袋", VR: "批散裝固體貨物", VL: "批散裝液體貨物", NE: "件裸裝貨物",
};
const MODES: Readonly<Record<string, string>> = { 1: "海運", 2: "鐵路運輸", 3: "公路運輸", 4: "空運", 5: "郵遞", 6: "複合運輸", 7: "固定設施運輸", 8: "內河運輸" };

/** A line between thousands and millions; decimals as they came. */
const number = (decimal: string): string => decimal.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

const origin: OriginPaperWords = {
  // The one name is Taiwan's, the other Hong Kong's.
  title: "原產地證明書（產地來源證）",
  preferential: "優惠",
  nonPreferential: "非優惠",
  form: (formType) => `格式 ${formType}`,
  boxes: {
    exporter: "1 出口商：名稱、地址、國家",
    number: "2 證明書編號",
    consignee: "3 收貨人：名稱、地址、國家",
    countries: "4 原產國（地區）；起運地及目的地",
    transport: "5 運輸詳情",
    remarks: "6 備註",
    item: "7 項次",
    packages: "8 嘜頭及箱號；包裝件數及種類",
    description: "9 貨品名稱；HS 編碼",
    criterion: "10 原產地；標準",
    weight: "11 毛重；數量；價值",
    invoice: "12 發票號碼及日期",
    certification: "13 簽證機構證明",
    declaration: "14 出口商聲明",
    code: "15 查核本證明書",
  },
  importerUnknown: "簽發時未知",
  producer: "生產商",
  producerConfidential: "生產商：可應主管機關要求提供",
  identifier: "編號",
  route: (from, to) => (from === null ? `至 ${to ?? ""}` : `自 ${from}${to === null ? "" : ` 至 ${to}`}`),
  departure: "起運",
  transportDocument: "運輸文件",
  carrier: "運送人",
  consignment: "貨物唯一編號（UCR）",
  hsCode: "HS",
  gross: "毛重",
  valueFreeOnBoard: "FOB",
  thirdCountryInvoice: "第三方",
  totalPackages: "包裝總件數",
  officer: "證明人",
  marks: {
    retroactive: "事後補發",
    certifiedTrueCopy: "經核證的真確副本",
    replacement: "換發證明書",
    backToBack: "背對背原產地證明書",
    cumulation: "累積",
    partialCumulation: "部分累積",
    deMinimis: "微量",
    exhibition: "展覽",
  },
  replaces: ({ isCopy, number: replaced, date: day, reason }) => `${isCopy ? "此為下列證明書經核證的真確副本：" : "取代下列證明書："}${replaced}${day === null ? "" : `，${date(day)}`}${reason === null ? "" : `（${reason}）`}`,
};

/** Traditional Chinese, for paper. */
export const traditionalChinesePaper: PaperWords = {
  language: "zh-Hant",
  day: date,
  moment: dateTime,
  country,
  number,
  measure: (value, unit) => `${number(value)} ${UNITS[unit] ?? unit}`,
  packages: (count, kind) => `${number(String(count))} ${PACKAGES[kind] ?? kind}`,
  transportMode: (mode) => MODES[mode] ?? mode,
  checkHow: "請開啟您自己的查核工具掃描此碼；不要點按任何連結。",
  sheet: (at, of) => `第 ${at} 頁，共 ${of} 頁`,
  continued: "續於附頁",
  continuationOf: (box) => `續第 ${box}`,
  continuationSheet: "附頁",
  codes: traditionalChineseOperatorCodes,
  origin,
  aeo: traditionalChineseAeoPaper,
};
