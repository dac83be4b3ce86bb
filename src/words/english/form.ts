// The forms for certificates in English.

import type { FormWords } from "../formWords.ts";
import { englishMembers } from "./formMembers.ts";
import { englishIdentifierSchemes } from "./identifierSchemes.ts";
import { englishOperatorCodes } from "./operatorCodes.ts";

export const englishForm: FormWords = {
  members: englishMembers,
  // What the schemas say is English.
  meaning: (sentence) => sentence,
  shown: { holder: "Shown by the holder.", authorities: "For authorities only." },
  codes: {
    ...englishOperatorCodes,
    schemes: englishIdentifierSchemes,
    agentRoles: { driver: "driver", dispatcher: "dispatcher", customsAgent: "customs agent", other: "other" },
  },
  example: (given) => `For example ${given}.`,
};
