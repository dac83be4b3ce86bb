// Receipts in traditional Chinese.

import type { ReceiptWords } from "../receiptWords.ts";

export const traditionalChineseReceipt: ReceiptWords = {
  keep: "保存本次查核的證明",
  keepMeans: "本服務會再查核一次，並簽署查核所得的結果。回執載有文件的雜湊值，絕不含文件本身。",
  keeping: "正在查核並簽署",
  kept: (number) => `回執 ${number}`,
  keptMeans: "請與文件一併保存。任何人都可以在這裡查核它，多年以後也可以。它將在幾分鐘內在帳本上最終確認。",
  file: "回執檔案",
  sheet: "供列印的回執",

  title: "查核回執",
  number: "回執編號",
  checkedBy: "查核者",
  checkedAt: "查核時間",
  digest: "文件的雜湊值（SHA-256）",
  documentType: "文件類別",
  documentIssuer: "文件的簽發機構",
  anchoredAt: "登記時間",
  block: "讀取時的區塊",
  noBlock: "帳本沒有回應",
  believed: "驗證方當時信任的機構",
  believedNobody: "無",
  found: "查核結果",
  findings: "查核項目",
  notToday: "本頁針對上方所列雜湊值對應的檔案，但可能被附於任何其他紙本文件旁。本頁記載的是上述時間的查核結果，而不是文件今天的狀態。要了解今天的狀態，請查核文件本身或本回執的檔案。二維條碼只能表明本頁是否真實。",
  code: "查核本回執",
  checkHow: "請用您已知其網址的查核工具掃描此碼。其顯示的編號、日期及查核結果必須與本頁相同。",
  sheetOf: (at, of) => `第 ${at} 頁，共 ${of} 頁`,

  about: "本回執對其文件的記載",
  said: (label, when) => `回執記載的結果：「${label}」，查核時間為 ${when}。`,
  then: (label, when) => `依據帳本今天的記載，重新判定 ${when} 的情況：「${label}」。`,
  thenUnknown: "無法重新判定當時的情況：該次查核未能連線至帳本。",
  now: (label) => `文件今天的情況：「${label}」。`,
  differs: "關於當時的情況，回執與帳本不一致：或是此後有聲明改變了結論，或是本驗證方信任的是其他機構。",
};
