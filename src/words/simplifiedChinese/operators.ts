// The operators' desk in simplified Chinese.

import { date } from "./dates.ts";
import type { OperatorWords } from "../operatorWords.ts";

export const simplifiedChineseOperators: OperatorWords = {
  operator: "经营者",
  authorisation: "认证",
  period: "有效期",
  holds: (from, until) => [...(from === null ? [] : [`自${date(from)}起`]), ...(until === null ? ["无终止日期"] : [`至${date(until)}止`])].join("，"),
  nothing: {
    means: "关于具有此标识符的经营者，不得告知任何信息。此处及获承认的合作伙伴均不认识该经营者，或其未表示同意。",
    todo: "请将标识符与经营者的文件核对。请经营者提供其证书，并加以核验。",
  },
  incomplete: "并非所有主管机关都作了答复，因此不能从缺少的内容得出任何结论。请过几分钟再询问。未作答复的有：",
  more: "未能查阅全部内容，因此不能从缺少的内容得出任何结论。请过几分钟再询问。",
  silences: {
    no_address: "它没有公布其服务在何处受理询问。",
    no_answer: "它的服务没有给出可读取的答复。",
    refused: "它的服务拒绝答复。它可能不承认本服务为合作伙伴。",
    unusable: "它给出的不是由它自己签发、关于该经营者的证书。",
    cut_short: "它给出的少于它所拥有的。",
    cannot_ask: "本服务没有可用以询问的名义：此处没有任何签发机构既属于获承认的计划，又拥有签名密钥。",
    too_many: "主管机关太多，无法逐一询问。",
  },
};
