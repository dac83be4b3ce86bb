// Traditional Chinese for judging without a network.

import type { OfflineWords } from "../offlineWords.ts";
import { dateTime } from "./dates.ts";
import { standingReasons, standings } from "./standings.ts";

export const traditionalChineseOffline: OfflineWords = {
  nothingProven: "沒有向任何一方查詢，而證據不能證明任何事情。",
  anchored: ({ number, time }) => `截至區塊 ${number}（${dateTime(time)}）可以確定：帳本上有簽發機構對該文件的登記紀錄。`,
  notFinal: ({ number }) => `據製作證據的一方所述，區塊 ${number} 當時尚未最終確認：它可能已因鏈重組而被移除。`,
  absent: ({ number, time }) => `截至區塊 ${number}（${dateTime(time)}）可以確定：帳本上沒有此項登記紀錄。紀錄可能在此之後才產生。`,
  nothingSaid: "截至該區塊，簽發機構未對該文件提出任何異議。",
  lastSaid: ({ standing, reason }, time) => `截至該區塊，簽發機構最後的聲明是「${standings[standing]}」，自${dateTime(time)} 起：${standingReasons[reason]}。`,
  takenBack: "請勿接納，除非帳本本身另有說明。",
  standingUnproven: "證據中沒有簽發機構截至該區塊對該文件的聲明。",
  unknown: "沒有連線時無法得知：簽發機構是否有權簽發，以及該文件今天是否仍然有效。",
  trust: ({ hash }) => `以上各項都取決於 ${hash} 確為該帳本的區塊：請向您信任的一方取得該雜湊值，切勿向提供文件給您的人取得。`,
};
