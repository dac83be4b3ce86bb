// Simplified Chinese on paper: the captions that forms of this kind bear, and plain words for codes.

import { country } from "./countries.ts";
import { simplifiedChineseAeoPaper } from "./aeoPaper.ts";
import { date, dateTime } from "./dates.ts";
import { simplifiedChineseOperatorCodes } from "./operatorCodes.ts";
import type { OriginPaperWords, PaperWords } from "../paperWords.ts";

const UNITS: Readonly<Record<string, string>> = {
  KGM: "千克", GRM: "克", TNE: "吨", LTR: "升", MTR: "米", MTK: "平方米", MTQ: "立方米", KWH: "千瓦时",
  H87: "件", C62: "个", NPR: "双", PR: "双", DZN: "打", SET: "套", HLT: "百升",
};
const PACKAGES: Readonly<Record<string, string>> = {
  CT: "纸箱", BX: "盒", BG: "袋", PX: "托盘", DR: "圆桶", CR: "板条箱", PK: "件", RO: "卷",
  BE: "捆", CS: "箱", BA: "桶", BL: "包", SA: "麻袋", VR: "批散装固体货物", VL: "批散装液体货物", NE: "件裸装货物",
};
const MODES: Readonly<Record<string, string>> = { 1: "海运", 2: "铁路运输", 3: "公路运输", 4: "空运", 5: "邮运", 6: "多式联运", 7: "固定设施运输", 8: "内河运输" };

/** A line between thousands and millions; decimals as they came. */
const number = (decimal: string): string => decimal.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

const origin: OriginPaperWords = {
  title: "原产地证书",
  preferential: "优惠",
  nonPreferential: "非优惠",
  form: (formType) => `格式 ${formType}`,
  boxes: {
    exporter: "1 出口商：名称、地址、国家",
    number: "2 证书编号",
    consignee: "3 收货人：名称、地址、国家",
    countries: "4 原产国（地区）；起运地与目的地",
    transport: "5 运输细节",
    remarks: "6 备注",
    item: "7 项号",
    packages: "8 唛头及包装号；包装数量及种类",
    description: "9 商品描述；HS 编码",
    criterion: "10 原产地；标准",
    weight: "11 毛重；数量；价格",
    invoice: "12 发票号码及日期",
    certification: "13 签证机构证明",
    declaration: "14 出口商声明",
    code: "15 核验本证书",
  },
  importerUnknown: "签发时未知",
  producer: "生产商",
  producerConfidential: "生产商：可应主管机关要求提供",
  identifier: "编号",
  route: (from, to) => (from === null ? `至 ${to ?? ""}` : `自 ${from}${to === null ? "" : ` 至 ${to}`}`),
  departure: "起运",
  transportDocument: "运输单证",
  carrier: "承运人",
  consignment: "货物唯一编号（UCR）",
  hsCode: "HS",
  gross: "毛重",
  valueFreeOnBoard: "FOB",
  thirdCountryInvoice: "第三方",
  totalPackages: "包装总数",
  officer: "证明人",
  marks: {
    retroactive: "补发",
    certifiedTrueCopy: "经核准的真实副本",
    replacement: "更换证书",
    backToBack: "背对背原产地证书",
    cumulation: "累积",
    partialCumulation: "部分累积",
    deMinimis: "微小含量",
    exhibition: "展览",
  },
  replaces: ({ isCopy, number: replaced, date: day, reason }) => `${isCopy ? "此为下列证书经核准的真实副本：" : "取代下列证书："}${replaced}${day === null ? "" : `，${date(day)}`}${reason === null ? "" : `（${reason}）`}`,
};

/** Simplified Chinese, for paper. */
export const simplifiedChinesePaper: PaperWords = {
  language: "zh-Hans",
  day: date,
  moment: dateTime,
  country,
  number,
  measure: (value, unit) => `${number(value)} ${UNITS[unit] ?? unit}`,
  packages: (count, kind) => `${number(String(count))} ${PACKAGES[kind] ?? kind}`,
  transportMode: (mode) => MODES[mode] ?? mode,
  checkHow: "请打开您自己的验证工具扫描此码；不要点击任何链接。",
  sheet: (at, of) => `第 ${at} 页，共 ${of} 页`,
  continued: "续于附页",
  continuationOf: (box) => `续第 ${box}`,
  continuationSheet: "附页",
  codes: simplifiedChineseOperatorCodes,
  origin,
  aeo: simplifiedChineseAeoPaper,
};
