// The forms for certificates in English.

import { explainedMeanings } from "../explainedMeanings.ts";
import type { FormWords } from "../formWords.ts";
import { englishMembers } from "./formMembers.ts";
import { englishIdentifierSchemes } from "./identifierSchemes.ts";
import { englishOperatorCodes } from "./operatorCodes.ts";

export const englishForm: FormWords = {
  members: englishMembers,
  // What the schemas say is English, but for the apostrophes of print.
  meaning: (sentence) => ((explainedMeanings as readonly string[]).includes(sentence) ? sentence.replaceAll("'", "’") : null),
  shown: { holder: "Hidden until the holder shows it.", authorities: "For authorities only." },
  codes: {
    ...englishOperatorCodes,
    schemes: englishIdentifierSchemes,
    agentRoles: { driver: "driver", dispatcher: "dispatcher", customsAgent: "customs agent", other: "other" },
  },
  example: (given) => `For example ${given}.`,
};
