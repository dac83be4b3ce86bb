// The forms for certificates in Portuguese.

import { meaningIn, type FormWords } from "../formWords.ts";
import { portugueseMeanings } from "./formMeanings.ts";
import { portugueseMembers } from "./formMembers.ts";
import { portugueseIdentifierSchemes } from "./identifierSchemes.ts";
import { portugueseOperatorCodes } from "./operatorCodes.ts";

export const portugueseForm: FormWords = {
  members: portugueseMembers,
  meaning: meaningIn(portugueseMeanings),
  shown: { holder: "Oculto até que o titular o mostre.", authorities: "Só para as autoridades." },
  codes: {
    ...portugueseOperatorCodes,
    schemes: portugueseIdentifierSchemes,
    agentRoles: { driver: "motorista", dispatcher: "responsável pela expedição", customsAgent: "despachante aduaneiro", other: "outra" },
  },
  example: (given) => `Por exemplo: ${given}.`,
};
