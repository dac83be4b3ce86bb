// The forms for certificates in traditional Chinese.

import { meaningIn, type FormWords } from "../formWords.ts";
import { traditionalChineseMeanings } from "./formMeanings.ts";
import { traditionalChineseMembers } from "./formMembers.ts";
import { traditionalChineseIdentifierSchemes } from "./identifierSchemes.ts";
import { traditionalChineseOperatorCodes } from "./operatorCodes.ts";

export const traditionalChineseForm: FormWords = {
  members: traditionalChineseMembers,
  meaning: meaningIn(traditionalChineseMeanings),
  shown: { holder: "持有人出示之前不公開。", authorities: "只供主管機關查看。" },
  codes: {
    ...traditionalChineseOperatorCodes,
    schemes: traditionalChineseIdentifierSchemes,
    agentRoles: { driver: "司機", dispatcher: "調度員", customsAgent: "報關代理人", other: "其他" },
  },
  example: (given) => `例如 ${given}。`,
};
