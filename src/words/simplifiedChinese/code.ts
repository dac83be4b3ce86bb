// Codes on paper, in simplified Chinese.

import type { CodeWords } from "../codeWords.ts";

export const simplifiedChineseCode: CodeWords = {
  title: "核验纸质单证上的二维码",
  lead: "二维码中含有签发机构就这份纸质单证签署的内容。请与纸上印刷的内容对照。",
  number: "编号",
  date: "签发日期",
  parties: "单证所载各方名称",
  documentType: "单证类型",
  issuer: "签发机构",
  notChecked: "尚未核验：目前这只是二维码自称的内容。",
  asking: "正在向账本查询",
  signed: "签发机构签署的内容",
  unsigned: "二维码自称的内容",
  unsignedMeans: "未经任何一方确认。请勿据此核对纸质单证。",
  authentic: ({ type, issuer }) => ({
    headline: `真实的二维码，属于 ${issuer} 签发的${type.one}`,
    means: "下方所示内容由签发机构签署，签发机构当时有权签发，且至今未被收回。您手中的纸质单证是否就是那一份，只有您自己能看出来。",
    todo: "请与纸质单证对照：编号、日期和名称必须逐字一致。只要有任何不同，就不是当初签发的那一份。",
  }),
  receipt: ({ issuer }) => ({
    headline: `${issuer} 签署的回执，关于以往的一次核验`,
    means: "这是回执的二维码：签署机构当时有权签署，且至今未将其收回。它记载的是核验当日的结果，不涉及此后的任何情况。",
    todo: "请将编号、日期和核验结果与该页对照。要了解单证今天的状态，请核验单证本身或回执文件。",
  }),
  aboutReceipt: "此二维码属于回执，不能表明单证今天的状态。",
  foundThen: (label) => `当日结果：“${label}”`,
  copied: "二维码可以连同其周围的一切被复制到另一张纸上。它证明的是其中所载的内容，而不是印有它的那张纸。",
  ownVerifier: (host) => `如果是某个二维码或链接把您带到这里，请自行输入您所知道的验证工具的地址将其打开，并在那里扫描二维码。您正在访问 ${host}。`,
  none: "本页面的地址中没有二维码的内容。",
  noneTodo: "请扫描纸质单证上印刷的二维码，或核验单证文件。",
  noCode: "这不是 Tradeseal 的二维码。",
  scan: "扫描二维码或核验文件",
};
