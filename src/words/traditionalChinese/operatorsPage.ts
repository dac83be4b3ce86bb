// The officer's desk in traditional Chinese. "真實有效" and "已獲認可" are said of the verdict `authentic` alone.

import { date, dateTime } from "./dates.ts";
import { traditionalChineseCredentialFacts } from "./credentialFacts.ts";
import { traditionalChineseIdentifierSchemes } from "./identifierSchemes.ts";
import { traditionalChineseOperatorsPagePresenting } from "./operatorsPagePresenting.ts";
import type { DeskParts, OperatorsPageWords } from "../operatorsPageWords.ts";
import { isAboutHolder } from "../signedWords.ts";

export const traditionalChineseOperatorsPage: OperatorsPageWords = {
  title: "營運商查詢台",
  lead: "該營運商是否獲得認可，由誰認可，今天是否仍然有效？每項答覆都在此處判定，以本驗證方信任的機構為準。",
  viewsLabel: "您想知道什麼？",
  views: {
    operator: { name: "單一營運商", title: "查詢營運商", lead: "按其某個識別碼查詢，須輸入完整。您得到的是該營運商同意告知的內容。" },
    list: { name: "清單", title: "查詢一批營運商", lead: "請貼上表格中的一欄。答覆會陸續顯示。" },
    paper: { name: "紙本證書", title: "尋找紙本證書", lead: "適用於沒有二維條碼的原產地證明書：提供編號、簽發機構，以及證書上的另一項內容。" },
    presentation: { name: "請求出示", title: "請營運商出示其證書", lead: "營運商當場簽署，表明該證書屬於自己。" },
    recognitions: { name: "承認關係", title: "誰承認誰", lead: "資格只有在本驗證方信任的機構承認其授予方期間才有效。" },
  },
  headline,
  outcomes: {
    ...{ authentic: "有效", altered: "已被更改", not_found: "無登記紀錄", undetermined: "暫無結論", not_entitled: "簽發機構未獲認可", no_longer_valid: "目前無效" },
    ...{ nothing: "不得告知任何資料", unknown: "不明", unasked: "未查詢" },
  },
  authorised: {
    means: "該證書與簽發機構所簽署的完全一致。簽發機構當時有權簽發，今天仍獲承認，而且證書至今未被收回。",
    todo: "請將名稱與您面前的人核對，並將認可內容與所要求的內容核對。任何人都可以報出他人的識別碼：如要確知營運商本人在此，請其出示證書。",
  },
  facts: traditionalChineseCredentialFacts,
  ask: "查詢",
  asking: "正在查詢",
  stop: "停止",
  again: "重新查詢",
  noAnswer: "沒有答覆",

  identifier: "識別碼",
  identifierHint: "TIN、EORI、LEI、公司註冊號碼、DID 或其他識別碼。空格、句點及連字號不影響查詢。",
  identifierMissing: "請輸入 1 至 500 個字元的識別碼。",
  scheme: "識別碼種類",
  anyScheme: "任何種類",
  schemes: traditionalChineseIdentifierSchemes,
  found: { here: "本服務", partner: "合作主管機關的服務；在此處判定" },
  foundTerm: "告知方",
  nothingTitle: "此處不認識該營運商，或不得告知任何人",
  incompleteTitle: "此答覆不完整",
  incompleteNothing: "目前無法判定：並非所有主管機關都作了答覆",
  answerFor: (identifier) => `關於 ${identifier} 的答覆`,
  asOf: (block, time) => `讀取於區塊 ${block}，${dateTime(time)}。`,

  key: {
    fold: "我有 API 金鑰",
    hint: "有了金鑰，您可以查詢較長的清單；如果您是獲承認的主管機關，還會得到更多資料。",
  },

  list: {
    label: "識別碼，每行一個",
    hint: (limit) => `第二欄可以註明種類，例如 EORI。沒有 API 金鑰時最多 ${limit} 行，每分鐘約 20 行；有金鑰時最多 10,000 行。`,
    file: "選擇 CSV 檔案",
    start: "查詢清單",
    empty: "請至少貼上一個識別碼。",
    tooMany: (count, limit) => `共 ${count} 行，而以這種方式最多只能查詢 ${limit} 行。請縮短清單${limit < 10_000 ? "，或輸入 API 金鑰" : ""}。`,
    progress: (done, of) => `已答覆 ${done} / ${of} 行`,
    pausing: (seconds) => `服務每分鐘受理的查詢數目有限。${seconds} 秒後將自動繼續。`,
    stopped: "已停止。沒有答覆的行尚未查詢。",
    done: "所有行均已得到答覆。",
    caption: "逐行答覆",
    columns: { line: "行", identifier: "識別碼", answer: "答覆", operator: "營運商", until: "有效期至", issuer: "簽發機構" },
    filter: "顯示",
    filterText: "在表格中尋找",
    all: "全部答覆",
    noneFits: "沒有符合的行。請選擇「全部答覆」，並清空尋找內容。",
    more: (count) => `再顯示 ${count} 行`,
    shown: (count, of) => (count === of ? `${count} 行` : `${count} 行，共 ${of} 行`),
    download: "儲存為 CSV",
    print: "列印",
    incomplete: "並非所有主管機關都作了答覆",
    furtherOnes: (count) => `另有 ${count} 項認可`,
  },

  paper: {
    issuer: "簽發機構",
    chooseIssuer: "選擇簽發機構",
    otherIssuer: "其他：按其 DID",
    issuersUnknown: "無法載入簽發機構清單。請以 DID 指明簽發機構。",
    did: "簽發機構的 DID",
    didHint: "did:ethr:…，其中含有鏈，或 0x 加 40 個字元。",
    didWrong: "這不是簽發機構的 DID。請完整複製：did:ethr:0x…:0x 加 40 個字元。",
    number: "證書上的編號",
    thing: "證書上的另一項內容",
    things: { exporterName: "出口商名稱", consigneeName: "收貨人名稱", exporterIdentifier: "出口商識別碼", invoiceNumber: "發票號碼", transportDocument: "運輸文件" },
    value: "照印刷內容填寫",
    valueHint: "大小寫、空格及句點不影響尋找。",
    missing: "請照紙本證書上的內容填寫此項。",
    nothing: {
      headline: "沒有相符的證書",
      means: "該簽發機構沒有任何證書與您提供的內容相符。不會告知有誤的是編號還是另一項內容；這也不說明其他機構所簽發紙本證書的任何情況。",
      todo: "請將編號、簽發機構及另一項內容與紙本證書逐字核對。如果都無誤，請向簽發機構查詢。",
    },
    holds: {
      headline: ({ type, issuer }) => `有登記紀錄，且未被收回：${issuer} 簽發的${type.one}`,
      means: "簽發機構以此編號登記了一份證書，當時有權簽發，而且證書至今未被收回。這是關於簽發機構自己留存的那一份，而不是您手上的紙本證書。",
      todo: "請向寄件人索取證書的檔案並加以查核，或請簽發機構與您核對。紙本證書可能印有正確的編號，而內容卻不同。",
    },
    copy: "查到的是經核證的真確副本，紙本證書上必須註明這一點。帶有此編號但未註明的，是另一份證書，即已遺失的那一份。",
    certificate: (number, day) => `證書 ${number}，${date(day)}`,
  },

  ...traditionalChineseOperatorsPagePresenting,

  recognitions: {
    whole: "完整表格，附承認路徑",
    caption: "對持續性資格的承認",
    columns: { recogniser: "承認方", recognised: "獲承認方", type: "適用類別", state: "狀態" },
    more: (count) => `承認關係頁面上另有 ${count} 項。`,
  },

  recent: {
    title: "本裝置上最近的查詢",
    remember: "在本裝置上記住查詢",
    rememberHint: "只記住時間、種類、最後四個字元及答覆，絕不記住名稱。如果他人也使用本裝置，請勿開啟。",
    none: "目前沒有記住任何查詢。您此後查詢的內容會顯示在這裡。",
    caption: "最近的查詢，最新的在前",
    columns: { time: "時間", kind: "種類", end: "末尾字元", answer: "當時的答覆" },
    clear: "全部清除",
    cleared: "已全部清除。",
    lines: (count) => `${count} 行`,
  },
};

