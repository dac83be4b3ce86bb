// Standings in simplified Chinese, with their reasons.

import type { Words } from "../words.ts";

export const standingReasons: Words["standingReasons"] = {
  unspecified: "未说明原因",
  issued_in_error: "签发有误",
  wrong_content: "内容有误",
  lost_or_stolen: "遗失或被盗",
  fraud: "欺诈",
  holder_request: "应持有人请求",
  under_investigation: "正在调查",
  conditions_no_longer_met: "不再符合条件",
  superseded: "已有更新的版本",
  ended: "已终止",
};

export const standings: Words["standings"] = { active: "有效", suspended: "已暂停", revoked: "已撤销", replaced: "已被另一份单证取代" };

export const standingWarnings: Words["standingWarnings"] = {
  not_above_issuer: "按照本服务的信任根，您从未就此类单证认可过该签发机构，因此您的声明在此不予采信。其他验证方的看法可能不同。",
  document_unknown: "账本上没有列出该签发机构签发的、内容与此相同的此类单证。如果单证登记时未被列出，您的声明仍然有效。",
  not_looked_up: "账本未能及时应答，因此未能查明您的声明是否有效。",
};
