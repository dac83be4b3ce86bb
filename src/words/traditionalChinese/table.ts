// Traditional Chinese: plain words, short sentences, the terms of customs and of certifying bodies in Hong Kong and Taiwan.

import { traditionalChineseFaults } from "./faults.ts";
import { traditionalChinesePage } from "./page.ts";
import { traditionalChineseReasons } from "./reasons.ts";
import { traditionalChineseReceipt } from "./receipt.ts";
import { traditionalChineseSnapshot } from "./snapshot.ts";
import { traditionalChineseVerdicts } from "./verdicts.ts";
import { traditionalChineseFrame } from "./frame.ts";
import { traditionalChineseSigned } from "./signed.ts";
import { standingReasons, standings, standingWarnings } from "./standings.ts";
import { date, dateTime } from "./dates.ts";
import type { GrantParts, StandingParts, TypeWords, Words } from "../words.ts";

const NOT_NOW = "目前無法斷定。";

/** Nouns are the same for one and for several. */
const named = (name: string): TypeWords => ({ one: name, many: name });

/** The table of traditional Chinese. */
export const traditionalChinese: Words = {
  language: "zh-Hant",
  verdicts: traditionalChineseVerdicts,
  outcomes: { passed: "是", failed: "否", unknown: "不明" },
  checks: {
    integrity: {
      question: "檔案與其電子印鑑是否相符？",
      passed: "與加蓋電子印鑑的檔案完全一致。",
      moot: { answer: "未提供電子印鑑", because: "因此在帳本上查找了與此完全相同的檔案。" },
      failed: "檔案與電子印鑑並不匹配。",
      unknown: "無法進行比對。",
    },
    identified: {
      question: "是否只有簽發機構才能登記它？",
      passed: "帳本只接受簽發機構本身或其指定者的登記。",
      moot: { answer: "沒有可查的登記紀錄", because: "若有登記紀錄，只可能由簽發機構或其指定者作出。" },
      failed: "簽署者不是簽發機構。",
      unknown: "無法查明由誰簽署。",
    },
    anchored: {
      question: "帳本上是否有登記？",
      passed: "登記紀錄存在，並已最終確認。",
      failed: "沒有此項登記紀錄。",
      unknown: NOT_NOW,
    },
    entitled: {
      question: "簽發機構當時是否有權簽發？",
      passed: "加蓋電子印鑑時，有本驗證方信任的機構認可該簽發機構。",
      failed: "未能證明。",
      unknown: NOT_NOW,
    },
    current: {
      question: "現在是否仍然有效？",
      passed: "有權收回者均未將其收回。",
      failed: "已不再有效。",
      unknown: NOT_NOW,
    },
    held: {
      question: "持有人簽署的是否正是此挑戰碼，且正是給此驗證方的？",
      passed: "是：使用的是憑證所述主體的金鑰。",
      failed: "未能證明是由持有人出示。",
      unknown: "無法讀取持有人的金鑰。",
    },
  },
  reasons: traditionalChineseReasons,
  standings,
  standingReasons,
  standingWarnings,
  documentTypes: {
    "861": named("原產地證明書"),
    "380": named("商業發票"),
    "705": named("提單"),
    "851": named("植物檢疫證明書"),
    AEO: named("認可經濟營運商（AEO）證書"),
    TOI: named("運輸營運者識別碼"),
    ACR: named("授權證明"),
    RCT: named("查核回執"),
  },
  unnamedType: (documentType) => named(`類別為 ${documentType} 的文件`),
  anyDocument: named("文件"),
  faults: traditionalChineseFaults,
  date,
  dateTime,
  standing,
  replacement: (digest) => `取代它的文件的雜湊值為 ${digest}。`,
  replaced: (since) => `此文件已於${date(since)}取代一份較早的文件。`,
  predecessor: (digest) => `較早文件的雜湊值為 ${digest}。`,
  grant,
  recognition,
  alsoVouching: (names) => `本驗證方信任的其他機構也認可該簽發機構：${names.join("；")}。`,
  asAt: (when, sentence) => `截至${dateTime(when)}：${sentence}`,
  asAtOnly: (when) => `您查詢的是 ${dateTime(when)} 的情況。答覆依據的是帳本今天對當時情況的記載，不涉及此後的任何時間。`,
  authenticThen: {
    means: "這正是當初簽發的檔案，未經任何更改。簽發機構有權簽發，而該文件在當時未被收回。",
    todo: "如果需要知道該文件今天是否仍然有效，請在不指定過去時間的情況下重新查核。",
  },
  notAnchoredThen: {
    means: "截至當時，帳本上沒有此檔案的登記紀錄。",
    todo: "如果該文件可能在此之後才加蓋電子印鑑，請指定較後的時間或不指定時間，重新查核。",
  },
  currentThen: {
    question: "當時是否有效？",
    passed: "截至當時，有權收回者均未將其收回。",
    failed: "當時無效。",
    unknown: NOT_NOW,
  },
  trustRoot: (name, { many }) => `就${many}而言，本驗證方信任 ${name}。`,
  likenesses: {
    mixed_script: "請注意：此名稱混用了不同文字的字母。請核對識別碼。",
    confusable: "請注意：此名稱與另一方的名稱相似。請核對識別碼。",
  },
  noPath: (name, { many }) => `就${many}而言，本驗證方信任的機構均未直接或間接認可 ${name}。`,
  frame: traditionalChineseFrame,
  page: traditionalChinesePage,
  receipt: traditionalChineseReceipt,
  snapshot: traditionalChineseSnapshot,
  signed: traditionalChineseSigned,
};

function standing({ standing, since, by, reason }: StandingParts): string {
  if (standing === "active" && since === null) return "仍然有效。沒有人提出異議。";
  const when = since === null ? "" : `，自${dateTime(since)} 起`;
  const who = by === null ? "" : `，由 ${by} 作出`;
  return standing === "active" ? `已恢復有效${when}${who}。` : `${standings[standing]}${when}${who}：${standingReasons[reason]}。`;
}

function recognition({ grantor, grantee, type, from, until }: GrantParts): string {
  return `${grantor} 承認 ${grantee} 簽發的${type.many}，${period(from, until)}。`;
}

function grant({ grantor, grantee, type, from, until }: GrantParts): string {
  return `${grantor} 授權 ${grantee} 簽發${type.many}，${period(from, until)}。`;
}

const period = (from: string, until: string | null): string => `自${date(from)}起${until === null ? "" : `，至${date(until)}止`}`;
