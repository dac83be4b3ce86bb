// Standings in traditional Chinese, with their reasons.

import type { Words } from "../words.ts";

export const standingReasons: Words["standingReasons"] = {
  unspecified: "未說明原因",
  issued_in_error: "簽發有誤",
  wrong_content: "內容有誤",
  lost_or_stolen: "遺失或被竊",
  fraud: "詐欺",
  holder_request: "應持有人要求",
  under_investigation: "正在調查",
  conditions_no_longer_met: "不再符合條件",
  superseded: "已有較新的版本",
  ended: "已終止",
};

export const standings: Words["standings"] = { active: "有效", suspended: "已暫停", revoked: "已撤銷", replaced: "已由另一份文件取代" };

export const standingWarnings: Words["standingWarnings"] = {
  not_above_issuer: "依本服務的信任根，您從未就此類文件認可該簽發機構，因此您的聲明在此不獲採納。其他驗證方的看法可能不同。",
  document_unknown: "帳本上沒有列出由該簽發機構簽發、內容與此完全相同的此類文件。如果文件登記時未被列出，您的聲明仍然有效。",
  not_looked_up: "帳本未能及時回應，因此未能查明您的聲明是否有效。",
};
