// The AEO certificate on paper in simplified Chinese.

import type { AeoPaperWords } from "../paperWords.ts";

export const simplifiedChineseAeoPaper: AeoPaperWords = {
  name: "AEO 证书",
  title: "经认证的经营者（AEO）",
  certificate: "证书",
  boxes: {
    number: "1 认证编号",
    validFrom: "2 有效期自",
    validUntil: "3 有效期至",
    operator: "4 经营者",
    identifiers: "5 识别号码",
    authorisation: "6 认证",
    roles: "7 角色与行业",
    recognition: "8 互认",
    issuer: "9 签发机构",
    code: "10 核验本证书",
  },
  noEnd: "直至另行通知",
  tradeNames: "商号",
  traderNumber: "贸易商识别号码（TIN）",
  programme: "计划",
  effectiveSince: "生效日期",
  lastValidated: "最近一次验证",
  roles: "认证角色",
  sectors: "行业",
  since: "始于",
  noRecognition: "本证书未列明任何互认伙伴。",
  statement: "下列主管机关证明，该经营者已按本证书所载获得认证。认证随时可能被暂停或撤销：旁边的二维码可查明其今天的状态。",
  paperOnly: "仅凭本纸质证书不能证明认证仍然有效。",
};
