// Receipts in simplified Chinese.

import type { ReceiptWords } from "../receiptWords.ts";

export const simplifiedChineseReceipt: ReceiptWords = {
  keep: "保存本次核验的证明",
  keepMeans: "本服务会再核验一次，并签署核验所得的结果。回执中有单证的哈希值，绝不含单证本身。",
  keeping: "正在核验并签署",
  kept: (number) => `回执 ${number}`,
  keptMeans: "请与单证一同保存。任何人都可以在这里核验它，多年以后也可以。它将在几分钟内在账本上最终确认。",
  file: "回执文件",
  sheet: "供打印的回执",

  title: "核验回执",
  number: "回执编号",
  checkedBy: "核验者",
  checkedAt: "核验时间",
  digest: "单证的哈希值（SHA-256）",
  documentType: "单证类型",
  documentIssuer: "单证的签发机构",
  anchoredAt: "登记时间",
  block: "读取时的区块",
  noBlock: "账本没有应答",
  believed: "验证方当时信任的机构",
  believedNobody: "无",
  found: "核验结果",
  findings: "核验项目",
  notToday: "本页针对上方所列哈希值对应的文件，但可能被附在任何其他纸质单证旁。本页记载的是上述时间的核验结果，而不是单证今天的状态。要了解今天的状态，请核验单证本身或本回执的文件。二维码只能表明本页是否真实。",
  code: "核验本回执",
  checkHow: "请用您已知其地址的验证工具扫描此码。其显示的编号、日期和核验结果必须与本页相同。",
  sheetOf: (at, of) => `第 ${at} 页，共 ${of} 页`,

  about: "本回执对其单证的记载",
  said: (label, when) => `回执记载的结果：“${label}”，核验时间为 ${when}。`,
  then: (label, when) => `依据账本今天的记载，重新判定 ${when} 的情况：“${label}”。`,
  thenUnknown: "无法重新判定当时的情况：那次核验未能连接到账本。",
  now: (label) => `单证今天的情况：“${label}”。`,
  differs: "关于当时的情况，回执与账本不一致：或是此后有声明改变了结论，或是本验证方信任的是其他机构。",
};
