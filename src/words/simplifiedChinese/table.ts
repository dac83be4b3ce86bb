// Simplified Chinese: plain words, short sentences, the terms of customs and of those who issue certificates.

import { simplifiedChineseFaults } from "./faults.ts";
import { simplifiedChinesePage } from "./page.ts";
import { simplifiedChineseReasons } from "./reasons.ts";
import { simplifiedChineseReceipt } from "./receipt.ts";
import { simplifiedChineseSnapshot } from "./snapshot.ts";
import { simplifiedChineseVerdicts } from "./verdicts.ts";
import { simplifiedChineseFrame } from "./frame.ts";
import { simplifiedChineseSigned } from "./signed.ts";
import { standingReasons, standings, standingWarnings } from "./standings.ts";
import { date, dateTime } from "./dates.ts";
import type { GrantParts, StandingParts, TypeWords, Words } from "../words.ts";

const NOT_NOW = "目前无法断定。";

/** Nouns are the same for one and for several. */
const named = (name: string): TypeWords => ({ one: name, many: name });

/** The table of simplified Chinese. */
export const simplifiedChinese: Words = {
  language: "zh-Hans",
  verdicts: simplifiedChineseVerdicts,
  outcomes: { passed: "是", failed: "否", unknown: "不明" },
  checks: {
    integrity: {
      question: "文件与其电子印鉴是否相符？",
      passed: "与加盖电子印鉴的文件逐位一致。",
      moot: { answer: "未提供电子印鉴", because: "因此在账本上查找了与此完全相同的文件。" },
      failed: "文件与电子印鉴不匹配。",
      unknown: "无法进行比对。",
    },
    identified: {
      question: "是否只有签发机构才能登记它？",
      passed: "账本只接受签发机构本身或其指定者的登记。",
      moot: { answer: "没有可查的登记记录", because: "若有登记记录，只可能由签发机构或其指定者作出。" },
      failed: "签署者不是签发机构。",
      unknown: "无法查明由谁签署。",
    },
    anchored: {
      question: "账本上是否有登记？",
      passed: "登记记录存在，并已最终确认。",
      failed: "没有此项登记记录。",
      unknown: NOT_NOW,
    },
    entitled: {
      question: "签发机构当时是否有权签发？",
      passed: "加盖电子印鉴时，有本验证方信任的机构认可该签发机构。",
      failed: "未能证明。",
      unknown: NOT_NOW,
    },
    current: {
      question: "现在是否仍然有效？",
      passed: "有权收回者均未将其收回。",
      failed: "已不再有效。",
      unknown: NOT_NOW,
    },
    held: {
      question: "持有人签署的是否正是此质询码，且正是给此验证方的？",
      passed: "是：使用的是凭证所述主体的密钥。",
      failed: "未能证明是由持有人出示。",
      unknown: "无法读取持有人的密钥。",
    },
  },
  reasons: simplifiedChineseReasons,
  standings,
  standingReasons,
  standingWarnings,
  documentTypes: {
    "861": named("原产地证书"),
    "380": named("商业发票"),
    "705": named("提单"),
    "851": named("植物检疫证书"),
    AEO: named("经认证的经营者（AEO）证书"),
    TOI: named("运输经营者标识"),
    ACR: named("授权证明"),
    RCT: named("核验回执"),
  },
  unnamedType: (documentType) => named(`类型为 ${documentType} 的单证`),
  anyDocument: named("单证"),
  faults: simplifiedChineseFaults,
  date,
  dateTime,
  standing,
  replacement: (digest) => `取代它的单证的哈希值为 ${digest}。`,
  replaced: (since) => `此单证已于${date(since)}取代一份较早的单证。`,
  predecessor: (digest) => `较早单证的哈希值为 ${digest}。`,
  grant,
  recognition,
  alsoVouching: (names) => `本验证方信任的其他机构也认可该签发机构：${names.join("；")}。`,
  asAt: (when, sentence) => `截至${dateTime(when)}：${sentence}`,
  asAtOnly: (when) => `您查询的是 ${dateTime(when)} 的情况。答复依据的是账本今天对当时情况的记载，不涉及此后的任何时间。`,
  authenticThen: {
    means: "这正是当初签发的文件，未作任何改动。签发机构有权签发，且该单证在当时未被收回。",
    todo: "如果需要知道该单证今天是否仍然有效，请在不指定过去时间的情况下重新核验。",
  },
  notAnchoredThen: {
    means: "截至当时，账本上没有此文件的登记记录。",
    todo: "如果该单证可能在此之后才加盖电子印鉴，请指定更晚的时间或不指定时间，重新核验。",
  },
  currentThen: {
    question: "当时是否有效？",
    passed: "截至当时，有权收回者均未将其收回。",
    failed: "当时无效。",
    unknown: NOT_NOW,
  },
  trustRoot: (name, { many }) => `就${many}而言，本验证方信任 ${name}。`,
  likenesses: {
    mixed_script: "请注意：此名称混用了不同文字的字母。请核对标识符。",
    confusable: "请注意：此名称与另一方的名称相似。请核对标识符。",
  },
  noPath: (name, { many }) => `就${many}而言，本验证方信任的机构均未直接或间接认可 ${name}。`,
  frame: simplifiedChineseFrame,
  page: simplifiedChinesePage,
  receipt: simplifiedChineseReceipt,
  snapshot: simplifiedChineseSnapshot,
  signed: simplifiedChineseSigned,
};

function standing({ standing, since, by, reason }: StandingParts): string {
  if (standing === "active" && since === null) return "仍然有效。没有人提出异议。";
  const when = since === null ? "" : `，自${dateTime(since)} 起`;
  const who = by === null ? "" : `，由 ${by} 作出`;
  return standing === "active" ? `已恢复有效${when}${who}。` : `${standings[standing]}${when}${who}：${standingReasons[reason]}。`;
}

function recognition({ grantor, grantee, type, from, until }: GrantParts): string {
  return `${grantor} 承认 ${grantee} 签发的${type.many}，${period(from, until)}。`;
}

function grant({ grantor, grantee, type, from, until }: GrantParts): string {
  return `${grantor} 授权 ${grantee} 签发${type.many}，${period(from, until)}。`;
}

const period = (from: string, until: string | null): string => `自${date(from)}起${until === null ? "" : `，至${date(until)}止`}`;
