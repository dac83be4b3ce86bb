// The facts of credentials in simplified Chinese.

import type { Verdict } from "../../core/verdict.ts";
import type { CredentialFactWords } from "../credentialFacts.ts";
import { simplifiedChinese } from "./table.ts";
import { country } from "./countries.ts";
import { date, dateTime } from "./dates.ts";
import { simplifiedChineseOperatorCodes } from "./operatorCodes.ts";
import { typeWords } from "../sentences.ts";

export const simplifiedChineseCredentialFacts: CredentialFactWords = {
  labels: {
    ...{ number: "编号", operator: "经营者", authorisation: "认证", programme: "计划", tier: "级别", roles: "角色", effectiveDate: "生效日期", lastValidation: "最近一次验证" },
    ...{ office: "主管机构", issuingCountry: "主管机关所在国（地区）", traderNumber: "贸易商识别号码（TIN）", recognisedBy: "获承认于" },
    ...{ operatorNumber: "编号", establishedIn: "设立地", carries: "经营类别", modes: "运输方式", licence: "许可证" },
    ...{ kind: "种类", form: "格式", issuedOn: "签发日期", exporter: "出口商", consignee: "收货人", origin: "原产国（地区）", destination: "目的地", goods: "货物", hsCode: "HS 编码", replaces: "取代" },
    ...{ checkedAt: "核验时间", found: "当时的结果", digest: "单证的哈希值", checkedType: "单证类型" },
    ...{ accredited: "获授权机构", documentTypes: "适用的单证类型", mayPassOn: "可否授权他人", jurisdiction: "司法管辖区" },
  },
  codes: simplifiedChineseOperatorCodes,
  preferential: "优惠",
  nonPreferential: "非优惠",
  yes: "是",
  no: "否",
  day: date,
  moment: dateTime,
  verdict: (code) => (Object.hasOwn(simplifiedChinese.verdicts, code) ? simplifiedChinese.verdicts[code as Verdict].label : code),
  country,
  documentType: (code) => `${typeWords(code, simplifiedChinese).many} (${code})`,
  numbered: (value, scheme) => (scheme === "" ? value : `${value}（${scheme}）`),
  listed: "、",
  goods: (first, count) => (count === 1 ? first : `${first}，另有 ${count - 1} 项`),
};
