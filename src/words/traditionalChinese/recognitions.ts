// The page of recognitions in traditional Chinese.

import { date, dateTime } from "./dates.ts";
import type { RecognitionWords } from "../recognitionWords.ts";

export const traditionalChineseRecognitions: RecognitionWords = {
  title: "誰承認誰",
  lead: "持續性的資格（例如認可經濟營運商資格）只有在本驗證方信任的機構承認其授予方時才有效。以下是帳本上由這些機構延伸出來的承認關係。",
  none: "目前還沒有由本驗證方信任的機構延伸出來的承認關係。",
  silent: "帳本未能及時回應。請過幾秒鐘重新載入頁面。",
  tooMany: "承認關係的數量超出本頁面能夠判定的範圍。這裡只列出一部分，且不將其中任何一項稱為生效。",
  caption: ({ many }) => `對${many}的承認`,
  recogniser: "承認方",
  recognised: "獲承認方",
  inForce: (from, until) => `自${date(from)}起生效${until === null ? "" : `，至${date(until)}止`}`,
  notInForce(reason, until) {
    switch (reason) {
      case "accreditation_expired":
        return `已${until === null ? "" : `於${date(until)}`}終止`;
      case "accreditation_withdrawn":
        return `已收回${until === null ? "" : `，自${date(until)}起`}`;
      case "accreditation_not_yet_valid":
        return "尚未生效";
      case "compromised":
        return `已收回：金鑰已聲明遭竊${until === null ? "" : `，自${date(until)}起`}`;
      case "issuer_deactivated":
        return "未生效：獲承認方已註銷其身分";
      case "grants_too_many":
        return "不明：授權數量過多，無法判定";
      default:
        return "未生效：承認方本身在此未獲承認";
    }
  },
  nothing: "無",
  paths: "承認路徑",
  path: (names) => `${names.slice(1).map((name, at) => `${names[at]} 承認 ${name}`).join("，")}。`,
  asOf: (block, time) => `讀取於區塊 ${block}，${dateTime(time)}。`,
  forPrograms: "供程式使用的相同資料",
};
