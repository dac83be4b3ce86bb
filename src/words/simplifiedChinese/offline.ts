// Simplified Chinese for judging without a network.

import type { OfflineWords } from "../offlineWords.ts";
import { dateTime } from "./dates.ts";
import { standingReasons, standings } from "./standings.ts";

export const simplifiedChineseOffline: OfflineWords = {
  nothingProven: "没有向任何一方查询，而证据不能证明任何事情。",
  anchored: ({ number, time }) => `截至区块 ${number}（${dateTime(time)}）可以确定：账本上有签发机构对该单证的登记记录。`,
  notFinal: ({ number }) => `据制作证据的一方所述，区块 ${number} 当时尚未最终确认：它可能已因链重组而被移除。`,
  absent: ({ number, time }) => `截至区块 ${number}（${dateTime(time)}）可以确定：账本上没有此项登记记录。记录可能在此之后才产生。`,
  nothingSaid: "截至该区块，签发机构未对该单证提出任何异议。",
  lastSaid: ({ standing, reason }, time) => `截至该区块，签发机构最后的声明是“${standings[standing]}”，自${dateTime(time)} 起：${standingReasons[reason]}。`,
  takenBack: "请勿接受，除非账本本身另有说明。",
  standingUnproven: "证据中没有签发机构截至该区块对该单证的声明。",
  unknown: "没有网络时无法得知：签发机构是否有权签发，以及该单证今天是否仍然有效。",
  trust: ({ hash }) => `以上各项都取决于 ${hash} 确为该账本的区块：请从您信任的一方取得该哈希值，切勿从向您提供单证的人那里取得。`,
};
