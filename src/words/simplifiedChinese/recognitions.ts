// The page of recognitions in simplified Chinese.

import { date, dateTime } from "./dates.ts";
import type { RecognitionWords } from "../recognitionWords.ts";

export const simplifiedChineseRecognitions: RecognitionWords = {
  title: "谁承认谁",
  lead: "持续性的资格（例如经认证的经营者资格）只有在本验证方信任的机构承认其授予方时才有效。以下是账本上由这些机构延伸出来的承认关系。",
  none: "目前还没有由本验证方信任的机构延伸出来的承认关系。",
  silent: "账本未能及时应答。请过几秒钟重新加载页面。",
  tooMany: "承认关系的数量超出本页面能够判定的范围。这里只列出一部分，且不将其中任何一项称为生效。",
  caption: ({ many }) => `对${many}的承认`,
  recogniser: "承认方",
  recognised: "被承认方",
  inForce: (from, until) => `自${date(from)}起生效${until === null ? "" : `，至${date(until)}止`}`,
  notInForce(reason, until) {
    switch (reason) {
      case "accreditation_expired":
        return `已${until === null ? "" : `于${date(until)}`}终止`;
      case "accreditation_withdrawn":
        return `已收回${until === null ? "" : `，自${date(until)}起`}`;
      case "accreditation_not_yet_valid":
        return "尚未生效";
      case "compromised":
        return `已收回：密钥已声明失窃${until === null ? "" : `，自${date(until)}起`}`;
      case "issuer_deactivated":
        return "未生效：被承认方已注销其身份";
      case "grants_too_many":
        return "不明：授权数量过多，无法判定";
      default:
        return "未生效：承认方本身在此未获承认";
    }
  },
  nothing: "无",
  paths: "承认路径",
  path: (names) => `${names.slice(1).map((name, at) => `${names[at]} 承认 ${name}`).join("，")}。`,
  asOf: (block, time) => `读取于区块 ${block}，${dateTime(time)}。`,
  forPrograms: "供程序使用的相同数据",
};
