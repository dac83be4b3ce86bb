// Asking an operator to present, and what the operator sees, in traditional Chinese.

import { dateTime } from "./dates.ts";
import type { OperatorsPageWords } from "../operatorsPageWords.ts";

export const traditionalChineseOperatorsPagePresenting: Pick<OperatorsPageWords, "presentation" | "handIn"> = {
  presentation: {
    start: "建立請求",
    startHint: "請求在五分鐘內有效，且只接受一次答覆。",
    scan: "請營運商掃描此二維條碼，或將連結傳送給營運商。",
    picture: "含有給營運商的連結的二維條碼",
    link: "給營運商的連結",
    copyLink: "複製連結",
    copied: "已複製",
    challenge: "挑戰碼",
    audience: "請求方",
    command: "供使用命令列的營運商",
    commandHint: "此命令在營運商自己的裝置上簽署，並立即提交。",
    goodUntil: (time) => `請求有效期至${dateTime(time)}。`,
    waiting: "正在等待營運商的答覆。收到後會顯示在這裡。",
    ended: "請求已結束，沒有收到答覆",
    endedTodo: "請建立新的請求。沒有及時提交任何內容，或答覆已在另一頁面上取走。",
    another: "建立新的請求",
    paste: "或貼上營運商交給您的內容",
    pasteHint: "經簽署的憑證出示：一段很長的文字。它只能使用一次。",
    chooseFile: "選擇其檔案",
    judge: "查核此次出示",
    empty: "請先貼上營運商的憑證出示。",
    arrived: "已收到營運商的答覆。",
    held: {
      headline: ({ type, issuer }) => `由持有人出示：真實有效的${type.one}，由 ${issuer} 簽發`,
      means: "持有此證書金鑰的人當場簽署了您的請求。證書與簽發機構所簽署的完全一致；簽發機構當時有權簽發，而且證書至今未被收回。",
      todo: "請將下方的內容（例如證書編號及貿易商識別號碼）與營運商的文件核對。至於證書內容是否屬實，仍由簽發機構負責。",
    },
    holder: "出示人",
    credential: (number, of) => (of === 1 ? "證書" : `第 ${number} 份證書，共 ${of} 份`),
  },
  handIn: {
    title: "有人請您出示證書",
    lead: "請用您自己的金鑰為請求方簽署您的證書，並在此提交。它只判定一次，結果顯示給請求方；文字本身不予保存。",
    asks: "請求所用網址",
    otherPlace: "請求中指明的網址與您所在的頁面不同。除非兩者您都認識，否則請勿提交任何內容。",
    careful: "任何人都可以在此以該網址的名義提出請求：您披露的內容會顯示給提出請求的人。請只提交您專為此次請求簽署的內容，而且僅在您知道是誰給您此連結時提交。",
    label: "您簽署的憑證出示",
    send: "提交",
    sent: { means: "已提交。", todo: "請求方現在可以看到結果。您可以關閉本頁面。" },
    gone: { means: "此請求已不再等待任何內容。", todo: "請求已結束，或已有人提交。請索取新的連結。" },
    badLink: { means: "此連結不完整。", todo: "請重新掃描二維條碼，或重新索取連結。" },
    back: "前往查詢台",
  },
};
