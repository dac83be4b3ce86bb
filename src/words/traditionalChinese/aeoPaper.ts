// The AEO certificate on paper in traditional Chinese.

import type { AeoPaperWords } from "../paperWords.ts";

export const traditionalChineseAeoPaper: AeoPaperWords = {
  name: "AEO 證書",
  title: "認可經濟營運商（AEO）",
  certificate: "證書",
  boxes: {
    number: "1 認可編號",
    validFrom: "2 有效期自",
    validUntil: "3 有效期至",
    operator: "4 營運商",
    identifiers: "5 識別號碼",
    authorisation: "6 認可",
    roles: "7 角色及行業",
    recognition: "8 相互承認",
    issuer: "9 簽發機構",
    code: "10 查核本證書",
  },
  noEnd: "直至另行通知",
  tradeNames: "商號",
  traderNumber: "貿易商識別號碼（TIN）",
  programme: "計劃",
  effectiveSince: "生效日期",
  lastValidated: "最近一次驗證",
  roles: "認可角色",
  sectors: "行業",
  since: "始於",
  noRecognition: "本證書未列明任何相互承認的夥伴。",
  statement: "下列主管機關證明，該營運商已按本證書所載獲得認可。認可隨時可能被暫停或撤銷：旁邊的二維條碼可查明其今天的狀態。",
  paperOnly: "僅憑本紙本證書不能證明認可仍然有效。",
};
