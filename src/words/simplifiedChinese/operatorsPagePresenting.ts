// Asking an operator to present, and what the operator sees, in simplified Chinese.

import { dateTime } from "./dates.ts";
import type { OperatorsPageWords } from "../operatorsPageWords.ts";

export const simplifiedChineseOperatorsPagePresenting: Pick<OperatorsPageWords, "presentation" | "handIn"> = {
  presentation: {
    start: "创建请求",
    startHint: "请求在五分钟内有效，且只接受一次答复。",
    scan: "请经营者扫描此二维码，或将链接发送给经营者。",
    picture: "含有给经营者的链接的二维码",
    link: "给经营者的链接",
    copyLink: "复制链接",
    copied: "已复制",
    challenge: "质询码",
    audience: "请求方",
    command: "供使用命令行的经营者",
    commandHint: "此命令在经营者自己的设备上签名，并立即提交。",
    goodUntil: (time) => `请求有效期至${dateTime(time)}。`,
    waiting: "正在等待经营者的答复。收到后会显示在这里。",
    ended: "请求已结束，没有收到答复",
    endedTodo: "请创建新的请求。没有及时提交任何内容，或者答复已在另一页面上取走。",
    another: "创建新的请求",
    paste: "或粘贴经营者交给您的内容",
    pasteHint: "经签名的凭证出示：一段很长的文本。它只能使用一次。",
    chooseFile: "选择其文件",
    judge: "核验此次出示",
    empty: "请先粘贴经营者的凭证出示。",
    arrived: "已收到经营者的答复。",
    held: {
      headline: ({ type, issuer }) => `由持有人出示：真实有效的${type.one}，由 ${issuer} 签发`,
      means: "持有此证书密钥的人当场签署了您的请求。证书与签发机构所签署的完全一致；签发机构当时有权签发，而且证书至今未被收回。",
      todo: "请将下方的内容（例如证书编号和贸易商识别号码）与经营者的文件核对。至于证书内容是否属实，仍由签发机构负责。",
    },
    holder: "出示人",
    credential: (number, of) => (of === 1 ? "证书" : `第 ${number} 份证书，共 ${of} 份`),
  },
  handIn: {
    title: "有人请您出示证书",
    lead: "请用您自己的密钥为请求方签署您的证书，并在此提交。它只判定一次，结果显示给请求方；文本本身不予保存。",
    asks: "请求所用地址",
    otherPlace: "请求中指明的地址与您所在的页面不同。除非两者您都认识，否则请勿提交任何内容。",
    careful: "任何人都可以在此以该地址的名义提出请求：您披露的内容会显示给提出请求的人。请只提交您专为此次请求签署的内容，而且仅在您知道是谁给您此链接时提交。",
    label: "您签名的凭证出示",
    send: "提交",
    sent: { means: "已提交。", todo: "请求方现在可以看到结果。您可以关闭本页面。" },
    gone: { means: "此请求已不再等待任何内容。", todo: "请求已结束，或者已有人提交。请索取新的链接。" },
    badLink: { means: "此链接不完整。", todo: "请重新扫描二维码，或重新索取链接。" },
    back: "前往查询台",
  },
};