function headline({ verdict, reason, type, issuer, standing, recognition }: DeskParts): string {
  switch (verdict) {
    case "authentic":
      return `已獲認可：真實有效的${type.one}，由 ${issuer} 簽發${recognition === null ? "" : `，自${date(recognition.since)}起獲 ${recognition.by} 承認`}`;
    case "no_longer_valid":
      return `目前無效：${issuer} 簽發的${type.one}，${ending({ reason, standing })}`;
    case "undetermined":
      return "目前無法判定";
    case "not_entitled":
      return `未獲認可：在本驗證方信任的機構中，沒有任何一家認可 ${issuer}`;
    case "altered":
      return isAboutHolder(reason) ? "未能證明是由持有人出示" : "這不是簽發機構所簽署的內容";
    default:
      return "查無登記紀錄";
  }
}

const CHANGES = { suspended: "暫停", revoked: "撤銷", replaced: "以另一份證書取代" } as const;

function ending({ reason, standing }: Pick<DeskParts, "reason" | "standing">): string {
  if (reason === "recognition_ended") return "簽發機構已不再獲得承認";
  if (reason === "expired") return "有效期已屆滿";
  if (reason === "not_yet_valid") return "有效期尚未開始";
  if (standing === null || standing.standing === "active") return "現在不具效力";
  const since = standing.since === null ? "已" : `已於${date(standing.since)}`;
  const by = standing.by === null ? "" : `由 ${standing.by} `;
  return `${since}${by}${CHANGES[standing.standing]}`;
}
