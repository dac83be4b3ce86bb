// The facts of credentials in traditional Chinese.

import type { Verdict } from "../../core/verdict.ts";
import type { CredentialFactWords } from "../credentialFacts.ts";
import { traditionalChinese } from "./table.ts";
import { country } from "./countries.ts";
import { date, dateTime } from "./dates.ts";
import { traditionalChineseOperatorCodes } from "./operatorCodes.ts";
import { typeWords } from "../sentences.ts";

export const traditionalChineseCredentialFacts: CredentialFactWords = {
  labels: {
    ...{ number: "編號", operator: "營運商", authorisation: "認可", programme: "計劃", tier: "級別", roles: "角色", effectiveDate: "生效日期", lastValidation: "最近一次驗證" },
    ...{ office: "主管機構", issuingCountry: "主管機關所在國（地區）", traderNumber: "貿易商識別號碼（TIN）", recognisedBy: "獲承認於" },
    ...{ operatorNumber: "編號", establishedIn: "設立地", carries: "營運類別", modes: "運輸方式", licence: "許可證" },
    ...{ kind: "種類", form: "格式", issuedOn: "簽發日期", exporter: "出口商", consignee: "收貨人", origin: "原產國（地區）", destination: "目的地", goods: "貨品", hsCode: "HS 編碼", replaces: "取代" },
    ...{ checkedAt: "查核時間", found: "當時的結果", digest: "文件的雜湊值", checkedType: "文件類別" },
    ...{ accredited: "獲授權機構", documentTypes: "適用的文件類別", mayPassOn: "可否授權他人", jurisdiction: "司法管轄區" },
  },
  codes: traditionalChineseOperatorCodes,
  preferential: "優惠",
  nonPreferential: "非優惠",
  yes: "是",
  no: "否",
  day: date,
  moment: dateTime,
  verdict: (code) => (Object.hasOwn(traditionalChinese.verdicts, code) ? traditionalChinese.verdicts[code as Verdict].label : code),
  country,
  documentType: (code) => `${typeWords(code, traditionalChinese).many} (${code})`,
  numbered: (value, scheme) => (scheme === "" ? value : `${value}（${scheme}）`),
  listed: "、",
  goods: (first, count) => (count === 1 ? first : `${first}，另有 ${count - 1} 項`),
};
