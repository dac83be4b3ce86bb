// The operators' desk in traditional Chinese.

import { date } from "./dates.ts";
import type { OperatorWords } from "../operatorWords.ts";

export const traditionalChineseOperators: OperatorWords = {
  operator: "營運商",
  authorisation: "認可",
  period: "有效期",
  holds: (from, until) => [...(from === null ? [] : [`自${date(from)}起`]), ...(until === null ? ["無終止日期"] : [`至${date(until)}止`])].join("，"),
  nothing: {
    means: "關於具有此識別碼的營運商，不得告知任何資料。此處及獲承認的合作夥伴均不認識該營運商，或其未表示同意。",
    todo: "請將識別碼與營運商的文件核對。請營運商提供其證書，並加以查核。",
  },
  incomplete: "並非所有主管機關都作了答覆，因此不能從缺少的內容得出任何結論。請過幾分鐘再查詢。未作答覆的有：",
  more: "未能查閱全部內容，因此不能從缺少的內容得出任何結論。請過幾分鐘再查詢。",
  silences: {
    no_address: "它沒有公布其服務在何處受理查詢。",
    no_answer: "它的服務沒有給出可讀取的答覆。",
    refused: "它的服務拒絕答覆。它可能不承認本服務為合作夥伴。",
    unusable: "它給出的不是由它自己簽發、關於該營運商的證書。",
    cut_short: "它給出的少於它所擁有的。",
    cannot_ask: "本服務沒有可用以查詢的名義：此處沒有任何簽發機構既屬於獲承認的計劃，又擁有簽署金鑰。",
    too_many: "主管機關太多，無法逐一查詢。",
  },
};
