// The forms for certificates in simplified Chinese.

import { meaningIn, type FormWords } from "../formWords.ts";
import { simplifiedChineseMeanings } from "./formMeanings.ts";
import { simplifiedChineseMembers } from "./formMembers.ts";
import { simplifiedChineseIdentifierSchemes } from "./identifierSchemes.ts";
import { simplifiedChineseOperatorCodes } from "./operatorCodes.ts";

export const simplifiedChineseForm: FormWords = {
  members: simplifiedChineseMembers,
  meaning: meaningIn(simplifiedChineseMeanings),
  shown: { holder: "持有人出示之前不公开。", authorities: "仅供主管机关查看。" },
  codes: {
    ...simplifiedChineseOperatorCodes,
    schemes: simplifiedChineseIdentifierSchemes,
    agentRoles: { driver: "驾驶员", dispatcher: "调度员", customsAgent: "报关代理人", other: "其他" },
  },
  example: (given) => `例如 ${given}。`,
};
