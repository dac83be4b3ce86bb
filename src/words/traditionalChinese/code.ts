// Codes on paper, in traditional Chinese.

import type { CodeWords } from "../codeWords.ts";

export const traditionalChineseCode: CodeWords = {
  title: "查核紙本文件上的二維條碼",
  lead: "二維條碼載有簽發機構就這份紙本文件簽署的內容。請與紙上印刷的內容對照。",
  number: "編號",
  date: "簽發日期",
  parties: "文件所載各方名稱",
  documentType: "文件類別",
  issuer: "簽發機構",
  notChecked: "尚未查核：目前這只是二維條碼自稱的內容。",
  asking: "正在向帳本查詢",
  signed: "簽發機構簽署的內容",
  unsigned: "二維條碼自稱的內容",
  unsignedMeans: "未經任何一方確認。請勿據此核對紙本文件。",
  authentic: ({ type, issuer }) => ({
    headline: `真實的二維條碼，屬於 ${issuer} 簽發的${type.one}`,
    means: "下方所示內容由簽發機構簽署，簽發機構當時有權簽發，而且至今未被收回。您手上的紙本文件是否就是那一份，只有您自己能看出來。",
    todo: "請與紙本文件對照：編號、日期及名稱必須逐字一致。只要有任何不同，就不是當初簽發的那一份。",
  }),
  receipt: ({ issuer }) => ({
    headline: `${issuer} 簽署的回執，關於先前的一次查核`,
    means: "這是回執的二維條碼：簽署機構當時有權簽署，而且至今未將其收回。它記載的是查核當日的結果，不涉及此後的任何情況。",
    todo: "請將編號、日期及查核結果與該頁對照。要了解文件今天的狀態，請查核文件本身或回執檔案。",
  }),
  aboutReceipt: "此二維條碼屬於回執，不能表明文件今天的狀態。",
  foundThen: (label) => `當日結果：「${label}」`,
  copied: "二維條碼可以連同其周圍的一切被複製到另一張紙上。它證明的是其中所載的內容，而不是印有它的那張紙。",
  ownVerifier: (host) => `如果是某個二維條碼或連結把您帶到這裡，請自行輸入您所知道的查核工具的網址將其開啟，並在那裡掃描二維條碼。您正在瀏覽 ${host}。`,
  none: "本頁面的網址中沒有二維條碼的內容。",
  noneTodo: "請掃描紙本文件上印刷的二維條碼，或查核文件的檔案。",
  noCode: "這不是 Tradeseal 的二維條碼。",
  scan: "掃描二維條碼或查核檔案",
};
